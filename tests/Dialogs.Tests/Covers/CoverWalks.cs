using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Dialogs.Tests.Covers;

/// <summary>Anything in any order, twice, too late and by anybody.</summary>
public sealed class CoverWalks
{
    private static readonly TimeSpan[] Steps =
        [TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(40)];

    private static readonly string[] Everyone = [Hall.Lin, Hall.Bao, Hall.Ding, OneCover.Mei, Hall.Wang, OneCover.Stranger];

    [Fact]
    public void A_cover_keeps_its_promises_whatever_happens() => Walks.Each(4000, (random, story) =>
    {
        Cover? last = null;
        CoverFacts? facts = null;
        foreach (var (before, e, step, at, now) in Life(random, story))
        {
            (last, facts) = (step.State, now);
            Holds(before, e, step);
            var again = last.On(e, now, at).State;
            Assert.True(e is Due or CoverAsked or CoverGivenBack || ReferenceEquals(again, last), $"{e} is not the same the second time");
        }
        // Left alone, it comes to its end.
        for (var n = 0; n < 20 && last!.NextAt is { } next; n++)
            last = last.On(new Due(), facts!, next).State;
        Assert.True(last!.IsOver, "a cover that never ends");
    });

    /// <summary>A cover from its beginning on, and thirty things that happen to it.</summary>
    internal static IEnumerable<(Cover? Before, FlowEvent Event, Step<Cover> Step, DateTimeOffset At, CoverFacts Facts)> Life(Random random, List<Func<string>> story)
    {
        var at = OneCover.Start;
        var facts = Now(random) with { OnShift = true };
        FlowEvent first = new CoverAsked(Hall.Lin, random.Once(2) ? null : 10);
        var step = Cover.Begin(Cover.KeyAfter(Hall.Lin, null), first, facts, at)!;
        yield return (null, first, step, at, facts);
        for (var n = 0; n < 30; n++)
        {
            at += random.Any(Steps);
            facts = random.Once(3) ? Now(random) : facts;
            var (e, before, when) = (Happening(random, step.State), step.State, at);
            story.Add(() => $"{when - OneCover.Start} {before.Phase} {e}");
            step = before.On(e, facts, at);
            yield return (before, e, step, at, facts);
        }
    }

    private static void Holds(Cover? before, FlowEvent e, Step<Cover> step)
    {
        var after = step.State;
        Assert.True(after.IsOver == after.NextAt is null, "open without a next moment, or over with one");
        Assert.True(e is not PersonEvent || step.Reply is not null, "somebody acted and hears nothing");
        Assert.True(after.IsCovered == (after.By is not null && !after.IsOver), "covered by nobody, or somebody covers what is not");
        Assert.True(after.Asked.Length <= Cover.Most && after.Asked.Select(a => a.Person).Distinct().Count() == after.Asked.Length, "asked twice, or too many");
        Assert.DoesNotContain(after.Asked, a => a.Person == Hall.Lin);
        var shown = step.Effects.OfType<Show>().Select(s => s.Slot).ToList();
        Assert.Equal(shown.Count, shown.Distinct().Count());
        if (before is null)
            return;
        Assert.True(!before.IsOver || ReferenceEquals(before, after) || (before.Phase == CoverPhase.Unasked && e is CoverAsked { By: Hall.Lin }), "over, and changed");
        if (before.By != after.By && after.By is not null)
            Assert.True(before.IsFree && before.WasAsked(after.By) && e is CoverTaken t && t.By == after.By, "taken by somebody who may not, or twice");
        if (before.By is not null && after.By is null)
            Assert.IsType<CoverRefused>(e);
        // The person sees every change of who stands in and of whether anybody does: by a new card, or as the answer to their own press.
        if (before.Phase != after.Phase)
        {
            Assert.Contains(after.Mine, shown);
            Assert.All(after.Asked, a => Assert.Contains(Cover.CardOf(a.Person), shown));
            Assert.All(after.Leaders, l => Assert.Contains(Cover.SeenBy(l), shown));
        }
        if (after.Phase is CoverPhase.Covered or CoverPhase.TimeUp or CoverPhase.Unanswered && before.Phase != after.Phase && e is not CoverAsked)
            Assert.Contains(new Show(after.Mine, Delivery.Notice), step.Effects);
        // Whoever stands in is let go exactly when the cover ends.
        var told = step.Effects.OfType<Signal>().Select(s => s.Event).ToList();
        Assert.Equal(!before.IsCovered && after.IsCovered, told.OfType<StandInBegan>().Any());
        Assert.Equal(before.IsCovered && after.IsOver, told.OfType<StandInEnded>().Any());
    }

    private static CoverFacts Now(Random random) => random.Once(4) ? Somebody(random) with { BRole = null, Others = [] } : Somebody(random);

    private static CoverFacts Somebody(Random random) => new(
        OneCover.Policy,
        !random.Once(6),
        random.Any(["window 3", ""]),
        random.Once(3) ? null : Hall.Bao,
        [.. new[] { Hall.Ding, OneCover.Mei }.Where(_ => !random.Once(3))],
        random.Once(3) ? [] : [Hall.Wang])
    {
        Busy = random.Once(4) ? new HashSet<string> { random.Any(Everyone) } : new HashSet<string>(),
    };

    private static FlowEvent Happening(Random random, Cover state)
    {
        var by = random.Once(3) ? Hall.Lin : state.Asked.Length > 0 && !random.Once(3) ? random.Any(state.Asked).Person : random.Any(Everyone);
        return random.Next(10) switch
        {
            0 => new CoverAsked(by, random.Once(2) ? null : 5),
            1 => new CoverAsked(by, 5, More: true),
            2 or 3 => new CoverTaken(by),
            4 => new CoverGivenBack(by),
            5 => new CoverUnreachable(by),
            6 => new CoverRefused(state.By ?? by, state.Takes),
            _ => new Due(),
        };
    }
}
