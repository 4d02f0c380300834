using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What those see who are called, and the administrator's line.</summary>
public static partial class AlertCards
{
    private static CardMessage Call(Alert state, string reader, AlertView view, CardContext c) => state.Phase switch
    {
        _ when !state.WasCalled(reader) => Card(
            c, c.Texts.AlertFollows, c.Texts.AlertFollows, Band(ContainerStyle.Emphasis, c.Texts.NoLongerCalled), Quiet(c.Texts.DoesNotCall(c.Police))),
        AlertPhase.Calling => Unread(state, view, c),
        AlertPhase.Answered when state.IsGoing(reader) => TakenByMe(state, reader, c),
        AlertPhase.Answered => TakenByOther(state, c),
        AlertPhase.Safe => Over(state, c, ContainerStyle.Good, c.Texts.BandSafe(c.Moment(state.Since)), c.Texts.NoNeedToGo(c.Named(state.ClosedBy ?? state.Person))),
        AlertPhase.Mistaken => Over(state, c, ContainerStyle.Emphasis, c.Texts.BandMistake(c.Moment(state.Since)), c.Texts.WasAMistake(c.Named(state.Person))),
        _ => Over(state, c, ContainerStyle.Emphasis, c.Texts.BandLapsed(c.Moment(state.Since)), c.Texts.NobodyClosed(c.Named(state.Person))),
    };

    private static CardMessage Unread(Alert state, AlertView view, CardContext c)
    {
        var t = c.Texts;
        var spoken = t.NeededSpoken(Where(state), c.Police);
        return Card(
            c,
            spoken,
            spoken,
            [
                Band(ContainerStyle.Attention, t.BandNeeded, c.Exactly(state.CalledAt ?? state.Since)),
                WhoAndWhere(state, c, TextSize.ExtraLarge),
                .. WhatToDo(state, c),
                Quiet(state.SilentSince is null ? t.Sentences([t.CalledNext(view.Policy.WaitOf(state.Step), state.More), t.DoesNotCall(c.Police)]) : t.DoesNotCall(c.Police)),
                Buttons(Button(t.IAmGoing, new TakeSos(state.Key.Reference), style: ActionStyle.Positive)),
            ]);
    }

    private static CardMessage TakenByOther(Alert state, CardContext c)
    {
        var t = c.Texts;
        var first = state.Going[0];
        return Card(
            c,
            t.AlertFollows,
            t.AlertFollows,
            Band(ContainerStyle.Accent, t.OnTheWay(c.Named(first.Person), c.Exactly(first.At))),
            WhoAndWhere(state, c, TextSize.Large),
            Line(t.GoIfClose),
            Line(t.Violence(c.Police)),
            Quiet(t.DoesNotCall(c.Police)),
            Buttons(Button(t.IAmGoingToo, new TakeSos(state.Key.Reference))));
    }

    private static CardMessage TakenByMe(Alert state, string reader, CardContext c)
    {
        var t = c.Texts;
        var others = state.Going.Where(g => g.Person != reader).Select(g => c.Named(g.Person)).ToList();
        return Card(
            c,
            t.AlertFollows,
            t.AlertFollows,
            [
                Band(ContainerStyle.Accent, t.YouGo(c.Exactly(state.Going.First(g => g.Person == reader).At))),
                WhoAndWhere(state, c, TextSize.ExtraLarge),
                others.Count > 0 ? Line(t.OthersGo(t.Names(others))) : null,
                .. WhatToDo(state, c),
                state.Reminded ? Line(t.IsItSafe) : null,
                Quiet(t.DoesNotCall(c.Police)),
                Buttons(Button(t.ItIsSafe, new SafeSos(state.Key.Reference), style: state.Reminded ? ActionStyle.Positive : null)),
            ]);
    }

    private static CardMessage Over(Alert state, CardContext c, ContainerStyle style, string band, string line) => Card(
        c,
        c.Texts.AlertFollows,
        c.Texts.AlertFollows,
        Band(style, band),
        WhoAndWhere(state, c, TextSize.Medium),
        Line(line),
        Quiet(c.Texts.DoesNotCall(c.Police)));

    /// <summary>The number, the times, and whether anybody went; neither who called nor where.</summary>
    private static CardMessage Unclosed(Alert state, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.UnclosedSpoken,
            t.UnclosedSpoken,
            Band(ContainerStyle.Attention, t.BandUnclosed, state.Number),
            Line(t.UnclosedLine(c.Moment(state.RaisedAt ?? state.Since), c.Moment(state.Since), state.Going.Length)),
            Line(t.AskTheLeader),
            Quiet(t.NotWhoNorWhere),
            Quiet(t.NoAlarmSystem(c.Police)),
            PersonRow(c));
    }

    private static TextBlock WhoAndWhere(Alert state, CardContext c, TextSize size) =>
        Heading(Where(state) is { } post ? $"{post} · {c.Named(state.Person)}" : c.Texts.NoPost(c.Named(state.Person)), size);

    private static IEnumerable<TextBlock> WhatToDo(Alert state, CardContext c) =>
        new[] { c.Texts.GoThere, c.Texts.PutSpaceBetween, $"③ {c.Texts.Violence(c.Police)}" }.Select(Line);
}
