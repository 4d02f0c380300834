using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Dialogs.Tests.Alerts;

/// <summary>Who goes, and how it ends.</summary>
public sealed class ClosingTests
{
    [Fact]
    public void The_first_who_goes_is_shown_to_all_and_nobody_further_is_called()
    {
        var alert = OneAlert.Raised().After(12).Then(new AlertTaken(OneAlert.Guard));
        Assert.Equal((AlertPhase.Answered, OneAlert.Guard), (alert.State!.Phase, Assert.Single(alert.State.Going).Person));
        Assert.Contains(new Show(alert.State.Mine, Delivery.Notice), alert.Effects);
        foreach (var person in new[] { Hall.Bao, Hall.Ding, Hall.Wang })
            Assert.Contains(new Show(Alert.CardOf(person), Delivery.Refresh), alert.Effects);
        Assert.Empty(alert.After(300).Notified);
        Assert.Equal(4, alert.Called.Count());
    }

    [Fact]
    public void More_may_go_and_a_second_tap_of_one_counts_once()
    {
        var alert = OneAlert.Raised().Then(new AlertTaken(OneAlert.Guard)).Then(new AlertTaken(Hall.Wang)).Then(new AlertTaken(Hall.Wang));
        Assert.Equal([OneAlert.Guard, Hall.Wang], alert.State!.Going.Select(g => g.Person));
    }

    [Fact]
    public void Who_comes_after_everybody_was_called_is_still_welcome()
    {
        var alert = OneAlert.Raised().After(700).Then(new AlertTaken(Hall.Zhao));
        Assert.Equal((AlertPhase.Answered, null), (alert.State!.Phase, alert.State.SilentSince));
    }

    [Fact]
    public void The_person_or_who_went_says_that_it_is_safe_and_every_card_follows()
    {
        foreach (var by in new[] { Hall.Lin, Hall.Wang })
        {
            var alert = OneAlert.Raised().Then(new AlertTaken(OneAlert.Guard)).Then(new AlertTaken(Hall.Wang)).After(60).Then(new AlertSafe(by));
            Assert.Equal((AlertPhase.Safe, by, null), (alert.State!.Phase, alert.State.ClosedBy, alert.State.NextAt));
            Assert.Contains(OneAlert.Guard, alert.Notified);
            // The person hears of it when somebody else says so: it may not be true.
            Assert.Contains(new Show(alert.State.Mine, by == Hall.Lin ? Delivery.Refresh : Delivery.Notice), alert.Effects);
            foreach (var card in alert.State.Called.Select(c => Alert.CardOf(c.Person)).Append(alert.State.Mine))
                Assert.Contains(alert.Effects.OfType<Show>(), s => s.Slot == card);
            Assert.Equal(new See(by == Hall.Lin ? alert.State.Mine : Alert.CardOf(by)), alert.Reply);
        }
    }

    [Fact]
    public void Those_concerned_are_reminded_once_and_then_it_ends_with_a_line_to_the_administrator()
    {
        var alert = OneAlert.Raised().Then(new AlertTaken(Hall.Wang)).After(600);
        Assert.True(alert.State!.Reminded);
        Assert.Equal([Hall.Wang], alert.Notified);
        Assert.Contains(new Show(alert.State.Mine, Delivery.Notice), alert.Effects);
        Assert.Equal(OneAlert.Start.AddHours(4), alert.State.NextAt);
        alert.After(4 * 3600);
        Assert.Equal((AlertPhase.Lapsed, null), (alert.State.Phase, alert.State.NextAt));
        Assert.Contains(new Show(Alert.UnclosedCard(OneAlert.Admin), Delivery.Notice), alert.Effects);
    }

    [Fact]
    public void Where_nobody_answered_the_person_is_reminded_and_it_ends_too()
    {
        var alert = OneAlert.Raised().After(700);
        Assert.True(alert.State!.Reminded);
        Assert.Equal(AlertPhase.Lapsed, alert.After(4 * 3600).State!.Phase);
    }

    [Fact]
    public void Whom_the_person_named_is_kept_only_while_it_lasts()
    {
        foreach (var end in new FlowEvent[] { new AlertSafe(Hall.Lin), new AlertCancelled(Hall.Lin) })
            Assert.Empty(new OneAlert().Then(new AlertRaised(Hall.Lin, new Words(Hall.Lin, "seal"))).Then(end).State!.Named);
        Assert.Empty(new OneAlert().Then(new AlertRaised(Hall.Lin, new Words(Hall.Lin, "seal"))).After(5 * 3600).State!.Named);
    }

    [Theory]
    [InlineData(AlertPhase.Safe)]
    [InlineData(AlertPhase.Mistaken)]
    [InlineData(AlertPhase.Lapsed)]
    public void Once_it_is_over_nothing_changes_any_more(AlertPhase phase)
    {
        var open = OneAlert.Raised();
        var over = open.State! with { Phase = phase, Until = null, CancelUntil = null };
        FlowEvent[] events =
        [
            new Due(), new AlertAsked(Hall.Lin, null), new AlertRaised(Hall.Lin, new Words(Hall.Lin, "x")), new AlertConfirmed(Hall.Lin, null), new AlertCancelled(Hall.Lin),
            new AlertTaken(Hall.Wang), new AlertSafe(Hall.Lin), new AlertUnreachable(Hall.Wang),
        ];
        Assert.All(events, e => Assert.Same(over, over.On(e, open.Facts, OneAlert.Start.AddDays(1)).State));
        // A new call leaves no trace in it, not even an answer: the next alert takes it.
        foreach (var call in new FlowEvent[] { new AlertAsked(Hall.Lin, null), new AlertRaised(Hall.Lin, null) })
        {
            var step = over.On(call, open.Facts, OneAlert.Start.AddDays(1));
            Assert.Empty(step.Effects);
            Assert.Null(step.Reply);
        }
    }
}
