using CheckInBot.Dialogs.Absences;

namespace CheckInBot.Dialogs.Tests.Absences;

/// <summary>Leave that Lin tells: two days, and nothing else.</summary>
public sealed class OwnLeaveTests
{
    private static readonly DateTimeOffset Now = Hall.ShiftEnd;

    private static readonly OwnLeaveFacts Facts = new(Hall.Working.Zone);

    private static readonly DateOnly Today = Dialogs.Duty.LocalTime.DayOf(Now, Facts.Zone);

    private static OwnLeave Set => Hears(OwnLeave.Begin(Hall.Lin), new SayLeave(Hall.Lin, null, Today.AddDays(2))).State;

    [Fact]
    public void From_today_until_a_day_is_kept_and_ends_behind_it()
    {
        var said = Hears(OwnLeave.Begin(Hall.Lin), new SayLeave(Hall.Lin, null, Today.AddDays(2)));
        Assert.Equal((OwnLeavePhase.Set, Today, Today.AddDays(2)), (said.State.Phase, said.State.From!.Value, said.State.To!.Value));
        Assert.Equal(Dialogs.Duty.LocalTime.ToInstant(Today.AddDays(3).ToDateTime(TimeOnly.MinValue), Facts.Zone), said.State.NextAt);
        Assert.Equal(new See(said.State.Card), said.Reply);
        Assert.Same(said.State, Hears(said.State, new SayLeave(Hall.Lin, Today, Today.AddDays(2))).State);
    }

    [Fact]
    public void Nothing_but_the_two_days_is_kept_and_at_the_end_not_even_they()
    {
        foreach (var over in new[] { Hears(Set, new EndLeave(Hall.Lin)).State, Set.On(new Due(), Facts, Set.NextAt!.Value).State })
        {
            Assert.Equal(OwnLeave.Begin(Hall.Lin), over);
            Assert.Null(over.Leave);
        }
    }

    [Fact]
    public void It_does_not_end_before_its_end() => Assert.NotNull(Set.On(new Due(), Facts, Set.NextAt!.Value.AddTicks(-1)).State.Leave);

    [Fact]
    public void New_days_take_the_place_of_the_old_ones() =>
        Assert.Equal(Today.AddDays(9), Hears(Set, new SayLeave(Hall.Lin, Today.AddDays(7), Today.AddDays(9))).State.To);

    [Fact]
    public void Nobody_elses_leave_is_touched() =>
        Assert.All(new FlowEvent[] { new EndLeave(Hall.Wang), new SayLeave(Hall.Wang, null, Today.AddDays(9)), new AskLeave(Hall.Wang) }, e =>
        {
            var step = Hears(Set, e);
            Assert.Equal(Set, step.State);
            Assert.IsType<Notice.NotYours>(((Say)step.Reply!).Notice);
        });

    [Fact]
    public void What_cannot_be_taken_changes_nothing_and_says_why()
    {
        foreach (var (from, to, gap) in new (DateOnly?, DateOnly, LeaveGap)[]
        {
            (null, Today.AddDays(-1), LeaveGap.Past), (Today.AddDays(-2), Today, LeaveGap.Past), (Today.AddDays(3), Today.AddDays(2), LeaveGap.Reversed), (null, Today.AddDays(OwnLeave.MostDaysAhead + 1), LeaveGap.TooFar),
        })
        {
            var step = Hears(Set, new SayLeave(Hall.Lin, from, to));
            Assert.Equal(Set, step.State);
            Assert.Equal(new Say(new Notice.LeaveNotTaken(gap)), step.Reply);
        }
        Assert.Equal(Today.AddDays(OwnLeave.MostDaysAhead), Hears(Set, new SayLeave(Hall.Lin, null, Today.AddDays(OwnLeave.MostDaysAhead))).State.To);
    }

    [Fact]
    public void A_card_without_a_chosen_day_asks_for_one() => Assert.Equal(new Say(new Notice.ChooseLastDay()), Hears(OwnLeave.Begin(Hall.Lin), new SayLeave(Hall.Lin, null, null)).Reply);

    [Fact]
    public void Whoever_has_told_none_has_none_to_end() => Assert.Equal(new Say(new Notice.NoLeave()), Hears(OwnLeave.Begin(Hall.Lin), new EndLeave(Hall.Lin)).Reply);

    [Fact]
    public void In_any_order_of_things_leave_that_is_kept_ends_by_itself() => Walks.Each(500, (random, story) =>
    {
        foreach (var (_, _, step, at) in OwnLeaveWalks.Life(random, story))
        {
            var state = step.State;
            Assert.Equal(state.Phase == OwnLeavePhase.Set, state.NextAt is not null);
            Assert.True((state.From is null) == (state.NextAt is null) && (state.To is null) == (state.NextAt is null));
            Assert.True(state.Leave is not { } leave || leave.From <= leave.To);
        }
    });

    private static Step<OwnLeave> Hears(OwnLeave leave, FlowEvent e) => leave.On(e, Facts, Now);
}
