using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>Who reviews, and when somebody is asked.</summary>
public sealed class ReviewerTests
{
    [Fact]
    public void Who_has_signed_an_account_of_it_does_not_review_it_also_when_the_report_is_about_somebody_else_now() =>
        Assert.Equal(OneReview.Tang, OneReview.Asked(OneReview.Report with { Signers = [Hall.Chen] }).State.AskedNow!.Person);

    [Fact]
    public void A_lesser_one_begins_when_the_next_working_day_opens()
    {
        var story = OneReview.Begun();
        Assert.Equal((ReviewPhase.Waiting, OneReview.Local(23, 8, 30)), (story.State.Phase, story.State.NextAt!.Value));
        Assert.Empty(story.Notices);
        Assert.Equal([Review.CardOf(Hall.Chen)], story.WhenDue().Notices);
    }

    [Fact]
    public void A_grave_one_begins_the_same_day() => Assert.Equal([Review.CardOf(Hall.Chen)], OneReview.Asked().Notices);

    [Fact]
    public void One_that_turns_out_to_be_grave_does_not_wait_any_longer() =>
        Assert.Equal([Review.CardOf(Hall.Chen)], OneReview.Begun().Hears(OneReview.Report with { Version = 2, Severity = 5 }, TimeSpan.FromHours(1)).Notices);

    [Fact]
    public void One_that_arrives_after_its_day_begins_at_once() =>
        Assert.Equal([Review.CardOf(Hall.Chen)], OneReview.Begun(at: OneReview.Local(24, 10, 0)).Notices);

    [Fact]
    public void Hall_leaders_are_asked_first_then_leaders_of_other_teams_then_administrators_and_the_team_s_own_leader_never()
    {
        var story = OneReview.Asked();
        List<AskedToReview> asked = [story.State.AskedNow!];
        while (asked.Count < 5)
        {
            story.Until(r => r.AskedNow != asked[^1]);
            asked.Add(story.State.AskedNow!);
        }
        Assert.Equal([Hall.Chen, OneReview.Tang, OneReview.Xu, OneReview.Ada, Hall.Chen], asked.Select(a => a.Person));
        Assert.Equal([false, false, false, true, false], asked.Select(a => a.LastResort));
    }

    [Fact]
    public void Who_does_not_take_it_is_reminded_and_after_a_working_day_the_next_one_is_asked()
    {
        // Friday, a quarter past three: two and a quarter hours of work are left.
        var story = OneReview.Asked().WhenDue();
        Assert.Equal((OneReview.Local(23, 10, 45), Review.CardOf(Hall.Chen)), (story.At, Assert.Single(story.Notices)));
        story.WhenDue();
        Assert.Equal((OneReview.Local(23, 15, 15), Review.CardOf(OneReview.Tang)), (story.At, Assert.Single(story.Notices)));
        Assert.Contains(new Show(Review.CardOf(Hall.Chen), Delivery.Withdraw), story.Step.Effects);
        Assert.Equal(new Say(new Notice.NotYours()), OneReview.Asked().Hears(new TakeReview(OneReview.Tang)).Step.Reply);
        Assert.Null(story.Hears(new TakeReview(Hall.Chen)).State.Reviewer);
    }

    [Fact]
    public void After_an_outage_one_person_is_asked_and_not_five()
    {
        var story = OneReview.Asked().Hears(new Due(), TimeSpan.FromDays(20));
        Assert.Equal(OneReview.Tang, story.State.AskedNow!.Person);
        Assert.Equal([Review.CardOf(OneReview.Tang), Review.MissedCard(OneReview.Ada)], story.Notices.Order(Comparer<Slot>.Create((a, b) => string.CompareOrdinal(b.Name, a.Name))));
        Assert.True(story.State.NextAt > story.At);
    }

    public static TheoryData<string, IncidentReported> Involvements => new()
    {
        { "it happened to them", OneReview.Report with { Affected = [Hall.Chen] } },
        { "they saw it", OneReview.Report with { Witnesses = [Hall.Chen] } },
        { "they reported it", OneReview.Report with { Reporter = Hall.Chen } },
        { "the reporter wishes to avoid them", OneReview.Report with { Avoid = [Hall.Chen] } },
    };

    [Theory]
    [MemberData(nameof(Involvements))]
    public void Nobody_involved_is_asked(string why, IncidentReported report) =>
        Assert.True(OneReview.Asked(report).State.AskedNow!.Person == OneReview.Tang, why);

    [Fact]
    public void Who_is_named_is_not_asked() =>
        Assert.Equal(OneReview.Tang, OneReview.Asked(facts: OneReview.FactsNow(null, Hall.Chen)).State.AskedNow!.Person);

    [Theory]
    [MemberData(nameof(Involvements))]
    public void Who_turns_out_to_be_involved_has_it_no_longer_and_what_they_found_does_not_stand(string why, IncidentReported report)
    {
        var story = OneReview.Found().Hears(report with { Version = 2, Severity = 4, Source = OneReview.Report.Source });
        Assert.True(story.State is { Reviewer: null, Finding: null, AskedNow.Person: OneReview.Tang }, why);
        Assert.Contains(new Show(Review.CardOf(Hall.Chen), Delivery.Withdraw), story.Step.Effects);
        Assert.Null(Assert.Single(story.Signals<ReviewAssigned>()).Reviewer);
    }

    [Fact]
    public void What_the_reporter_was_told_already_stands_also_when_the_reviewer_changes()
    {
        var story = OneReview.Found().Hears(new SendReply(Hall.Chen, OneReview.Reply)).Hears(OneReview.Report with { Version = 2, Avoid = [Hall.Chen] });
        Assert.Equal((Finding.ProcessIssue, OneReview.Tang), (story.State.Finding!.Value, story.State.AskedNow!.Person));
        Assert.Equal(ReviewPhase.Acting, story.Hears(new TakeReview(OneReview.Tang)).State.Phase);
    }

    [Fact]
    public void Who_has_become_involved_since_the_card_came_cannot_take_it()
    {
        var story = OneReview.Asked();
        story.Facts = OneReview.FactsNow(null, Hall.Chen);
        Assert.Equal((null, OneReview.Tang), (story.Hears(new TakeReview(Hall.Chen)).State.Reviewer, story.State.AskedNow!.Person));
    }

    [Fact]
    public void Who_says_that_they_are_too_close_is_never_asked_again()
    {
        var story = OneReview.Asked().Hears(new DeclineReview(Hall.Chen));
        Assert.Equal(OneReview.Tang, story.State.AskedNow!.Person);
        for (var i = 0; i < 40; i++)
            Assert.NotEqual(Hall.Chen, story.WhenDue().State.AskedNow?.Person);
    }

    [Fact]
    public void Who_cannot_be_reached_is_passed_over() => Assert.Equal(OneReview.Tang, OneReview.Asked().Hears(new ReviewUnreachable(Hall.Chen)).State.AskedNow!.Person);

    [Fact]
    public void A_handler_whom_the_card_did_not_reach_is_asked_again_on_the_next_working_day()
    {
        var story = OneReview.Asked(OneReview.Report with { Kinds = [ViolenceKind.SexualAssault] });
        story.Hears(new ReviewUnreachable(Hall.Su)).Hears(new ReviewUnreachable(Hall.He));
        Assert.Null(story.State.AskedNow);
        Assert.Equal((OneReview.Local(23, 8, 30), Hall.Su), (story.WhenDue().At, story.State.AskedNow?.Person));
    }

    [Fact]
    public void Who_leaves_does_not_keep_it_for_ever()
    {
        var story = OneReview.Found();
        story.Facts = OneReview.FactsNow([.. OneReview.Everybody.Where(c => c.Person != Hall.Chen)]);
        story.WhenDue();
        Assert.Equal((null, OneReview.Tang, Finding.ProcessIssue), (story.State.Reviewer, story.State.AskedNow?.Person, story.State.Finding));
        Assert.Equal(ReviewPhase.Acting, story.Hears(new TakeReview(OneReview.Tang)).State.Phase);
    }

    [Fact]
    public void Where_there_is_nobody_it_looks_again_each_working_hour_and_when_a_day_opens()
    {
        var story = OneReview.Asked(facts: OneReview.FactsNow([]));
        var looks = Enumerable.Range(0, 3).Select(_ => story.WhenDue().At).ToList();
        Assert.Equal([OneReview.Local(20, 16, 15), OneReview.Local(20, 17, 15), OneReview.Local(23, 8, 30)], looks);
        Assert.Null(story.State.AskedNow);
        story.Facts = OneReview.FactsNow();
        Assert.Equal(Hall.Chen, story.WhenDue().State.AskedNow!.Person);
    }

    [Fact]
    public void Handing_over_needs_a_yes_and_is_refused_to_the_involved()
    {
        var story = OneReview.Taken(OneReview.Report with { Witnesses = [OneReview.Xu] });
        foreach (var to in new[] { OneReview.Xu, Hall.Wang, Hall.Lin, Hall.Bao, Hall.Chen, null })
            Assert.Equal(new Say(new Notice.ReviewLacks(ReviewLack.Uninvolved)), story.Hears(new HandOverReview(Hall.Chen, to)).Step.Reply);
        Assert.Equal([Review.CardOf(OneReview.Tang)], story.Hears(new HandOverReview(Hall.Chen, OneReview.Tang)).Notices);
        Assert.Equal(Hall.Chen, story.State.Reviewer);
        Assert.Equal(OneReview.Tang, story.Hears(new AcceptReview(OneReview.Tang)).State.Reviewer);
        Assert.Equal(OneReview.Tang, Assert.Single(story.Signals<ReviewAssigned>()).Reviewer);
    }

    [Fact]
    public void An_older_telling_changes_nothing()
    {
        var story = OneReview.Begun(OneReview.Report with { Version = 3 });
        Assert.Same(story.State, story.State.On(OneReview.Report with { Version = 3, Severity = 5 }, story.Facts, story.At).State);
    }
}
