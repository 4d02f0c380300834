using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Dialogs.Tests.Covers;

/// <summary>Who stands in, until when, and how the post goes back.</summary>
public sealed class CoveringTests
{
    [Fact]
    public void The_first_who_takes_it_has_it_and_the_others_cards_shrink()
    {
        var cover = OneCover.Asked().After(1).Then(new CoverTaken(OneCover.Mei));
        Assert.Equal((CoverPhase.Covered, OneCover.Mei, cover.Now.AddMinutes(10)), (cover.State!.Phase, cover.State.By, cover.State.Until!.Value));
        Assert.Contains(new Show(cover.State.Mine, Delivery.Notice), cover.Effects);
        Assert.Contains(new Show(Cover.CardOf(Hall.Bao), Delivery.Withdraw), cover.Effects);
        Assert.Contains(new Show(Cover.CardOf(Hall.Ding), Delivery.Withdraw), cover.Effects);
        var before = cover.State;
        Assert.Same(before, cover.Then(new CoverTaken(Hall.Bao)).State);
        Assert.Equal(new See(Cover.CardOf(Hall.Bao)), cover.Reply);
    }

    [Fact]
    public void The_leader_gets_one_card_that_follows_and_is_not_called_again()
    {
        var cover = OneCover.Taken();
        Assert.Contains(new Show(Cover.SeenBy(Hall.Wang), Delivery.Prompt), cover.Effects);
        cover.After(10);
        Assert.Contains(new Show(Cover.SeenBy(Hall.Wang), Delivery.Refresh), cover.Effects);
        cover.After(5);
        Assert.Contains(new Show(Cover.SeenBy(Hall.Wang), Delivery.Refresh), cover.Effects);
    }

    [Fact]
    public void When_the_time_is_up_both_are_told_and_five_minutes_later_once_more_and_then_it_ends_by_itself()
    {
        var cover = OneCover.Taken().After(10);
        Assert.Equal(CoverPhase.TimeUp, cover.State!.Phase);
        Assert.Equal([Hall.Bao, Hall.Lin], cover.Notified);
        cover.After(5);
        Assert.True(cover.State!.Over);
        Assert.Equal([Hall.Bao, Hall.Lin], cover.Notified);
        cover.After(25);
        Assert.Equal((CoverPhase.Back, null, null), (cover.State!.Phase, cover.State.EndedBy, cover.State.NextAt));
        Assert.Empty(cover.Notified);
        Assert.Equal([new StandInEnded("lin/999999", 1)], cover.Told);
    }

    [Theory]
    [InlineData(Hall.Lin, Hall.Bao)]
    [InlineData(Hall.Bao, Hall.Lin)]
    public void Either_gives_it_back_early_and_the_other_hears_of_it(string by, string other)
    {
        var cover = OneCover.Taken().After(4).Then(new CoverGivenBack(by));
        Assert.Equal((CoverPhase.Back, by), (cover.State!.Phase, cover.State.EndedBy));
        Assert.Equal([other], cover.Notified);
        Assert.Equal([new StandInEnded("lin/999999", 1)], cover.Told);
    }

    [Fact]
    public void More_time_is_had_once_also_when_the_time_is_up_and_whoever_stands_in_hears_of_it()
    {
        var cover = OneCover.Taken().After(8).Then(new CoverAsked(Hall.Lin, 5, More: true));
        Assert.Equal(OneCover.Start.AddMinutes(15), cover.State!.Until);
        Assert.Equal([Hall.Bao], cover.Notified);
        Assert.Same(cover.State, cover.Then(new CoverAsked(Hall.Lin, 5, More: true)).State);

        var late = OneCover.Taken().After(16).Then(new CoverAsked(Hall.Lin, 5, More: true));
        Assert.Equal((CoverPhase.Covered, OneCover.Start.AddMinutes(21), false), (late.State!.Phase, late.State.Until!.Value, late.State.Over));
    }

    [Fact]
    public void The_button_that_chose_the_minutes_pressed_again_adds_nothing()
    {
        var cover = OneCover.Taken();
        Assert.Same(cover.State, cover.Then(new CoverAsked(Hall.Lin, 10)).State);
    }

    [Fact]
    public void Who_is_busy_already_takes_no_second_post()
    {
        var cover = OneCover.Asked().With(f => f with { Busy = new HashSet<string> { Hall.Bao } }).Then(new CoverTaken(Hall.Bao));
        Assert.Equal((CoverPhase.Asking, new Say(new Notice.OnePostAtATime())), (cover.State!.Phase, cover.Reply));
    }

    [Fact]
    public void Two_covers_taken_by_one_person_at_the_same_moment_leave_one_and_the_other_asks_on()
    {
        var stands = StandIn.Begin(Hall.Bao).On(new StandInBegan("mei/999999", 1)).State;
        var refused = stands.On(new StandInBegan("lin/999999", 1));
        var signal = Assert.IsType<Signal>(Assert.Single(refused.Effects));
        Assert.Equal((Cover.KeyAfter(Hall.Lin, null), new CoverRefused(Hall.Bao, 1)), (signal.To, signal.Event));

        var cover = OneCover.Taken().After(1).Then(signal.Event);
        Assert.Equal((CoverPhase.Asking, null), (cover.State!.Phase, cover.State.By));
        Assert.Equal([Hall.Bao, Hall.Ding, Hall.Lin, OneCover.Mei], cover.Notified);
        Assert.Equal(OneCover.Mei, cover.Then(new CoverTaken(OneCover.Mei)).State!.By);
        // The end of the first taking came too late to be of this one.
        Assert.Equal([new StandInBegan("lin/999999", 2)], cover.Told);
    }

    [Fact]
    public void What_a_stand_in_hears_twice_or_in_the_wrong_order_changes_nothing()
    {
        var began = StandIn.Begin(Hall.Bao).On(new StandInBegan("lin/999999", 1)).State;
        Assert.Same(began, began.On(new StandInBegan("lin/999999", 1)).State);
        var ended = began.On(new StandInEnded("lin/999999", 1)).State;
        Assert.Null(ended.Now);
        Assert.Same(ended, ended.On(new StandInBegan("lin/999999", 1)).State);
        var early = StandIn.Begin(Hall.Bao).On(new StandInEnded("lin/999999", 1)).State;
        Assert.Null(early.On(new StandInBegan("lin/999999", 1)).State.Now);
    }

    [Fact]
    public void Nobody_stands_in_longer_than_the_shift_of_who_asked()
    {
        var cover = OneCover.Asked().With(f => f with { ShiftEnds = OneCover.Start.AddMinutes(5) }).Then(new CoverTaken(Hall.Bao));
        Assert.Equal(OneCover.Start.AddMinutes(5), cover.State!.Until);
    }

    [Fact]
    public void Who_said_that_they_cannot_may_take_it_after_all()
    {
        var cover = OneCover.Asked().Then(new CoverGivenBack(Hall.Bao)).After(1).Then(new CoverTaken(Hall.Bao));
        Assert.Equal((CoverPhase.Covered, Hall.Bao), (cover.State!.Phase, cover.State.By));
    }

    [Fact]
    public void The_second_tap_of_a_hurried_thumb_gives_nothing_back()
    {
        var cover = OneCover.Taken().After(0.02);
        var before = cover.State;
        Assert.Same(before, cover.Then(new CoverGivenBack(Hall.Bao)).State);
        Assert.Equal(new See(Cover.CardOf(Hall.Bao)), cover.Reply);
        Assert.Equal(CoverPhase.Back, cover.After(0.02).Then(new CoverGivenBack(Hall.Bao)).State!.Phase);
    }
}
