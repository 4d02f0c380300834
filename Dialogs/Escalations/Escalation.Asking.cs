namespace CheckInBot.Dialogs.Escalations;

/// <summary>Who is asked next, when, and until when they are waited for.</summary>
public sealed partial record Escalation
{
    /// <summary>When a wait that begins now is over; a wait in working hours rests outside them, and one that lasts until a close ends at the next opening, when somebody can be asked.</summary>
    private DateTimeOffset After(TimeSpan wait, EscalationFacts facts, DateTimeOffset at) =>
        Pace is { WorkingHours: true } && facts.Working is { } hours ? hours.Open(hours.Add(at, wait)) : at + wait;

    /// <summary>When somebody off shift may be asked about a case that waits in working hours; null: now. "I need a person now" asks at any time.</summary>
    private DateTimeOffset? Opening(EscalationFacts facts, DateTimeOffset at) =>
        Pace is { WorkingHours: true } && Origin != Origin.PersonNow && facts.Working?.Open(at) is { } opening && opening > at ? opening : null;

    /// <summary>A step's own wait, where an earlier version stored one, is time by the clock.</summary>
    private DateTimeOffset AfterStep(int step, EscalationFacts facts, DateTimeOffset at) =>
        Chain[step].Wait is { } own ? at + own : After((Pace ?? Pace.Before).Wait, facts, at);

    private DateTimeOffset AfterSilence(EscalationFacts facts, DateTimeOffset at) => Origin == Origin.PersonNow
        ? at + facts.Policy.RemindCrisisContactAfter
        : After(facts.Policy.RemindOwnerAfter, facts, at);

    /// <summary>One step of the chain, the next that has somebody; never several at once, however late it is.</summary>
    private Step<Escalation> Advance(EscalationFacts facts, DateTimeOffset at)
    {
        if (Following(facts.MayBeAsked, facts.Policy.OpenCases) is { } next)
        {
            if (Opening(facts, at) is not { } opening)
                return Ask(next, facts, at);
            // A former owner is waited for; otherwise whoever is at work now comes before those who would be woken.
            var atWork = Following([.. facts.MayBeAsked.Where(c => c.OnDuty)], facts.Policy.OpenCases);
            return atWork is not null && (atWork.Round, atWork.Step < 0) == (next.Round, next.Step < 0) ? Ask(atWork, facts, at) : Rest(opening, at);
        }
        // Numbers and other ways stand on the person's own card, which comes anew so that it is seen.
        var told = facts.Administrators.Where(a => a != Subject).ToList();
        var unanswered = this with
        {
            Phase = CasePhase.Unanswered,
            Resting = false,
            Since = at,
            Until = null,
            Owner = null,
            OfferedTo = null,
            History = WithSilentOwner(at),
            Silence = new(BeganAt ?? OpenedAt, at, [.. Chain.Select(s => s.Role).Distinct()]),
            Told = [.. Told.Union(told)],
        };
        return Everywhere(unanswered, [new Show(Mine, Delivery.Notice), .. told.Select(a => new Show(UnansweredCard(a), Delivery.Notice)), .. Ended()]);
    }

    private Step<Escalation> Ask(NextStep next, EscalationFacts facts, DateTimeOffset at)
    {
        var (round, step, found) = next;
        var asking = this with
        {
            Phase = CasePhase.Asking,
            Resting = false,
            Round = round,
            Step = step,
            Since = at,
            Until = AfterStep(Math.Max(step, 0), facts, at),
            Owner = null,
            TakenAt = null,
            OwnerReminded = false,
            OfferedTo = null,
            History = WithSilentOwner(at),
            Asked = [.. Asked.Where(a => !found.Contains(a.Person)), .. found.Select(p => new Asked(p, step, at, Round: round))],
            Readers = [.. Readers.Union(found)],
        };
        return Everywhere(asking, [new Show(News, Delivery.Line), .. found.Select(p => new Show(CardOf(p), Delivery.Notice))]);
    }

    /// <summary>Nobody is woken: the step is taken when the team is at work again. The person's card says when.</summary>
    private Step<Escalation> Rest(DateTimeOffset opening, DateTimeOffset at) => Everywhere(this with
    {
        Phase = CasePhase.Asking,
        Resting = true,
        Since = at,
        Until = opening,
        Owner = null,
        TakenAt = null,
        OwnerReminded = false,
        OfferedTo = null,
        History = WithSilentOwner(at),
    });

    /// <summary>Who had the case when it was reopened and is still to be asked; null when there is nobody, or they were.</summary>
    private string? Former => Phase == CasePhase.Asking && Helped == false && Step < 0 && Asked.IsEmpty ? History[^1].Owner : null;

    /// <summary>
    /// What comes next, if the roster stays as these candidates say: a later step of this round, else the first of the next. Nobody is
    /// asked twice in one round, nor once more who is out of reach. Null when the rounds are used up.
    /// </summary>
    /// <param name="openCases">How many cases are many; see <see cref="EscalationPolicy.OpenCases"/>.</param>
    public NextStep? Following(IReadOnlyList<Candidate> candidates, int openCases)
    {
        if (Former is { } former && candidates.Any(c => c.Person == former && !c.Away))
            return new(Round, -1, [former]);
        for (var round = Round; round < (Pace ?? Pace.Before).Rounds; round++)
        {
            string[] passed = [.. Asked.Where(a => a.Round == round || a.OutOfReach).Select(a => a.Person)];
            if (Escalations.Chain.Next(Chain, round == Round ? Step : -1, Subject, passed, candidates, openCases) is var (step, people))
                return new(round, step, people);
        }
        // Whom the chain passed over for their many cases is asked before it is said that nobody answered.
        var left = Escalations.Chain.Next(Chain, -1, Subject, [.. Asked.Select(a => a.Person)], candidates, int.MaxValue);
        return left is var (at, last) && !Chain[at].Again ? new(Round, at, last) : null;
    }
}
