using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The return visit: the person judges, and sees what follows from it.</summary>
public static partial class EscalationCards
{
    private static CardMessage Visit(Escalation state, EscalationView view, CardContext c)
    {
        var t = c.Texts;
        IEnumerable<CardElement?> body = state switch
        {
            { Phase: CasePhase.Visiting } => Question(state, c),
            // An earlier visit's card: this round's question comes when it was said to come.
            { Phase: CasePhase.Resolved } => [Heading(t.SaysDone(c.Named(state.Owner!), c.Moment(state.ResolvedAt ?? state.Since))), Line(t.IAskYou(c.Moment(state.Until ?? state.Since)))],
            { Phase: CasePhase.Withdrawn } => [Heading(t.MineWithdrawn), Line(t.MineWithdrawnLine)],
            { Phase: CasePhase.Closed, Helped: true } => [Heading(t.VisitHelped), Line(t.VisitHelpedLine(c.Named(state.Owner!))), Buttons(Says(state, t.NotYet, "notYet"))],
            { Phase: CasePhase.Closed } => [Heading(t.VisitRested), Line(t.VisitRestedLine), Buttons(Says(state, t.NotYet, "notYet"))],
            { Phase: CasePhase.Asking, Resting: true } => [Heading(t.VisitReopened), Line(WillAsk(state, view, c)), Line(t.OffWork)],
            { Phase: CasePhase.Asking } => [Heading(t.VisitReopened), Line(t.VisitReopenedLine(WhoIsAsked(state, c), c.Moment(state.Until ?? state.Since)))],
            { Phase: CasePhase.Taken } => [Heading(t.VisitReopened), Line(t.VisitTaken(c.Named(state.Owner!)))],
            _ => [Heading(t.NobodyAnswered), Line(t.VisitNobody)],
        };
        return Card(c, t.VisitSpoken, t.VisitSpoken, [.. body, PersonRow(c)]);
    }

    private static IEnumerable<CardElement?> Question(Escalation state, CardContext c)
    {
        var t = c.Texts;
        var resolved = c.Moment(state.ResolvedAt ?? state.Since);
        var other = state.Route == Route.Counsellor ? Route.Leader : Route.Counsellor;
        return
        [
            Heading(t.DidItHelp(resolved)),
            new FactSet([new(t.FactWho, t.WhoAndWhen(c.Named(state.Owner!), resolved)), new(t.FactDone, WhatWasDone(state.Done, state.DoneNote, c))]),
            Line(t.YouDecide),
            Buttons(
                Says(state, t.Helped, "yes"),
                Says(state, t.NotYet, "notYet")),
            // A row of its own: three do not fit beside each other on a phone.
            Buttons(Button(t.OtherPerson(state.Route), new ChooseRoute(state.Key.Reference) { To = new Input(Word(other)) })),
        ];
    }

    private static ActionExecute Says(Escalation state, string title, string helped) =>
        Button(title, new AnswerVisit(state.Key.Reference) { Helped = new Input(helped) });
}
