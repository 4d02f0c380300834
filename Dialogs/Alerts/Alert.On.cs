using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Alerts;

public sealed partial record Alert
{
    /// <summary>The first event of an alert; null for one that begins none.</summary>
    public static Step<Alert>? Begin(FlowKey key, FlowEvent e, AlertFacts facts, DateTimeOffset at)
    {
        if (e is not PersonEvent { By: var by } || by != key.Owner || e is not (AlertAsked or AlertRaised))
            return null;
        var begun = new Alert { Person = by, Id = key.Id, Phase = AlertPhase.Confirming, Post = facts.Post, Rostered = facts.Post, Since = at, Until = at + facts.Policy.ConfirmFor };
        return e is AlertRaised raised ? begun.At(raised.Post, facts).Raise(raised.Named, facts, at) : begun.At((e as AlertAsked)?.Post, facts).Naming((e as AlertAsked)?.Named).Shown();
    }

    /// <summary>What happens next. Guards stand first; what comes twice changes nothing.</summary>
    public Step<Alert> On(FlowEvent e, AlertFacts facts, DateTimeOffset at) => (Phase, e) switch
    {
        (_, Due) when NextAt is not { } next || next > at => this.Then(),
        (AlertPhase.Confirming, Due) => Unconfirmed(at),
        (_, Due) => Waited(facts, at),

        (_, AlertAsked or AlertRaised or AlertConfirmed or AlertCancelled) when ((PersonEvent)e).By != Person => NotYours,
        // A call never ends in an alert that is over: nothing is answered and nothing is marked as taken, so that the next one takes it.
        (_, AlertAsked or AlertRaised) when IsOver => this.Then(),
        (AlertPhase.Confirming, AlertAsked a) => (At(a.Post, facts).Naming(a.Named) with { Since = at, Until = at + facts.Policy.ConfirmFor }).Shown(),
        // Whoever taps "call them" calls, however late: nobody in need taps twice to be heard.
        (AlertPhase.Confirming or AlertPhase.Unconfirmed, AlertConfirmed { Again: null } c) => At(c.Post, facts).Raise(null, facts, at),
        (AlertPhase.Confirming, AlertRaised r) => At(r.Post, facts).Raise(r.Named, facts, at),
        (_, AlertConfirmed { Again: { } round } c) when CanCallAgain && round == Round + 1 => At(c.Post, facts).CallAgain(null, facts, at),
        (_, AlertConfirmed { Again: null } c) when CallsAgain(facts.Policy, at) => At(c.Post, facts).CallAgain(null, facts, at),
        (_, AlertRaised r) when CallsAgain(facts.Policy, at) => At(r.Post, facts).CallAgain(r.Named, facts, at),
        (_, AlertRaised { Named: { } named }) when IsOpen => Learns(named, facts, at),
        (_, AlertAsked { Named: { } named }) when IsOpen => Learns(named, facts, at),
        (_, AlertCancelled) when IsOpen && at <= CancelUntil => Mistaken(at),

        (_, AlertTaken t) when !WasCalled(t.By) => t.By == Person ? this.Answering(new See(Mine)) : NotYours,
        (_, AlertTaken t) when IsOpen && !IsGoing(t.By) => Goes(t.By, facts, at),

        (_, AlertSafe s) when IsOpen && (s.By == Person || IsGoing(s.By)) => Close(s.By, at),
        (_, PersonEvent p) when p.By == Person => this.Answering(new See(Mine)),
        (_, PersonEvent p) => WasCalled(p.By) ? this.Answering(new See(CardOf(p.By))) : NotYours,

        (_, AlertUnreachable u) when IsOpen && Called.Any(c => c.Person == u.Person && !c.OutOfReach) => OutOfReach(u.Person, facts, at),
        _ => this.Then(),
    };

    private Step<Alert> NotYours => this.Answering(new Say(new Notice.NotYours()));

    /// <summary>Where the person is: as chosen, or else as <see cref="PostBy"/> says.</summary>
    private Alert At(string? post, AlertFacts facts) => this with
    {
        Post = post is not null && (post == Post || facts.Posts.Contains(post)) ? post : PostBy(facts.Post),
        Rostered = facts.Post.Length > 0 ? facts.Post : Rostered,
    };

    private Alert Naming(Words? named) => named is null || Named.Contains(named) ? this : this with { Named = Named.Add(named) };

    private Step<Alert> Shown() => this.Then(new Show(Mine, Delivery.Refresh)).Replying(new See(Mine));

    private Step<Alert> Unconfirmed(DateTimeOffset at) =>
        (this with { Phase = AlertPhase.Unconfirmed, Since = at, Until = null }).Then(new Show(Mine, Delivery.Refresh));

    private Step<Alert> Raise(Words? named, AlertFacts facts, DateTimeOffset at) => (this with
    {
        Phase = AlertPhase.Calling,
        Since = at,
        RaisedAt = at,
        CalledAt = at,
        CancelUntil = at + facts.Policy.CancelFor,
    }).Naming(named).Advance(facts, at).Replying(new See(Mine));

    private Step<Alert> CallAgain(Words? named, AlertFacts facts, DateTimeOffset at) => (this with
    {
        Phase = AlertPhase.Calling,
        Since = at,
        CalledAt = at,
        Round = Round + 1,
        Step = -1,
        Going = [],
        SilentSince = null,
        Reminded = false,
        CancelUntil = null,
    }).Naming(named).Without(facts.Named, known => known.Advance(facts, at)).Replying(new See(Mine));

    /// <summary>Whom the person names only now has the call no longer; where nobody else goes, or is waited for, it goes on to others.</summary>
    private Step<Alert> Learns(Words named, AlertFacts facts, DateTimeOffset at)
    {
        var known = Naming(named);
        if (!Called.Any(c => facts.Named.Contains(c.Person)))
            return known.Then().Replying(new See(Mine));
        if (Phase == AlertPhase.Answered && Going.All(g => facts.Named.Contains(g.Person)))
            return known.CallAgain(null, facts, at);
        return known.Without(facts.Named, left =>
            left.Phase == AlertPhase.Answered || left.SilentSince is not null || left.IsWaitedFor ? Everywhere(left, Delivery.Refresh) : left.Advance(facts, at)).Replying(new See(Mine));
    }

    /// <summary>Somebody of the present step could still answer.</summary>
    private bool IsWaitedFor => CalledNow.Any(c => c.Step == Step && !c.OutOfReach);

    /// <summary>Goes on as if those named had never been called; their cards say only that they need not go.</summary>
    private Step<Alert> Without(IReadOnlySet<string> named, Func<Alert, Step<Alert>> on)
    {
        var dropped = Called.Where(c => named.Contains(c.Person)).Select(c => new Show(CardOf(c.Person), Delivery.Withdraw)).ToList();
        var step = on(this with { Called = [.. Called.Where(c => !named.Contains(c.Person))], Going = [.. Going.Where(g => !named.Contains(g.Person))] });
        return step with { Effects = [.. step.Effects, .. dropped] };
    }

    /// <summary>A wait is over: that for a mistake, that for an answer, or that for a word that it is safe.</summary>
    private Step<Alert> Waited(AlertFacts facts, DateTimeOffset at)
    {
        var now = CancelUntil <= at ? this with { CancelUntil = null } : this;
        if (Until > at)
            return now.Then(new Show(Mine, Delivery.Refresh));
        if (Phase == AlertPhase.Calling && SilentSince is null)
            return now.Advance(facts, at);
        return Reminded ? now.Lapse(facts, at) : now.Remind(facts, at);
    }

    /// <summary>Calls the next step that has anybody, whom nobody has called in this round; behind the last, the person hears the truth.</summary>
    private Step<Alert> Advance(AlertFacts facts, DateTimeOffset at)
    {
        HashSet<string> not = [.. CalledNow.Select(c => c.Person), .. facts.Named, Person];
        for (var step = Step + 1; step <= facts.Policy.Rest; step++)
        {
            var room = Most - Called.Length;
            var found = facts.Policy.Find(step, not, facts.Candidates).Where(f => WasCalled(f.Person) || room-- > 0).ToList();
            if (found.Count == 0)
                continue;
            var people = found.Select(f => new Called(f.Person, f.As, step, Round, at)).ToList();
            var next = this with
            {
                Step = step,
                More = facts.Policy.HasMore(step, [.. not, .. people.Select(p => p.Person)], facts.Candidates),
                Until = at + facts.Policy.WaitOf(step),
                Called = [.. Called.Where(c => !found.Any(f => f.Person == c.Person)), .. people],
            };
            return Everywhere(next, Delivery.Refresh, [.. people.Select(p => new Show(CardOf(p.Person), Delivery.Notice))]);
        }
        return Everywhere(this with { SilentSince = at, Until = at + facts.Policy.RemindAfter }, Delivery.Refresh, new Show(Mine, Delivery.Notice));
    }

    private Step<Alert> OutOfReach(string person, AlertFacts facts, DateTimeOffset at)
    {
        var known = this with { Called = [.. Called.Select(c => c.Person == person ? c with { OutOfReach = true } : c)] };
        var waits = Phase == AlertPhase.Calling && SilentSince is null && known.IsWaitedFor;
        return waits || Phase == AlertPhase.Answered || SilentSince is not null
            ? known.Then(new Show(Mine, Delivery.Refresh))
            : known.Advance(facts, at);
    }

    private Step<Alert> Goes(string person, AlertFacts facts, DateTimeOffset at)
    {
        var first = Phase == AlertPhase.Calling;
        var next = this with { Going = Going.Add(new(person, at)) };
        if (first)
            next = next with { Phase = AlertPhase.Answered, Since = at, SilentSince = null, Reminded = false, Until = at + facts.Policy.RemindAfter };
        // The first one is news to who waits; the others are only seen.
        return Everywhere(next, Delivery.Refresh, first ? [new Show(Mine, Delivery.Notice)] : []).Replying(new See(CardOf(person)));
    }

    private Step<Alert> Remind(AlertFacts facts, DateTimeOffset at)
    {
        var end = RaisedAt!.Value + facts.Policy.LapseAfter;
        var soonest = at + facts.Policy.RemindAfter;
        return (this with { Reminded = true, Until = end > soonest ? end : soonest })
            .Then([new Show(Mine, Delivery.Notice), .. Going.Select(g => new Show(CardOf(g.Person), Delivery.Notice))]);
    }

    private Step<Alert> Lapse(AlertFacts facts, DateTimeOffset at)
    {
        ImmutableArray<string> told = [.. facts.Administrators.Take(MostTold)];
        return Everywhere(Ended(AlertPhase.Lapsed, at) with { Told = told }, Delivery.Withdraw, [.. told.Select(a => new Show(UnclosedCard(a), Delivery.Notice))]);
    }

    private Step<Alert> Close(string by, DateTimeOffset at) =>
        Everywhere(Ended(AlertPhase.Safe, at) with { ClosedBy = by }, Delivery.Withdraw, by == Person ? OnTheirWay(by) : [.. OnTheirWay(by), new Show(Mine, Delivery.Notice)]).Replying(new See(by == Person ? Mine : CardOf(by)));

    private Step<Alert> Mistaken(DateTimeOffset at) =>
        Everywhere(Ended(AlertPhase.Mistaken, at), Delivery.Withdraw, OnTheirWay(Person)).Replying(new See(Mine));

    private Alert Ended(AlertPhase phase, DateTimeOffset at) => this with { Phase = phase, Since = at, Until = null, CancelUntil = null, Named = [] };

    /// <summary>Whoever runs does not look at a card that changes in silence.</summary>
    private IReadOnlyList<Show> OnTheirWay(string but) => [.. Going.Where(g => g.Person != but).Select(g => new Show(CardOf(g.Person), Delivery.Notice))];

    /// <summary>Every card of the alert follows; those that are shown otherwise only once.</summary>
    private static Step<Alert> Everywhere(Alert next, Delivery delivery, params IReadOnlyList<Show> otherwise) => next.Then(
    [
        .. otherwise,
        .. next.Called.Select(c => new Show(CardOf(c.Person), delivery)).Prepend(new Show(next.Mine, Delivery.Refresh)).Where(s => otherwise.All(o => o.Slot != s.Slot)),
    ]);
}
