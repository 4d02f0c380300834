using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The card of somebody who is or was asked. It shrinks as soon as the case is not theirs.</summary>
public static partial class EscalationCards
{
    private static CardMessage Case(Escalation state, string reader, EscalationView view, CardContext c)
    {
        // Whom the person turned to instead is told to nobody who was asked before that.
        var asked = state.Asked.Any(a => a.Person == reader);
        var offered = state.OfferedTo == reader || (state.Owner is not null && state.Offers.Contains(reader));
        if (state.Owner != reader && !offered && !asked)
            return Shrunk(state, c, ContainerStyle.Emphasis, c.Texts.BandMoved, c.Texts.NothingToDo);
        var since = c.Moment(state.Since);
        return state.Phase switch
        {
            CasePhase.Asking => Unread(state, reader, view, c),
            CasePhase.Taken when state.Owner == reader => TakenByMe(state, view, c),
            CasePhase.Taken when state.OfferedTo == reader => Offered(state, c),
            CasePhase.Taken => Shrunk(state, c, ContainerStyle.Emphasis, c.Texts.BandWith(c.Named(state.Owner!), c.Moment(state.TakenAt ?? state.Since)), c.Texts.NothingToDo, c.Texts.DetailsGone),
            CasePhase.Resolved or CasePhase.Visiting when state.Owner == reader => DoneByMe(state, c),
            CasePhase.Resolved or CasePhase.Visiting => Shrunk(state, c, ContainerStyle.Good, c.Texts.BandDoneBy(c.Named(state.Owner!), c.Moment(state.ResolvedAt ?? state.Since)), c.Texts.NothingToDo),
            CasePhase.Withdrawn => Shrunk(state, c, ContainerStyle.Emphasis, c.Texts.BandWithdrawn(since), c.Texts.EndedByWish),
            CasePhase.Closed => Shrunk(state, c, ContainerStyle.Good, c.Texts.BandClosed(since), Outcome(state, reader, c)),
            _ => Late(state, c, since),
        };
    }

    private static string Outcome(Escalation state, string reader, CardContext c) => state switch
    {
        { Owner: var owner } when owner != reader => c.Texts.NothingToDo,
        { Helped: true } => c.Texts.ItHelped(c.Named(state.Subject)),
        _ => c.Texts.VisitUnanswered,
    };

    private static CardMessage Unread(Escalation state, string reader, EscalationView view, CardContext c)
    {
        var t = c.Texts;
        var until = c.Moment(state.Until ?? state.Since);
        return Card(
            c,
            t.CaseSpoken,
            t.CaseSpoken,
            [
                Band(ContainerStyle.Warning, t.BandOpen(until), state.Number),
                Heading(Headline(state, c)),
                .. Particulars(state, c),
                Box(new TextBlock(t.HowToBegin(ShownAs(state), c.Emergency))),
                Line(view.Next == reader ? t.TakeOrBeAsked(until) : t.TakeMeans(until, WhoIsNext(state, view, c))) with { Size = TextSize.Small },
                Buttons(
                    Button(t.Take(ShownAs(state)), new TakeCase(state.Key.Reference), style: ActionStyle.Positive),
                    view.Receivers.Count > 0 ? HandOver(state, view, c) : null),
            ]);
    }

    private static CardMessage Offered(Escalation state, CardContext c)
    {
        var t = c.Texts;
        var owner = c.Named(state.Owner!);
        return Card(
            c,
            t.CaseSpoken,
            t.CaseSpoken,
            [
                Band(ContainerStyle.Warning, t.BandOffered(owner), state.Number),
                Heading(Headline(state, c)),
                .. Particulars(state, c),
                Box(new TextBlock(t.HowToBegin(ShownAs(state), c.Emergency))),
                Line(t.OfferMeans(owner)) with { Size = TextSize.Small },
                Buttons(Button(t.Accept, new AcceptCase(state.Key.Reference), style: ActionStyle.Positive)),
            ]);
    }

    private static CardMessage TakenByMe(Escalation state, EscalationView view, CardContext c)
    {
        var t = c.Texts;
        var subject = c.Named(state.Subject);
        var until = c.Moment(state.Until ?? state.Since);
        return Card(
            c,
            t.CaseFollows,
            t.CaseFollows,
            [
                Band(ContainerStyle.Accent, t.BandYours(c.Moment(state.TakenAt ?? state.Since)), state.Number),
                Heading(Headline(state, c)),
                .. Particulars(state, c),
                ShownAs(state) == Origin.PersonNow ? Box(new TextBlock(t.HowToBegin(Origin.PersonNow, c.Emergency))) : null,
                new InputChoiceSet(t.DoneLabel, [.. Enum.GetValues<Done>().Select(d => new Choice(t.DoneChoice(d), Word(d)))]) { Id = "done" },
                new InputText(t.LineFor(subject)) { Id = "note", MaxLength = 200, Placeholder = t.LinePlaceholder },
                state.OfferedTo is { } to ? Line(t.OfferOut(c.Named(to))) : null,
                state.OwnerReminded ? Line(AfterReminder(state, view, until, c)) : Quiet(t.OwnerNext(subject, until)),
                Buttons(
                    Button(t.Finished, new ResolveCase(state.Key.Reference), inputs: true, style: ActionStyle.Positive),
                    view.Receivers.Count > 0 ? HandOver(state, view, c) : null),
            ]);
    }

    private static string AfterReminder(Escalation state, EscalationView view, Moment until, CardContext c) => view.Next == state.Owner
        ? c.Texts.OwnerRemindedAgain(until)
        : c.Texts.OwnerReminded(until, WhoIsNext(state, view, c), c.Named(state.Subject));

    private static ActionShowCard HandOver(Escalation state, EscalationView view, CardContext c) => new(c.Texts.HandOver, new AdaptiveCard
    {
        Body =
        [
            new InputChoiceSet(c.Texts.ToWhom, [.. view.Receivers.Select(r => new Choice(c.Texts.WithRole(c.Named(r.Person).ToString(), c.Texts.Role(r.Role)), r.Person))])
            {
                Id = "to",
                Style = ChoiceStyle.Compact,
                Placeholder = c.Texts.Choose,
            },
            Quiet(c.Texts.StaysYours),
            new ActionSet(Button(c.Texts.AskThem, new HandOverCase(state.Key.Reference), inputs: true)),
        ],
    });

    private static CardMessage DoneByMe(Escalation state, CardContext c)
    {
        var t = c.Texts;
        var subject = c.Named(state.Subject);
        return Card(
            c,
            t.CaseFollows,
            t.CaseFollows,
            Band(ContainerStyle.Good, t.BandDone(c.Moment(state.ResolvedAt ?? state.Since)), state.Number),
            new FactSet([new(t.FactWho, t.You(c.Named(state.Owner!))), new(t.FactDone, WhatWasDone(state.Done, state.DoneNote, c))]),
            Line(state.Phase == CasePhase.Visiting ? t.VisitIsOut(subject) : t.VisitToCome(subject, c.Moment(state.Until ?? state.Since))));
    }

    private static CardMessage Shrunk(Escalation state, CardContext c, ContainerStyle style, string band, string line, string? quiet = null) => Card(
        c,
        c.Texts.CaseFollows,
        c.Texts.CaseFollows,
        Band(style, band, state.Number),
        Line(line),
        quiet is null ? null : Quiet(quiet));

    /// <summary>The person was told that nobody could; whoever was asked and can now may still take it.</summary>
    private static CardMessage Late(Escalation state, CardContext c, Moment since) => Card(
        c,
        c.Texts.CaseFollows,
        c.Texts.CaseFollows,
        Band(ContainerStyle.Emphasis, c.Texts.BandUnanswered(since), state.Number),
        Line(c.Texts.NobodyTookIt(c.Named(state.Subject))),
        Buttons(Button(c.Texts.Take(state.Origin), new TakeCase(state.Key.Reference))));

    private static string Word(Done done) => done switch
    {
        Done.Talked => "talked",
        Done.Break => "break",
        Done.Post => "post",
        _ => "other",
    };
}
