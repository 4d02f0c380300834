using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

public sealed class ReportTests
{
    private static readonly DateTimeOffset Happened = OneIncident.Happened;

    [Fact]
    public void A_short_report_gets_a_number_and_the_review_hears_of_it_once()
    {
        var it = OneIncident.Sent();
        Assert.Equal((IncidentPhase.Reported, "INC-20261123-001", 1), (it.Report.Phase, it.Report.Number, it.Report.Version));
        var told = Assert.Single(it.Told);
        Assert.Equal(ReviewKeys.Of("INC-20261123-001"), told.To);
        var reported = (IncidentReported)told.Event;
        Assert.Equal((3, Hall.Lin, "lin/1", null), (reported.Severity, reported.Reporter, reported.Source, reported.StatementSigned));
        Assert.Equal([Hall.Lin], reported.Affected.AsEnumerable());
        Assert.Equal(ViolenceType.T2, reported.Details!.Type);
        it.Fills(OneIncident.Short);
        Assert.Single(it.Told);
        Assert.Equal(new See(it.Report.Card), it.Reply);
    }

    [Theory]
    [InlineData(Missing.Kinds)]
    [InlineData(Missing.Injuries)]
    [InlineData(Missing.Over)]
    [InlineData(Missing.Colleague)]
    [InlineData(Missing.Time)]
    public void What_is_missing_is_named_and_everything_else_is_kept(Missing gap)
    {
        var report = gap switch
        {
            Missing.Kinds => OneIncident.Short with { Kinds = [] },
            Missing.Injuries => OneIncident.Short with { Injuries = null },
            Missing.Over => OneIncident.Short with { Over = null },
            Missing.Colleague => OneIncident.Short with { For = ReportedFor.Colleague },
            _ => OneIncident.Short with { OccurredAt = Happened.AddHours(1) },
        };
        var it = new OneIncident().Fills(report);
        Assert.Equal((IncidentPhase.Draft, true), (it.Report.Phase, it.Report.Gap));
        Assert.Equal([gap], it.Report.Draft.Missing);
        Assert.True(it.Report.Draft.SameAs(gap == Missing.Time ? report with { OccurredAt = null } : report));
        Assert.Empty(it.Told);
    }

    [Fact]
    public void A_time_that_was_not_given_stays_what_it_was() =>
        Assert.Equal(Happened, OneIncident.Sent(OneIncident.Short with { OccurredAt = null }).Report.Report!.OccurredAt);

    [Fact]
    public void A_draft_is_kept_for_later_reminded_of_once_at_the_end_of_the_shift_and_goes_on_as_it_was()
    {
        var it = new OneIncident().Fills(OneIncident.Short with { Over = null }, keep: true);
        Assert.True(it.Report.Parked);
        it.After(Hall.ShiftEnd - it.Now);
        Assert.Equal([new Show(it.Report.Card, Delivery.Prompt)], it.Shown);
        it.After(TimeSpan.FromDays(30));
        Assert.Empty(it.Shown);
        Assert.Null(it.Report.NextAt);
        it.Hears(new BeginReport(Hall.Lin));
        Assert.True(it.Report.IsOpen);
        Assert.Equal([ViolenceKind.ThreatVerbal], it.Report.Draft.Kinds.AsEnumerable());
    }

    [Fact]
    public void A_draft_that_is_thrown_away_is_gone_and_another_one_begins_empty()
    {
        var it = new OneIncident().Fills(OneIncident.Short, keep: true).Hears(new DiscardReport(Hall.Lin));
        Assert.True(it.Report.Draft.SameAs(new()));
        Assert.Null(it.Report.NextAt);
        it.Hears(new OpenReport(Hall.Lin));
        Assert.Equal(IncidentPhase.Discarded, it.Report.Phase);
        it.Hears(new BeginReport(Hall.Lin));
        Assert.True(it.Report.IsOpen && it.Report.Draft.IsEmpty);
    }

    [Fact]
    public void What_was_sent_cannot_be_thrown_away() =>
        Assert.Equal(IncidentPhase.Reported, OneIncident.Sent().Hears(new DiscardReport(Hall.Lin)).Report.Phase);

    [Theory]
    [InlineData(1, false)]
    [InlineData(24, false)]
    [InlineData(25, true)]
    [InlineData(24 * 400, true)]
    public void However_late_a_report_comes_it_is_taken_and_from_a_day_on_flagged(int hours, bool late)
    {
        var it = new OneIncident { Now = Happened.AddHours(hours) };
        it.Fills(OneIncident.Short);
        Assert.Equal((IncidentPhase.Reported, late), (it.Report.Phase, it.Report.IsLate));
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData(1, 3)]
    [InlineData(5, 5)]
    [InlineData(9, 3)]
    public void The_severity_is_that_of_the_kinds_unless_the_reporter_raises_it(int? chosen, int severity) =>
        Assert.Equal(severity, OneIncident.Sent(OneIncident.Short with { Severity = chosen }).LastTold.Severity);

    [Fact]
    public void A_report_can_be_added_to_until_its_reply_and_not_after_it()
    {
        var it = OneIncident.Sent().Hears(new OpenReport(Hall.Lin)).Fills(OneIncident.Short with { Trigger = Trigger.Wait });
        Assert.Equal((2, Trigger.Wait), (it.LastTold.Version, it.LastTold.Trigger));
        it.Hears(new IncidentReplied(Hall.Chen, OneIncident.Text, it.Now));
        Assert.Contains(new Show(it.Report.ReplyCard, Delivery.Notice), it.Shown);
        it.Hears(new OpenReport(Hall.Lin)).Fills(OneIncident.Short with { Severity = 5 });
        Assert.Equal((2, false), (it.Report.Version, it.Report.IsOpen));
    }

    [Fact]
    public void An_addition_with_something_missing_keeps_what_was_sent()
    {
        var it = OneIncident.Sent().Hears(new OpenReport(Hall.Lin)).Fills(OneIncident.Short with { Kinds = [] });
        Assert.Equal((true, true, 1), (it.Report.Editing, it.Report.Gap, it.Report.Version));
        Assert.True(it.Report.Report!.SameAs(OneIncident.Short));
    }

    [Fact]
    public void A_reply_that_is_told_twice_is_shown_once()
    {
        var reply = new IncidentReplied(Hall.Chen, OneIncident.Text, Happened.AddDays(2));
        var it = OneIncident.Sent().Hears(reply).Hears(reply);
        Assert.Empty(it.Shown);
    }

    [Fact]
    public void The_reporter_sees_who_reviews_it_and_until_when()
    {
        var it = OneIncident.Sent().Hears(new ReviewAssigned(Hall.Chen, Happened.AddDays(7), false));
        Assert.Equal(Hall.Chen, it.Report.Review!.Reviewer);
        Assert.Equal([new Show(it.Report.Card, Delivery.Refresh)], it.Shown);
    }

    [Fact]
    public void Deleting_takes_a_draft_and_leaves_what_was_sent()
    {
        Assert.Equal(IncidentPhase.Discarded, new OneIncident().Fills(OneIncident.Short, keep: true).Hears(new DraftsErased()).Report.Phase);
        var it = OneIncident.Sent().Hears(new OpenReport(Hall.Lin)).Hears(new DraftsErased());
        Assert.Equal((IncidentPhase.Reported, false), (it.Report.Phase, it.Report.IsOpen));
        Assert.True(it.Report.Report!.SameAs(OneIncident.Short));
    }
}
