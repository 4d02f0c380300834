using System.Text.Json;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>Whatever happens to a case in whatever order, these hold.</summary>
public sealed class CaseWalks
{
    [Theory]
    [InlineData(Route.Leader)]
    [InlineData(Route.Counsellor)]
    [InlineData(Route.Buddy)]
    [InlineData(Route.CrisisContact)]
    public void A_case_keeps_its_promises_whatever_happens(Route route) => Walks.Each(1500, (random, story) =>
    {
        var signals = new List<Signal>();
        var leadersWanted = route == Route.Leader;
        var offered = new HashSet<string>();
        Escalation last = null!;
        foreach (var moment in CaseLife.Of(random, route, story).Take(30))
        {
            var (before, e, _, facts, step, at) = moment;
            signals.AddRange(step.Effects.OfType<Signal>());
            last = step.State;
            Holds(moment);
            Shows(moment);
            GoesOnByItsOwnRules(moment);
            // Chains of earlier days asked those out of reach once more.
            if (moment.Again)
                Assert.True(e is AskedAgain || (e is Unreachable && last.Chain.Any(s => s.Again)) || (ReferenceEquals(before, last) && step.Effects.All(f => f is Show { Slot.Name: "mine" })), "delivered twice, done twice");
            if (before?.LooksForSomebody(e, at) == false)
                Same(step, before.On(e, facts with { Candidates = [], Named = new HashSet<string>() }, at));
            leadersWanted |= e is OtherRoute { By: Hall.Lin, To: Route.Leader } && last.Route == Route.Leader;
            if (last.OfferedTo is { } to)
                offered.Add(to);
            if (random.Once(8))
                Survives(last);
            // A chain of another day may have a hall leader behind its counsellors; of the team's own leaders none hears of it.
            Assert.True(leadersWanted || !last.Readers.Any(r => r is Hall.Wang or Hall.Zhao), "a leader was told");
            Assert.True(last.Owner is not { } owner || last.Asked.Any(a => a.Person == owner) || offered.Contains(owner) || facts.Named.Contains(owner) || last.IsOver, "an owner who was never asked");
            Assert.True(e is not Due || last.Round < (last.Pace?.Rounds ?? 1), "more rounds than allowed");
        }
        foreach (var same in signals.GroupBy(s => s.Name))
            Assert.Single(same.Distinct());
        if (route == Route.CrisisContact && last.IsOver)
            Assert.Contains(signals, s => s.To.Kind == Dialogs.Care.PersonNow.Kind);
        // What caseloads hear, once or twice and in any order, adds up to who owns it now.
        var heard = signals.Where(s => s.Event is CaseTaken or CaseReleased).Distinct().SelectMany(s => Enumerable.Repeat(s, random.Next(1, 3))).ToArray();
        random.Shuffle(heard);
        var owned = heard.GroupBy(s => s.To.Owner).Select(g => g.Aggregate(Caseload.Begin(g.Key), (load, s) => load.On(s.Event).State)).ToList();
        Assert.Equal(last is { Phase: CasePhase.Taken, Owner: { } now } ? [now] : [], owned.Where(load => load.Open.Length > 0).Select(load => load.Person));
    });

    [Fact]
    public void Left_alone_every_case_comes_to_rest_within_its_rounds() => Walks.Each(1000, (random, story) =>
    {
        Escalation last = null!;
        var (asked, takes) = (0, 0);
        foreach (var moment in CaseLife.LeftAlone(random, story))
        {
            last = moment.Step.State;
            Holds(moment);
            Shows(moment);
            asked += moment.Event is Due or Opened && last is { Phase: CasePhase.Asking, Resting: false } ? 1 : 0;
            takes += moment.Before?.Phase != CasePhase.Taken && last.Phase == CasePhase.Taken ? 1 : 0;
            // Beyond its rounds a case asks only whom it passed over before, each once.
            Assert.True(asked <= last.Chain.Length * (last.Pace?.Rounds ?? 1) + Hall.Names.Count, "it asks in a circle");
            // Each step may be taken once, and its owner fall silent twice.
            Assert.True(takes <= asked, "taken in a circle");
        }
        Assert.Equal(CasePhase.Unanswered, last.Phase);
    });

    private static void Same(Step<Escalation> one, Step<Escalation> other)
    {
        Assert.Equal(JsonSerializer.Serialize(one.State, DialogsJson.Default.Escalation), JsonSerializer.Serialize(other.State, DialogsJson.Default.Escalation));
        Assert.Equal(one.Effects, other.Effects);
        Assert.Equal(one.Reply, other.Reply);
    }

    /// <summary>A new card goes only to who may be asked at this moment, and who sees a case that is not theirs now sees it go.</summary>
    private static void Shows(CaseMoment moment)
    {
        var (before, e, _, facts, step, at) = moment;
        var state = step.State;
        foreach (var show in step.Effects.OfType<Show>().Where(s => s.Slot.Name == "case"))
        {
            var reader = show.Slot.Person;
            var saysItIsOver = state.Phase == CasePhase.Withdrawn && reader == before!.Owner && show.Delivery == Delivery.Notice;
            Assert.True(saysItIsOver || state.Concerns(reader) == show.Delivery is Delivery.Notice or Delivery.Refresh, "a card to somebody whom the case does not concern, or none");
            if (show.Delivery != Delivery.Notice || saysItIsOver || reader == before?.Owner && state.Phase == CasePhase.Taken)
                continue;
            Assert.NotEqual(Hall.Lin, reader);
            Assert.False(facts.Named.Contains(reader), "asked although a note names them");
            if (e is AskedAgain && before!.Phase == CasePhase.Asking)
                continue;
            var candidate = facts.Candidates.SingleOrDefault(c => c.Person == reader);
            Assert.True(candidate is { Away: false }, "asked while away");
            Assert.True(candidate.OnDuty || state is not { Phase: CasePhase.Asking, Pace.WorkingHours: true, Origin: Origin.HardDay } || facts.Working is not { } hours || hours.Open(at) == at || e is AskedAgain, "woken");
            if (state.Phase != CasePhase.Asking || state.Step < 0 || state.Since != at)
                continue;
            Assert.True(candidate.OnDuty || !state.Chain[state.Step].OnDuty, "asked off shift");
            Assert.True(candidate.Fits(state.Chain[state.Step].Role), "asked in a role of somebody else");
        }
        Assert.DoesNotContain(step.Effects.OfType<Show>(), s => s.Slot == Escalation.UnansweredCard(Hall.Lin));
    }

    /// <summary>Chain, urgency and pace are those of the day when the case took its route, whatever the policy says by now.</summary>
    private static void GoesOnByItsOwnRules(CaseMoment moment)
    {
        var (before, e, _, facts, step, at) = moment;
        var state = step.State;
        if (before is null || (e is OtherRoute && !ReferenceEquals(before, state)))
            Assert.True(before is not null && (before.Phase, before.Route, before.Asked) == (state.Phase, state.Route, state.Asked) || state.Chain.SequenceEqual(facts.Policy.Chains[state.Route]), "a route that does not go by today's policy");
        else
            Assert.True(state.Chain.SequenceEqual(before.Chain) && (state.Pace, state.Urgency) == (before.Pace, before.Urgency), "a case whose rules change under way");
        if (state is { Phase: CasePhase.Asking, Resting: true } && state.Since == at && !ReferenceEquals(before, state))
            Assert.Equal(facts.Working!.Open(at), state.Until);
        else if (state.Phase == CasePhase.Asking && state.Since == at && !ReferenceEquals(before, state) && before?.Since != at)
        {
            var pace = state.Pace ?? Pace.Before;
            var until = state.Chain[Math.Max(state.Step, 0)].Wait is { } own ? at + own : pace.WorkingHours && facts.Working is { } hours ? hours.Open(hours.Add(at, pace.Wait)) : at + pace.Wait;
            Assert.Equal(until, state.Until);
        }
    }

    private static void Holds(CaseMoment moment)
    {
        var (before, e, by, facts, step, at) = moment;
        var state = step.State;
        Assert.True(by is null || step.Reply is not null, "a press without an answer");
        Assert.True(by is null || step.Reply is not See see || see.Slot.Person == by, "somebody else's card in reply");
        Assert.True(state.IsOver == state.NextAt is null, "an open case without a next moment, or a closed one with it");
        Assert.True(e is not Due || state.NextAt is not { } next || next > at, "a wake that wakes itself");
        Assert.True(ReferenceEquals(before, state) || state.NextAt is not { } then || then > at || then == before?.NextAt, "a next moment in the past");
        Assert.DoesNotContain(Hall.Lin, state.Readers);
        Assert.DoesNotContain(state.Asked, a => a.Person == Hall.Lin);
        Assert.True(state.OfferedTo is not { } to || !facts.Named.Contains(to) || e is not (HandOver or NoteShared), "offered to somebody whom a note names");
        Assert.True(before?.Phase != CasePhase.Withdrawn || state.Phase == CasePhase.Withdrawn || e is OtherRoute { By: Hall.Lin }, "taken back, and gone on with");
        Assert.True(!state.Forgets || !(state.Phase is CasePhase.Closed or CasePhase.Withdrawn || state.Named.IsEmpty), "closed, and names still kept of answers that were deleted");
        Assert.True(e is not AnswersForgotten || state.Note is null, "a note that was deleted");
        Assert.True(before is null || state.Named.Length >= before.Named.Length || state.Phase is CasePhase.Closed or CasePhase.Withdrawn, "a name unsaid while somebody may be asked");
        Assert.True(state.Phase != CasePhase.Withdrawn || state is { Origin: Origin.HardDay, OfferedTo: null }, "withdrawn, and still offered");
        Assert.True(state.Phase is not (CasePhase.Taken or CasePhase.Resolved or CasePhase.Visiting) || state.Owner is not null, "nobody's case");
        Assert.True(state.Phase != CasePhase.Asking || (state.Owner is null && (state.Resting || state.Asked.Length > 0)), "asking nobody");
        Assert.True(!state.Resting || state is { Phase: CasePhase.Asking, Pace.WorkingHours: true, Origin: not Origin.PersonNow }, "at rest, though it is urgent");
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
}
