using System.Net;
using System.Net.Http.Json;
using System.Text;
using static CheckInBot.Bot.Tests.LocalChat.Hall;

namespace CheckInBot.Bot.Tests.LocalChat;

/// <summary>The bot's side: what the Connector of the local chat promises.</summary>
public sealed class ConnectorTests
{
    [Fact]
    public async Task What_the_bot_sends_stands_in_the_conversation_from_the_bot_at_the_bots_time()
    {
        await using var hall = await Open(new TableInMemory());

        var id = await hall.Post(Staff, "今天怎么样");

        var entry = Assert.Single(await hall.Transcript(Staff))!;
        Assert.Equal(id, Text(entry, "id"));
        Assert.Equal("今天怎么样", CardText(entry));
        Assert.Equal("28:checkinbot", Text(entry, "activity", "from", "id"));
        Assert.Equal("2026-11-23T17:00:00+08:00", Text(entry, "at"));
        Assert.Null(entry["editedAt"]);
        Assert.Empty(await hall.Transcript(Leader));
    }

    [Fact]
    public async Task An_update_rewrites_the_activity_in_its_place()
    {
        await using var hall = await Open(new TableInMemory());
        var first = await hall.Post(Staff, "asks");
        await hall.Post(Staff, "later");

        hall.Now += TimeSpan.FromMinutes(5);
        var answer = await hall.Http.PutAsJsonAsync(Activities(Staff, first), CardWith("receipt"));

        Assert.Equal(first, Text(await Read(answer), "id"));
        var entries = await hall.Transcript(Staff);
        Assert.Equal(["receipt", "later"], entries.Select(entry => CardText(entry!)));
        Assert.Equal("2026-11-23T17:00:00+08:00", Text(entries[0], "at"));
        Assert.Equal("2026-11-23T17:05:00+08:00", Text(entries[0], "editedAt"));
    }

    [Fact]
    public async Task A_deleted_activity_leaves_its_place_and_nothing_of_its_content()
    {
        var table = new TableInMemory();
        await using var hall = await Open(table);
        var id = await hall.Post(Staff, "secret");

        Assert.Equal(HttpStatusCode.OK, (await hall.Http.DeleteAsync(Activities(Staff, id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.DeleteAsync(Activities(Staff, id))).StatusCode);

        var entry = Assert.Single(await hall.Transcript(Staff))!;
        Assert.True(entry["deleted"]!.GetValue<bool>());
        await foreach (var row in table.Scan())
            Assert.DoesNotContain(row.Columns.Values.OfType<string>(), text => text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_activity_is_404()
    {
        await using var hall = await Open(new TableInMemory());
        var elsewhere = await hall.Post(Leader, "of another conversation");

        foreach (var id in new[] { "0000009999", "9", "no-number", elsewhere })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.PutAsJsonAsync(Activities(Staff, id), CardWith("x"))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.PostAsJsonAsync(Activities(Staff, id), CardWith("x"))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.DeleteAsync(Activities(Staff, id))).StatusCode);
        }
        Assert.Empty(await hall.Transcript(Staff));
    }

    [Fact]
    public async Task An_unknown_conversation_is_404()
    {
        await using var hall = await Open(new TableInMemory());

        Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.PostAsJsonAsync(Activities("a:nobody"), CardWith("x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.PutAsJsonAsync(Activities("a:nobody", "1"), CardWith("x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.GetAsync("/local/v3/conversations/a:nobody/members")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.GetAsync("/chat/api/conversations/a:nobody")).StatusCode);
    }

    [Fact]
    public async Task A_message_above_100_KB_is_refused_and_changes_nothing()
    {
        await using var hall = await Open(new TableInMemory());
        var id = await hall.Post(Staff, "small");
        var large = CardWith(new string('x', 100 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await hall.Http.PostAsJsonAsync(Activities(Staff), large)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await hall.Http.PutAsJsonAsync(Activities(Staff, id), large)).StatusCode);

        Assert.Equal("small", CardText(Assert.Single(await hall.Transcript(Staff))!));
    }

    [Fact]
    public async Task A_restart_shows_the_same_chats_and_a_long_card_whole()
    {
        var table = new TableInMemory();
        // One unit off the columns' length, so that a pair of surrogates stands on some column's end.
        var longest = "x" + string.Concat(Enumerable.Repeat("😊", 24_000));
        string before;
        string id;
        await using (var hall = await Open(table))
        {
            id = await hall.Post(Staff, "first");
            await hall.Post(Staff, "second");
            var body = Hall.CardWith(longest).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            using var content = new StringContent(body.Replace("\\uD83D\\uDE0A", "😊", StringComparison.Ordinal), Encoding.UTF8, "application/json");
            var answer = await hall.Http.PutAsync(Activities(Staff, id), content);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            before = (await hall.Transcript(Staff)).ToJsonString();
        }

        await using var again = await Open(table);

        var entries = await again.Transcript(Staff);
        Assert.Equal(before, entries.ToJsonString());
        Assert.Equal(longest, CardText(entries[0]!));
        Assert.True(string.CompareOrdinal(await again.Post(Staff, "third"), Text(entries[1], "id")) > 0);
        Assert.Equal(3, (await again.Transcript(Staff)).Count);
    }

    [Fact]
    public async Task A_conversation_is_opened_by_its_member_or_as_a_thread_of_a_channel()
    {
        await using var hall = await Open(new TableInMemory());

        var personal = await Create(new { members = new[] { new { id = "29:li" } }, tenantId = "t" });
        var thread = await Create(new { isGroup = true, channelData = new { channel = new { id = Channel } }, activity = CardWith("swap") });
        var nobody = await hall.Http.PostAsJsonAsync("/local/v3/conversations", new { members = new[] { new { id = "29:nobody" } } });

        Assert.Equal(Staff, Text(await Read(personal), "id"));
        var begun = await Read(thread);
        Assert.Equal($"{Channel};messageid={Text(begun, "activityId")}", Text(begun, "id"));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        await hall.Post(Text(begun, "id")!, "in the thread");
        Assert.Equal(["swap", "in the thread"], (await hall.Transcript(Channel)).Select(entry => CardText(entry!)));

        Task<HttpResponseMessage> Create(object body) => hall.Http.PostAsJsonAsync("/local/v3/conversations", body);
    }

    [Fact]
    public async Task The_members_of_a_chat_are_its_person_and_of_a_channel_its_team()
    {
        await using var hall = await Open(new TableInMemory());

        var personal = await hall.Http.GetFromJsonAsync<System.Text.Json.Nodes.JsonArray>($"/local/v3/conversations/{Staff}/members");
        var channel = await hall.Http.GetFromJsonAsync<System.Text.Json.Nodes.JsonArray>($"/local/v3/conversations/{Channel}/members");

        Assert.Equal("entra-li", Text(Assert.Single(personal!), "aadObjectId"));
        Assert.Equal(["29:li", "29:wang", "29:anna"], channel!.Select(member => Text(member, "id")));
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_is_no_activity_is_refused(string body, string type, HttpStatusCode expected)
    {
        await using var hall = await Open(new TableInMemory());
        using var content = new StringContent(body, Encoding.UTF8, type);

        Assert.Equal(expected, (await hall.Http.PostAsync(Activities(Staff), content)).StatusCode);
        Assert.Empty(await hall.Transcript(Staff));
    }
}
