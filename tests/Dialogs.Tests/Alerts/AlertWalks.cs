using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Alerts;

/// <summary>Anything in any order, twice, too late and by anybody.</summary>
public sealed class AlertWalks
{
    private static readonly TimeSpan[] Steps =
        [TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15), TimeSpan.FromHours(5)];

    private const string FarGuard = "farGuard";

    private static readonly string[] Everyone = [.. Hall.Names, OneAlert.Guard, FarGuard, OneAlert.Neighbour, OneAlert.Admin, OneAlert.Stranger];

    [Fact]
    public void An_alert_keeps_its_promises_whatever_happens() => Walks.Each(4000, (random, story) =>
    {
        var called = new HashSet<(string, int)>();
        HashSet<string> named = random.Once(3) ? [random.Any(Everyone)] : [];
        Alert? last = null;
        AlertFacts? facts = null;
        foreach (var (before, e, step, at, now) in Life(random, named, story))
        {
            (last, facts) = (step.State, now);
            Assert.All(last.Called.Where(c => before?.Called.Any(b => b.Person == c.Person && b.Round == c.Round) != true), c => Assert.True(called.Add((c.Person, c.Round)), $"{c.Person} is called twice in one call"));
            if (before is null)
                continue;
            Holds(before, e, step, at, named);
            var again = last.On(e, now, at).State;
            Assert.True(e is Due or AlertAsked or AlertRaised { Named: not null } || ReferenceEquals(again, last), $"{e} is not the same the second time");
        }
        // Left alone, it comes to its end.
        for (var n = 0; n < 20 && last!.NextAt is { } next; n++)
            last = last.On(new Due(), facts!, next).State;
        Assert.True(last!.IsOver, "an alert that never ends");
    });

    /// <summary>An alert from its beginning on, and forty things that happen to it.</summary>
    internal static IEnumerable<(Alert? Before, FlowEvent Event, Step<Alert> Step, DateTimeOffset At, AlertFacts Facts)> Life(Random random, HashSet<string> named, List<Func<string>> story)
    {
        var at = OneAlert.Start;
        var facts = Now(random, named);
        FlowEvent first = random.Once(2) ? new AlertAsked(Hall.Lin, "hall") : new AlertRaised(Hall.Lin, null);
        var step = Alert.Begin(Alert.KeyAfter(Hall.Lin, null), first, facts, at)!;
        yield return (null, first, step, at, facts);
        for (var n = 0; n < 40; n++)
        {
            at += random.Any(Steps);
            facts = random.Once(4) ? Now(random, named) : facts;
            var (e, before, when) = (Happening(random, step.State), step.State, at);
            if (e is AlertRaised { By: Hall.Lin } && !before.IsOver && random.Once(3))
            {
                // Words may name somebody at any time, also whoever goes already.
                named.Add(random.Any(Everyone));
                e = new AlertRaised(Hall.Lin, new Words(Hall.Lin, $"{n}"));
                facts = facts with { Named = new HashSet<string>(named) };
            }
            story.Add(() => $"{when - OneAlert.Start} {before.Phase} {e}");
            step = before.On(e, facts, at);
            yield return (before, e, step, at, facts);
        }
    }

    private static void Holds(Alert before, FlowEvent e, Step<Alert> step, DateTimeOffset at, HashSet<string> named)
    {
        var after = step.State;
        Assert.True(after.IsOver == after.NextAt is null, "open without a next moment, or over with one");
        Assert.True(e is not PersonEvent || step.Reply is not null || (before.IsOver && e is AlertAsked or AlertRaised), "somebody acted and hears nothing");
        Assert.True(!before.IsOver || ReferenceEquals(before, after) || (before.Phase == AlertPhase.Unconfirmed && e is AlertConfirmed { By: Hall.Lin }), "over, and changed");
        Assert.True(e is not AlertConfirmed { By: Hall.Lin, Again: null } || before.Phase is not (AlertPhase.Confirming or AlertPhase.Unconfirmed) || after.IsOpen, "a tap that calls nobody");
        Assert.True(after.Round == before.Round || before.CanCallAgain, "called again while people are being called");
        if (after.Step == OneAlert.Policy.Rest && after.Step != before.Step)
            Assert.All(after.Called.Where(c => c.Step == after.Step && c.Round == after.Round), c => Assert.Equal(FarGuard, c.Person));
        Assert.DoesNotContain(after.Called, c => c.Person == Hall.Lin || named.Contains(c.Person));
        Assert.Equal(after.Called.Length, after.Called.Select(c => c.Person).Distinct().Count());
        Assert.All(after.Going, g => Assert.True(after.WasCalled(g.Person), "goes without having been called"));
        if (after.Phase == AlertPhase.Safe && before.Phase != AlertPhase.Safe)
            Assert.True(e is AlertSafe s && (s.By == Hall.Lin || before.IsGoing(s.By)), "closed by somebody who may not");
        if (after.Phase == AlertPhase.Mistaken && before.Phase != AlertPhase.Mistaken)
            Assert.True(e is AlertCancelled { By: Hall.Lin } && at - before.RaisedAt <= OneAlert.Policy.CancelFor, "taken back by somebody who may not, or too late");
        if (after.IsOver)
            Assert.All(step.Effects.OfType<Show>().Where(s => s is { Slot.Name: "call", Delivery: Delivery.Notice }), s => Assert.True(before.IsGoing(s.Slot.Person), "a new card after the end"));
        if (before.Phase is AlertPhase.Confirming or AlertPhase.Unconfirmed && e is not (AlertRaised or AlertConfirmed))
            Assert.All(step.Effects.OfType<Show>(), s => Assert.Equal(after.Mine, s.Slot));
        var shown = step.Effects.OfType<Show>().Select(s => s.Slot).ToList();
        Assert.Equal(shown.Count, shown.Distinct().Count());
        if (before.Phase != after.Phase)
            Assert.All(after.Called.Select(c => Alert.CardOf(c.Person)).Append(after.Mine), slot => Assert.Contains(slot, shown));
    }

    private static AlertFacts Now(Random random, HashSet<string> named)
    {
        IReadOnlyList<Candidate> all = [.. OneAlert.Everybody, Hall.Somebody(FarGuard, Dialogs.People.Role.Security) with { SameTeam = false, OtherHall = true }];
        IReadOnlyList<Candidate> people = random.Once(10) ? [] : [.. all.Where(_ => !random.Once(6)).Select(c => c with { OnDuty = !random.Once(3), Away = random.Once(5) })];
        return new(OneAlert.Policy, people, random.Any(["window 3", "window 4", ""]), ["window 3", "hall"]) { Named = new HashSet<string>(named), Administrators = [OneAlert.Admin] };
    }

    private static FlowEvent Happening(Random random, Alert state)
    {
        var by = random.Once(3) ? Hall.Lin : state.Called.Length > 0 && !random.Once(3) ? random.Any(state.Called).Person : random.Any(Everyone);
        return random.Next(10) switch
        {
            0 => new AlertAsked(by, random.Any(["hall", "nowhere"])),
            1 => new AlertRaised(by, null),
            2 => new AlertConfirmed(by, "hall", random.Once(2) ? null : state.Round + random.Next(2)),
            3 => new AlertCancelled(by),
            4 => new AlertTaken(by),
            5 => random.Once(3) ? new AlertSafe(by) : new Due(),
            6 => new AlertUnreachable(by),
            _ => new Due(),
        };
    }
}
