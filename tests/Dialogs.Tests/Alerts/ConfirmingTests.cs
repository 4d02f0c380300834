using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Dialogs.Tests.Alerts;

/// <summary>One confirming tap, and the way back from a mistake.</summary>
public sealed class ConfirmingTests
{
    private static OneAlert Asked() => new OneAlert().Then(new AlertAsked(Hall.Lin, null));

    [Fact]
    public void Asking_calls_nobody()
    {
        var alert = Asked();
        Assert.Equal((AlertPhase.Confirming, "window 3"), (alert.State!.Phase, alert.State.Post));
        Assert.All(alert.Effects, e => Assert.Equal(alert.State.Mine, Assert.IsType<Show>(e).Slot));
    }

    [Fact]
    public void The_tap_calls_to_the_chosen_post() =>
        Assert.Equal("window 4", Asked().After(59).Then(new AlertConfirmed(Hall.Lin, "window 4")).State!.Post);

    [Theory]
    [InlineData(null)]
    [InlineData("somewhere else")]
    public void A_post_that_is_none_keeps_that_of_the_roster(string? post) =>
        Assert.Equal("window 3", Asked().Then(new AlertConfirmed(Hall.Lin, post)).State!.Post);

    [Fact]
    public void After_a_minute_it_lapses_and_a_late_tap_still_calls_at_once()
    {
        var alert = Asked().After(61);
        Assert.Equal((AlertPhase.Unconfirmed, null), (alert.State!.Phase, alert.State.NextAt));
        Assert.NotEmpty(alert.Then(new AlertConfirmed(Hall.Lin, "window 4")).Notified);
        Assert.Equal((AlertPhase.Calling, "window 4", alert.Now.AddSeconds(10)), (alert.State.Phase, alert.State.Post, alert.State.CancelUntil));
        Assert.Equal(new See(alert.State.Mine), alert.Reply);
        Assert.Empty(alert.Then(new AlertConfirmed(Hall.Lin, "window 4")).Notified);
    }

    [Fact]
    public void A_tap_that_comes_late_but_before_the_timer_calls_too()
    {
        var asked = Asked();
        var late = asked.State!.On(new AlertConfirmed(Hall.Lin, null), asked.Facts, OneAlert.Start.AddSeconds(60));
        Assert.Equal(AlertPhase.Calling, late.State.Phase);
    }

    [Fact]
    public void A_late_tap_does_not_call_whom_the_words_named()
    {
        var alert = new OneAlert().Then(new AlertAsked(Hall.Lin, null, new Words(Hall.Lin, "seal"))).After(3600);
        Assert.Single(alert.State!.Named);
        alert.Facts = alert.Facts with { Named = new HashSet<string> { Hall.Wang } };
        Assert.DoesNotContain(Hall.Wang, alert.Then(new AlertConfirmed(Hall.Lin, null)).After(300).Called);
    }

    [Fact]
    public void Words_typed_after_it_lapsed_are_a_call_of_their_own()
    {
        var alert = Asked().After(60);
        Assert.Same(alert.State, alert.Then(new AlertRaised(Hall.Lin, null)).State);
    }

    [Fact]
    public void Typed_with_an_exclamation_mark_it_waits_for_no_tap() =>
        Assert.Equal(AlertPhase.Calling, Asked().Then(new AlertRaised(Hall.Lin, null)).State!.Phase);

    [Fact]
    public void Asking_again_gives_the_tap_its_whole_time() =>
        Assert.Equal(OneAlert.Start.AddSeconds(100), Asked().After(40).Then(new AlertAsked(Hall.Lin, null)).State!.NextAt);

    [Fact]
    public void Within_ten_seconds_it_can_be_taken_back_and_every_card_follows()
    {
        var alert = OneAlert.Raised().Then(new AlertTaken(Hall.Wang)).After(9.9).Then(new AlertCancelled(Hall.Lin));
        Assert.Equal((AlertPhase.Mistaken, null), (alert.State!.Phase, alert.State.NextAt));
        // Whoever is on the way gets a new card; the others' cards change, and one that is not yet sent is not sent.
        Assert.Equal([Hall.Wang], alert.Notified);
        foreach (var person in new[] { Hall.Bao, Hall.Ding, OneAlert.Guard })
            Assert.Contains(new Show(Alert.CardOf(person), Delivery.Withdraw), alert.Effects);
    }

    [Fact]
    public void After_ten_seconds_the_button_goes_and_a_late_press_takes_nothing_back()
    {
        var alert = OneAlert.Raised().After(10);
        Assert.Null(alert.State!.CancelUntil);
        Assert.Contains(new Show(alert.State.Mine, Delivery.Refresh), alert.Effects);
        alert.After(0.1).Then(new AlertCancelled(Hall.Lin));
        Assert.Equal(AlertPhase.Calling, alert.State.Phase);
        Assert.Equal(new See(alert.State.Mine), alert.Reply);
    }
}
