using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.Duty;

public sealed class ShiftEndsTests
{
    private static readonly DateTimeOffset Eight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly ShiftEnds Fresh = new() { Team = "hall", Cursor = "202611230000", WakeAt = Eight };

    private static Shift Shift(string person, double from, double to) =>
        new($"{person}-{from}", person, "hall", "", Eight.AddHours(from), Eight.AddHours(to));

    private static EndedShift Ended(Shift shift, bool goesOn = false, bool asks = true) =>
        new(shift, $"{shift.End.UtcDateTime:yyyyMMddHHmm}!{shift.Id}", goesOn, asks);

    private static IEnumerable<Signal> Signals(Step<ShiftEnds> step) => step.Effects.Select(Assert.IsType<Signal>);

    [Fact]
    public void A_shift_that_ended_tells_the_check_in_of_its_person_once()
    {
        var shift = Shift("ann", 0, 8);
        var at = shift.End;
        var step = Fresh.On(new Looked([Ended(shift)], false, null), at);
        var signal = Assert.Single(Signals(step));
        Assert.Equal(CheckIn.KeyOf("ann", CheckIn.IdOf(shift.End)), signal.To);
        Assert.Equal(new ShiftEnded(shift), signal.Event);
        Assert.Equal("202611230800!ann-0", step.State.Cursor);
    }

    [Fact]
    public void Looking_again_after_a_lost_commit_gives_the_same_signals()
    {
        var look = new Looked([Ended(Shift("ann", 0, 8)), Ended(Shift("ben", 0, 8))], false, null);
        var at = Eight.AddHours(8);
        Assert.Equal(Fresh.On(look, at).Effects, Fresh.On(look, at.AddMinutes(3)).Effects);
    }

    [Fact]
    public void Signals_of_one_look_have_different_names()
    {
        var step = Fresh.On(new Looked([Ended(Shift("ann", 0, 8)), Ended(Shift("ben", 0, 8)), Ended(Shift("ann", 9, 10))], false, null), Eight.AddHours(10));
        Assert.Equal(3, Signals(step).Select(s => s.Name).Distinct().Count());
    }

    [Fact]
    public void Of_back_to_back_shifts_only_the_last_one_asks()
    {
        var step = Fresh.On(new Looked([Ended(Shift("ann", 0, 4), goesOn: true), Ended(Shift("ann", 4, 8))], false, null), Eight.AddHours(8));
        Assert.Equal(new ShiftEnded(Shift("ann", 4, 8)), Assert.Single(Signals(step)).Event);
    }

    [Fact]
    public void Somebody_who_is_not_staff_is_passed_and_not_asked()
    {
        var step = Fresh.On(new Looked([Ended(Shift("lena", 0, 8), asks: false)], false, null), Eight.AddHours(8));
        Assert.Empty(step.Effects);
        Assert.Equal("202611230800!lena-0", step.State.Cursor);
    }

    [Fact]
    public void A_look_that_finds_nothing_keeps_its_place() =>
        Assert.Equal(Fresh.Cursor, Fresh.On(new Looked([], false, null), Eight).State.Cursor);

    [Fact]
    public void It_wakes_at_the_next_end() =>
        Assert.Equal(Eight.AddMinutes(7), Fresh.On(new Looked([], false, Eight.AddMinutes(7)), Eight).State.NextAt);

    [Fact]
    public void It_sleeps_no_longer_than_its_limit_so_that_a_changed_roster_is_seen()
    {
        Assert.Equal(Eight + ShiftEnds.LongestSleep, Fresh.On(new Looked([], false, Eight.AddDays(8)), Eight).State.NextAt);
        Assert.Equal(Eight + ShiftEnds.LongestSleep, Fresh.On(new Looked([], false, null), Eight).State.NextAt);
    }

    [Fact]
    public void Told_of_a_changed_roster_it_wakes_earlier_where_a_shift_ends_earlier_and_else_sleeps_on()
    {
        var asleep = Fresh with { WakeAt = Eight.AddHours(8) };
        Assert.Same(asleep, asleep.On(new Looked([], false, Eight.AddHours(8)), Eight).State);
        Assert.Same(asleep, asleep.On(new Looked([], false, Eight.AddHours(9)), Eight).State);
        Assert.Same(asleep, asleep.On(new Looked([], false, null), Eight).State);
        Assert.Equal(Eight.AddHours(7), asleep.On(new Looked([], false, Eight.AddHours(7)), Eight).State.NextAt);
        var ended = asleep.On(new Looked([Ended(Shift("ann", -2, -1))], false, Eight.AddHours(8)), Eight);
        Assert.Single(Signals(ended));
        Assert.Equal(Eight.AddHours(8), ended.State.NextAt);
    }

    [Fact]
    public void While_more_ends_wait_it_wakes_at_once() =>
        Assert.Equal(Eight.AddHours(9), Fresh.On(new Looked([Ended(Shift("ann", 0, 8))], true, null), Eight.AddHours(9)).State.NextAt);

    [Fact]
    public void Two_shifts_of_one_person_are_two_check_ins()
    {
        var step = Fresh.On(new Looked([Ended(Shift("ann", 0, 4)), Ended(Shift("ann", 6, 8))], false, null), Eight.AddHours(8));
        Assert.Equal(2, Signals(step).Select(s => s.To).Distinct().Count());
    }

    /// <summary>What the bot reads: ends in the order of their cursors, behind the planner's own and not in the future.</summary>
    private static Looked Look(IReadOnlyList<EndedShift> ends, ShiftEnds plan, DateTimeOffset at, int most)
    {
        var ended = ends.Where(e => e.Shift.End <= at && string.CompareOrdinal(e.Cursor, plan.Cursor) > 0).ToList();
        return new([.. ended.Take(most)], ended.Count > most, ends.FirstOrDefault(e => e.Shift.End > at)?.Shift.End);
    }

    [Fact]
    public void On_any_walk_every_end_is_passed_once_in_order_and_on_time()
    {
        var random = new Random(7);
        for (var walk = 0; walk < 100; walk++)
        {
            var roster = new List<Shift>();
            foreach (var person in new[] { "ann", "ben", "lisi", "wangwu" })
            {
                for (var at = random.Next(0, 600); at < 6000; at += random.Next(3) == 0 ? 0 : random.Next(30, 900))
                {
                    var until = at + random.Next(10, 600);
                    roster.Add(new($"{person}-{at}", person, "hall", "", Eight.AddMinutes(at), Eight.AddMinutes(until)));
                    at = until;
                }
            }
            bool GoesOn(Shift shift) => roster.Any(n => n.Person == shift.Person && n.Start == shift.End);
            List<EndedShift> ends = [.. roster.Select(s => Ended(s, GoesOn(s))).OrderBy(e => e.Cursor, StringComparer.Ordinal)];
            var last = roster.Max(s => s.End);
            var outage = random.Next(10) == 0 ? TimeSpan.FromHours(random.Next(1, 20)) : TimeSpan.Zero;
            var told = new List<(Shift Shift, DateTimeOffset At, string Name)>();
            var plan = Fresh;
            var steps = 0;
            for (var at = Eight; plan.WakeAt <= last; at = plan.WakeAt > at ? plan.WakeAt : at)
            {
                if (outage > TimeSpan.Zero && random.Next(40) == 0)
                    (at, outage) = (at + outage, TimeSpan.Zero);
                var look = Look(ends, plan, at, random.Next(1, 4));
                var step = plan.On(look, at);
                // A commit that did not land is decided again from the same state.
                if (random.Next(5) == 0)
                    continue;
                told.AddRange(step.Effects.Cast<Signal>().Select(s => (((ShiftEnded)s.Event).Shift, at, s.Name)));
                Assert.True(string.CompareOrdinal(step.State.Cursor, plan.Cursor) >= 0);
                Assert.True(look.More || step.State.NextAt > at);
                Assert.True(step.State.NextAt <= at + ShiftEnds.LongestSleep);
                plan = step.State;
                Assert.True(++steps < 100_000);
            }
            var final = plan.On(Look(ends, plan, last, int.MaxValue), last);
            told.AddRange(final.Effects.Cast<Signal>().Select(s => (((ShiftEnded)s.Event).Shift, last, s.Name)));

            var wanted = roster.Where(s => !GoesOn(s)).ToList();
            Assert.Equal(wanted.Select(s => s.Id).Order(), told.Select(t => t.Shift.Id).Order());
            Assert.Equal(told.Count, told.Select(t => t.Name).Distinct().Count());
            Assert.All(told, t => Assert.True(t.At >= t.Shift.End));
        }
    }
}
