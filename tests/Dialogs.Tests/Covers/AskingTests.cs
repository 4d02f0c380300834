using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Dialogs.Tests.Covers;

/// <summary>Who is asked, in which order, and what the person hears when nobody can.</summary>
public sealed class AskingTests
{
    [Fact]
    public void Until_the_minutes_are_chosen_nobody_is_asked()
    {
        var cover = new OneCover().Then(new CoverAsked(Hall.Lin, null));
        Assert.Equal((CoverPhase.Choosing, new See(cover.State!.Mine)), (cover.State.Phase, cover.Reply));
        Assert.Empty(cover.Notified);
        cover.Then(new CoverAsked(Hall.Lin, 15));
        Assert.Equal((CoverPhase.Asking, 15), (cover.State!.Phase, cover.State.Minutes));
        Assert.Equal([Hall.Bao], cover.Notified);
    }

    [Fact]
    public void Nothing_chosen_asks_nobody_and_a_late_tap_still_asks()
    {
        var cover = new OneCover().Then(new CoverAsked(Hall.Lin, null)).After(5);
        Assert.Equal((CoverPhase.Unasked, null), (cover.State!.Phase, cover.State.NextAt));
        Assert.Equal([Hall.Bao], cover.Then(new CoverAsked(Hall.Lin, 5)).Notified);
    }

    [Fact]
    public void The_B_role_is_asked_first_and_after_the_wait_all_who_are_free_at_once()
    {
        var cover = OneCover.Asked();
        Assert.Equal([Hall.Bao], cover.Notified);
        Assert.Empty(cover.After(0.9).Notified.Except([Hall.Bao]));
        Assert.Equal([Hall.Ding, OneCover.Mei], cover.After(0.1).Notified);
        Assert.True(cover.State!.WasAsked(Hall.Bao));
    }

    [Fact]
    public void Without_a_free_B_role_the_others_are_asked_at_once() =>
        Assert.Equal([Hall.Ding, OneCover.Mei], new OneCover().With(f => f with { BRole = null }).Then(new CoverAsked(Hall.Lin, 10)).Notified);

    [Fact]
    public void At_most_ten_are_asked()
    {
        var many = Enumerable.Range(0, 30).Select(i => $"p{i:D2}").ToList();
        var cover = OneCover.Asked().With(f => f with { Others = many }).After(1);
        Assert.Equal(Cover.Most, cover.State!.Asked.Length);
    }

    [Fact]
    public void Nobody_takes_it_and_the_person_and_the_leader_hear_so_and_it_can_still_be_taken()
    {
        var cover = OneCover.Asked().After(3);
        Assert.Equal(CoverPhase.Unanswered, cover.State!.Phase);
        Assert.Contains(new Show(cover.State.Mine, Delivery.Notice), cover.Effects);
        Assert.Contains(new Show(Cover.SeenBy(Hall.Wang), Delivery.Notice), cover.Effects);
        Assert.Equal((CoverPhase.Covered, OneCover.Mei), (cover.Then(new CoverTaken(OneCover.Mei)).State!.Phase, cover.State.By));
        Assert.Equal(CoverPhase.Lapsed, OneCover.Asked().After(33).State!.Phase);
    }

    [Fact]
    public void With_nobody_there_it_is_said_at_once()
    {
        var cover = new OneCover().With(f => f with { BRole = null, Others = [], Leaders = [] }).Then(new CoverAsked(Hall.Lin, 10));
        Assert.Equal((CoverPhase.Unanswered, new See(cover.State!.Mine)), (cover.State.Phase, cover.Reply));
        Assert.Equal([Hall.Lin], cover.Notified);
    }

    [Fact]
    public void A_B_role_who_cannot_or_cannot_be_reached_costs_no_minute()
    {
        Assert.Equal([Hall.Ding, OneCover.Mei], OneCover.Asked().Then(new CoverGivenBack(Hall.Bao)).Notified);
        Assert.Equal([Hall.Ding, OneCover.Mei], OneCover.Asked().Then(new CoverUnreachable(Hall.Bao)).Notified);
    }

    [Fact]
    public void When_all_have_said_that_they_cannot_nobody_waits_for_them()
    {
        var cover = OneCover.Asked().After(1);
        foreach (var person in new[] { Hall.Bao, Hall.Ding, OneCover.Mei })
            cover.Then(new CoverGivenBack(person));
        Assert.Equal(CoverPhase.Unanswered, cover.State!.Phase);
    }

    [Fact]
    public void Off_shift_there_is_nothing_to_cover()
    {
        var off = new OneCover().Facts with { OnShift = false };
        Assert.Null(Cover.Begin(Cover.KeyAfter(Hall.Lin, null), new CoverAsked(Hall.Lin, 10), off, OneCover.Start));
        var cover = new OneCover().Then(new CoverAsked(Hall.Lin, null)).With(_ => off).Then(new CoverAsked(Hall.Lin, 10));
        Assert.Equal((CoverPhase.Choosing, new Say(new Notice.NoShiftNow())), (cover.State!.Phase, cover.Reply));
    }

    [Fact]
    public void Before_it_is_taken_the_person_can_take_it_back_and_every_card_follows()
    {
        var cover = OneCover.Asked().Then(new CoverGivenBack(Hall.Lin));
        Assert.Equal(CoverPhase.Cancelled, cover.State!.Phase);
        Assert.Contains(new Show(Cover.CardOf(Hall.Bao), Delivery.Withdraw), cover.Effects);
        Assert.Same(cover.State, cover.Then(new CoverTaken(Hall.Bao)).State);
    }

    [Fact]
    public void Nobody_took_it_and_whoever_becomes_free_later_is_asked_without_a_further_word()
    {
        var cover = OneCover.Asked().With(f => f with { Others = [Hall.Ding] }).After(3);
        Assert.Equal(CoverPhase.Unanswered, cover.State!.Phase);
        var ends = cover.State.OpenUntil;
        cover.With(f => f with { Others = [Hall.Ding, OneCover.Mei] }).After(5);
        Assert.Equal((CoverPhase.Unanswered, ends), (cover.State!.Phase, cover.State.OpenUntil));
        Assert.Equal([OneCover.Mei], cover.Notified);
        Assert.Equal(OneCover.Mei, cover.Then(new CoverTaken(OneCover.Mei)).State!.By);
    }

    [Fact]
    public void Asking_again_when_nobody_took_it_asks_at_once_who_is_free_by_now()
    {
        var cover = OneCover.Asked().With(f => f with { Others = [] }).After(2).With(f => f with { Others = [OneCover.Mei] }).Then(new CoverAsked(Hall.Lin, 10));
        Assert.Equal([OneCover.Mei], cover.Notified);
        Assert.Equal(new See(cover.State!.Mine), cover.Reply);
        Assert.Empty(cover.Then(new CoverAsked(Hall.Lin, null)).Notified);
    }

    [Fact]
    public void A_B_role_who_was_busy_and_is_free_by_now_is_asked_too()
    {
        var cover = new OneCover().With(f => f with { BRole = null, Others = [] }).Then(new CoverAsked(Hall.Lin, 10)).With(f => f with { BRole = Hall.Bao }).After(5);
        Assert.Equal([Hall.Bao], cover.Notified);
    }

    [Fact]
    public void The_person_hears_that_nobody_took_it_when_the_card_said_so_also_if_somebody_becomes_free_that_moment()
    {
        var cover = OneCover.Asked().With(f => f with { Others = [Hall.Ding] }).After(1).With(f => f with { Others = [Hall.Ding, OneCover.Mei] }).After(2);
        Assert.Equal(CoverPhase.Unanswered, cover.State!.Phase);
        Assert.Equal([Hall.Lin, OneCover.Mei, Hall.Wang], cover.Notified);
    }

    [Fact]
    public void Nobody_is_looked_for_after_the_shift_of_who_asks()
    {
        var asking = OneCover.Asked().With(f => f with { OnShift = false }).After(1);
        Assert.Equal(CoverPhase.Lapsed, asking.State!.Phase);
        var waiting = new OneCover().With(f => f with { BRole = null, Others = [], ShiftEnds = OneCover.Start.AddMinutes(12) }).Then(new CoverAsked(Hall.Lin, 10)).After(12);
        Assert.Equal(CoverPhase.Lapsed, waiting.State!.Phase);
    }
}
