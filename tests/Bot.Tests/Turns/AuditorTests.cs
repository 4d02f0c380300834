using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Every open case has a next step in the future, or an alarm is raised.</summary>
public sealed class AuditorTests
{
    private static async Task<Hall> WithACase()
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9.1));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        Assert.Equal(CasePhase.Asking, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
        return hall;
    }

    private static Task Damage(Hall hall, Action<Dictionary<string, object>> how) => Damage(hall, Hall.AnnsCase, how);

    private static async Task Damage(Hall hall, FlowKey key, Action<Dictionary<string, object>> how)
    {
        var table = hall.Store.Table(FlowRows.TableName);
        var row = (await table.Get(FlowRows.PartitionOf(key), FlowRows.StateKey(key)))!;
        var columns = new Dictionary<string, object>(row.Columns);
        how(columns);
        Assert.True((await table.Commit(row.Partition, [Change.Replace(row.Key, columns, row.ETag)])).Committed);
    }

    private static async Task<StalledCase> Alarm(Hall hall)
    {
        var found = Assert.Single((await hall.Auditor.Once()).Stalled);
        await hall.Turns.Settled();
        Assert.Equal(Escalation.NumberOf(Hall.AnnsCase.Owner), found.Number);
        var card = Assert.Single(hall.Channel.Posts, p => p.Person == "ada").Card;
        Assert.Contains(found.Number, card, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bann\b", card);
        return found;
    }

    [Fact]
    public async Task While_cases_move_nobody_is_alarmed()
    {
        await using var hall = await WithACase();
        Assert.True((await hall.Auditor.Once()).IsWell);
        await hall.Pass(TimeSpan.FromDays(8));
        Assert.True((await hall.Auditor.Once()).IsWell);
        Assert.Null(await hall.State<Audit>(Audit.Key));
        Assert.Equal(0, hall.Channel.Posts.Count(p => p.Person == "ada" && p.Card.Contains("stop", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_cover_and_a_call_for_reinforcement_that_stand_still_alarm_the_administrator_without_a_name()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(1));
        var (cover, call) = (Cover.KeyAfter("ann", null), Reinforcement.KeyAfter("hall", null));
        await hall.Turns.Take(new(cover, new CoverAsked("ann", 10), Typed: true));
        await hall.Turns.Take(new(call, new ReinforcementAsked("lee"), Typed: true));
        await hall.Turns.Settled();
        Assert.True((await hall.Auditor.Once()).IsWell);
        hall.Time.Advance(TimeSpan.FromMinutes(32) + Auditor.Late);
        Assert.True((await hall.Auditor.Once()).IsWell);
        hall.Time.Advance(Auditor.Every);
        var found = await hall.Auditor.Once();
        await hall.Turns.Settled();
        Assert.Equal((2, 0), (found.Unnumbered, found.Stalled.Length));
        Assert.DoesNotMatch(@"\b(ann|lee)\b", hall.Channel.Posts.Last(p => p.Person == "ada").Card);
        await hall.Pass(TimeSpan.FromHours(3));
        Assert.True((await hall.Auditor.Once()).IsWell);
    }

    [Fact]
    public async Task An_open_case_without_a_next_step_alarms_the_administrator()
    {
        await using var hall = await WithACase();
        await Damage(hall, c => c.Remove("until"));
        Assert.Equal(Trouble.NoNextStep, (await Alarm(hall)).Trouble);
    }

    [Fact]
    public async Task A_next_step_that_did_not_happen_alarms_the_administrator_and_the_card_follows_when_it_does()
    {
        await using var hall = await WithACase();
        hall.Time.Advance(TimeSpan.FromMinutes(15) + Auditor.Late);
        Assert.True((await hall.Auditor.Once()).IsWell);
        Assert.Equal(Trouble.Overdue, (await Alarm(hall)).Trouble);

        await hall.Pass(TimeSpan.FromSeconds(1));
        Assert.True((await hall.Auditor.Once()).IsWell);
        await hall.Turns.Settled();
        var (_, activity, _) = Assert.Single(hall.Channel.Posts, p => p.Person == "ada");
        Assert.Contains("moves again", hall.Channel.Drawn[activity], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_whose_row_cannot_be_read_alarms_the_administrator()
    {
        await using var hall = await WithACase();
        await Damage(hall, c => c["chain"] = "[{");
        Assert.Equal(Trouble.Unreadable, (await Alarm(hall)).Trouble);
    }

    [Fact]
    public async Task The_alarm_is_raised_once_however_often_the_auditor_looks()
    {
        await using var hall = await WithACase();
        await Damage(hall, c => c.Remove("until"));
        await Alarm(hall);
        await Alarm(hall);
    }

    [Fact]
    public async Task A_card_that_never_leaves_alarms_the_administrator_at_the_second_look_and_the_alarm_ends_when_it_has_left()
    {
        await using var hall = await WithACase();
        hall.Channel.BeforePost = person => Task.FromResult<SendResult?>(person == "ada" ? null : new(SendOutcome.NotNow, Reason: "down"));
        await hall.Pass(TimeSpan.FromMinutes(20));
        Assert.True((await hall.Auditor.Once()).IsWell);
        await hall.Pass(Auditor.Every);
        var stuck = Assert.Single((await hall.Auditor.Once()).Stuck);
        await hall.Turns.Settled();
        Assert.Equal(Stuck.Card, stuck.Kind);
        Assert.Single(hall.Channel.Posts, p => p.Person == "ada" && p.Card.Contains($"{stuck.Count} card", StringComparison.Ordinal));

        hall.Channel.BeforePost = null;
        await hall.Pass(TimeSpan.FromMinutes(10));
        Assert.True((await hall.Auditor.Once()).IsWell);
        Assert.True((await hall.State<Audit>(Audit.Key))!.IsWell);
    }

    [Fact]
    public async Task A_request_that_cannot_become_a_case_alarms_the_administrator()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9.1));
        // What stands in the case's place cannot be read, so that the case never opens.
        var table = hall.Store.Table(FlowRows.TableName);
        await table.Commit(FlowRows.PartitionOf(Hall.AnnsCase), [Change.Insert(FlowRows.StateKey(Hall.AnnsCase), new Dictionary<string, object> { ["flowVersion"] = 1, ["chain"] = "[{" })]);
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        await hall.Pass(Auditor.OnItsWay);
        Assert.True((await hall.Auditor.Once()).IsWell);
        await hall.Pass(Auditor.Every);
        Assert.Contains(new StuckCount(Stuck.Opening, 1), (await hall.Auditor.Once()).Stuck);
    }

    private static readonly FlowKey Reviewed = ReviewKeys.Of("INC-20261123-001");

    private static readonly IncidentReported Report = new(
        Reviewed.Owner, 1, "ann", ["ann"], [], [], "hall", "W1", LocationClass.Counter, Hall.Opening, Hall.Opening.AddHours(1), [ViolenceKind.ThreatVerbal], 4,
        Injury.None, Trigger.Wait, null, null);

    [Fact]
    public async Task A_review_that_stands_still_is_told_by_its_number_and_without_a_name()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Reviewed, Report);
        await Damage(hall, Reviewed, c => new[] { "until", "remindAt", "replyDue" }.ToList().ForEach(name => c[name] = Hall.Opening));
        hall.Time.Advance(Auditor.Late);
        Assert.True((await hall.Auditor.Once()).IsWell);
        Assert.Equal(new StalledCase(Reviewed.Owner, Trouble.Overdue, Hall.Opening), Assert.Single((await hall.Auditor.Once()).Stalled));
        await hall.Turns.Settled();
        var card = Assert.Single(hall.Channel.Posts, p => p.Person == "ada").Card;
        Assert.Contains(Reviewed.Owner, card, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b(ann|mia|W1|threat)\b", card);
    }

    [Fact]
    public async Task A_review_without_a_next_moment_alarms_until_it_is_closed()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Reviewed, Report);
        await Damage(hall, Reviewed, c => (c["phase"], c["repliedAt"]) = ("reviewing", Hall.Opening));
        await Damage(hall, Reviewed, c => c.Remove("remindAt"));
        Assert.Equal(Trouble.NoNextStep, Assert.Single((await hall.Auditor.Once()).Stalled).Trouble);
        await Damage(hall, Reviewed, c => c["phase"] = "closed");
        Assert.True((await hall.Auditor.Once()).IsWell);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_restricted_review_or_one_that_cannot_be_read_the_administrator_learns_a_count_and_no_number(bool readable)
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Reviewed, Report with { Kinds = [ViolenceKind.SexualHarassment] });
        await Damage(hall, Reviewed, c =>
        {
            foreach (var name in new[] { "until", "remindAt", "replyDue" })
                c[name] = Hall.Opening;
            if (!readable)
                c["incident"] = "[{";
        });
        hall.Time.Advance(Auditor.Late);
        await hall.Auditor.Once();
        var found = await hall.Auditor.Once();
        Assert.Empty(found.Stalled);
        Assert.Equal(1, found.Unnumbered);
        await hall.Turns.Settled();
        var card = Assert.Single(hall.Channel.Posts, p => p.Person == "ada").Card;
        Assert.DoesNotMatch("INC-|review|report|exual", card);
    }

    public static TheoryData<string> Waited => [Alert.Kind, ReviewKeys.Kind, Statement.Kind];

    [Theory, MemberData(nameof(Waited))]
    public async Task A_card_of_an_alert_a_review_or_an_account_that_never_leaves_is_counted(string kind)
    {
        await using var hall = new Hall();
        await hall.Open();
        hall.Channel.BeforePost = person => Task.FromResult<SendResult?>(person == "ada" ? null : new(SendOutcome.NotNow, Reason: "down"));
        if (kind == Alert.Kind)
            await hall.Happens(Alert.KeyAfter("ann", null), new AlertRaised("ann", null));
        else if (kind == ReviewKeys.Kind)
            await hall.Happens(Reviewed, Report);
        else
        {
            var account = Statement.KeyOf("ann", Reviewed.Owner);
            await hall.Happens(account, new StatementAsked("ben/1", "ben", "W1", Hall.Opening, false, null));
            await hall.Happens(account, new IncidentReplied("mia", await hall.Sealing.Of("mia", new("there is a sign now")) ?? throw new InvalidOperationException(), Hall.Opening));
        }
        await hall.Pass(TimeSpan.FromMinutes(20));
        await hall.Auditor.Once();
        await hall.Pass(Auditor.Every);
        Assert.Contains((await hall.Auditor.Once()).Stuck, s => s.Kind == Stuck.Card);
    }
}
