namespace CheckInBot.Dialogs.Covers;

public sealed partial record Cover
{
    /// <summary>The first event of a cover; null for one that begins none. Off shift there is no post to cover.</summary>
    public static Step<Cover>? Begin(FlowKey key, FlowEvent e, CoverFacts facts, DateTimeOffset at)
    {
        if (e is not CoverAsked { More: false } asked || asked.By != key.Owner || !facts.OnShift)
            return null;
        var begun = new Cover { Person = asked.By, Id = key.Id, Phase = CoverPhase.Choosing, Post = facts.Post, Since = at, Until = at + CoverPolicy.ChooseFor };
        return asked.Minutes is { } minutes ? begun.Ask(minutes, facts, at) : begun.Then(new Show(begun.Mine, Delivery.Refresh)).Replying(new See(begun.Mine));
    }

    /// <summary>What happens next. Guards stand first; what comes twice changes nothing.</summary>
    public Step<Cover> On(FlowEvent e, CoverFacts facts, DateTimeOffset at) => (Phase, e) switch
    {
        (_, Due) when NextAt is not { } next || next > at => this.Then(),
        (CoverPhase.Choosing, Due) => (this with { Phase = CoverPhase.Unasked, Since = at, Until = null }).Then(new Show(Mine, Delivery.Refresh)),
        (CoverPhase.Asking, Due) when !facts.OnShift => End(CoverPhase.Lapsed, null, at, new Show(Mine, Delivery.Notice)),
        (CoverPhase.Asking, Due) => OnlyB ? Advance(facts, at) : NobodyTookIt(facts, at),
        (CoverPhase.Unanswered, Due) when at < OpenUntil && facts.OnShift => LookAgain(facts, at),
        (CoverPhase.Unanswered, Due) => End(CoverPhase.Lapsed, null, at, new Show(Mine, Delivery.Notice)),
        (CoverPhase.Covered, Due) => Everywhere(this with { Phase = CoverPhase.TimeUp, Since = at, Until = at + CoverPolicy.OverAfter }, Both),
        (CoverPhase.TimeUp, Due) when !Over => Everywhere(this with { Over = true, Until = at + CoverPolicy.EndsAfter }, Both),
        (_, Due) => End(CoverPhase.Back, null, at),

        (_, CoverAsked a) when a.By != Person => NotYours,
        (CoverPhase.Choosing or CoverPhase.Unasked, CoverAsked { Minutes: { } minutes, More: false }) =>
            facts.OnShift ? Ask(minutes, facts, at) : this.Answering(new Say(new Notice.NoShiftNow())),
        (CoverPhase.Unanswered, CoverAsked { More: false }) when facts.OnShift && NotYetAsked(facts).Count > 0 => LookAgain(facts, at).Replying(new See(Mine)),
        (_, CoverAsked { More: true }) when CanHaveMore => HaveMore(facts, at),

        (_, CoverTaken t) when !WasAsked(t.By) => t.By == Person ? this.Answering(new See(Mine)) : NotYours,
        (_, CoverTaken t) when IsFree && facts.Busy.Contains(t.By) => this.Answering(new Say(new Notice.OnePostAtATime())),
        (_, CoverTaken t) when IsFree => Take(t.By, facts, at),

        (CoverPhase.Choosing or CoverPhase.Asking or CoverPhase.Unanswered, CoverGivenBack b) when b.By == Person => End(CoverPhase.Cancelled, Person, at).Replying(new See(Mine)),
        (_, CoverGivenBack b) when IsCovered && b.By == By && at - TakenAt < CoverPolicy.SecondTap => this.Answering(new See(CardOf(b.By))),
        (_, CoverGivenBack b) when IsCovered && (b.By == Person || b.By == By) => GiveBack(b.By, at),
        (_, CoverGivenBack b) when IsFree && Counts(b.By) => Without(b.By, Out.Cannot, facts, at).Replying(new See(CardOf(b.By))),

        (_, PersonEvent p) when p.By == Person => this.Answering(new See(Mine)),
        (_, PersonEvent p) => WasAsked(p.By) ? this.Answering(new See(CardOf(p.By))) : NotYours,

        (_, CoverUnreachable u) when IsFree && Counts(u.Person) => Without(u.Person, Out.OutOfReach, facts, at),
        (_, CoverRefused r) when IsCovered && By == r.Person && Takes == r.Take => Untake(facts, at),
        _ => this.Then(),
    };

    private Step<Cover> NotYours => this.Answering(new Say(new Notice.NotYours()));

    private Show[] Both => [new(Mine, Delivery.Notice), new(CardOf(By!), Delivery.Notice)];

    /// <summary>Somebody who was asked and could still take it.</summary>
    private bool Counts(string person) => Asked.Any(a => a.Person == person && a.Out is null);

    private Step<Cover> Ask(int minutes, CoverFacts facts, DateTimeOffset at)
    {
        var asking = this with { Phase = CoverPhase.Asking, Post = facts.Post, Minutes = minutes, Since = at };
        if (facts.BRole is not { } b)
            return asking.Advance(facts, at).Replying(new See(Mine));
        var next = asking with { OnlyB = true, Asked = [new(b, at)], Until = at + facts.Policy.AskOthersAfter };
        return Everywhere(next, new Show(CardOf(b), Delivery.Notice)).Replying(new See(Mine));
    }

    private List<string> NotYetAsked(CoverFacts facts) =>
        [.. facts.Others.Prepend(facts.BRole).OfType<string>().Where(p => p != Person && !WasAsked(p)).Distinct().Take(Most - Asked.Length)];

    private Cover AskingToo(IEnumerable<string> people, DateTimeOffset at) => this with { OnlyB = false, Asked = [.. Asked, .. people.Select(p => new ColleagueAsked(p, at))] };

    private static IEnumerable<Show> News(IEnumerable<string> people) => people.Select(p => new Show(CardOf(p), Delivery.Notice));

    /// <summary>Asks everybody who is free and was not asked yet, all at once.</summary>
    private Step<Cover> Advance(CoverFacts facts, DateTimeOffset at)
    {
        var found = NotYetAsked(facts);
        return found.Count > 0
            ? Everywhere(AskingToo(found, at) with { Until = at + facts.Policy.NobodyAfter }, [.. News(found)])
            : NobodyTookIt(facts, at);
    }

    /// <summary>The person and the leader hear the truth when they were promised it; who has become free is asked all the same.</summary>
    private Step<Cover> NobodyTookIt(CoverFacts facts, DateTimeOffset at)
    {
        var found = NotYetAsked(facts);
        var ends = facts.WithinShift(at + CoverPolicy.StaysOpenFor);
        var told = Telling(facts).AskingToo(found, at) with { Phase = CoverPhase.Unanswered, Since = at, OpenUntil = ends, Until = Earlier(ends, at + CoverPolicy.LooksAgainAfter) };
        return Everywhere(told, [new(Mine, Delivery.Notice), .. News(found), .. told.Leaders.Select(l => new Show(SeenBy(l), Delivery.Notice))]);
    }

    private Step<Cover> LookAgain(CoverFacts facts, DateTimeOffset at)
    {
        var found = NotYetAsked(facts);
        var looked = AskingToo(found, at) with { Until = OpenUntil is { } ends ? Earlier(ends, at + CoverPolicy.LooksAgainAfter) : Until };
        return found.Count > 0 ? Everywhere(looked, [.. News(found)]) : looked.Then();
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private Cover Telling(CoverFacts facts) => this with
    {
        Leaders = [.. Leaders.Union(facts.Leaders.Where(l => l != Person)).Take(MostLeaders)],
    };

    private Step<Cover> Take(string by, CoverFacts facts, DateTimeOffset at)
    {
        var next = Telling(facts) with { Phase = CoverPhase.Covered, By = by, TakenAt = at, Takes = Takes + 1, Since = at, Until = facts.WithinShift(at + TimeSpan.FromMinutes(Minutes)), OpenUntil = null };
        var taken = new Signal($"took.{next.Takes}", StandIn.KeyOf(by), new StandInBegan(Key.Reference, next.Takes));
        // Leaders need not act: their card is no interruption, and may be missed.
        var shown = Everywhere(next, [new(Mine, Delivery.Notice), .. next.Leaders.Except(Leaders).Where(l => l != by).Select(l => new Show(SeenBy(l), Delivery.Prompt))]);
        return (shown with { Effects = [.. shown.Effects, taken] }).Replying(new See(CardOf(by)));
    }

    private Step<Cover> HaveMore(CoverFacts facts, DateTimeOffset at) => Everywhere(
        this with { Phase = CoverPhase.Covered, Since = Phase == CoverPhase.TimeUp ? at : Since, Over = false, More = true, Until = Later(Phase == CoverPhase.TimeUp ? at : Until!.Value, at) + TimeSpan.FromMinutes(facts.Policy.More) },
        new Show(CardOf(By!), Delivery.Notice)).Replying(new See(Mine));

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    /// <summary>The other of the two hears of it by a new card.</summary>
    private Step<Cover> GiveBack(string by, DateTimeOffset at)
    {
        var other = by == Person ? CardOf(By!) : Mine;
        return End(CoverPhase.Back, by, at, new Show(other, Delivery.Notice)).Replying(new See(by == Person ? Mine : CardOf(by)));
    }

    private Step<Cover> Without(string person, Out why, CoverFacts facts, DateTimeOffset at)
    {
        var known = this with { Asked = [.. Asked.Select(a => a.Person == person ? a with { Out = why } : a)] };
        return Phase == CoverPhase.Unanswered || known.Asked.Any(a => a.Out is null) ? Everywhere(known) : known.Advance(facts, at);
    }

    /// <summary>It was never theirs: those who were asked are asked again, and others too.</summary>
    private Step<Cover> Untake(CoverFacts facts, DateTimeOffset at)
    {
        var by = By!;
        var free = this with
        {
            Phase = CoverPhase.Asking,
            By = null,
            TakenAt = null,
            More = false,
            Over = false,
            Since = at,
            Until = at + facts.Policy.NobodyAfter,
            Asked = [.. Asked.Select(a => a.Person == by ? a with { Out = Out.CoversAnother } : a)],
        };
        var again = free.Asked.Where(a => a.Out is null).Select(a => new Show(CardOf(a.Person), Delivery.Notice)).ToList();
        var step = again.Count > 0 ? Everywhere(free, again) : free.Advance(facts, at);
        return step with { Effects = [.. step.Effects.Where(e => e is not Show s || (s.Slot != Mine && s.Slot != CardOf(by))), new Show(Mine, Delivery.Notice), new Show(CardOf(by), Delivery.Notice)] };
    }

    private Step<Cover> End(CoverPhase phase, string? by, DateTimeOffset at, params IReadOnlyList<Show> otherwise)
    {
        var ended = Everywhere(this with { Phase = phase, EndedBy = by, Since = at, Until = null }, otherwise);
        return IsCovered ? ended with { Effects = [.. ended.Effects, new Signal($"gave.{Takes}", StandIn.KeyOf(By!), new StandInEnded(Key.Reference, Takes))] } : ended;
    }

    /// <summary>Every card of the cover follows; those that are shown otherwise only once. One that is pointless by now is not begun.</summary>
    private static Step<Cover> Everywhere(Cover next, params IReadOnlyList<Show> otherwise) => next.Then(
    [
        .. otherwise,
        .. next.Asked.Select(a => new Show(CardOf(a.Person), next.IsFree && a.Out is null || a.Person == next.By && !next.IsOver ? Delivery.Refresh : Delivery.Withdraw))
            .Concat(next.Leaders.Select(l => new Show(SeenBy(l), Delivery.Refresh)))
            .Prepend(new Show(next.Mine, Delivery.Refresh))
            .Where(s => otherwise.All(o => o.Slot != s.Slot)),
    ]);
}
