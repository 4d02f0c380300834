using System.Collections.Immutable;

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
            Chain = ChainOf(e.Route, facts),
            Phase = CasePhase.Asking,
            OpenedAt = at,
            Since = at,
            Context = e.Context with { HoursThisWeek = facts.Hours.HoursThisWeek, DaysInARow = facts.Hours.DaysInARow },
            Note = e.Note,
        };
        var first = opened.Advance(facts, at);
        return first with { Effects = [.. first.Effects.Where(f => f is not Show { Slot.Name: "mine" or "news" }), new Show(opened.Mine, Delivery.Notice)] };
    }

    /// <summary>What happens next. Guards stand first; what comes twice changes nothing.</summary>
    public Step<Escalation> On(FlowEvent e, EscalationFacts facts, DateTimeOffset at) => (Phase, e) switch
    {
        (_, Opened) => this.Then(),
        (_, Due) when NextAt is not { } next || next > at => this.Then(),
        (CasePhase.Asking, Due) => Advance(facts, at),
        (CasePhase.Taken, Due) => OwnerSilent(facts, at),
        (CasePhase.Resolved, Due) => Everywhere(this with { Phase = CasePhase.Visiting, Since = at, Until = at + facts.Policy.VisitOpenFor }, new Show(Visit, Delivery.Notice)),
        (CasePhase.Visiting, Due) => Close(null, at),

        (_, AnswerLowered) when IsOver || Lowered => this.Then(),
        (_, AnswerLowered) => Everywhere(this with { Lowered = true }),
        (_, NoteShared n) when n.Note == Note => this.Then(),
        (_, NoteShared n) => Everywhere(this with { Note = n.Note }),

        (CasePhase.Asking, AskedAgain) => this.Then([.. Asked.Where(a => a.Step == Step).Select(a => new Show(CardOf(a.Person), Delivery.Notice))]),
        (CasePhase.Taken, AskedAgain) => this.Then(new Show(CardOf(Owner!), Delivery.Notice)),
        (CasePhase.Unanswered, AskedAgain) => Restart(Route, Chain, facts, at),
        (_, AskedAgain) => Reopen(facts, at),

        (CasePhase.Asking, Unreachable u) when Asked.Any(a => a.Person == u.Person && !a.OutOfReach) => OutOfReach(u.Person, facts, at),
        (_, Unreachable u) when OfferedTo == u.Person => Everywhere(this with { OfferedTo = null }),
        (_, Unreachable) => this.Then(),

        (_, OtherRoute o) when o.By != Subject => NotYours,
        (CasePhase.Asking or CasePhase.Taken, OtherRoute o) when o.To == Route && Lowered =>
            Everywhere(this with { Lowered = false }).Replying(new See(Mine)),
        (CasePhase.Asking or CasePhase.Taken, OtherRoute o) when o.To == Route => this.Answering(new See(Mine)),
        (_, OtherRoute { To: Route.CrisisContact }) when Origin != Origin.PersonNow => this.Answering(new See(Mine)),
        (_, OtherRoute o) => Reroute(o.To, facts, at),

        (_, ReturnVisit v) when v.By != Subject => NotYours,
        (CasePhase.Closed, ReturnVisit { Helped: true }) when Helped == true => this.Answering(new See(Visit)),
        (CasePhase.Resolved or CasePhase.Visiting or CasePhase.Closed, ReturnVisit { Helped: true }) => Close(true, at).Replying(new See(Visit)),
        (CasePhase.Resolved or CasePhase.Visiting or CasePhase.Closed, ReturnVisit) => Reopen(facts, at),
        (_, ReturnVisit) => this.Answering(new See(Visit)),

        // Who comes late, after the person was told that nobody could, is still welcome.
        (CasePhase.Asking or CasePhase.Unanswered, Take t) when IsAsked(t.By) => Own(t.By, facts, at),
        (_, AcceptHandOver a) when OfferedTo == a.By && Phase == CasePhase.Taken => Own(a.By, facts, at),
        (_, Take t) when !Readers.Contains(t.By) => NotYours,
        (_, AcceptHandOver a) when !Readers.Contains(a.By) => NotYours,
        (_, Take or AcceptHandOver) => this.Answering(new See(CardOf(By(e)))),

        (_, HandOver h) when !Readers.Contains(h.By) => NotYours,
        (_, Resolve r) when !Readers.Contains(r.By) => NotYours,
        (CasePhase.Taken, HandOver h) when h.By == Owner => Offer(h, facts),
        (CasePhase.Asking, HandOver h) when IsAsked(h.By) => TakeAndOffer(h, facts, at),
        (CasePhase.Taken, Resolve r) when r.By == Owner => Finish(r, facts, at),
        (_, HandOver or Resolve) => this.Answering(new See(CardOf(By(e)))),
        _ => this.Then(),
    };

    private static ImmutableArray<ChainStep> ChainOf(Route route, EscalationFacts facts) =>
        facts.Policy.Chains.TryGetValue(route, out var chain) ? chain : [];

    private static string By(FlowEvent e) => e switch
    {
        Take t => t.By,
        AcceptHandOver a => a.By,
        HandOver h => h.By,
        Resolve r => r.By,
        _ => "",
    };

    private Step<Escalation> NotYours => this.Answering(new Say(new Notice.NotYours()));

    /// <summary>Whether the case is this reader's business now: asked and nobody has it, the owner, or asked to take it over.</summary>
    public bool Concerns(string reader) => Phase switch
    {
        CasePhase.Asking => IsAsked(reader),
        CasePhase.Taken => reader == Owner || reader == OfferedTo,
        CasePhase.Resolved or CasePhase.Visiting => reader == Owner,
        _ => false,
    };

    private bool IsAsked(string person) => Asked.Any(a => a.Person == person);

    /// <summary>Who had it and stayed silent is not forgotten when the chain goes on.</summary>
    private ImmutableArray<PastRound> WithSilentOwner(DateTimeOffset at) =>
        Phase == CasePhase.Taken && Owner is { } owner ? History.Add(new PastRound(owner, Route, null, null, at)) : History;

    private TimeSpan OwnerClock(EscalationFacts facts) =>
        Origin == Origin.PersonNow ? facts.Policy.RemindCrisisContactAfter : facts.Policy.RemindOwnerAfter;

    /// <summary>Nobody waits for a step of which nobody can be reached.</summary>
    private Step<Escalation> OutOfReach(string person, EscalationFacts facts, DateTimeOffset at)
    {
        var next = this with { Asked = [.. Asked.Select(a => a.Person == person ? a with { OutOfReach = true } : a)] };
        return next.Asked.Where(a => a.Step == Step).All(a => a.OutOfReach) ? next.Advance(facts, at) : Everywhere(next);
    }

    /// <summary>One step of the chain, the next that has somebody; never several at once, however late it is.</summary>
    private Step<Escalation> Advance(EscalationFacts facts, DateTimeOffset at)
    {
        var asked = Asked.Select(a => a.Person).ToHashSet();
        for (var step = Step + 1; step < Chain.Length; step++)
        {
            var found = Escalations.Chain.Find(Chain[step], Subject, asked, facts.Candidates);
            if (found.IsEmpty)
                continue;
            var next = this with
            {
                Phase = CasePhase.Asking,
                Step = step,
                Since = at,
                Until = at + Chain[step].Wait,
                Owner = null,
                TakenAt = null,
                OwnerReminded = false,
                OfferedTo = null,
                History = WithSilentOwner(at),
                Asked = [.. Asked.Where(a => !found.Contains(a.Person)), .. found.Select(p => new Asked(p, step, at))],
                Readers = [.. Readers.Union(found)],
            };
            return Everywhere(next, [new Show(News, Delivery.Line), .. found.Select(p => new Show(CardOf(p), Delivery.Notice))]);
        }
        // Numbers and other ways stand on the person's own card, which comes anew so that it is seen.
        return Everywhere(
            this with { Phase = CasePhase.Unanswered, Since = at, Until = null, Owner = null, OfferedTo = null, History = WithSilentOwner(at) },
            [new Show(Mine, Delivery.Notice), .. Ended()]);
    }

    private Step<Escalation> Own(string by, EscalationFacts facts, DateTimeOffset at) => Everywhere(
        this with
        {
            Phase = CasePhase.Taken,
            Owner = by,
            TakenAt = at,
            Since = at,
            Until = at + OwnerClock(facts),
            OwnerReminded = false,
            OfferedTo = null,
            // Who has had it may take it up again when the chain goes on.
            Asked = IsAsked(by) ? Asked : [.. Asked, new Asked(by, Step, at)],
        },
        new Show(News, Delivery.Line))
        .Replying(new See(CardOf(by)));

    private Step<Escalation> OwnerSilent(EscalationFacts facts, DateTimeOffset at) => OwnerReminded
        ? Advance(facts, at)
        : Everywhere(
            this with { OwnerReminded = true, Until = at + OwnerClock(facts) },
            new Show(CardOf(Owner!), Delivery.Notice));

    private Step<Escalation> Offer(HandOver h, EscalationFacts facts)
    {
        if (OfferedTo is { } offered && offered == h.To)
            return this.Answering(new See(CardOf(h.By)));
        if (h.To is not { } to || !Receivers(facts.Candidates).Contains(to))
            return this.Answering(new Say(new Notice.ChooseSomebody()));
        return Everywhere(this with { OfferedTo = to, Readers = [.. Readers.Union([to])] }, new Show(CardOf(to), Delivery.Notice))
            .Replying(new See(CardOf(h.By)));
    }

    /// <summary>Who hands over what nobody has yet is its owner until the other accepts.</summary>
    private Step<Escalation> TakeAndOffer(HandOver h, EscalationFacts facts, DateTimeOffset at)
    {
        var own = Own(h.By, facts, at);
        var offer = own.State.Offer(h, facts);
        return ReferenceEquals(offer.State, own.State)
            ? this.Answering(offer.Reply!)
            : offer with { Effects = [.. offer.Effects, new Show(News, Delivery.Line)] };
    }

    /// <summary>Who may be asked to take the case over: whoever a step of its chain could ask, except owner and subject.</summary>
    public IEnumerable<string> Receivers(IReadOnlyList<Candidate> candidates) => candidates
        .Where(c => c.Person != Subject && c.Person != Owner && !c.Away && Chain.Any(s => c.Fits(s.Role)))
        .OrderBy(c => c.OnDuty ? 0 : 1)
        .ThenBy(c => c.Person, StringComparer.Ordinal)
        .Select(c => c.Person);

    private Step<Escalation> Finish(Resolve r, EscalationFacts facts, DateTimeOffset at)
    {
        if (r.Done is not { } done)
            return this.Answering(new Say(new Notice.ChooseWhatWasDone()));
        var latest = at + facts.Policy.VisitAfter;
        var resolved = this with
        {
            Phase = CasePhase.Resolved,
            Since = at,
            ResolvedAt = at,
            Done = done,
            DoneNote = r.Note,
            Helped = null,
            OfferedTo = null,
            Until = facts.NextShift is { } next && next > at && next < latest ? next : latest,
        };
        return Everywhere(resolved, [new Show(News, Delivery.Line), .. Ended()]).Replying(new See(CardOf(r.By)));
    }

    private Step<Escalation> Close(bool? helped, DateTimeOffset at) => Everywhere(
        this with { Phase = CasePhase.Closed, Since = at, Until = null, Helped = helped },
        Ended());

    /// <summary>"Not yet": the former owner is asked first and knows what was tried; then the chain, from its start.</summary>
    private Step<Escalation> Reopen(EscalationFacts facts, DateTimeOffset at)
    {
        var former = Owner!;
        var away = facts.Candidates.All(c => c.Person != former || c.Away);
        var again = this with
        {
            Phase = CasePhase.Asking,
            Since = at,
            Step = -1,
            Owner = null,
            TakenAt = null,
            OwnerReminded = false,
            Helped = false,
            Done = null,
            DoneNote = null,
            ResolvedAt = null,
            Asked = away ? [] : [new Asked(former, -1, at)],
            Until = at + Chain[0].Wait,
            History = [.. History, new PastRound(former, Route, Done, DoneNote, ResolvedAt ?? Since)],
        };
        var step = away
            ? again.Advance(facts, at)
            : Everywhere(again, new Show(CardOf(former), Delivery.Notice));
        return step.Replying(new See(Visit));
    }

    private Step<Escalation> Reroute(Route to, EscalationFacts facts, DateTimeOffset at)
    {
        var chain = ChainOf(to, facts);
        if (chain.All(s => Escalations.Chain.Find(s with { Again = false }, Subject, [], facts.Candidates).IsEmpty))
            // Also a change of the answers comes here, which hears no reply: the person's card says who still has it.
            return this.Then(new Show(Mine, Delivery.Notice)).Replying(new Say(new Notice.NobodyThere()));
        var history = Owner is { } owner && Phase is not CasePhase.Asking
            ? History.Add(new PastRound(owner, Route, Done, DoneNote, ResolvedAt ?? TakenAt ?? Since))
            : History;
        return (this with { History = history }).Restart(to, chain, facts, at).Replying(new See(Mine));
    }

    /// <summary>The chain from its start, with nobody asked before.</summary>
    private Step<Escalation> Restart(Route route, ImmutableArray<ChainStep> chain, EscalationFacts facts, DateTimeOffset at) => (this with
    {
        Route = route,
        Chain = chain,
        Step = -1,
        Asked = [],
        Owner = null,
        TakenAt = null,
        OfferedTo = null,
        Done = null,
        DoneNote = null,
        ResolvedAt = null,
        Helped = null,
        Lowered = false,
    }).Advance(facts, at);

    /// <summary>Nobody is at it any more: "I need a person now" asks somebody again. Told more than once it is the same.</summary>
    private Effect[] Ended() => Origin == Origin.PersonNow
        ? [new Signal($"ended.{History.Length}", Care.PersonNow.KeyOf(Subject), new Care.CaseClosed(Id))]
        : [];

    /// <summary>Every card of the case follows; <paramref name="more"/> are stronger and take the place of a refresh.</summary>
    private static Step<Escalation> Everywhere(Escalation next, params IReadOnlyList<Effect> more)
    {
        var shown = more.OfType<Show>().Select(s => s.Slot).ToHashSet();
        var cards = next.Readers.Select(r => new Show(CardOf(r), next.Concerns(r) ? Delivery.Refresh : Delivery.Withdraw))
            .Append(new Show(next.Mine, Delivery.Refresh))
            .Append(new Show(next.Visit, next.Phase == CasePhase.Visiting ? Delivery.Refresh : Delivery.Withdraw))
            .Where(s => !shown.Contains(s.Slot));
        return new(next, [.. more, .. cards], null);
    }
}
