using System.Collections.Immutable;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>One moment of a case: what was, what happened, what came of it.</summary>
/// <param name="Before">Null at its beginning.</param>
/// <param name="By">Who pressed; null when nobody did.</param>
internal sealed record CaseMoment(Escalation? Before, FlowEvent Event, string? By, EscalationFacts Facts, Step<Escalation> Step, DateTimeOffset At)
{
    /// <summary>The event of the moment before, delivered once more.</summary>
    public bool Again { get; init; }
}

/// <summary>A case to which anything happens in any order, while people come and go, notes name them and the policy changes.</summary>
internal static class CaseLife
{
    /// <summary>The rules of another day: other chains, waits and rounds. Cases opened under the one go on beside those of the other.</summary>
    public static readonly EscalationPolicy Changed = Hall.Cases with
    {
        Chains = new Dictionary<Route, ImmutableArray<ChainStep>>
        {
            [Route.Leader] = [new(StepRole.Leader, false, Everyone: true), new(StepRole.HallLeader, true)],
            [Route.Counsellor] = [new(StepRole.Counsellor, true), new(StepRole.HallLeader, false)],
            [Route.Buddy] = [new(StepRole.Buddy, false)],
            [Route.CrisisContact] = [new(StepRole.CrisisContact, false, Everyone: true)],
        }.ToImmutableSortedDictionary(),
        Paces = new Dictionary<Urgency, Pace>
        {
            [Urgency.Immediate] = new(TimeSpan.FromMinutes(2), false, 2),
            [Urgency.High] = new(TimeSpan.FromMinutes(40), true, 3),
            [Urgency.Normal] = new(TimeSpan.FromHours(1), false, 2),
        }.ToImmutableSortedDictionary(),
        OpenCases = 1,
        RemindOwnerAfter = TimeSpan.FromHours(1),
        VisitOpenFor = TimeSpan.FromHours(5),
    };

    private static readonly string[] Seals = ["names 0", "names 1", "names 2"];

    public static IEnumerable<CaseMoment> Of(Random random, Route route, List<Func<string>> story)
    {
        var at = Hall.ShiftEnd;
        var people = random.Roster();
        var named = Seals.ToDictionary(seal => seal, _ => (string[])[.. Hall.Names.Where(_ => random.Once(6))]);
        var policy = random.Once(2) ? Hall.Cases : Changed;
        var origin = route == Route.CrisisContact ? Origin.PersonNow : Origin.HardDay;
        var opened = new Opened(
            origin, "lin/1", Hall.Lin, route, new("window 3", null, null, 2, 0, 0), random.Once(2) ? null : new Words(Hall.Lin, "n"),
            random.Once(3) ? null : random.Any(Enum.GetValues<Cause>()), random.Once(2) ? null : Names(random));
        FlowEvent e = opened;
        var facts = Facts(null);
        var moment = new CaseMoment(null, e, null, facts, Escalation.Begin(OneCase.Id, opened, facts, at), at);
        var earlier = random.Once(3);
        while (true)
        {
            var told = moment;
            story.Add(() => $"{told.At:O} {told.Event} {string.Join(' ', told.Facts.Candidates.Where(c => !c.Away).Select(c => c.OnDuty ? c.Person : $"({c.Person})"))} -> {told.Step.State.Phase}");
            yield return moment;
            var before = moment.Before is null && earlier ? OfEarlierVersion(moment.Step.State) : moment.Step.State;
            if (moment.Before is not null && random.Once(6))
            {
                moment = moment with { Before = before, Step = before.On(e, facts, at), Again = true };
                continue;
            }
            people = random.Once(3) ? random.Roster() : people;
            policy = random.Once(6) ? random.Any([Hall.Cases, Changed]) : policy;
            at = random.Once(2) && before.NextAt is { } due ? (at > due ? at : due) + random.Any(Walks.Steps) : at + random.Any(Walks.Steps);
            (e, var by) = Happening(random, opened, before);
            facts = Facts(before);
            moment = new(before, e, by, facts, before.On(e, facts, at), at);
        }

        EscalationFacts Facts(Escalation? state) => new(policy, [.. people.Select(c => random.Once(4) ? c with { Open = 3 } : c)], (30, 3), random.Once(2) ? null : Hall.NextStart)
        {
            Working = random.Once(4) ? null : Hall.Working,
            Agreed = state is not null || origin == Origin.PersonNow || !random.Once(9),
            Named = (state?.Named ?? []).Append((e as Opened)?.Named ?? (e as NoteShared)?.Named).OfType<Words>().SelectMany(w => named[w.Seal]).ToHashSet(),
            Administrators = ["adam", Hall.Lin],
            SubjectBack = state?.Phase == CasePhase.Resolved && story.Count % 3 == 0 ? at.AddDays(2) : null,
        };
    }

    /// <summary>Nothing happens but time, and now and then somebody takes it; ends when the case is at rest.</summary>
    public static IEnumerable<CaseMoment> LeftAlone(Random random, List<Func<string>> story)
    {
        var at = Hall.ShiftEnd;
        var opened = new Opened(Origin.HardDay, "lin/1", Hall.Lin, random.Any(Enum.GetValues<Route>()), new("", null, null, null, 0, 0), null, random.Any(Enum.GetValues<Cause>()));
        var policy = random.Any([Hall.Cases, Changed]);
        var facts = Facts();
        var moment = new CaseMoment(null, opened, null, facts, Escalation.Begin(OneCase.Id, opened, facts, at), at);
        while (moment.Step.State.NextAt is { } due)
        {
            yield return moment;
            var before = moment.Step.State;
            at = due + random.Any(Walks.Steps);
            FlowEvent e = moment.Event is not Take && random.Once(4) && before.Readers.Length > 0 ? new Take(random.Any(before.Readers)) : new Due();
            var (when, phase) = (at, before.Phase);
            story.Add(() => $"{when:O} {phase} {e}");
            facts = Facts();
            moment = new(before, e, (e as Take)?.By, facts, before.On(e, facts, at), at);
        }
        yield return moment;

        EscalationFacts Facts() => new(policy, random.Roster(), (30, 3), Hall.NextStart) { Working = random.Once(4) ? null : Hall.Working };
    }

    /// <summary>A case as it was stored before waits belonged to urgencies.</summary>
    private static Escalation OfEarlierVersion(Escalation state) => state with
    {
        Cause = null,
        Urgency = null,
        Pace = null,
        Chain = [.. state.Chain.Select((s, i) => s with { Wait = TimeSpan.FromMinutes(5 + i) }), state.Chain[^1] with { Wait = TimeSpan.FromMinutes(9), Again = true }],
    };

    private static Words Names(Random random) => new(Hall.Lin, random.Any(Seals));

    private static (FlowEvent Event, string? By) Happening(Random random, Opened opened, Escalation now)
    {
        var by = random.Once(3) && now.Readers.Length > 0 ? random.Any(now.Readers) : random.Any(Hall.Names);
        return random.Next(15) switch
        {
            0 or 1 => (new Take(by), by),
            2 => (new HandOver(now.Owner ?? by, random.Once(5) ? null : random.Any(Hall.Names)), now.Owner ?? by),
            3 => (new AcceptHandOver(now.OfferedTo ?? by), now.OfferedTo ?? by),
            4 => (new Resolve(now.Owner ?? by, random.Once(4) ? null : random.Any(Enum.GetValues<Done>()), null), now.Owner ?? by),
            5 => (new Resolve(by, Done.Talked, new Words(by, "x")), by),
            6 => (new OtherRoute(by, random.Any([Route.Leader, Route.Counsellor, Route.Buddy]), null, random.Once(2) ? null : random.Any(Enum.GetValues<Cause>())), by),
            7 => (new ReturnVisit(Hall.Lin, random.Once(2)), Hall.Lin),
            8 => (new ReturnVisit(by, random.Once(2)), by),
            9 => (new Unreachable(by), null),
            10 => (random.Once(4) ? new AnswersForgotten() : random.Once(2) ? new AnswerLowered() : new NoteShared(random.Once(2) ? null : new Words(Hall.Lin, "n"), random.Once(2) ? null : Names(random)), null),
            11 => (random.Once(2) ? opened : new AskedAgain(), null),
            12 when random.Once(3) => (new ConsentWithdrawn(), null),
            _ => (new Due(), null),
        };
    }
}
