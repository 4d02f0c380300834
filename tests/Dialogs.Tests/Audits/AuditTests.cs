using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Audits;

public sealed class AuditTests
{
    private static readonly StalledCase First = new("c-11111", Trouble.NoNextStep, null);
    private static readonly StalledCase Second = new("c-22222", Trouble.Overdue, Hall.ShiftEnd);

    private static Audited Finds(params StalledCase[] stalled) => new([.. stalled], [], ["ada", "bob"]);

    private static Audited Misses(params StuckCount[] stuck) => new([], [.. stuck], ["ada", "bob"]);

    private static IEnumerable<(string, Delivery)> Told(Step<Audit> step) => step.Effects.OfType<Show>().Select(s => (s.Slot.Person, s.Delivery));

    [Fact]
    public void A_case_that_stands_still_is_told_to_every_administrator() =>
        Assert.Equal([("ada", Delivery.Notice), ("bob", Delivery.Notice)], Told(new Audit().On(Finds(First), Hall.ShiftEnd)));

    [Fact]
    public void The_same_finding_is_told_once_and_again_after_a_day()
    {
        var raised = new Audit().On(Finds(First), Hall.ShiftEnd).State;
        var same = raised.On(Finds(First), Hall.ShiftEnd + Audit.RaisedAgainAfter - TimeSpan.FromMinutes(5));
        Assert.Same(raised, same.State);
        Assert.Empty(same.Effects);
        Assert.Equal(2, Told(raised.On(Finds(First), Hall.ShiftEnd + Audit.RaisedAgainAfter)).Count(t => t.Item2 == Delivery.Notice));
    }

    [Fact]
    public void Another_case_raises_the_alarm_at_once()
    {
        var raised = new Audit().On(Finds(First), Hall.ShiftEnd).State;
        var more = raised.On(Finds(First, Second), Hall.ShiftEnd.AddMinutes(5));
        Assert.Equal(2, Told(more).Count(t => t.Item2 == Delivery.Notice));
        Assert.Equal(2, more.State.Stalled.Length);
    }

    [Fact]
    public void What_does_not_arrive_alarms_by_kind_and_the_card_follows_its_number()
    {
        var raised = new Audit().On(Misses(new StuckCount(Stuck.Card, 1)), Hall.ShiftEnd).State;
        Assert.Equal([("ada", Delivery.Refresh), ("bob", Delivery.Refresh)], Told(raised.On(Misses(new StuckCount(Stuck.Card, 3)), Hall.ShiftEnd.AddMinutes(5))));
        Assert.Empty(raised.On(Misses(new StuckCount(Stuck.Card, 1)), Hall.ShiftEnd.AddMinutes(5)).Effects);
        Assert.Equal(2, Told(raised.On(Misses(new StuckCount(Stuck.Opening, 1), new StuckCount(Stuck.Card, 1)), Hall.ShiftEnd.AddMinutes(5))).Count(t => t.Item2 == Delivery.Notice));
        Assert.True(raised.On(Finds(), Hall.ShiftEnd.AddMinutes(5)).State.IsWell);
    }

    [Fact]
    public void A_record_that_is_parked_alarms_and_the_alarm_ends_when_it_moves()
    {
        var raised = new Audit().On(Finds() with { Parked = 1 }, Hall.ShiftEnd);
        Assert.Equal([("ada", Delivery.Notice), ("bob", Delivery.Notice)], Told(raised));
        Assert.False(raised.State.IsWell);
        Assert.Empty(raised.State.On(Finds() with { Parked = 1 }, Hall.ShiftEnd.AddMinutes(5)).Effects);
        var over = raised.State.On(Finds(), Hall.ShiftEnd.AddMinutes(10));
        Assert.Equal([("ada", Delivery.Refresh), ("bob", Delivery.Refresh)], Told(over));
        Assert.True(over.State.IsWell);
    }

    [Fact]
    public void Somebody_out_of_reach_is_told_once_and_more_of_them_at_most_once_a_day()
    {
        var raised = new Audit().On(Finds() with { Unreachable = 1 }, Hall.ShiftEnd);
        Assert.Equal([("ada", Delivery.Notice), ("bob", Delivery.Notice)], Told(raised));
        Assert.True(raised.State.IsWell);
        var more = raised.State.On(Finds() with { Unreachable = 2 }, Hall.ShiftEnd.AddMinutes(5));
        Assert.Equal([("ada", Delivery.Refresh), ("bob", Delivery.Refresh)], Told(more));
        Assert.Empty(more.State.On(Finds() with { Unreachable = 2 }, Hall.ShiftEnd.AddDays(2)).Effects);
        Assert.Equal(2, Told(more.State.On(Finds() with { Unreachable = 3 }, Hall.ShiftEnd.AddDays(2))).Count(t => t.Item2 == Delivery.Notice));
    }

    [Fact]
    public void Another_one_out_of_reach_is_told_although_as_many_came_back()
    {
        var (day, week) = (Hall.ShiftEnd.AddDays(-1), Hall.ShiftEnd.AddDays(6));
        var raised = new Audit().On(Finds() with { Unreachable = 1, LostLast = day, Instead = [StepRole.HallLeader] }, Hall.ShiftEnd);
        Assert.Equal([StepRole.HallLeader], raised.State.Instead.AsEnumerable());
        var another = raised.State.On(Finds() with { Unreachable = 1, LostLast = week, Instead = [StepRole.Counsellor] }, week.AddMinutes(5));
        Assert.Equal([("ada", Delivery.Notice), ("bob", Delivery.Notice)], Told(another));
        Assert.Equal([StepRole.Counsellor], another.State.Instead.AsEnumerable());
        // Within the day, and when only somebody came back, the card follows.
        Assert.Equal([("ada", Delivery.Refresh), ("bob", Delivery.Refresh)], Told(another.State.On(Finds() with { Unreachable = 1, LostLast = week.AddHours(2) }, week.AddHours(3))));
        Assert.Equal([("ada", Delivery.Refresh), ("bob", Delivery.Refresh)], Told(another.State.On(Finds() with { Unreachable = 1, LostLast = day }, week.AddDays(2))));
    }

    [Fact]
    public void What_may_not_be_numbered_alarms_by_its_count_alone()
    {
        var raised = new Audit().On(Finds() with { Unnumbered = 1 }, Hall.ShiftEnd);
        Assert.Equal([("ada", Delivery.Notice), ("bob", Delivery.Notice)], Told(raised));
        Assert.Empty(raised.State.On(Finds() with { Unnumbered = 1 }, Hall.ShiftEnd.AddMinutes(5)).Effects);
        Assert.Equal(2, Told(raised.State.On(Finds() with { Unnumbered = 2 }, Hall.ShiftEnd.AddMinutes(5))).Count(t => t.Item2 == Delivery.Notice));
        var well = raised.State.On(Finds(), Hall.ShiftEnd.AddMinutes(5));
        Assert.Equal([("ada", Delivery.Refresh), ("bob", Delivery.Refresh)], Told(well));
        Assert.True(well.State.IsWell);
    }

    [Fact]
    public void A_case_that_replaced_another_is_news()
    {
        var raised = new Audit().On(Finds(First), Hall.ShiftEnd).State;
        Assert.Equal(2, Told(raised.On(Finds(Second), Hall.ShiftEnd.AddMinutes(5))).Count(t => t.Item2 == Delivery.Notice));
    }

    [Fact]
    public void When_all_is_well_again_the_cards_say_so_without_a_new_message()
    {
        var well = new Audit().On(Finds(First, Second), Hall.ShiftEnd).State.On(Finds(), Hall.ShiftEnd.AddMinutes(5));
        Assert.Equal([("ada", Delivery.Refresh), ("bob", Delivery.Refresh)], Told(well));
        Assert.Empty(well.State.Stalled);
        Assert.Empty(well.State.On(Finds(), Hall.ShiftEnd.AddDays(3)).Effects);
    }

    [Fact]
    public void Who_is_no_longer_administrator_gets_no_new_alarm_but_an_old_card_follows()
    {
        var raised = new Audit().On(Finds(First), Hall.ShiftEnd).State;
        var later = raised.On(Finds(First, Second) with { Administrators = ["bob", "cyd"] }, Hall.ShiftEnd.AddMinutes(5));
        Assert.Equal([("ada", Delivery.Refresh), ("bob", Delivery.Notice), ("cyd", Delivery.Notice)], Told(later));
    }
}
