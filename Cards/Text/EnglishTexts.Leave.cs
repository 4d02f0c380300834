using CheckInBot.Dialogs.Absences;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string CanLeave => "Say that you are away; nobody asks you then";

    public override string LeaveSummary => "Your leave";

    public override string UntilWhen => "Until when are you on leave?";

    public override string UntilWhenLine => "It starts today; the last day is included.";

    public override string LastDay => "Last day";

    public override string LastDayAway => "Choose today or a later day, at most a year away.";

    public override string KeepLeave => "Save";

    public override string OrTypeLeave => "Or type: on leave until Friday. Later: on leave from Monday until 28 Nov.";

    public override string LeaveSpan(Moment from, Moment to) => from.Day == to.Day ? Date(from) : $"{Date(from)} to {Date(to)}";

    public override string OnLeave(string span) => $"On leave: {span}";

    public override string NobodyAsksYou(bool oneDay) =>
        $"{(oneDay ? "That day" : "Both days included. In that time")} no check-in, swap, cover or call to look in on someone comes to you, and SOS does not call you. What you have taken on already stays yours.";

    public override string NoRequestForLeave => "This is not a request for leave. Duties in the roster stay in your name.";

    public override string DutiesInLeave(int duties) => duties == 1 ? "You have one duty in that time. \"swap\" asks a colleague to take it." : $"You have {duties} duties in that time. \"swap\" asks a colleague to take one.";

    public override string HowToEndLeave => "Back earlier, or other days? Tap below or type \"back from leave\", or type the new days.";

    public override string WhatLeaveKeeps => "I keep these days and no reason; they go when it is over. Others see only in a swap that you are not there that day.";

    public override string LeaveOver => "Your leave is over";

    public override string LeaveOverLine => "From now on you are asked as usual; leave in the roster still counts. I have deleted the days.";

    public override string WhyNot(LeaveGap gap) => gap switch
    {
        LeaveGap.Past => "That day is over.",
        LeaveGap.TooFar => "That is more than a year ahead.",
        LeaveGap.Reversed => "The last day is before the first.",
        _ => "I could not read the days.",
    };

    public override string HowToSayLeave => "You can write: on leave until Friday, on leave until 28 Nov, or on leave from Monday until Friday.";

    public override string ChooseLastDay => "Please choose the last day first.";

    public override string NoLeave => "You have told me of no leave. Leave in the roster is changed by whoever keeps it.";

    public override string KeptLeave => "Leave";
}
