using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>What happens to a report that nobody uninvolved can take.</summary>
public sealed class NobodyTests
{
    private static readonly IncidentReported Restricted = OneReview.Report with { Kinds = [ViolenceKind.SexualHarassment], Severity = 4, Avoid = [Hall.Su, Hall.He] };

    [Fact]
    public void The_reporter_of_a_restricted_one_is_told_at_once_and_nobody_else_is()
    {
        var story = OneReview.Begun(Restricted);
        var told = Assert.Single(story.Signals<ReviewAssigned>());
        Assert.True(told is { Nobody: true, Alerted: false, Reviewer: null });
        Assert.Equal(OneReview.Ada, Assert.Single(told.Administrators!.Value));
        for (var i = 0; i < 80; i++)
        {
            Assert.Empty(story.Step.Effects.OfType<Show>());
            story.WhenDue();
        }
        Assert.True(story.State is { MissedAt: not null, Alerted: null });
    }

    [Fact]
    public void Only_when_the_reporter_chooses_so_the_administrators_hear_that_a_handler_is_missing_and_once_more_each_week()
    {
        var story = OneReview.Begun(Restricted).Hears(new HandlerWanted());
        Assert.Equal([Review.AlertOf(OneReview.Ada)], story.Notices);
        Assert.True(Assert.Single(story.Signals<ReviewAssigned>()).Alerted);
        Assert.Same(story.State, story.State.On(new HandlerWanted(), story.Facts, story.At).State);
        var at = story.At;
        Assert.InRange((story.Until(r => r.AlertedAt > at).At - at).TotalDays, 6, 8);
        Assert.Equal([Review.AlertOf(OneReview.Ada)], story.Notices);
    }

    [Fact]
    public void The_administrator_learns_nothing_but_that_one_waits()
    {
        var story = OneReview.Begun(Restricted).Hears(new HandlerWanted());
        var seen = ReviewPermit.Seen(story.State, Review.AlertOf(OneReview.Ada));
        Assert.Equal(ReviewViewer.Alerted, ReviewPermit.ViewerOf(story.State, Review.AlertOf(OneReview.Ada)));
        Assert.Equal(("", "", 0, 0, default), (seen.Number, seen.Incident.Post, seen.Incident.Kinds.Length, seen.Incident.Affected.Length, seen.Incident.OccurredAt));
        Assert.Empty(ReviewPermit.Readable(story.State, Review.AlertOf(OneReview.Ada)));
        foreach (var other in new[] { Review.CardOf(OneReview.Ada), Review.MissedCard(OneReview.Ada), Review.AlertOf(Hall.Chen) })
            Assert.Equal(ReviewViewer.Nobody, ReviewPermit.ViewerOf(story.State, other));
    }

    [Fact]
    public void An_administrator_who_has_a_part_in_it_is_not_offered_and_never_told()
    {
        var story = OneReview.Begun(Restricted with { Avoid = [Hall.Su, Hall.He, OneReview.Ada] });
        Assert.Empty(Assert.Single(story.Signals<ReviewAssigned>()).Administrators!.Value);
        Assert.Empty(story.Hears(new HandlerWanted()).Step.Effects);
    }

    [Fact]
    public void Whom_the_card_does_not_reach_is_not_called_told()
    {
        var story = OneReview.Begun(Restricted).Hears(new HandlerWanted()).Hears(new AlertUnreachable(OneReview.Ada));
        var told = Assert.Single(story.Signals<ReviewAssigned>());
        Assert.False(told.Alerted);
        Assert.Empty(told.Administrators!.Value);
        // On the next working day it may be tried again.
        Assert.Equal(OneReview.Ada, Assert.Single(story.Until(r => r.ToldLast!.Administrators is { IsEmpty: false }).State.ToldLast!.Administrators!.Value));
    }

    [Fact]
    public void Once_there_is_another_handler_it_goes_on_by_itself_within_a_working_hour()
    {
        var story = OneReview.Begun(Restricted).Hears(new HandlerWanted());
        story.Facts = OneReview.FactsNow() with { Policy = OneReview.Policy with { Handlers = [Hall.Su, Hall.He, OneReview.Xu] } };
        story.WhenDue();
        Assert.Equal((OneReview.Xu, OneReview.Friday.AddHours(1)), (story.State.AskedNow!.Person, story.At));
        Assert.False(Assert.Single(story.Signals<ReviewAssigned>()).Nobody);
        Assert.Contains(new Show(Review.AlertOf(OneReview.Ada), Delivery.Withdraw), story.Step.Effects);
        Assert.Equal(ReviewViewer.Nobody, ReviewPermit.ViewerOf(story.State, Review.AlertOf(OneReview.Ada)));
        Assert.Equal(OneReview.Xu, Assert.Single(story.Hears(new TakeReview(OneReview.Xu)).Signals<ReviewAssigned>()).Reviewer);
    }

    [Fact]
    public void Of_another_report_the_administrators_hear_at_once_and_the_reporter_that_they_did()
    {
        var story = OneReview.Asked(facts: OneReview.FactsNow([]));
        Assert.Equal([Review.AlertOf(OneReview.Ada)], story.Notices);
        Assert.True(Assert.Single(story.Signals<ReviewAssigned>()) is { Nobody: true, Alerted: true, Administrators: null });
        // Also where everybody is involved: they read nothing of it.
        Assert.Equal([Review.AlertOf(OneReview.Ada)], OneReview.Asked(OneReview.Report with { Avoid = [OneReview.Ada] }, OneReview.FactsNow([])).Notices);
    }

    [Fact]
    public void One_that_turns_out_to_be_restricted_leaves_the_administrators_who_knew_that_it_waits()
    {
        var story = OneReview.Asked(facts: OneReview.FactsNow([])).Hears(Restricted with { Version = 2 });
        Assert.Equal(ReviewViewer.Nobody, ReviewPermit.ViewerOf(story.State, Review.AlertOf(OneReview.Ada)));
        Assert.Empty(story.Notices);
        Assert.Contains(new Show(Review.AlertOf(OneReview.Ada), Delivery.Withdraw), story.Step.Effects);
    }

    [Fact]
    public void The_reporter_gets_one_new_card_that_follows_and_chooses_once()
    {
        var alone = new ReviewAssigned(null, OneIncident.Happened.AddDays(7), false) { Nobody = true, Administrators = [OneReview.Ada] };
        var it = OneIncident.Sent(OneIncident.Short with { Kinds = [ViolenceKind.SexualHarassment] }).Hears(alone);
        Assert.Contains(new Show(it.Report.NobodyCard, Delivery.Notice), it.Shown);
        it.Hears(new WantHandler(Hall.Lin));
        Assert.Equal(1, it.Told.Count(s => s.Event is HandlerWanted));
        Assert.Equal(new See(it.Report.NobodyCard), it.Reply);
        it.Hears(new WantHandler(Hall.Lin)).Hears(alone with { Alerted = true }).Hears(new WantHandler(Hall.Lin));
        Assert.Equal(1, it.Told.Count(s => s.Event is HandlerWanted));
        Assert.Contains(new Show(it.Report.NobodyCard, Delivery.Refresh), it.Hears(alone with { Nobody = false, Administrators = null }).Shown);
        Assert.DoesNotContain(it.Hears(alone).Shown, s => s.Delivery == Delivery.Notice);
        Assert.IsType<Notice.NotYours>(((Say)it.Hears(new WantHandler(Hall.Wang)).Reply!).Notice);
    }

    [Fact]
    public void A_missed_promise_is_told_to_the_reporter_with_who_knows_of_it()
    {
        var story = OneReview.Taken().Until(r => r.MissedAt is not null);
        Assert.True(Assert.Single(story.Signals<ReviewAssigned>()) is { Late: true, LateTold: true, Reviewer: Hall.Chen });
        var alone = OneReview.Taken(OneReview.Report with { Kinds = [ViolenceKind.SexualHarassment] }).Until(r => r.MissedAt is not null);
        Assert.True(Assert.Single(alone.Signals<ReviewAssigned>()) is { Late: true, LateTold: false, Reviewer: Hall.Su });
    }
}
