using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What somebody who is away told: the question until when, the receipt, and that it is over.</summary>
public static class LeaveCards
{
    /// <param name="duties">How many duties the roster has for the person in that time.</param>
    public static CardMessage Of(OwnLeave state, int duties, CardContext c) => state switch
    {
        { Leave: { } leave } => Receipt(c.Day(leave.From), c.Day(leave.To), duties, c),
        { Phase: OwnLeavePhase.Asked } => UntilWhen(c),
        _ => Over(c),
    };

    private static CardMessage UntilWhen(CardContext c)
    {
        var t = c.Texts;
        var today = c.Moment(c.Now).Day;
        return Card(
            c,
            t.UntilWhen,
            t.LeaveSummary,
            Heading(t.UntilWhen),
            Line(t.UntilWhenLine),
            new InputDate(t.LastDay, t.LastDayAway) { Id = "until", Min = Iso(today), Max = Iso(today.AddDays(OwnLeave.MostDaysAhead)) },
            Buttons(Button(t.KeepLeave, new PressLeave(), inputs: true, style: ActionStyle.Positive)),
            Quiet(t.OrTypeLeave),
            PersonRow(c));
    }

    private static CardMessage Receipt(Moment from, Moment to, int duties, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.OnLeave(t.LeaveSpan(from, to)),
            t.LeaveSummary,
            Band(ContainerStyle.Good, $"✓ {t.OnLeave(t.LeaveSpan(from, to))}"),
            Line(t.NobodyAsksYou(from.Day == to.Day)),
            Line(t.NoRequestForLeave),
            duties > 0 ? Line(t.DutiesInLeave(duties)) : null,
            Line(t.HowToEndLeave),
            Buttons(duties > 0 ? Button(t.Button(Command.Swap), new RunCommand(Command.Swap)) : null, Button(t.Button(Command.BackFromLeave), new PressEndLeave())),
            Quiet(t.WhatLeaveKeeps),
            PersonRow(c));
    }

    private static CardMessage Over(CardContext c) => Card(c, c.Texts.LeaveOver, c.Texts.LeaveSummary, Heading(c.Texts.LeaveOver), Line(c.Texts.LeaveOverLine), PersonRow(c));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
