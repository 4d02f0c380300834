using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What a case's card has to know beside the case.</summary>
/// <param name="Receivers">Who may be asked to take it over, with the role that is named.</param>
/// <param name="Next">Id of the person who would be asked next if the roster stays as it is; null: nobody more.</param>
/// <param name="NextRole">The role in which they would be asked.</param>
public sealed record EscalationView(IReadOnlyList<(string Person, Role Role)> Receivers, string? Next, StepRole? NextRole = null);

/// <summary>The cards of a case: <c>case</c> for those asked, <c>mine</c>, <c>news</c> and <c>visit</c> for the person it is about, <c>unanswered</c> for administrators.</summary>
public static partial class EscalationCards
{
    public static CardMessage Of(Escalation state, Slot slot, EscalationView view, CardContext c)
    {
        var seen = Permit.Seen(state, slot.Person);
        return slot.Name switch
        {
            "mine" => Mine(seen, view, c),
            "news" => News(seen, view, c),
            "visit" => Visit(seen, view, c),
            "unanswered" => Unanswered(state, state.Silence ?? new(state.OpenedAt, state.Since, []), c),
            _ => Case(seen, slot.Person, view, c),
        };
    }

    /// <summary>
    /// A sentence of its own with no report beside it would tell that there is one which only a handler may know of; so such a case reads as that of
    /// anybody who would like to talk.
    /// </summary>
    private static Origin ShownAs(Escalation state) => state is { Origin: Origin.ReturnVisit, Context.Incident: false } ? Origin.PersonNow : state.Origin;

    /// <summary>The one sentence of the case.</summary>
    private static string Headline(Escalation state, CardContext c)
    {
        var subject = c.Named(state.Subject);
        return ShownAs(state) switch
        {
            Origin.PersonNow => c.Texts.WantsToTalk(subject),
            Origin.ReturnVisit => c.Texts.IsNotAllRight(subject),
            _ => c.Texts.AsksForSomebody(subject),
        };
    }

    /// <summary>All that a reader of the case gets to see under its sentence. The person's own card quotes exactly this.</summary>
    private static IEnumerable<CardElement?> Particulars(Escalation state, CardContext c) =>
        [.. Past(state, c), state.Lowered ? Line(c.Texts.ChangedAfterwards) : null, .. Circumstances(state, c)];

    /// <summary>What was tried before, so that nobody has to tell it again.</summary>
    private static IEnumerable<CardElement> Past(Escalation state, CardContext c)
    {
        foreach (var round in state.Past)
            yield return Line(c.Texts.PastRound(c.Named(round.Owner), c.Moment(round.At), round.Done is { } done ? WhatWasDone(done, round.Note, c) : null));
        if (state.Helped == false && state.Past.Any())
            yield return Line(c.Texts.DidNotHelp(c.Named(state.Subject)));
    }

    private static IEnumerable<CardElement?> Circumstances(Escalation state, CardContext c)
    {
        var t = c.Texts;
        var context = state.Context;
        var post = context.Post.Length > 0 ? PlainText.Name(context.Post).ToString() : null;
        if (ShownAs(state) == Origin.PersonNow)
            return [post is null ? null : new FactSet([new(t.FactPost, post)])];
        var span = context is { Start: { } start, End: { } end } ? t.Span(c.Moment(start), c.Moment(end)) : null;
        var shift = post is not null && span is not null ? t.PostAndSpan(post, span) : post ?? span;
        return
        [
            Facts(
            [
                shift is null ? null : new(t.FactShift, shift),
                context.Hostile is { } hostile ? new(t.FactHostile, t.Hostile(hostile)) : null,
                context.HoursThisWeek > 0 ? new(t.FactHours, t.Hours(context.HoursThisWeek, context.DaysInARow, c.Moment(state.OpenedAt).FromToday == 0)) : null,
                context.Incident ? new(t.FactIncident, t.IncidentInShift) : null,
            ]),
            c.Read(state.Note) is { } note ? new TextBlock(t.SharedNote(c.Named(state.Subject), note)) : null,
        ];
    }

    /// <summary>Those whom the present step asks.</summary>
    private static IEnumerable<string> AskedNow(Escalation state) => state.AskedNow.Select(a => a.Person);

    /// <summary>Those whom the present step asks, with their role; the former owner of a reopened case is asked by name.</summary>
    private static string WhoIsAsked(Escalation state, CardContext c)
    {
        var names = c.Texts.Names(AskedNow(state).Select(c.Named));
        return state.Step >= 0 && state.Step < state.Chain.Length ? c.Texts.WithRole(names, c.Texts.Role(state.Chain[state.Step].Role)) : names;
    }

    /// <summary>Who comes next, with the role in which they are asked.</summary>
    private static string? WhoIsNext(Escalation state, EscalationView view, CardContext c)
    {
        if (view.Next is not { } next)
            return null;
        var name = c.Named(next).ToString();
        return view.NextRole is { } role ? c.Texts.WithRole(name, c.Texts.Role(role)) : name;
    }

    /// <summary>What the owner did, and the line to the person if this reader may read it.</summary>
    private static string WhatWasDone(Done? done, Words? note, CardContext c)
    {
        var did = done ?? Done.Other;
        return c.Read(note) is { } words ? c.Texts.DidWith(did, words) : c.Texts.Did(did);
    }
}
