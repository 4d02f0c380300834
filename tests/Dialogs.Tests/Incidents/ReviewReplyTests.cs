using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>What is found, what is done about it, and what the reporter hears, by when.</summary>
public sealed class ReviewReplyTests
{
    [Fact]
    public void The_reporter_hears_at_once_until_when_and_then_who_reviews()
    {
        var story = OneReview.Asked();
        Assert.Equal(new ReviewAssigned(null, OneReview.Local(27, 17, 30), false), Assert.Single(story.Signals<ReviewAssigned>()));
        Assert.Equal(Hall.Chen, Assert.Single(story.Hears(new TakeReview(Hall.Chen)).Signals<ReviewAssigned>()).Reviewer);
        Assert.Equal(new FlowKey("incident", "lin", "20261120"), Assert.Single(story.Step.Effects.OfType<Signal>()).To);
    }

    [Fact]
    public void The_last_days_are_reminded_of_and_then_the_administrator_hears_of_it_once()
    {
        var story = OneReview.Found();
        List<(DateTimeOffset, Slot)> told = [];
        while (story.At < OneReview.Local(2, 9, 0, 12))
            told.AddRange(story.WhenDue().Notices.Select(n => (story.At, n)));
        var (mine, missed) = (Review.CardOf(Hall.Chen), Review.MissedCard(OneReview.Ada));
        Assert.Equal(
            [(OneReview.Local(25, 8, 30), mine), (OneReview.Local(26, 8, 30), mine), (OneReview.Local(27, 8, 30), mine), (OneReview.Local(27, 17, 30), missed), (OneReview.Local(30, 8, 30), mine),
                (OneReview.Local(1, 8, 30, 12), mine), (OneReview.Local(2, 8, 30, 12), mine), (OneReview.Local(3, 8, 30, 12), mine)],
            told);
    }

    [Fact]
    public void Who_took_it_and_found_nothing_yet_is_reminded_the_next_working_day() =>
        Assert.Equal(OneReview.Local(23, 8, 30), OneReview.Taken().State.NextAt);

    [Fact]
    public void Nothing_is_replied_and_no_step_is_set_before_there_is_a_finding()
    {
        var story = OneReview.Taken();
        foreach (FlowEvent e in new FlowEvent[] { new SendReply(Hall.Chen, OneReview.Reply), new AddCorrection(Hall.Chen, OneReview.Action, OneReview.Xu, story.Today, false), new NoCorrection(Hall.Chen, OneReview.Reason) })
            Assert.Equal(new Say(new Notice.ReviewLacks(ReviewLack.FindingFirst)), story.Hears(e).Step.Reply);
        Assert.Equal(ReviewPhase.Reviewing, story.State.Phase);
    }

    [Theory]
    [InlineData(Finding.ServiceIssue, true)]
    [InlineData(Finding.Mixed, true)]
    [InlineData(Finding.ProcessIssue, false)]
    [InlineData(Finding.Unprovoked, false)]
    [InlineData(Finding.Unfounded, false)]
    public void A_finding_of_attitude_waits_for_the_statement(Finding finding, bool waits)
    {
        var story = OneReview.Taken().Hears(new RecordFinding(Hall.Chen, finding, OneReview.Causes, null, null));
        Assert.Equal(waits, story.State.Finding is null);
        Assert.Equal(waits ? new Say(new Notice.ReviewLacks(ReviewLack.Statement)) : new See(Review.CardOf(Hall.Chen)), story.Step.Reply);
        story.Hears(OneReview.Report with { Version = 2, StatementSigned = story.At }).Hears(new RecordFinding(Hall.Chen, finding, OneReview.Causes, null, null));
        Assert.Equal(finding, story.State.Finding);
    }

    [Fact]
    public void The_account_of_one_is_none_of_another_to_whom_the_report_turns_out_to_be_about()
    {
        var blames = new RecordFinding(Hall.Chen, Finding.ServiceIssue, OneReview.Causes, null, null);
        var corrected = OneReview.Report with { Version = 3, Affected = [Hall.Ding] };
        var story = OneReview.Taken().Hears(OneReview.Report with { Version = 2, StatementSigned = OneReview.Friday }).Hears(corrected).Hears(blames);
        Assert.Equal((new Say(new Notice.ReviewLacks(ReviewLack.Statement)), null), ((Say)story.Step.Reply!, story.State.Finding));

        var found = OneReview.Taken().Hears(OneReview.Report with { Version = 2, StatementSigned = OneReview.Friday }).Hears(blames).Hears(corrected);
        Assert.Equal((null, ReviewPhase.Reviewing, Hall.Chen), (found.State.Finding, found.State.Phase, found.State.Reviewer));
        Assert.Empty(found.Hears(new SendReply(Hall.Chen, OneReview.Reply)).Signals<IncidentReplied>());
    }

    [Fact]
    public void What_a_finding_lacks_is_named()
    {
        var story = OneReview.Taken();
        void Lacks(ReviewLack what, FlowEvent e) => Assert.Equal(new Say(new Notice.ReviewLacks(what)), story.Hears(e).Step.Reply);
        Lacks(ReviewLack.Finding, new RecordFinding(Hall.Chen, null, OneReview.Causes, null, null));
        Lacks(ReviewLack.Causes, new RecordFinding(Hall.Chen, Finding.Unprovoked, null, null, null));
        Lacks(ReviewLack.MeasureDate, new RecordFinding(Hall.Chen, Finding.Unprovoked, OneReview.Causes, VisitorMeasure.WrittenWarning, null));
        Lacks(ReviewLack.MeasureDate, new RecordFinding(Hall.Chen, Finding.Unprovoked, OneReview.Causes, VisitorMeasure.Restricted, story.Today));
        Assert.Equal(VisitorMeasure.Police, story.Hears(new RecordFinding(Hall.Chen, Finding.Unprovoked, OneReview.Causes, VisitorMeasure.Police, story.Today.AddDays(30))).State.Measure);
    }

    [Fact]
    public void A_reply_goes_out_once_and_ends_the_reminders_of_it()
    {
        var story = OneReview.Found().Hears(new SendReply(Hall.Chen, OneReview.Reply));
        Assert.Equal(new IncidentReplied(Hall.Chen, OneReview.Reply, story.At), Assert.Single(story.Signals<IncidentReplied>()));
        Assert.Equal(OneReview.Local(27, 8, 30), story.State.NextAt);
        Assert.Empty(story.Hears(new SendReply(Hall.Chen, OneReview.Causes)).Signals<IncidentReplied>());
        Assert.Equal(OneReview.Reply, story.State.Reply);
        Assert.Equal(Finding.ProcessIssue, story.Hears(new RecordFinding(Hall.Chen, Finding.Unfounded, OneReview.Causes, null, null)).State.Finding);
    }

    [Fact]
    public void Whoever_replied_and_set_no_step_is_reminded_each_week_until_there_is_one_or_a_reason()
    {
        var story = OneReview.Found().Hears(new SendReply(Hall.Chen, OneReview.Reply));
        Assert.Equal([Review.CardOf(Hall.Chen)], story.WhenDue().Notices);
        Assert.Equal(OneReview.Local(27, 8, 30), story.At);
        Assert.Equal([Review.CardOf(Hall.Chen)], story.WhenDue().Notices);
        story.Hears(new AddCorrection(Hall.Chen, OneReview.Action, OneReview.Xu, story.Today.AddDays(30), false));
        Assert.Equal([Review.TaskOf(story.State.Corrections[0])], story.WhenDue().Notices);
    }

    [Fact]
    public void It_closes_with_a_reply_and_a_reason_for_no_step()
    {
        var story = OneReview.Found().Hears(new SendReply(Hall.Chen, OneReview.Reply));
        Assert.Equal(ReviewPhase.Acting, story.State.Phase);
        Assert.Equal(new Say(new Notice.ReviewLacks(ReviewLack.Reason)), story.Hears(new NoCorrection(Hall.Chen, null)).Step.Reply);
        Assert.Equal(ReviewPhase.Closed, story.Hears(new NoCorrection(Hall.Chen, OneReview.Reason)).State.Phase);
    }

    [Fact]
    public void A_step_is_done_by_one_and_checked_by_another()
    {
        var story = OneReview.Found().Hears(new SendReply(Hall.Chen, OneReview.Reply));
        story.Hears(new AddCorrection(Hall.Chen, OneReview.Action, OneReview.Xu, new(2026, 11, 25), false));
        var task = Review.TaskOf(story.State.Corrections[0]);
        Assert.Equal([task], story.Notices);
        Assert.Equal(new Say(new Notice.NotYours()), story.Hears(new CorrectionDone(Hall.Zhao, 1)).Step.Reply);
        Assert.Equal((OneReview.Local(25, 8, 30), task), (story.WhenDue().At, Assert.Single(story.Notices)));
        Assert.Equal([task, Review.CardOf(Hall.Chen)], story.WhenDue().Notices);
        Assert.True(story.State.Corrections[0].Late);
        Assert.Equal([Review.CardOf(Hall.Chen)], story.Hears(new CorrectionDone(OneReview.Xu, 1)).Notices);
        Assert.Equal([task], story.Hears(new CheckCorrection(Hall.Chen, 1, Done: false)).Notices);
        Assert.Equal(ReviewPhase.Acting, story.State.Phase);
        story.Hears(new CorrectionDone(OneReview.Xu, 1)).Hears(new CheckCorrection(Hall.Chen, 1, Done: true));
        Assert.Equal((ReviewPhase.Closed, Hall.Chen), (story.State.Phase, story.State.Corrections[0].CheckedBy));
    }

    [Fact]
    public void Nobody_owns_a_step_whom_it_is_about_or_who_checks_it()
    {
        var story = OneReview.Taken(OneReview.Report with { Avoid = [Hall.Zhao] });
        story.Hears(new RecordFinding(Hall.Chen, Finding.ProcessIssue, OneReview.Causes, null, null));
        story.Facts = OneReview.FactsNow(null, OneReview.Ada);
        foreach (var owner in new[] { Hall.Chen, Hall.Zhao, OneReview.Ada, "nobody" })
            Assert.Equal(new Say(new Notice.ReviewLacks(ReviewLack.OtherOwner)), story.Hears(new AddCorrection(Hall.Chen, OneReview.Action, owner, story.Today, false)).Step.Reply);
        Assert.Equal(new Say(new Notice.ReviewLacks(ReviewLack.Step)), story.Hears(new AddCorrection(Hall.Chen, OneReview.Action, OneReview.Xu, null, false)).Step.Reply);
        Assert.Single(story.Hears(new AddCorrection(Hall.Chen, OneReview.Action, OneReview.Xu, story.Today, false)).State.Corrections);
        Assert.Equal(new Say(new Notice.ReviewLacks(ReviewLack.Uninvolved)), story.Hears(new HandOverReview(Hall.Chen, OneReview.Xu)).Step.Reply);
    }

    [Fact]
    public void A_serious_hazard_has_seven_calendar_days()
    {
        var story = OneReview.Found();
        story.Hears(new AddCorrection(Hall.Chen, OneReview.Action, OneReview.Xu, story.Today.AddDays(30), true));
        Assert.Equal(new DateOnly(2026, 11, 27), Assert.Single(story.State.Corrections).Due);
        story.Hears(new AddCorrection(Hall.Chen, OneReview.Action, Hall.Wang, story.Today.AddDays(2), true));
        Assert.Equal(new DateOnly(2026, 11, 22), story.State.Corrections[1].Due);
    }

    [Fact]
    public void The_same_step_pressed_twice_is_one() =>
        Assert.Single(OneReview.Found().Hears(new AddCorrection(Hall.Chen, OneReview.Action, OneReview.Xu, new(2026, 12, 1), false))
            .Hears(new AddCorrection(Hall.Chen, OneReview.Action, OneReview.Xu, new(2026, 12, 1), false)).State.Corrections);

    [Fact]
    public void What_is_decided_about_a_visitor_is_looked_at_again_on_its_day_also_after_the_close()
    {
        var story = OneReview.Taken().Hears(new RecordFinding(Hall.Chen, Finding.Unprovoked, OneReview.Causes, VisitorMeasure.VerbalWarning, new(2026, 12, 20)));
        story.Hears(new NoCorrection(Hall.Chen, OneReview.Reason)).Hears(new SendReply(Hall.Chen, OneReview.Reply));
        Assert.Equal((ReviewPhase.Closed, OneReview.Local(21, 8, 30, 12)), (story.State.Phase, story.State.NextAt!.Value));
        Assert.Equal([Review.CardOf(Hall.Chen)], story.WhenDue().Notices);
        Assert.Null(story.State.NextAt);
    }

    [Fact]
    public void A_year_without_a_list_is_provisional_and_a_list_that_comes_only_ever_gives_more_time()
    {
        var report = OneReview.Report with { ReportedAt = OneReview.Local(30, 10, 0, 12), Severity = 4 };
        var story = OneReview.Begun(report, at: report.ReportedAt);
        Assert.Equal(new ReviewAssigned(null, new DateTimeOffset(2027, 1, 6, 17, 30, 0, TimeSpan.FromHours(8)), true), Assert.Single(story.Signals<ReviewAssigned>()));
        Assert.Empty(story.Hears(new TakeReview("stranger")).Signals<ReviewAssigned>());

        var later = new WorkingDays([], [new(2027, 1, 1)], [2026, 2027]);
        story.Facts = story.Facts with { Hours = story.Facts.Hours with { Days = later } };
        Assert.Equal(new ReviewAssigned(null, new DateTimeOffset(2027, 1, 7, 17, 30, 0, TimeSpan.FromHours(8)), false), Assert.Single(story.Hears(new TakeReview("stranger")).Signals<ReviewAssigned>()));

        var sooner = OneReview.Begun(report, at: report.ReportedAt);
        sooner.Facts = story.Facts with { Hours = story.Facts.Hours with { Days = new([new(2027, 1, 2), new(2027, 1, 3)], [], [2026, 2027]) } };
        Assert.Equal(new ReviewAssigned(null, new DateTimeOffset(2027, 1, 6, 17, 30, 0, TimeSpan.FromHours(8)), false), Assert.Single(sooner.Hears(new TakeReview("stranger")).Signals<ReviewAssigned>()));
    }

    [Theory]
    [InlineData("2025-01-24", "2025-02-07")]
    [InlineData("2025-12-29", "2026-01-06")]
    [InlineData("2026-02-11", "2026-02-25")]
    [InlineData("2026-11-20", "2026-11-27")]
    public void Five_working_days_are_counted_as_the_official_lists_say(string received, string due)
    {
        // Of the notices of 2025 and 2026: the days around these dates.
        DateOnly[] off = [.. Days("2025-01-28", 8), new(2026, 1, 1), new(2026, 1, 2), new(2026, 1, 3), .. Days("2026-02-15", 9)];
        var days = new WorkingDays([new(2025, 1, 26), new(2025, 2, 8), new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28)], [.. off], [2025, 2026]);
        var at = new DateTimeOffset(DateOnly.Parse(received, null).ToDateTime(new(16, 0)), TimeSpan.FromHours(8));
        var story = OneReview.Begun(OneReview.Report with { ReportedAt = at }, OneReview.FactsNow() with { Hours = Hall.Working with { Days = days } }, at);
        Assert.Equal((new DateTimeOffset(DateOnly.Parse(due, null).ToDateTime(new(17, 30)), TimeSpan.FromHours(8)), false), (story.State.ReplyDue, story.State.Provisional));
    }

    private static IEnumerable<DateOnly> Days(string from, int count) => Enumerable.Range(0, count).Select(d => DateOnly.Parse(from, null).AddDays(d));
}
