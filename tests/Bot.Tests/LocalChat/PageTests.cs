using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using static CheckInBot.Bot.Tests.LocalChat.Hall;

namespace CheckInBot.Bot.Tests.LocalChat;

/// <summary>The page: its files, its stream of news, and who may look at it.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task The_page_comes_whole_and_may_load_only_from_its_own_address()
    {
        await using var hall = await Open(new TableInMemory());

        var page = await hall.Http.GetAsync("/");
        var text = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", text, StringComparison.Ordinal);
        foreach (var file in new[] { "chat.js", "pane.js", "chat.css", "mark.svg", "adaptivecards.min.js" })
            Assert.Equal(HttpStatusCode.OK, (await hall.Http.GetAsync("/chat/" + file)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.GetAsync("/chat/..%2Findex.html")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.GetAsync("/chat/package.json")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_was_away_gets_what_it_missed_once_and_in_its_newest_state()
    {
        await using var hall = await Open(new TableInMemory());
        var seen = await hall.Post(Staff, "seen");
        var change = Text((await hall.Transcript(Staff))[0], "change")!;
        await hall.Post(Leader, "missed");
        await hall.Http.PutAsJsonAsync(Activities(Staff, seen), CardWith("once"));
        await hall.Http.PutAsJsonAsync(Activities(Staff, seen), CardWith("rewritten"));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/chat/api/events") { Headers = { { "Last-Event-ID", change } } };
        var events = Read(hall, request);
        Assert.Equal(["missed", "rewritten"], await Cards(events, 2));
        await hall.Post(Staff, "live");
        Assert.Equal(["live"], await Cards(events, 1));
    }

    [Fact]
    public async Task A_page_from_before_the_chats_were_emptied_is_told_to_start_anew()
    {
        await using var hall = await Open(new TableInMemory());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chat/api/events?after=4711");

        var events = Read(hall, request);

        Assert.True(await events.MoveNextAsync());
        Assert.Equal("reset", events.Current.EventType);
    }

    [Fact]
    public async Task Another_sites_name_for_this_address_opens_nothing()
    {
        await using var hall = await Open(new TableInMemory());

        foreach (var path in new[] { "/", "/chat/api/people", $"/local/v3/conversations/{Staff}/members" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "rebound.example" } };
            Assert.Equal(HttpStatusCode.Forbidden, (await hall.Http.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task Outside_Development_there_is_no_local_chat()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Open(new TableInMemory(), environment: "Production"));

        Assert.Contains("Development", refusal.Message, StringComparison.Ordinal);
    }

    private static IAsyncEnumerator<SseItem<string>> Read(Hall hall, HttpRequestMessage request)
    {
        return Items().GetAsyncEnumerator();

        async IAsyncEnumerable<SseItem<string>> Items()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            using var answer = await hall.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await using var stream = await answer.Content.ReadAsStreamAsync(limit.Token);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(limit.Token))
                yield return item;
        }
    }

    private static async Task<List<string>> Cards(IAsyncEnumerator<SseItem<string>> events, int count)
    {
        var cards = new List<string>();
        while (cards.Count < count && await events.MoveNextAsync())
        {
            if (events.Current.EventType == "activity")
                cards.Add(CardText(JsonNode.Parse(events.Current.Data)!));
        }
        return cards;
    }
}
