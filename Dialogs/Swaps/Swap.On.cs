using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Swaps;

public sealed partial record Swap
{
    /// <summary>The first event of a shift's record; null when nothing can be asked, so that nothing is kept.</summary>
    public static Step<Swap>? Begin(FlowKey key, AskSwap e, SwapFacts facts, DateTimeOffset at) =>
        Refusal(e, facts, at) is null ? Asking(key, e, facts, 1, at).Opened() : null;

    /// <summary>What happens next. Guards stand first; what comes twice changes nothing and answers with what is true now.</summary>
    public Step<Swap> On(FlowEvent e, SwapFacts facts, DateTimeOffset at) => (Phase, e) switch
    {
        (_, Due) when NextAt is not { } next || next > at => this.Then(),
        (SwapPhase.Changing or SwapPhase.Reverting, Due) => Answered(facts, at),
        (SwapPhase.Done, Due) => Everywhere(this with { UndoUntil = null }),
        (_, Due) => FallsDue(facts, at),

        (_, SwapUnreachable u) => Missed(u.Reader, facts),
        (SwapPhase.Asked or SwapPhase.Waiting, SwapShiftsMoved) when Gone(facts) is { } because => Overtaken(because, at),

        (_, AskSwap a) when a.By != a.For && !facts.MayDecide(a.By) => this.Answering(new Say(new Notice.NotYours())),
        (SwapPhase.Asked or SwapPhase.Waiting, AskSwap) when Gone(facts) is { } because => Overtaken(because, at).Replying(new Say(new Notice.SwapEarlierOver())),
        (_, AskSwap a) when IsOpen || Phase == SwapPhase.Reverting => View(a.By, facts),
        (_, AskSwap a) => Refusal(a, facts, at) is { } refusal ? this.Answering(new Say(refusal)) : Asking(Key, a, facts, Round + 1, at).Opened(this),

        (_, ViewSwap v) => View(v.By, facts, v.InChannel),

        (_, AcceptSwap or DeclineSwap) when ((PersonEvent)e).By != Colleague => this.Answering(Outside(((PersonEvent)e).By, facts)),
        (_, CancelSwap c) when c.By != Asker && c.By != By => this.Answering(Outside(c.By, facts)),
        (_, ApproveSwap or RefuseSwap or UndoSwap) when IsParty(((PersonEvent)e).By) => this.Answering(new Say(new Notice.SwapIsYours())),
        (_, ApproveSwap or RefuseSwap or UndoSwap) when !facts.MayDecide(((PersonEvent)e).By) => this.Answering(Outside(((PersonEvent)e).By, facts)),
        (_, PersonEvent p) when RoundOf(e) != Round => View(p.By, facts),

        (SwapPhase.Asked or SwapPhase.Waiting, PersonEvent) when at >= LapsesAt => FallsDue(facts, at).Replying(View(((PersonEvent)e).By, facts).Reply),

        (SwapPhase.Asked, AcceptSwap) => Accept(facts, at),
        (SwapPhase.Asked or SwapPhase.Waiting, DeclineSwap d) => Ended(SwapPhase.Declined, at, d.Reason).Replying(new See(Theirs)),
        (SwapPhase.Asked or SwapPhase.Waiting, CancelSwap c) => Ended(SwapPhase.Cancelled, at, null).Replying(View(c.By, facts).Reply),
        (SwapPhase.Waiting, ApproveSwap a) => Approve(a, facts, at),
        (SwapPhase.Waiting, RefuseSwap r) => (this with { DecidedBy = r.By, DecidedAt = at }).Ended(SwapPhase.Refused, at, r.Reason).Replying(View(r.By, facts).Reply),
        (SwapPhase.Asked, ApproveSwap or RefuseSwap) => this.Answering(new Say(new Notice.SwapNotAgreed())),
        (SwapPhase.Done, UndoSwap u) when CanBeUndone(at) => Undo(u, facts, at),

        (_, PersonEvent p) => View(p.By, facts),
        _ => this.Then(),
    };

    /// <summary>For whoever it does not wait for: somebody of the team, as on the card of an earlier round, hears who has the duty now. Anybody else hears nothing of it.</summary>
    private Say Outside(string by, SwapFacts facts) => new(facts.OfTeam || facts.MayDecide(by) ? Stands(facts.Given?.Person) : new Notice.NotYours());

    private Notice.SwapStands Stands(string? holder) => new(
        Given.Start, holder, (Phase == SwapPhase.Done && holder == Colleague) || (Phase == SwapPhase.Undone && holder == Asker) ? Since : null);

    /// <summary>The card of whoever looks: a party's, a leader's, or the channel's for somebody of the team and for whoever reads there.</summary>
    private Step<Swap> View(string by, SwapFacts facts, bool inChannel = false) => this.Answering(
        by == Asker ? (Reply)new See(Mine)
        : by == Colleague ? new See(Theirs)
        : Leaders.Contains(by) ? new See(Decides(by))
        : facts.MayDecide(by) ? new SeeOwn(Decides(by))
        : (facts.OfTeam || inChannel) && InChannel is { } channel ? new See(channel)
        : Outside(by, facts));

    private static int RoundOf(FlowEvent e) => e switch
    {
        AcceptSwap a => a.Round,
        DeclineSwap d => d.Round,
        ApproveSwap a => a.Round,
        RefuseSwap r => r.Round,
        CancelSwap c => c.Round,
        UndoSwap u => u.Round,
        _ => 0,
    };

    /// <summary>Why nothing can be asked; null when it can.</summary>
    public static Notice? Refusal(AskSwap e, SwapFacts facts, DateTimeOffset at) => e switch
    {
        _ when e.By != e.For && !facts.MayDecide(e.By) => new Notice.NotYours(),
        _ when facts.Given is null || facts.Given.Person != e.For => new Notice.SwapShiftGone(),
        _ when e.Colleague.Length == 0 || e.Colleague == e.For => new Notice.ChooseSomebody(),
        { TheirShift: not null } when facts.InReturn is null || facts.InReturn.Person != e.Colleague => new Notice.SwapShiftGone(),
        _ when facts.IsPromised(e.TheirShift) => new Notice.SwapPromised(),
        _ when facts.IsBlocked => new Notice.SwapForbidden(facts.Findings, facts.MayDecide(e.By) ? null : e.By),
        _ when LapseOf(facts.Given, Meant(e, facts), facts.Policy) <= at => new Notice.SwapTooLate(),
        _ => null,
    };

    private static Swap Asking(FlowKey key, AskSwap e, SwapFacts facts, int round, DateTimeOffset at) => new()
    {
        Asker = e.For,
        Id = key.Id,
        Round = round,
        By = e.By,
        Colleague = e.Colleague,
        Given = facts.Given!,
        InReturn = Meant(e, facts),
        Phase = SwapPhase.Asked,
        AskedAt = at,
        Since = at,
        LapsesAt = LapseOf(facts.Given!, Meant(e, facts), facts.Policy),
        RemindAt = facts.Hours.Add(at, facts.Policy.RemindAfter),
        Leaders = e.By == e.For ? [] : [e.By],
    };

    private static Shift? Meant(AskSwap e, SwapFacts facts) => e.TheirShift is null ? null : facts.InReturn;

    private static DateTimeOffset LapseOf(Shift given, Shift? inReturn, SwapPolicy policy) => First(given, inReturn) - policy.LapseBefore;

    private static DateTimeOffset First(Shift given, Shift? inReturn) => inReturn is { } theirs && theirs.Start < given.Start ? theirs.Start : given.Start;

    /// <summary>
    /// Who asked sees the card in the place of the question; when that was a leader, the one who is away learns of it too. What an
    /// <paramref name="earlier"/> round left to take back can be taken back no more, and no card offers it.
    /// </summary>
    private Step<Swap> Opened(Swap? earlier = null)
    {
        var step = By == Asker
            ? this.Then(new Show(Theirs, Delivery.Notice), new Show(Mine, Delivery.Refresh)).Replying(new See(Mine))
            : this.Then(new Show(Theirs, Delivery.Notice), new Show(Mine, Delivery.Notice), new Show(Decides(By), Delivery.Refresh)).Replying(new See(Decides(By)));
        if (earlier?.UndoUntil is null)
            return step;
        var followed = step.Effects.OfType<Show>().Select(s => s.Slot).ToHashSet();
        return step with { Effects = [.. step.Effects, .. earlier.Leaders.Select(Decides).Concat(earlier.InChannel is { } channel ? [channel] : []).Where(s => !followed.Contains(s)).Select(s => new Show(s, Delivery.Refresh))] };
    }

    private Step<Swap> Accept(SwapFacts facts, DateTimeOffset at)
    {
        if (Overtakes(facts) is { } because)
            return Overtaken(because, at).Replying(new See(Theirs));
        if (facts.IsPromised(null))
            return this.Answering(new Say(new Notice.SwapPromised()));
        var next = this with { Phase = SwapPhase.Waiting, AcceptedAt = at, Since = at, Reminders = 0, RemindAt = facts.Hours.Add(at, facts.Policy.RemindAfter), Channel = facts.Channel };
        return next.AskLeaders(facts, Delivery.Notice, new Show(Mine, Delivery.Notice), new Show(Theirs, Delivery.Refresh)).Replying(new See(Theirs));
    }

    /// <summary>In the channel, where everybody sees it; else in the chats of those who can decide.</summary>
    private Step<Swap> AskLeaders(SwapFacts facts, Delivery delivery, params IReadOnlyList<Effect> more)
    {
        if (InChannel is { } channel)
            return Everywhere(this, [.. more, new Show(channel, delivery)]);
        var able = facts.Leaders.Where(Able).ToList();
        if (able.Count == 0)
            able = [.. facts.HallLeaders.Where(Able)];
        var next = this with { Leaders = [.. Leaders.Union(able)] };
        return Everywhere(next, [.. more, .. next.Leaders.Where(l => !facts.Away.Contains(l)).Select(l => new Show(Decides(l), Leaders.Contains(l) ? delivery : Delivery.Notice))]);

        bool Able(string leader) => !IsParty(leader) && !Unreached.Contains(leader) && !facts.Away.Contains(leader);
    }

    private Step<Swap> Approve(ApproveSwap e, SwapFacts facts, DateTimeOffset at)
    {
        if (Overtakes(facts) is { } because)
            return (this with { DecidedBy = e.By, DecidedAt = at }).Overtaken(because, at).Replying(View(e.By, facts).Reply);
        if (facts.Open(e.Ticked) is { Length: > 0 } open)
            return this.Answering(new Say(new Notice.SwapTickFirst(open)));
        var next = this with
        {
            Phase = SwapPhase.Changing,
            Since = at,
            RemindAt = null,
            DecidedBy = e.By,
            DecidedAt = at,
            Ticked = [.. facts.Findings.Where(f => f.Severity == DutySeverity.Warn).Select(f => f.Key)],
        };
        return Everywhere(next).Replying(next.View(e.By, facts).Reply);
    }

    private Step<Swap> Undo(UndoSwap e, SwapFacts facts, DateTimeOffset at)
    {
        if (facts.IsBlocked)
            return this.Answering(new Say(new Notice.SwapForbidden(facts.Findings)));
        var next = this with { Phase = SwapPhase.Reverting, Since = at, DecidedBy = e.By, DecidedAt = at };
        return Everywhere(next).Replying(next.View(e.By, facts).Reply);
    }

    /// <summary>The roster has answered.</summary>
    private Step<Swap> Answered(SwapFacts facts, DateTimeOffset at) => (Phase, facts.Answer) switch
    {
        (_, null) => this.Then(),
        (SwapPhase.Changing, { Overtaken: { } because }) => AlsoToDecider(Overtaken(because, at)),
        (SwapPhase.Changing, _) => Moved(Told(this with { Phase = SwapPhase.Done, Since = at, UndoUntil = UndoOf(facts.Policy, at) }), facts),
        (_, { Overtaken: { } because }) => AlsoToDecider(Everywhere(this with { Phase = SwapPhase.Done, Since = at, UndoUntil = null, Because = because })),
        _ => Moved(Told(this with { Phase = SwapPhase.Undone, Since = at, UndoUntil = null }), facts),
    };

    /// <summary>What whoever decided saw last is that the roster is being changed: that it was not is news to them.</summary>
    private static Step<Swap> AlsoToDecider(Step<Swap> step)
    {
        var leader = step.State.DecidedBy!;
        return step with
        {
            State = step.State with { Leaders = [.. step.State.Leaders.Union([leader])] },
            Effects = [.. step.Effects.Where(e => e is not Show s || s.Slot != Decides(leader)), new Show(Decides(leader), Delivery.Notice)],
        };
    }

    /// <summary>Requests that name a shift which somebody else has by now are over at once.</summary>
    private Step<Swap> Moved(Step<Swap> step, SwapFacts facts) => step with
    {
        Effects = [.. step.Effects, .. facts.Rivals.Take(MostRivals).Select(r => new Signal($"moved.{ChangeName}.{r.Key.Id}", r.Key, new SwapShiftsMoved()))],
    };

    private DateTimeOffset UndoOf(SwapPolicy policy, DateTimeOffset at)
    {
        var first = First(Given, InReturn);
        return at + policy.UndoFor < first ? at + policy.UndoFor : first;
    }

    private Overtaking? Overtakes(SwapFacts facts) =>
        Gone(facts) ?? (facts.IsBlocked ? new(null, null, [.. facts.Findings.Where(f => f.Severity == DutySeverity.Block)]) : null);

    /// <summary>A shift or one of the two is no longer where it was, and waiting does not bring it back.</summary>
    private Overtaking? Gone(SwapFacts facts) =>
        facts.Given is null || facts.Given != Given ? Moved(Given, facts.Given)
        : InReturn is not null && facts.InReturn != InReturn ? Moved(InReturn, facts.InReturn)
        : facts.Left is { } left ? new(null, null, []) { Left = left }
        : null;

    /// <summary>Where only the time or the post changed, nobody else has it.</summary>
    private static Overtaking Moved(Shift was, Shift? now) => new(was.Id, now?.Person == was.Person ? null : now?.Person, []);

    private Step<Swap> Overtaken(Overtaking because, DateTimeOffset at) => (this with { Because = because }).Ended(SwapPhase.Overtaken, at, null);

    /// <summary>It is over without a change: the asker hears it, and the colleague too where they had agreed.</summary>
    private Step<Swap> Ended(SwapPhase phase, DateTimeOffset at, Words? reason)
    {
        var next = this with { Phase = phase, Since = at, RemindAt = null, Reason = reason };
        return phase switch
        {
            SwapPhase.Cancelled => Everywhere(next, new Show(Theirs, AcceptedAt is null ? Delivery.Withdraw : Delivery.Notice)),
            SwapPhase.Declined => Everywhere(next, next.Askers),
            _ => Told(next, AcceptedAt is null ? Delivery.Withdraw : Delivery.Notice),
        };
    }

    private static Step<Swap> Told(Swap next, Delivery theirs = Delivery.Notice) => Everywhere(next, [.. next.Askers, new Show(next.Theirs, theirs)]);

    /// <summary>The asker hears of it, and so does a leader who asked for them, unless it is that leader's own decision.</summary>
    private IReadOnlyList<Effect> Askers => By == Asker || By == DecidedBy || IsParty(By)
        ? [new Show(Mine, Delivery.Notice)]
        : [new Show(Mine, Delivery.Notice), new Show(Decides(By), Delivery.Notice)];

    private Step<Swap> FallsDue(SwapFacts facts, DateTimeOffset at)
    {
        if (at >= LapsesAt)
            return Ended(SwapPhase.Lapsed, at, null);
        if (Gone(facts) is { } because)
            return Overtaken(because, at);
        var second = facts.Hours.Add(Since, facts.Policy.HallLeadersAfter);
        var next = this with { Reminders = Reminders + 1, RemindAt = Reminders == 0 && second > at ? second : null };
        if (Phase == SwapPhase.Asked)
            return RemindColleague(next, facts);
        // A card cannot be refused by a channel that is bound no longer and to which nothing new is sent.
        var lost = Channel is not null && facts.Channel is null;
        if (lost)
            next = next with { Channel = null };
        if (Reminders == 0)
            return next.AskLeaders(facts, Delivery.Notice);
        next = next with { Leaders = [.. next.Leaders.Union((lost || (Channel is null && Leaders.IsEmpty) ? facts.Leaders : []).Concat(facts.HallLeaders).Where(l => !IsParty(l) && !facts.Away.Contains(l)))] };
        // All are on leave: whoever is back first is asked.
        if (next.Leaders.IsEmpty && next.Channel is null)
            next = next with { RemindAt = facts.Hours.Add(at, facts.Policy.RemindAfter) };
        return Everywhere(next, [.. next.Leaders.Where(l => !facts.Away.Contains(l)).Select(l => new Show(Decides(l), Delivery.Notice))]);
    }

    /// <summary>Who has gone on leave is not reminded: the asker hears at once what they would hear at the second reminder, and can ask somebody else.</summary>
    private Step<Swap> RemindColleague(Swap next, SwapFacts facts)
    {
        var away = facts.Away.Contains(Colleague);
        if (away)
            next = next with { Reminders = Math.Max(next.Reminders, 2) };
        return Everywhere(next, [.. away ? Array.Empty<Show>() : [new Show(Theirs, Delivery.Notice)], .. Reminders < 2 && next.Reminders > 1 ? Askers : []]);
    }

    /// <summary>A card does not reach its reader: without the channel the leaders get cards of their own, and the asker sees who cannot be asked.</summary>
    private Step<Swap> Missed(string reader, SwapFacts facts)
    {
        if (Unreached.Contains(reader) || !(Phase is SwapPhase.Asked or SwapPhase.Waiting))
            return this.Then();
        var next = this with { Unreached = Unreached.Add(reader), Channel = reader == Channel ? null : Channel };
        return Phase == SwapPhase.Waiting && reader != Asker && reader != Colleague
            ? next.AskLeaders(facts, reader == Channel ? Delivery.Notice : Delivery.Refresh)
            : Everywhere(next, Phase == SwapPhase.Asked && reader == Colleague ? Askers : []);
    }

    /// <summary>Every card follows; <paramref name="more"/> are stronger and take the place of a refresh.</summary>
    private static Step<Swap> Everywhere(Swap next, params IReadOnlyList<Effect> more)
    {
        var strong = new Dictionary<Slot, Effect>();
        foreach (var show in more.OfType<Show>())
        {
            if (!strong.TryGetValue(show.Slot, out var before) || ((Show)before).Delivery == Delivery.Refresh)
                strong[show.Slot] = show;
        }
        List<Slot> cards = [next.Mine, next.Theirs, .. next.Leaders.Select(Decides)];
        if (next.InChannel is { } channel)
            cards.Add(channel);
        return new(next, [.. strong.Values, .. cards.Where(c => !strong.ContainsKey(c)).Select(c => new Show(c, Delivery.Refresh))], null);
    }
}
