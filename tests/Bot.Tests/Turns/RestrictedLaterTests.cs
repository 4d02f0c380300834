using CheckInBot.Bot.Flows;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A report on which much was done already turns out to be of a kind that only one named handler may know of.</summary>
public sealed class RestrictedLaterTests
{
    private const string Number = "INC-20261123-001";

    private static readonly FlowKey Anns = Incident.KeyOf("ann", "20261123010000");

    private static readonly Report Grave = new() { Kinds = [ViolenceKind.VerbalAbuse], Severity = 4, Injuries = Injury.None, Over = true, Post = "W1" };

    [Fact]
    public async Task It_leaves_every_card_list_export_and_count_but_those_of_the_reporter_and_the_handler()
    {
        await using var hall = await Reported();
        await Reviewed(hall);
        await hall.Pass(TimeSpan.FromHours(8.5));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        await hall.Happens(Hall.AnnsCase, new Take("lee"));
        Assert.Contains(Now(hall, "lee"), c => c.Contains("there is one; no need", StringComparison.Ordinal));
        Assert.Contains(Now(hall, "lee"), c => c.Contains("put up a sign", StringComparison.Ordinal));
        Assert.Contains(Now(hall, "mia"), c => c.Contains(Number, StringComparison.Ordinal));

        await hall.Happens(Anns, new OpenReport("ann"));
        await hall.Happens(Anns, new FillReport("ann", Grave with { Kinds = [ViolenceKind.VerbalAbuse, ViolenceKind.SexualHarassment] }, Keep: false));
        await hall.Pass(TimeSpan.FromMinutes(1));

        var review = (await hall.State<Review>(ReviewKeys.Of(Number)))!;
        Assert.Equal((true, "gus"), (review.Restricted, review.AskedNow?.Person));
        Assert.Contains(Now(hall, "gus"), c => c.Contains(Number, StringComparison.Ordinal));
        foreach (var person in new[] { "ben", "lee", "mia", "zoe", "ada" })
            Assert.All(Now(hall, person), c => Assert.All(new[] { Number, "there is one; no need", "put up a sign", "unclear" }, word => Assert.DoesNotContain(word, c, StringComparison.Ordinal)));
        Assert.False((await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Incident);
        var @case = (await hall.State<Escalation>(Hall.AnnsCase))!;
        Assert.Equal((false, null), (@case.Context.Incident, @case.Context.Hostile));

        var export = await new IncidentExport(() => hall.Turns.Rows, hall.Vault, hall.Roster, hall.Looks).Read(new(2026, 1, 1), new(2027, 12, 31), CancellationToken.None);
        Assert.Equal((0, 0), (export.Entries.Count, export.Unreadable));
        var audited = await hall.Auditor.Once();
        Assert.DoesNotContain(audited.Stalled, s => s.Number == Number);
        Assert.DoesNotContain(Number, PretendChannel.TextOf(await new HotSpotPictures(hall.Roster, hall.Readers, () => hall.Turns.Rows).For("mia", CancellationToken.None)), StringComparison.Ordinal);

        // Taken back, it stays so.
        await hall.Happens(Anns, new OpenReport("ann"));
        await hall.Happens(Anns, new FillReport("ann", Grave, Keep: false));
        await hall.Pass(TimeSpan.FromDays(3));
        Assert.True((await hall.State<Statement>(Statement.KeyOf("ann", Number)))!.About.Restricted);
        Assert.All(new[] { "lee", "mia", "zoe", "ada" }, person => Assert.All(Now(hall, person), c => Assert.DoesNotContain(Number, c, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_case_of_somebody_who_was_not_all_right_afterwards_and_the_card_about_a_late_reply_lose_it_too()
    {
        await using var hall = await Reported();
        await Reviewed(hall);
        await hall.Pass(TimeSpan.FromDays(8));
        await hall.Happens(Statement.KeyOf("ann", Number), new AnswerHowAreYou("ann", HowAreYou.NotAllRight));
        string[] mates = ["ben", "lee", "mia", "zoe", "ada"];
        var asked = hall.Channel.Posts.Last(p => p.Person is "gus" or "zoe").Activity;
        Assert.Contains("there is one; no need", hall.Channel.Drawn[asked], StringComparison.Ordinal);
        Assert.Contains(Now(hall, "ada"), c => c.Contains(Number, StringComparison.Ordinal));
        await hall.Happens(Anns, new FillReport("ann", Grave with { Kinds = [ViolenceKind.SexualHarassment] }, Keep: false));
        Assert.All(new[] { "there is one; no need", "W1" }, word => Assert.DoesNotContain(word, hall.Channel.Drawn[asked], StringComparison.Ordinal));
        Assert.All(mates, person => Assert.All(Now(hall, person), c => Assert.DoesNotContain(Number, c, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_report_of_the_same_shift_keeps_its_line()
    {
        await using var hall = await Reported();
        var other = Incident.KeyOf("ann", "20261123020000");
        await hall.Happens(other, new BeginReport("ann"));
        await hall.Happens(other, new FillReport("ann", Grave, Keep: false));
        await hall.Pass(TimeSpan.FromHours(8.5));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        await hall.Happens(Anns, new FillReport("ann", Grave with { Kinds = [ViolenceKind.SexualHarassment] }, Keep: false));
        Assert.True((await hall.State<Escalation>(Hall.AnnsCase))!.Context.Incident);
        await hall.Happens(other, new FillReport("ann", Grave with { Kinds = [ViolenceKind.SexualAssault] }, Keep: false));
        Assert.False((await hall.State<Escalation>(Hall.AnnsCase))!.Context.Incident);
    }

    [Fact]
    public async Task A_report_that_turns_out_to_be_about_a_colleague_leaves_the_case_of_the_other()
    {
        await using var hall = await Reported();
        await hall.Pass(TimeSpan.FromHours(8.5));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        await hall.Happens(Anns, new FillReport("ann", Grave with { For = ReportedFor.Colleague, Colleagues = ["ben"], Kinds = [ViolenceKind.SexualHarassment] }, Keep: false));
        Assert.False((await hall.State<Escalation>(Hall.AnnsCase))!.Context.Incident);
    }

    /// <summary>What stands in somebody's chat now.</summary>
    private static List<string> Now(Hall hall, string person) => [.. hall.Channel.Posts.Where(p => p.Person == person).Select(p => hall.Channel.Drawn[p.Activity])];

    /// <summary>Mia took it and found something; Lee has a step.</summary>
    private static async Task Reviewed(Hall hall)
    {
        var key = ReviewKeys.Of(Number);
        await hall.Happens(key, new TakeReview("mia"));
        await hall.Happens(key, new RecordFinding("mia", Finding.ProcessIssue, await hall.Sealing.Of("mia", new("the list was unclear")), null, null));
        await hall.Happens(key, new AddCorrection("mia", await hall.Sealing.Of("mia", new("put up a sign")), "lee", new(2026, 12, 25), false));
    }

    private static async Task<Hall> Reported()
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(1));
        await hall.Happens(Anns, new BeginReport("ann"));
        await hall.Happens(Anns, new FillReport("ann", Grave, Keep: false));
        await hall.Pass(TimeSpan.FromSeconds(1));
        return hall;
    }
}
