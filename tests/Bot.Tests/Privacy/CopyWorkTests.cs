using System.Text.Json.Nodes;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;
using Microsoft.AspNetCore.Http;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>A copy is work: it is promised at once, made once, and never more than a few at a time.</summary>
public sealed class CopyWorkTests
{
    private static readonly ConversationReference Chat = new("http://localhost/", "a:ann", "28:bot", null, "29:ann");

    [Fact]
    public async Task Whoever_asks_reads_at_once_that_it_comes_and_the_files_are_offered_when_they_are_made()
    {
        await using var hall = await Open();
        var (work, channel) = (new Work(hall), new Recorder());
        var copies = CopiesAtWork.Of(hall, channel, work.Make);
        Assert.Equal(ActivityAnswer.Done, await copies.Typed(Ann(hall), Chat, "m.1", default));
        Assert.Contains("I am putting your copy together", Assert.Single(channel.Sent).Body, StringComparison.Ordinal);
        work.Goes.SetResult();
        await copies.Settled();
        Assert.Equal(["Text", "Json"], Offers(channel));
    }

    [Fact]
    public async Task Words_that_are_delivered_again_promise_and_offer_nothing_twice()
    {
        await using var hall = await Open();
        var (work, channel) = (new Work(hall), new Recorder());
        var copies = CopiesAtWork.Of(hall, channel, work.Make);
        await copies.Typed(Ann(hall), Chat, "m.1", default);
        Assert.Equal(ActivityAnswer.Done, await copies.Typed(Ann(hall), Chat, "m.1", default));
        work.Goes.SetResult();
        await copies.Settled();
        Assert.Equal(ActivityAnswer.Done, await copies.Typed(Ann(hall), Chat, "m.1", default));
        await copies.Settled();
        Assert.Equal((3, 1), (channel.Sent.Count, work.Made));
    }

    [Fact]
    public async Task A_promise_that_the_channel_did_not_take_is_made_when_the_words_come_again()
    {
        await using var hall = await Open();
        var (work, channel) = (new Work(hall), new Recorder { Answer = new(SendOutcome.NotNow) });
        work.Goes.SetResult();
        var copies = CopiesAtWork.Of(hall, channel, work.Make);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, (await copies.Typed(Ann(hall), Chat, "m.1", default)).Status);
        await copies.Settled();
        Assert.Equal(0, work.Made);
        channel.Answer = new(SendOutcome.Sent, "x");
        Assert.Equal(ActivityAnswer.Done, await copies.Typed(Ann(hall), Chat, "m.1", default));
        await copies.Settled();
        Assert.Equal(["Text", "Json"], Offers(channel));
    }

    [Fact]
    public async Task However_often_somebody_presses_their_copy_is_made_once_a_minute()
    {
        await using var hall = await Open();
        var (work, channel) = (new Work(hall), new Recorder());
        var copies = CopiesAtWork.Of(hall, channel, work.Make);
        for (var i = 0; i < 120; i++)
            Assert.Equal(new Notice.CopyComing(AsFiles: true), copies.Begin(Ann(hall), Chat));
        work.Goes.SetResult();
        await copies.Settled();
        Assert.Equal((1, 2), (work.Made, Offers(channel).Count));
        // Who declined by mistake has the same offered again.
        copies.Begin(Ann(hall), Chat);
        await copies.Settled();
        Assert.Equal((1, 4), (work.Made, Offers(channel).Count));
        hall.Time.Advance(ReadyCopies.Again);
        copies.Begin(Ann(hall), Chat);
        await copies.Settled();
        Assert.Equal((2, 6), (work.Made, Offers(channel).Count));
    }

    [Fact]
    public async Task What_is_taken_within_some_minutes_is_not_made_again_and_later_it_is()
    {
        await using var hall = await Open();
        var (work, drive) = (new Work(hall), new Drive());
        work.Goes.SetResult();
        var copies = CopiesAtWork.Of(hall, new Recorder(), work.Make, drive);
        copies.Begin(Ann(hall), Chat);
        await copies.Settled();
        hall.Time.Advance(ReadyCopies.Kept - TimeSpan.FromSeconds(1));
        await copies.Answered(Consent("Text"), Ann(hall), Pressed, default);
        await copies.Answered(Consent("Json"), Ann(hall), Pressed, default);
        Assert.Equal((1, 2), (work.Made, drive.Files.Count));
        hall.Time.Advance(TimeSpan.FromSeconds(1));
        await copies.Answered(Consent("Text", "again"), Ann(hall), Pressed, default);
        Assert.Equal((2, 3), (work.Made, drive.Files.Count));
    }

    [Fact]
    public async Task A_copy_that_cannot_be_made_is_said_and_asking_again_brings_it()
    {
        await using var hall = await Open();
        var (away, channel) = (true, new Recorder());
        var copies = CopiesAtWork.Of(hall, channel, (_, _) => away ? throw new StoreUnavailableException("away") : Task.FromResult(CopiesAtWork.Empty(hall)));
        copies.Begin(Ann(hall), Chat);
        await copies.Settled();
        Assert.Contains("The file did not get there", Assert.Single(channel.Sent).Body, StringComparison.Ordinal);
        away = false;
        copies.Begin(Ann(hall), Chat);
        await copies.Settled();
        Assert.Equal(["Text", "Json"], Offers(channel));
    }

    [Fact]
    public async Task While_many_ask_two_copies_are_made_at_once_and_everybody_gets_theirs()
    {
        await using var hall = await Open();
        var (now, most) = (0, 0);
        using var ready = new ReadyCopies(
            async (person, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                for (var i = 0; i < 50; i++)
                    await Task.Yield();
                Interlocked.Decrement(ref now);
                return CopiesAtWork.Empty(hall) with { Text = [(byte)person.Id[0]] };
            },
            hall.Clock);
        var copies = await Task.WhenAll(hall.Roster.People.Select(async p => (p, Copy: await ready.Of(p, ReadyCopies.Again))));
        Assert.All(copies, c => Assert.Equal((byte)c.p.Id[0], c.Copy.Text[0]));
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task What_waits_to_be_taken_never_fills_the_memory()
    {
        await using var hall = await Open();
        var made = 0;
        using var ready = new ReadyCopies((_, _) => Task.FromResult(CopiesAtWork.Empty(hall, ++made == 2 ? 60_000_000 : 10_000_000)), hall.Clock);
        foreach (var person in new[] { "ann", "ben", "ben", "ann" })
            await ready.Of(hall.Roster.Find(person)!, ReadyCopies.Kept);
        // Ben's pushed Ann's out, and is there itself.
        Assert.Equal(3, made);
    }

    [Fact]
    public async Task Who_begins_to_delete_everything_has_no_copy_waiting_also_when_it_was_just_being_made()
    {
        await using var hall = await Open();
        var work = new Work(hall);
        using var ready = new ReadyCopies(work.Make, hall.Clock);
        var coming = ready.Of(Ann(hall), ReadyCopies.Kept);
        ready.Forget("ann");
        work.Goes.SetResult();
        await coming;
        await ready.Of(Ann(hall), ReadyCopies.Kept);
        Assert.Equal(2, work.Made);
        ready.Forget("ann");
        await ready.Of(Ann(hall), ReadyCopies.Kept);
        Assert.Equal(3, work.Made);
    }

    private static Activity Pressed { get; } =
        new() { Type = "invoke", ServiceUrl = Chat.ServiceUrl, Recipient = new("28:bot", null, null), From = new("29:ann", null, "entra-ann"), Conversation = new("a:ann", "personal", null, null) };

    private static FileConsent Consent(string file, string address = "") => new(true, file, new($"http://localhost:9/drive/{file}{address}"), "a.txt", new("", "", ""));

    private static Person Ann(Hall hall) => hall.Roster.Find("ann")!;

    private static async Task<Hall> Open()
    {
        var hall = new Hall();
        await hall.Open();
        return hall;
    }

    private static List<string> Offers(Recorder channel) =>
        [.. channel.Sent.Select(s => (string?)JsonNode.Parse(s.Body)!["attachments"]?[0]?["content"]?["acceptContext"]?["file"]).OfType<string>()];

    /// <summary>Makes copies, as soon as it may.</summary>
    private sealed class Work(Hall hall)
    {
        private int made;

        public TaskCompletionSource Goes { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Made => Volatile.Read(ref made);

        public async Task<PersonCopy> Make(Person person, CancellationToken cancel)
        {
            Interlocked.Increment(ref made);
            await Goes.Task;
            return CopiesAtWork.Empty(hall);
        }
    }
}
