using System.Text.Json;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>Whatever happens to a case in whatever order, these hold.</summary>
public sealed class CaseWalks
{
    private static readonly string[] Leaders = [Hall.Wang, Hall.Zhao, Hall.Chen];

    [Theory]
    [InlineData(Route.Leader)]
    [InlineData(Route.Counsellor)]
    [InlineData(Route.Buddy)]
    [InlineData(Route.CrisisContact)]
    public void A_case_keeps_its_promises_whatever_happens(Route route) => Walks.Each(1500, (random, story) =>
    {
        var at = Hall.ShiftEnd;
        var people = random.Roster();
        string[] named = [.. Hall.Names.Where(_ => random.Once(6))];
        var origin = route == Route.CrisisContact ? Origin.PersonNow : Origin.HardDay;
        var opened = new Opened(origin, "lin/1", Hall.Lin, route, new("window 3", null, null, 2, 0, 0), null, random.Once(3) ? null : random.Any(Enum.GetValues<Cause>()));
        var step = Escalation.Begin(OneCase.Id, opened, Facts(random, people, named), at);
        var signals = new List<Signal>(step.Effects.OfType<Signal>());
        var leadersWanted = route == Route.Leader;
        var offered = new HashSet<string>();
        Asks(step, people);
        Holds(null, opened, null, step, at);
        if (random.Once(3))
            step = step with { State = OfEarlierVersion(step.State) };
        for (var n = 0; n < 30; n++)
        {
            var before = step.State;
            people = random.Once(3) ? random.Roster() : people;
            at = random.Once(2) && before.NextAt is { } due ? (at > due ? at : due) + random.Any(Walks.Steps) : at + random.Any(Walks.Steps);
            var (e, by) = Happening(random, opened, before);
            var (when, there) = (at, people);
            story.Add(() => $"{when:O} {e} {string.Join(' ', there.Where(c => !c.Away).Select(c => c.OnDuty ? c.Person : $"({c.Person})"))}");
            var facts = Facts(random, people, named);
            step = before.On(e, facts, at);
            if (!before.LooksForSomebody(e, at))
                Same(step, before.On(e, facts with { Candidates = [], Named = new HashSet<string>() }, at));
            signals.AddRange(step.Effects.OfType<Signal>());
            leadersWanted |= e is OtherRoute { By: Hall.Lin, To: Route.Leader } && step.State.Route == Route.Leader;
            if (step.State.OfferedTo is { } to)
                offered.Add(to);

            Assert.DoesNotContain(step.State.Readers, named.Contains);
            if (e is not AskedAgain)
                Asks(step, people);
            Holds(before, e, by, step, at);
            if (random.Once(8))
                Survives(step.State);
            Assert.True(leadersWanted || !step.State.Readers.Any(Leaders.Contains), "a leader was told");
            Assert.True(step.State.Owner is not { } owner || step.State.Asked.Any(a => a.Person == owner) || offered.Contains(owner) || step.State.IsOver, "an owner who was never asked");
            Assert.True(e is not Due || step.State.Round < (step.State.Pace?.Rounds ?? 1), "more rounds than allowed");
        }
        foreach (var same in signals.GroupBy(s => s.Name))
            Assert.Single(same.Distinct());
        if (origin == Origin.PersonNow && step.State.IsOver)
            Assert.Contains(signals, s => s.To.Kind == Dialogs.Care.PersonNow.Kind);
        // What caseloads hear adds up to who owns it now.
        var owned = signals.Where(s => s.Event is CaseTaken or CaseReleased).GroupBy(s => s.To.Owner)
            .Where(g => g.Aggregate(Caseload.Begin(g.Key), (load, s) => load.On(s.Event).State).Open.Length > 0).Select(g => g.Key);
        Assert.Equal(step.State is { Phase: CasePhase.Taken, Owner: { } last } ? [last] : [], owned);
    });

    [Fact]
    public void Left_alone_every_case_comes_to_rest() => Walks.Each(500, (random, story) =>
    {
        var at = Hall.ShiftEnd;
        var state = Escalation.Begin(OneCase.Id, new(Origin.HardDay, "lin/1", Hall.Lin, random.Any(Enum.GetValues<Route>()), new("", null, null, null, 0, 0), null, random.Any(Enum.GetValues<Cause>())), Facts(random, random.Roster()), at).State;
        for (var wakes = 0; state.NextAt is { } due; wakes++)
        {
            Assert.True(wakes < 40, "it never rests");
            at = due + random.Any(Walks.Steps);
            var (when, phase) = (at, state.Phase);
            story.Add(() => $"{when:O} {phase}");
            state = (random.Once(2) && state.Readers.Length > 0 ? state.On(new Take(random.Any(state.Readers)), Facts(random, []), at).State : state).On(new Due(), Facts(random, random.Roster()), at).State;
            if (state.NextAt is { } next && next <= at)
                throw new InvalidOperationException("a wake that wakes itself");
        }
        Assert.True(state.IsOver);
    });

    /// <summary>A case as it was stored before waits belonged to urgencies.</summary>
    private static Escalation OfEarlierVersion(Escalation state) => state with
    {
        Cause = null,
        Urgency = null,
        Pace = null,
        Chain = [.. state.Chain.Select((s, i) => s with { Wait = TimeSpan.FromMinutes(5 + i) }), state.Chain[^1] with { Wait = TimeSpan.FromMinutes(9), Again = true }],
    };

    private static void Same(Step<Escalation> one, Step<Escalation> other)
    {
        Assert.Equal(JsonSerializer.Serialize(one.State, DialogsJson.Default.Escalation), JsonSerializer.Serialize(other.State, DialogsJson.Default.Escalation));
        Assert.Equal(one.Effects, other.Effects);
        Assert.Equal(one.Reply, other.Reply);
    }

    /// <summary>Nobody is given a new card who may not be asked at this moment.</summary>
    private static void Asks(Step<Escalation> step, IReadOnlyList<Candidate> people)
    {
        foreach (var asked in step.State.Asked.Where(a => a.Step >= 0 && a.Step == step.State.Step && a.At == step.State.Since && step.State.Phase == CasePhase.Asking))
        {
            var candidate = people.SingleOrDefault(c => c.Person == asked.Person);
            // Those of this step were found among these people only when the step was taken now.
            if (step.Effects.OfType<Show>().All(s => s.Slot != Escalation.CardOf(asked.Person) || s.Delivery != Delivery.Notice))
                continue;
            Assert.True(candidate is { Away: false }, "asked while away");
            Assert.True(candidate.OnDuty || !step.State.Chain[asked.Step].OnDuty, "asked off shift");
            Assert.True(candidate.Fits(step.State.Chain[asked.Step].Role), "asked in a role of somebody else");
        }
    }

    private static void Holds(Escalation? before, FlowEvent e, string? by, Step<Escalation> step, DateTimeOffset at)
    {
        var state = step.State;
        Assert.True(by is null || step.Reply is not null, "a press without an answer");
        Assert.True(by is null || step.Reply is not See see || see.Slot.Person == by, "somebody else's card in reply");
        Assert.True(state.IsOver == state.NextAt is null, "an open case without a next moment, or a closed one with it");
        Assert.True(e is not Due || state.NextAt is not { } next || next > at, "a wake that wakes itself");
        Assert.True(ReferenceEquals(before, state) || state.NextAt is not { } then || then > at || then == before?.NextAt, "a next moment in the past");
        Assert.DoesNotContain(Hall.Lin, state.Readers);
        Assert.DoesNotContain(state.Asked, a => a.Person == Hall.Lin);
        Assert.True(state.Phase is not (CasePhase.Taken or CasePhase.Resolved or CasePhase.Visiting) || state.Owner is not null, "nobody's case");
        Assert.True(state.Phase != CasePhase.Asking || (state.Owner is null && state.Asked.Length > 0), "asking nobody");
        Assert.Equal(state.Asked.Length, state.Asked.Select(a => a.Person).Distinct().Count());
        Assert.Equal(state.Readers.Length, state.Readers.Distinct().Count());
        Assert.True(before is null || state.History.Length <= before.History.Length + 1, "history out of nothing");
        if (before is not null && by is not null && by != Hall.Lin && !before.Readers.Contains(by))
            Assert.True(ReferenceEquals(before, state) && step.Effects.Count == 0 && step.Reply is Say { Notice: Notice.NotYours }, "a foreign press");
        if (!ReferenceEquals(before, state))
            Assert.Empty(state.Readers.Where(r => step.Effects.OfType<Show>().All(s => s.Slot != Escalation.CardOf(r))));
        if (e is Take or AcceptHandOver && !ReferenceEquals(before, state))
            Assert.All(step.Effects.OfType<Show>(), s => Assert.True(s.Slot.Name != "case" || s.Delivery == (s.Slot.Person == by ? Delivery.Refresh : Delivery.Withdraw)));
        Assert.All(state.Readers.Where(r => !state.Concerns(r)), r => Assert.Empty(Permit.Readable(state, r)));
        Assert.Equal(step.Effects.OfType<Show>().Count(), step.Effects.OfType<Show>().Select(s => s.Slot).Distinct().Count());
        Assert.Equal(step.Effects.OfType<Signal>().Count(), step.Effects.OfType<Signal>().Select(s => s.Name).Distinct().Count());
    }

    private static void Survives(Escalation state)
    {
        var json = JsonSerializer.Serialize(state, DialogsJson.Default.Escalation);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, DialogsJson.Default.Escalation)!, DialogsJson.Default.Escalation));
    }

    private static EscalationFacts Facts(Random random, IReadOnlyList<Candidate> people, params string[] named) =>
        new(Hall.Cases, [.. people.Select(c => random.Once(4) ? c with { Open = 3 } : c)], (30, 3), random.Once(2) ? null : Hall.NextStart)
        {
            Working = random.Once(4) ? null : Hall.Working,
            Named = named.ToHashSet(),
            Administrators = ["adam", Hall.Lin],
        };

    private static (FlowEvent Event, string? By) Happening(Random random, Opened opened, Escalation now)
    {
        var by = random.Once(3) && now.Readers.Length > 0 ? random.Any(now.Readers) : random.Any(Hall.Names);
        return random.Next(14) switch
        {
            0 or 1 => (new Take(by), by),
            2 => (new HandOver(now.Owner ?? by, random.Once(5) ? null : random.Any(Hall.Names)), now.Owner ?? by),
            3 => (new AcceptHandOver(now.OfferedTo ?? by), now.OfferedTo ?? by),
            4 => (new Resolve(now.Owner ?? by, random.Once(4) ? null : random.Any(Enum.GetValues<Done>()), null), now.Owner ?? by),
            5 => (new Resolve(by, Done.Talked, new Words(by, "x")), by),
            6 => (new OtherRoute(by, random.Any([Route.Leader, Route.Counsellor, Route.Buddy])), by),
            7 => (new ReturnVisit(Hall.Lin, random.Once(2)), Hall.Lin),
            8 => (new ReturnVisit(by, random.Once(2)), by),
            9 => (new Unreachable(by), null),
            10 => (random.Once(2) ? new AnswerLowered() : new NoteShared(random.Once(2) ? null : new Words(Hall.Lin, "n"), random.Once(2) ? null : new Words(Hall.Lin, $"named {random.Next(3)}")), null),
            11 => (random.Once(2) ? opened : new AskedAgain(), null),
            _ => (new Due(), null),
        };
    }
}
