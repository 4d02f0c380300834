using CheckInBot.Dialogs.Absences;

namespace CheckInBot.Cards;

/// <summary>Leave that people tell the bot.</summary>
public abstract partial class Texts
{
    public abstract string CanLeave { get; }

    /// <summary>In a list of chats, where others may look over a shoulder: no day.</summary>
    public abstract string LeaveSummary { get; }

    public abstract string UntilWhen { get; }

    public abstract string UntilWhenLine { get; }

    public abstract string LastDay { get; }

    /// <summary>Said by the client where another day is chosen; <see cref="Dialogs.Absences.OwnLeave.MostDaysAhead"/> is a year.</summary>
    public abstract string LastDayAway { get; }

    public abstract string KeepLeave { get; }

    /// <summary>That it can be typed, also from a later day on.</summary>
    public abstract string OrTypeLeave { get; }

    /// <summary>The days with their weekdays; one day once.</summary>
    public abstract string LeaveSpan(Moment from, Moment to);

    /// <param name="span">From <see cref="LeaveSpan"/>.</param>
    public abstract string OnLeave(string span);

    /// <summary>What does not come in that time, and what stays.</summary>
    public abstract string NobodyAsksYou(bool oneDay);

    public abstract string NoRequestForLeave { get; }

    public abstract string DutiesInLeave(int duties);

    public abstract string HowToEndLeave { get; }

    public abstract string WhatLeaveKeeps { get; }

    public abstract string LeaveOver { get; }

    public abstract string LeaveOverLine { get; }

    public abstract string WhyNot(LeaveGap gap);

    /// <summary>What can be written.</summary>
    public abstract string HowToSayLeave { get; }

    public abstract string ChooseLastDay { get; }

    public abstract string NoLeave { get; }

    public abstract string KeptLeave { get; }
}
