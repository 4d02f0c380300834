using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Escalations;

/// <summary>The steps that the switch in <c>On</c> names.</summary>
public sealed partial record Escalation
{
    /// <summary>Who had it and stayed silent is not forgotten when the chain goes on.</summary>
    private ImmutableArray<PastRound> WithSilentOwner(DateTimeOffset at) =>
        Phase == CasePhase.Taken && Owner is { } owner ? History.Add(new PastRound(owner, Route, null, null, at)) : History;

    /// <summary>The case on that route, with chain, urgency and pace as the policy has them at this moment.</summary>
    private Escalation Towards(Route route, EscalationFacts facts)
    {
        var urgency = facts.Policy.UrgencyOf.TryGetValue(Cause ?? CauseOf(Origin), out var known) ? known : Escalations.Urgency.High;
        return this with
        {
            Route = route,
            Chain = ChainOf(route, facts),
            Urgency = urgency,
            Pace = facts.Policy.Paces.GetValueOrDefault(urgency),
        };
    }

    private static Cause CauseOf(Origin origin) => origin == Origin.PersonNow ? Escalations.Cause.PersonNow : Escalations.Cause.HardDay;

    /// <summary>Nobody waits for a step of which nobody can be reached.</summary>
    private Step<Escalation> OutOfReach(string person, EscalationFacts facts, DateTimeOffset at)
    {
        var next = this with { Asked = [.. Asked.Select(a => a.Person == person ? a with { OutOfReach = true } : a)] };
        return !Resting && next.AskedNow.All(a => a.OutOfReach) ? next.Advance(facts, at) : Everywhere(next);
    }

    private Step<Escalation> Own(string by, EscalationFacts facts, DateTimeOffset at) => Everywhere(
        this with
        {
            Phase = CasePhase.Taken,
            Owner = by,
            Resting = false,
            TakenAt = at,
            Since = at,
            Until = AfterSilence(facts, at),
            OwnerReminded = false,
            OfferedTo = null,
            // Who has had it may take it up again when the chain goes on.
            Asked = IsAsked(by) ? Asked : [.. Asked, new Asked(by, Step, at, Round: Round)],
        },
        new Show(News, Delivery.Line))
        .Replying(new See(CardOf(by)));

    private Step<Escalation> OwnerSilent(EscalationFacts facts, DateTimeOffset at) => OwnerReminded
        ? Advance(facts, at)
        : Everywhere(
            this with { OwnerReminded = true, Until = AfterSilence(facts, at) },
            new Show(CardOf(Owner!), Delivery.Notice));

    private Step<Escalation> Offer(HandOver h, EscalationFacts facts)
    {
        if (OfferedTo is { } offered && offered == h.To)
            return this.Answering(new See(CardOf(h.By)));
        if (h.To is not { } to || !Receivers(facts.MayBeAsked).Contains(to))
            return this.Answering(new Say(new Notice.ChooseSomebody()));
        return Everywhere(this with { OfferedTo = to, Offers = [.. Offers.Union([to])], Readers = [.. Readers.Union([to])] }, new Show(CardOf(to), Delivery.Notice))
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
        .Where(c => !Asked.Any(a => a.Person == c.Person && a.OutOfReach))
        .OrderBy(c => c.OnDuty ? 0 : 1)
        .ThenBy(c => c.Person, StringComparer.Ordinal)
        .Select(c => c.Person);

    /// <summary>Whom notes named so far, and this one too: a name is not unsaid.</summary>
    private ImmutableArray<Words> Naming(Words? named) => named is null || Named.Contains(named) ? Named : Named.Add(named);

    /// <summary>The note is shared, taken back or written anew; whom it names is no longer asked, and need not know why.</summary>
    private Step<Escalation> Noted(NoteShared n, EscalationFacts facts, DateTimeOffset at)
    {
        var noted = this with
        {
            Note = n.Note,
            Named = Naming(n.Named),
            Asked = [.. Asked.Where(a => !facts.Named.Contains(a.Person))],
            OfferedTo = OfferedTo is { } to && facts.Named.Contains(to) ? null : OfferedTo,
        };
        var nobodyLeft = Phase == CasePhase.Asking ? !Resting && noted.AskedNow.All(a => a.OutOfReach) : Phase == CasePhase.Taken && facts.Named.Contains(Owner!);
        return nobodyLeft ? noted.Advance(facts, at) : Everywhere(noted);
    }

    /// <summary>As long as somebody may still be asked, those whom the note named are kept, so that it is not them.</summary>
    private Step<Escalation> Forget() => Note is null && (Forgets || Named.IsEmpty)
        ? this.Then()
        : Everywhere((this with { Note = null, Forgets = !Named.IsEmpty }).AtItsEnd);

    /// <summary>The same, without what is deleted at the end of the case if that has come.</summary>
    private Escalation AtItsEnd => Forgets && (Phase is CasePhase.Closed or CasePhase.Withdrawn) ? this with { Named = [], Forgets = false } : this;

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
        (this with { Phase = CasePhase.Closed, Since = at, Until = null, Helped = helped }).AtItsEnd,
        Ended());

    /// <summary>Nobody is asked any more, and no return visit comes; whoever was on their way is told at once.</summary>
    private Step<Escalation> Withdraw(DateTimeOffset at) => Everywhere(
        (this with { Phase = CasePhase.Withdrawn, Resting = false, Since = at, Until = null, OfferedTo = null, Note = null }).AtItsEnd,
        Phase == CasePhase.Taken ? [new Show(CardOf(Owner!), Delivery.Notice)] : []);

    /// <summary>"Not yet": the former owner is asked first and knows what was tried; then the chain, from its start.</summary>
    private Step<Escalation> Reopen(EscalationFacts facts, DateTimeOffset at)
    {
        var again = this with
        {
            Phase = CasePhase.Asking,
            Since = at,
            BeganAt = at,
            Round = 0,
            Step = -1,
            Owner = null,
            TakenAt = null,
            OwnerReminded = false,
            Helped = false,
            Done = null,
            DoneNote = null,
            ResolvedAt = null,
            Asked = [],
            History = [.. History, new PastRound(Owner!, Route, Done, DoneNote, ResolvedAt ?? Since)],
        };
        var step = again.Advance(facts, at);
        // The card that was pressed says already who is asked.
        return (step with { Effects = [.. step.Effects.Where(f => f is not Show { Slot.Name: "news" })] }).Replying(new See(Visit));
    }

    private Step<Escalation> Reroute(OtherRoute o, EscalationFacts facts, DateTimeOffset at)
    {
        var turned = (this with { Named = Naming(o.Named), Cause = o.Cause ?? Cause }).Towards(o.To, facts);
        if (Escalations.Chain.Next(turned.Chain, -1, Subject, [], facts.MayBeAsked, facts.Policy.OpenCases) is null)
            // Also a change of the answers comes here, which hears no reply: the person's card says who still has it.
            return this.Then(new Show(Mine, Delivery.Notice)).Replying(new Say(new Notice.NobodyThere()));
        var history = Owner is { } owner && Phase is not CasePhase.Asking
            ? History.Add(new PastRound(owner, Route, Done, DoneNote, ResolvedAt ?? TakenAt ?? Since))
            : History;
        return (turned with { History = history }).Restart(facts, at).Replying(new See(Mine));
    }

    /// <summary>The same people are asked about a day that has turned out harder than was said first: the present wait ends sooner.</summary>
    private Step<Escalation> Sooner(EscalationFacts facts, DateTimeOffset at)
    {
        var harder = (this with { Cause = Escalations.Cause.HardDay, Lowered = false }).Towards(Route, facts) with { Chain = Chain };
        // The round that has begun is gone through: a harder day would else ask fewer people than a lesser one.
        if (harder.Pace is { } pace && pace.Rounds <= Round)
            harder = harder with { Pace = pace with { Rounds = Round + 1 } };
        if (Resting)
            return harder.Advance(facts, at).Replying(new See(Mine));
        var wait = harder.AfterStep(Math.Max(Step, 0), facts, at);
        return Everywhere(Phase == CasePhase.Asking && wait < Until ? harder with { Until = wait } : harder).Replying(new See(Mine));
    }

    /// <summary>The chain from its start, with nobody asked before.</summary>
    private Step<Escalation> Restart(EscalationFacts facts, DateTimeOffset at) => (this with
    {
        BeganAt = at,
        Round = 0,
        Step = -1,
        Asked = [],
        Offers = [],
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
            .Concat(next.Told.Select(a => new Show(UnansweredCard(a), Delivery.Refresh)))
            .Append(new Show(next.Mine, Delivery.Refresh))
            .Append(new Show(next.Visit, next.Phase == CasePhase.Visiting ? Delivery.Refresh : Delivery.Withdraw))
            .Where(s => !shown.Contains(s.Slot));
        return new(next, [.. more, .. cards], null);
    }
}
