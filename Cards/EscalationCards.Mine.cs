using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The standing card of the person whom the case is about.</summary>
public static partial class EscalationCards
{
    private static CardMessage Mine(Escalation state, EscalationView view, CardContext c)
    {
        var t = c.Texts;
        IEnumerable<CardElement?> body = state.Phase switch
        {
            CasePhase.Asking when state.Resting => Resting(state, view, c),
            CasePhase.Asking => Waiting(state, view, c),
            CasePhase.Taken => InGoodHands(state, view, c),
            CasePhase.Resolved or CasePhase.Visiting => SaidDone(state, c),
            CasePhase.Withdrawn => [Heading(t.MineWithdrawn), Line(t.MineWithdrawnLine), Line(t.ToTalk), .. Numbers(c)],
            CasePhase.Closed => [Heading(t.MineClosed), Line(state.Helped == true ? t.YouSaidHelped : t.NoVisitAnswer)],
            _ => Unanswered(state, c),
        };
        // Who asked for a person now keeps the numbers in sight until the case is closed.
        var numbers = state.Origin == Origin.PersonNow && state.Phase is not (CasePhase.Closed or CasePhase.Unanswered) ? Numbers(c) : [];
        return Card(c, t.MineSpoken, t.News, [.. numbers, .. body, Buttons(Routes(state, c)), PersonRow(c)]);
    }

    private static IEnumerable<CardElement?> Waiting(Escalation state, EscalationView view, CardContext c)
    {
        var t = c.Texts;
        var who = WhoIsAsked(state, c);
        var earlier = state.Asked.Except(state.AskedNow).Select(a => t.AskedAt(c.Named(a.Person), c.Moment(a.At))).ToArray();
        return
        [
            Heading(state is { Step: -1 } or { Round: > 0 } ? t.IsAskedAgain(state.Origin, who) : t.IsAsked(state.Origin, who)),
            earlier.Length > 0 ? Quiet(t.AskedBefore(t.Listed(earlier))) : null,
            Line(t.SentTo(who, c.Moment(state.Since))),
            Quote(state, c),
            Line(t.Sentences([Then(state, view, c), t.WhileWaiting(state.Origin)])),
            Answers(state, c),
        ];
    }

    /// <summary>Nobody is asked before the team is at work again.</summary>
    private static IEnumerable<CardElement?> Resting(Escalation state, EscalationView view, CardContext c)
    {
        var t = c.Texts;
        var earlier = state.Asked.Select(a => t.AskedAt(c.Named(a.Person), c.Moment(a.At))).ToArray();
        return
        [
            Heading(WillAsk(state, view, c)),
            earlier.Length > 0 ? Quiet(t.AskedBefore(t.Listed(earlier))) : null,
            Line(t.OffWork),
            Line(t.WillSee),
            Quote(state, c),
            Answers(state, c),
        ];
    }

    private static string WillAsk(Escalation state, EscalationView view, CardContext c) =>
        c.Texts.WillAsk(c.Moment(state.Until ?? state.Since), WhoIsNext(state, view, c));

    private static string Then(Escalation state, EscalationView view, CardContext c)
    {
        var until = c.Moment(state.Until ?? state.Since);
        var next = WhoIsNext(state, view, c);
        return next is not null && state.Asked.Any(a => a.Person == view.Next) ? c.Texts.ThenAgain(until, next) : c.Texts.ThenNext(until, next);
    }

    private static IEnumerable<CardElement?> InGoodHands(Escalation state, EscalationView view, CardContext c)
    {
        var t = c.Texts;
        var owner = c.Named(state.Owner!);
        return
        [
            Heading(t.HasIt(state.Origin, owner)),
            Line(t.OwnerSees(owner)),
            Quote(state, c),
            state.OfferedTo is { } to ? Line(t.OfferedOn(owner, c.Named(to))) : null,
            Line(t.Sentences([.. Silence(state, view, c), t.AfterTaken])),
            Answers(state, c),
        ];
    }

    /// <summary>Until when something should have come of it, and who hears of it if not: the owner once, then whoever is next.</summary>
    private static IEnumerable<string> Silence(Escalation state, EscalationView view, CardContext c)
    {
        if (state.Until is not { } at)
            return [];
        var t = c.Texts;
        var until = c.Moment(at);
        if (!state.OwnerReminded)
            return [t.ThenReminded(until, c.Named(state.Owner!))];
        var again = state.Asked.Any(a => a.Person == view.Next);
        var next = WhoIsNext(state, view, c);
        return [t.WasReminded(c.Named(state.Owner!)), next is not null && again ? t.ThenOnwardsAgain(until, next) : t.ThenOnwards(until, next)];
    }

    private static IEnumerable<CardElement?> SaidDone(Escalation state, CardContext c)
    {
        var t = c.Texts;
        return
        [
            Heading(t.SaysDone(c.Named(state.Owner!), c.Moment(state.ResolvedAt ?? state.Since))),
            new FactSet([new(t.FactDone, WhatWasDone(state.Done, state.DoneNote, c))]),
            Line(state.Phase == CasePhase.Visiting ? t.IAskYouNow : t.IAskYou(c.Moment(state.Until ?? state.Since))),
        ];
    }

    /// <summary>Nobody could: the numbers, and who else might be asked.</summary>
    private static IEnumerable<CardElement?> Unanswered(Escalation state, CardContext c)
    {
        var t = c.Texts;
        var asked = state.Asked.Select(a => t.AskedAt(c.Named(a.Person), c.Moment(a.At))).ToArray();
        return
        [
            Heading(t.NobodyAnswered),
            .. Numbers(c),
            Line(asked.Length > 0 ? t.NotYourFault(t.Listed(asked)) : t.NobodyToAsk),
            Line(t.WhatNow),
        ];
    }

    /// <summary>Exactly what the reader gets.</summary>
    private static Container Quote(Escalation state, CardContext c) =>
        Box([new TextBlock(Headline(state, c)) { Weight = TextWeight.Bolder }, .. Particulars(state, c).OfType<CardElement>()]);

    private static TextBlock? Answers(Escalation state, CardContext c) =>
        state.Origin != Origin.HardDay ? null : Quiet(state.Lowered ? c.Texts.WasLowered : c.Texts.MayLower);

    /// <summary>Whom the person may choose instead. After silence the same people can be asked once more, but only if the person says so.</summary>
    private static IEnumerable<CardAction?> Routes(Escalation state, CardContext c)
    {
        var t = c.Texts;
        if (state.Phase is CasePhase.Closed or CasePhase.Withdrawn)
            return [];
        if (state is { Phase: CasePhase.Unanswered, Origin: Origin.PersonNow })
            return [To(t.AskAgain(Route.CrisisContact), Route.CrisisContact)];
        var counsellor = state.Route is Route.Leader or Route.Buddy ? To(t.CounsellorInstead(state.Route), Route.Counsellor) : null;
        if (state.Phase != CasePhase.Unanswered)
            return [counsellor];
        var leader = state.Route is Route.Leader ? null : To(t.LeaderPlease, Route.Leader);
        return [counsellor, To(t.AskAgain(state.Route), state.Route), leader];

        ActionExecute To(string title, Route route) => Button(title, new ChooseRoute(state.Key.Reference) { To = new Input(Word(route)) });
    }

    private static string Word(Route route) => route switch
    {
        Route.Counsellor => "counsellor",
        Route.Buddy => "buddy",
        _ => "leader",
    };
}
