using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Escalations;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>One short card to the person: what has just become true.</summary>
public static partial class EscalationCards
{
    private static CardMessage News(Escalation state, EscalationView view, CardContext c)
    {
        var t = c.Texts;
        var until = c.Said(state.Until ?? state.Since);
        IEnumerable<CardElement?> body = state.Phase switch
        {
            CasePhase.Asking when state.Resting => [new TextBlock(WillAsk(state, view, c)), Line(t.OffWork)],
            CasePhase.Asking when state.Round > 0 => [new TextBlock(t.NewsAskedAgain(c.Said(state.Since), WhoIsAsked(state, c), until))],
            CasePhase.Asking when state.Asked.Except(state.AskedNow).Any() => [new TextBlock(t.NewsAskedNext(c.Said(state.Since), WhoIsAsked(state, c), until))],
            CasePhase.Asking => [new TextBlock(t.NewsAsked(state.Origin, WhoIsAsked(state, c), until))],
            CasePhase.Taken => [new TextBlock(t.NewsTaken(state.Origin, c.Named(state.Owner!), c.Said(state.TakenAt ?? state.Since)))],
            CasePhase.Resolved => [new TextBlock(t.NewsDone(c.Named(state.Owner!), c.Said(state.ResolvedAt ?? state.Since), WhatWasDone(state.Done, state.DoneNote, c))), Line(t.IAskYou(until))],
            CasePhase.Visiting => [new TextBlock(t.IAskYouNow)],
            CasePhase.Withdrawn => [Heading(t.MineWithdrawn), Line(t.MineWithdrawnLine)],
            CasePhase.Closed => [new TextBlock(state.Helped == true ? t.YouSaidHelped : t.NoVisitAnswer)],
            _ => [new TextBlock(t.NewsUnanswered(c.Emergency))],
        };
        return Card(c, t.MineSpoken, t.News, [.. body, PersonRow(c)]);
    }
}
