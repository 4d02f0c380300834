using System.Collections.Immutable;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Escalations;

public sealed partial record Escalation
{
    /// <summary>The first event of a case.</summary>
    public static Step<Escalation> Begin(string id, Opened e, EscalationFacts facts, DateTimeOffset at)
    {
        var opened = new Escalation
        {
            Id = id,
            Origin = e.Origin,
            Source = e.Source,
            Subject = e.Subject,
            Route = e.Route,
            Cause = e.Cause,
            Chain = [],
            Phase = CasePhase.Asking,
            OpenedAt = at,
            BeganAt = at,
            Since = at,
            Context = e.Context with { HoursThisWeek = facts.Hours.HoursThisWeek, DaysInARow = facts.Hours.DaysInARow },
            Note = e.Note,
            Named = e.Named is { } named ? [named] : [],
        };
        // Taken back while the answer was on its way.
        if (!facts.Agreed)
            return (opened.Towards(e.Route, facts) with { Phase = CasePhase.Withdrawn, Note = null }).Then(new Show(opened.Mine, Delivery.Notice));
        var first = opened.Towards(e.Route, facts).Advance(facts, at);
        return first with { Effects = [.. first.Effects.Where(f => f is not Show { Slot.Name: "mine" or "news" }), new Show(opened.Mine, Delivery.Notice)] };
    }

    /// <summary>What happens next. Guards stand first; what comes twice changes nothing.</summary>
    public Step<Escalation> On(FlowEvent e, EscalationFacts facts, DateTimeOffset at) => Counted(Happens(e, facts, at));

    private Step<Escalation> Happens(FlowEvent e, EscalationFacts facts, DateTimeOffset at) => (Phase, e) switch
    {
        (_, Opened) => this.Then(),
        (_, Due) when NextAt is not { } next || next > at => this.Then(),
        (CasePhase.Asking, Due) => Advance(facts, at),
        (CasePhase.Taken, Due) when Opening(facts, at) is { } opening => Everywhere(this with { Until = opening }),
        (CasePhase.Taken, Due) => OwnerSilent(facts, at),
        (CasePhase.Resolved, Due) when facts.SubjectBack is { } back && back > at => Everywhere(this with { Until = back }),
        (CasePhase.Resolved, Due) => Everywhere(this with { Phase = CasePhase.Visiting, Since = at, Until = at + facts.Policy.VisitOpenFor }, new Show(Visit, Delivery.Notice)),
        (CasePhase.Visiting, Due) => Close(null, at),

        (CasePhase.Closed, ConsentWithdrawn) when Note is not null && Origin == Origin.HardDay => Everywhere(this with { Note = null }),
        (_, ConsentWithdrawn) when Origin != Origin.HardDay || Phase is CasePhase.Closed or CasePhase.Withdrawn => this.Then(),
        (_, ConsentWithdrawn) => Withdraw(at),

        (_, PersonForgotten f) when f.Person == Subject => IsOver ? this.Then() : Withdraw(at),
        (CasePhase.Taken, PersonForgotten f) when Owner == f.Person => Advance(facts, at),
        (CasePhase.Asking, PersonForgotten f) when Asked.Any(a => a.Person == f.Person && !a.OutOfReach) => OutOfReach(f.Person, facts, at),
        (_, PersonForgotten f) when OfferedTo == f.Person => Everywhere(this with { OfferedTo = null }, new Show(CardOf(Owner!), Delivery.Notice)),

        (_, AnswerLowered) when IsOver || Lowered => this.Then(),
        (_, AnswerLowered) => Everywhere(this with { Lowered = true }),
        (_, AnswersForgotten) => Forget(),
        (_, IncidentHidden) => !Context.Incident ? this.Then() : Everywhere(this with { Context = Context.WithoutIncident(Origin) }),
        (_, NoteShared n) when n.Note == Note && (n.Named is null || Named.Contains(n.Named)) => this.Then(),
        (_, NoteShared n) => Noted(n, facts, at),

        (CasePhase.Asking, AskedAgain) => this.Then([.. AskedNow.Select(a => new Show(CardOf(a.Person), Delivery.Notice))]),
        (CasePhase.Taken, AskedAgain) => this.Then(new Show(CardOf(Owner!), Delivery.Notice)),
        (CasePhase.Unanswered, AskedAgain) => Restart(facts, at),
        (CasePhase.Withdrawn, AskedAgain) => this.Then(),
        (_, AskedAgain) => Reopen(facts, at),

        (CasePhase.Asking, Unreachable u) when Asked.Any(a => a.Person == u.Person && !a.OutOfReach) => OutOfReach(u.Person, facts, at),
        // The owner thinks it handed over: it must hear that it is not.
        (_, Unreachable u) when OfferedTo == u.Person => Everywhere(this with { OfferedTo = null }, new Show(CardOf(Owner!), Delivery.Notice)),
        (_, Unreachable) => this.Then(),

        (_, OtherRoute o) when o.By != Subject => NotYours,
        // It was ended by the person's wish; only answers sent after a new agreement begin anew.
        (CasePhase.Withdrawn, OtherRoute { Cause: null }) => this.Answering(new See(Mine)),
        (CasePhase.Asking or CasePhase.Taken, OtherRoute o) when o.To == Route && o.Cause is Escalations.Cause.HardDay && Cause is not Escalations.Cause.HardDay => Sooner(facts, at),
        (CasePhase.Asking or CasePhase.Taken, OtherRoute o) when o.To == Route && Lowered =>
            Everywhere(this with { Lowered = false }).Replying(new See(Mine)),
        (CasePhase.Asking or CasePhase.Taken, OtherRoute o) when o.To == Route => this.Answering(new See(Mine)),
        (_, OtherRoute { To: Route.CrisisContact }) when Origin != Origin.PersonNow => this.Answering(new See(Mine)),
        (_, OtherRoute o) => Reroute(o, facts, at),

        (_, ReturnVisit v) when v.By != Subject => NotYours,
        (CasePhase.Closed, ReturnVisit { Helped: true }) when Helped == true => this.Answering(new See(Visit)),
        (CasePhase.Resolved or CasePhase.Visiting or CasePhase.Closed, ReturnVisit { Helped: true }) => Close(true, at).Replying(new See(Visit)),
        (CasePhase.Resolved or CasePhase.Visiting or CasePhase.Closed, ReturnVisit) => Reopen(facts, at),
        (_, ReturnVisit) => this.Answering(new See(Visit)),

        // Who comes late, after the person was told that nobody could, is still welcome.
        (CasePhase.Asking or CasePhase.Unanswered, Take t) when IsAsked(t.By) => Own(t.By, facts, at),
        (_, AcceptHandOver a) when OfferedTo == a.By && Phase == CasePhase.Taken => Own(a.By, facts, at),
        (CasePhase.Taken, HandOver h) when h.By == Owner => Offer(h, facts),
        (CasePhase.Asking, HandOver h) when IsAsked(h.By) => TakeAndOffer(h, facts, at),
        (CasePhase.Taken, Resolve r) when r.By == Owner => Finish(r, facts, at),
        (_, PersonEvent p) when !Readers.Contains(p.By) => NotYours,
        (_, PersonEvent p) => this.Answering(new See(CardOf(p.By))),
        _ => this.Then(),
    };

    /// <summary>
    /// Whether an event needs to know who could be asked; most do not, and then nobody is looked for. It may say yes once too often, never
    /// too seldom.
    /// </summary>
    public bool LooksForSomebody(FlowEvent e, DateTimeOffset at) => (Phase, e) switch
    {
        (_, Due) when NextAt is not { } next || next > at => false,
        (CasePhase.Asking, Due or Unreachable) or (_, PersonForgotten) => true,
        (CasePhase.Taken, Due) => OwnerReminded,
        (_, AskedAgain) => Phase is not (CasePhase.Asking or CasePhase.Taken),
        (_, OtherRoute o) => o.By == Subject,
        (_, ReturnVisit v) => v.By == Subject && !v.Helped,
        (_, HandOver h) => Readers.Contains(h.By),
        (_, NoteShared n) => n.Named is not null,
        _ => false,
    };

    /// <summary>Who becomes owner of the case, and who no longer is, is told to their caseloads.</summary>
    private Step<Escalation> Counted(Step<Escalation> step)
    {
        var (before, after) = (Holder, step.State.Holder);
        if (before == after)
            return step;
        var effects = step.Effects.ToList();
        // An owner of the time before terms were counted was never told of the beginning.
        if (before is not null && Terms > 0)
            effects.Add(OfTerm(Terms, "ended", before, new CaseReleased(Id, Terms)));
        if (after is null)
            return step with { Effects = effects };
        var term = Terms + 1;
        effects.Add(OfTerm(term, "begun", after, new CaseTaken(Id, term)));
        return step with { State = step.State with { Terms = term }, Effects = effects };
    }

    private string? Holder => Phase == CasePhase.Taken ? Owner : null;

    private static Signal OfTerm(int term, string word, string person, FlowEvent e) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"term.{term:D4}.{word}"), Caseload.KeyOf(person), e);

    private static ImmutableArray<ChainStep> ChainOf(Route route, EscalationFacts facts) =>
        facts.Policy.Chains.TryGetValue(route, out var chain) ? chain : [];

    private Step<Escalation> NotYours => this.Answering(new Say(new Notice.NotYours()));

    /// <summary>Whether the case is this reader's business now: asked and nobody has it, the owner, or asked to take it over.</summary>
    public bool Concerns(string reader) => Phase switch
    {
        CasePhase.Asking => IsAsked(reader),
        CasePhase.Taken => reader == Owner || reader == OfferedTo,
        CasePhase.Resolved or CasePhase.Visiting => reader == Owner,
        _ => false,
    };

    /// <summary>Those whom the present step asks.</summary>
    public IEnumerable<Asked> AskedNow => Asked.Where(a => a.Step == Step && a.Round == Round);

    private bool IsAsked(string person) => Asked.Any(a => a.Person == person);
}
