using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>What of somebody who had everything deleted stands with others afterwards, and what they are told of it.</summary>
public sealed class LeftWithOthersTests
{
    [Fact]
    public async Task What_a_leader_wrote_in_others_cases_goes_and_what_was_done_stays()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        Assert.NotNull((await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Qiu.Id)))!.DoneNote);
        var told = await Forget(hall, "lee");
        var state = (await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Qiu.Id)))!;
        Assert.Equal(Done.Talked, state.Done);
        Assert.Null(state.DoneNote);
        Assert.DoesNotContain(state.History, h => h.Note is not null);
        // The person's own shared words are the person's.
        Assert.NotNull(state.Note);
        Assert.Contains("Where you had a part in others' matters", told, StringComparison.Ordinal);
        Assert.Contains("nobody can open what you wrote.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answered_a_report_reads_that_those_words_stay()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        await hall.Pass(TimeSpan.FromHours(3));
        const string Number = "INC-20261123-001";
        var reviewer = (await hall.State<Review>(ReviewKeys.Of(Number)))!.AskedNow!.Person;
        await hall.Happens(ReviewKeys.Of(Number), new TakeReview(reviewer));
        await hall.Happens(ReviewKeys.Of(Number), new RecordFinding(reviewer, Finding.ProcessIssue, await hall.Sealing.Of(reviewer, new("the queue was long")), VisitorMeasure.None, null));
        var causes = (await hall.State<Review>(ReviewKeys.Of(Number)))!.Causes;
        var told = await Forget(hall, reviewer);
        Assert.Contains("What you wrote on their reports stays", told, StringComparison.Ordinal);
        Assert.Contains("except the words named below", told, StringComparison.Ordinal);
        var kept = (await hall.State<Review>(ReviewKeys.Of(Number)))!.Causes!;
        Assert.NotEqual(causes, kept);
        Assert.Equal("the queue was long", await hall.Vault.Open(kept.Owner, kept.Seal));
    }

    [Fact]
    public async Task Lists_that_an_administrator_sent_go_with_the_person_and_after_a_day()
    {
        await using var hall = new Hall();
        await hall.Open();
        var imports = hall.Store.Table(RosterImports.TableName);
        var sent = new SentRosters(imports, hall.Store.Files, hall.Vault);
        var lists = new Dictionary<string, byte[]> { ["people.csv"] = [1] };
        await sent.Keep(hall.Roster.Find("ada")!, lists, hall.Clock.GetUtcNow(), default);
        var mias = await sent.Keep(hall.Roster.Find("mia")!, lists, hall.Clock.GetUtcNow(), default);
        await Forget(hall, "ada");
        Assert.Equal(["mia!" + mias.Id], await imports.Scan().Select(r => r.Key).ToListAsync());
        Assert.NotNull(await sent.Find(hall.Roster.Find("mia")!, mias.Id, default));
        var pass = new RetentionPass(hall.Store, hall.Turns.Rows, new RecordRewrite(hall.Store, hall.Turns.Rows, hall.Clock), hall.Roster, hall.Clock, NullLogger<RetentionPass>.Instance);
        hall.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, (await pass.Once()).Count);
        hall.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("sentLists:1", (await pass.Once()).Kinds);
        Assert.Empty(await imports.Scan().ToListAsync());
    }

    /// <summary>Forgets somebody; what they are told at the end.</summary>
    private static async Task<string> Forget(Hall hall, string person)
    {
        var forgetting = ForgettingTests.Of(hall);
        await forgetting.Begin(person, default);
        for (var tries = 0; await forgetting.Once() == 0 && tries < 10; tries++)
            await hall.Pass(TimeSpan.FromMinutes(10));
        await hall.Turns.Settled();
        Assert.False(await forgetting.IsUnderWay(person, default));
        return hall.Channel.Posts.Last(p => p.Person == person).Card;
    }
}
