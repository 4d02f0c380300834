using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Audits;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What the administrators are told about what stands still, or whose cards and signals are stuck.</summary>
public static class AuditCards
{
    /// <summary>Case numbers that fit on one screen; the log has the count.</summary>
    private const int Most = 12;

    public static CardMessage Alarm(Audit state, CardContext c)
    {
        var t = c.Texts;
        if (state is { IsWell: true, Unreachable: > 0 })
            return Card(c, t.UnreachableSpoken, t.AlarmSummary, Band(ContainerStyle.Attention, t.AskedInVain(state.Unreachable)), Line(t.GoesOnWithoutThem(Instead(state, t))), Line(t.AskForTheList));
        if (state.IsWell)
            return Card(c, t.MovingAgain, t.AlarmSummary, Band(ContainerStyle.Good, t.MovingAgain), Line(t.MovingAgainLine));
        if (state is { Standing: 0, Parked: 0, Unreachable: 0, Stuck: [{ Kind: Stuck.Deletion } late] })
            return Card(c, t.NotDeleted, t.AlarmSummary, Band(ContainerStyle.Attention, $"▲ {t.NotDeleted}"), Line(t.Stuck(late.Kind, late.Count)), Line(t.LogThenRestart));
        return Card(
            c,
            t.AlarmSpoken,
            t.AlarmSummary,
            [
                Band(ContainerStyle.Attention, state.Standing > 0 ? t.Standing(state.Standing) : state.Stuck.IsEmpty ? t.SomethingParked : t.NotArriving),
                .. state.Stalled.Take(Most).Select(s => Line($"**{s.Number}** · {t.Trouble(s.Trouble, s.DueAt is { } due ? c.Moment(due) : null)}")),
                state.Stalled.Length > Most ? Quiet(t.AndMore(state.Stalled.Length - Most)) : null,
                state.Unnumbered > 0 ? Line(t.Unnumbered(state.Unnumbered, state.Stalled.IsEmpty)) : null,
                .. state.Stuck.Select(s => Line(t.Stuck(s.Kind, s.Count))),
                state.Parked > 0 ? Line(t.Parked(state.Parked)) : null,
                Line(t.SomebodyWaits),
                Line(state.Stalled.IsEmpty ? t.WhatToDoWithoutNumbers : t.WhatToDo),
                state.Unreachable > 0 ? Line(t.AlsoInVain(state.Unreachable)) : null,
                state.Unreachable > 0 && Instead(state, t) is { } roles ? Line(t.AskedInstead(roles)) : null,
                Quiet(t.NotWhoNotWhy),
            ]);
    }

    private static string? Instead(Audit state, Texts t) => state.Instead.IsEmpty ? null : t.Listed(state.Instead.Select(t.Role));
}
