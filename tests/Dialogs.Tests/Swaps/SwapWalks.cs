using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.Tests.Swaps;

/// <summary>Anything in any order, twice, too late and by anybody, with a roster that others change too.</summary>
public sealed class SwapWalks
{
    private static readonly string[] Everyone = [Hall.Lin, Hall.Bao, Hall.Ding, Hall.Wang, Hall.Zhao, Hall.Chen, OneSwap.Stranger, OneSwap.Channel];

    [Fact]
    public void A_swap_keeps_its_promises_whatever_happens() => Walks.Each(2000, (random, story) =>
    {
        SwapFacts? facts = null;
        Swap? last = null;
        foreach (var (before, e, step, at, roster) in Life(random, story))
        {
            (last, facts) = (step.State, roster.Facts(random));
            Holds(before, e, step, at, roster);
        }
        // Left alone, it comes to its end or to rest.
        for (var n = 0; n < 10 && last!.NextAt is { } next; n++)
            last = last.On(new Due(), facts! with { Answer = new(new Overtaking(null, null, [])) }, next).State;
        Assert.True(last!.NextAt is null, "a swap that never rests");
        Assert.False(last.IsOpen);
    });

    /// <summary>A swap from its beginning on, and forty things that happen to it.</summary>
    internal static IEnumerable<(Swap? Before, FlowEvent Event, Step<Swap> Step, DateTimeOffset At, Rota Roster)> Life(Random random, List<Func<string>> story)
    {
        var roster = new Rota(earlier: random.Once(2));
        var at = OneSwap.Start;
        FlowEvent first = new AskSwap(random.Once(4) ? Hall.Wang : Hall.Lin, Hall.Lin, Hall.Bao, random.Once(2) ? "s-bao" : null);
        var step = Swap.Begin(Swap.KeyOf(OneSwap.Given), (AskSwap)first, roster.Facts(null), at)!;
        yield return (null, first, step, at, roster);
        for (var n = 0; n < 40; n++)
        {
            at += random.Any(Walks.Steps);
            var (before, facts) = (step.State, roster.Facts(random));
            var e = Happening(random, before);
            if (e is Due && before.NextAt <= at && before.Phase is SwapPhase.Changing or SwapPhase.Reverting)
                facts = facts with { Answer = roster.Make(before) };
            var when = at;
            story.Add(() => $"{when - OneSwap.Start} {before.Phase} {e}");
            step = before.On(e, facts, at);
            yield return (before, e, step, at, roster);
            if (random.Once(15))
                roster.Somebody();
        }
    }

    private static void Holds(Swap? before, FlowEvent e, Step<Swap> step, DateTimeOffset at, Rota roster)
    {
        var after = step.State;
        Assert.True(!after.IsOpen || after.NextAt is not null, "open without a next moment");
        Assert.True(e is not PersonEvent || step.Reply is not null, "somebody acted and hears nothing");
        Assert.True(after.DecidedBy is null || !after.IsParty(after.DecidedBy), "decided by a party");
        if (before is null)
            return;
        if (after.Phase == SwapPhase.Changing && before.Phase != SwapPhase.Changing)
        {
            Assert.True(e is ApproveSwap a && a.By == after.DecidedBy && a.By is Hall.Wang or Hall.Zhao or Hall.Chen, "approved by somebody who may not");
            Assert.True(before.Phase == SwapPhase.Waiting && at < before.LapsesAt, "approved without the colleague, or after its time");
        }
        if (after.Phase == SwapPhase.Changing)
            Assert.True(before.Phase is SwapPhase.Waiting or SwapPhase.Changing, "changed after its end");
        if (after.Phase == SwapPhase.Done && before.Phase == SwapPhase.Changing)
            Assert.Contains(before.ChangeName, roster.Made);
        Assert.True(roster.Holders == 2, "a shift with two holders or none");
        if (before.Phase is SwapPhase.Lapsed or SwapPhase.Declined or SwapPhase.Refused or SwapPhase.Cancelled or SwapPhase.Overtaken or SwapPhase.Undone)
            Assert.True(ReferenceEquals(before, after) || (e is AskSwap && after.Round == before.Round + 1), "over, and changed");
        if (after.Round == before.Round && after.Phase != before.Phase && before.Phase is SwapPhase.Asked && after.Phase is SwapPhase.Waiting)
            Assert.True(e is AcceptSwap { By: Hall.Bao }, "agreed by somebody else");
        var shown = step.Effects.OfType<Show>().Select(s => s.Slot).ToList();
        Assert.Equal(shown.Count, shown.Distinct().Count());
        if (before.Phase != after.Phase)
            Assert.All(after.Leaders.Select(Swap.Decides).Append(after.Mine).Append(after.Theirs), slot => Assert.Contains(slot, shown));
        if (before.Phase != after.Phase && after.InChannel is { } channel)
            Assert.Contains(channel, shown);
    }

    private static FlowEvent Happening(Random random, Swap state)
    {
        var by = random.Any(Everyone);
        var round = random.Once(6) ? state.Round - 1 : state.Round;
        return random.Next(12) switch
        {
            0 => new AskSwap(by, Hall.Lin, Hall.Bao, random.Once(2) ? "s-bao" : null),
            1 => new AcceptSwap(Hall.Bao, round),
            2 => new AcceptSwap(by, round),
            3 => random.Once(4) ? new DeclineSwap(by, round, null) : new AcceptSwap(Hall.Bao, round),
            4 => new ApproveSwap(by, round, random.Once(2) ? [] : [OneSwap.Warning.Key]),
            5 => new ApproveSwap(Hall.Wang, round, [OneSwap.Warning.Key]),
            6 => random.Once(4) ? new RefuseSwap(by, round, null) : new ViewSwap(by),
            7 => random.Once(4) ? new CancelSwap(by, round) : new ViewSwap(by),
            8 => new UndoSwap(by, round),
            9 => random.Once(4) ? new SwapShiftsMoved() : new SwapUnreachable(by),
            _ => new Due(),
        };
    }

    /// <summary>The rows of the two shifts, which this swap and others change.</summary>
    /// <param name="earlier">The shift in return comes before the one that is given.</param>
    internal sealed class Rota(bool earlier)
    {
        private readonly RosterRows rows = new(
        [
            OneSwap.Given,
            earlier ? OneSwap.Theirs with { Start = OneSwap.Theirs.Start.AddDays(-2), End = OneSwap.Theirs.End.AddDays(-2) } : OneSwap.Theirs,
        ]);

        public HashSet<string> Made => rows.Made;

        public int Holders => rows.Count;

        public SwapFacts Facts(Random? random) => new OneSwap().Facts with
        {
            Given = rows[OneSwap.Given.Id],
            InReturn = rows[OneSwap.Theirs.Id],
            Findings = random is null || !random.Once(5) ? [] : random.Once(2) ? [OneSwap.Warning] : [OneSwap.Block],
            Channel = random?.Once(3) == true ? null : OneSwap.Channel,
            OfTeam = random?.Once(2) != true,
            Rivals = random?.Once(20) == true ? [new(new(Swap.Kind, "north", "other"), [OneSwap.Theirs.Id], Agreed: random.Once(2))] : [],
        };

        public RosterAnswer Make(Swap swap) => rows.Make(swap);

        /// <summary>Another swap, or an import, gives one of the shifts to somebody else.</summary>
        public void Somebody() => rows[OneSwap.Given.Id] = rows[OneSwap.Given.Id] with { Person = Hall.Ding };
    }
}
