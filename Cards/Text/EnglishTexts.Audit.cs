using CheckInBot.Dialogs.Audits;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string AlarmSpoken => "Something about cases has come to a stop, please see the card.";

    public override string AlarmSummary => "The program needs you to look at something";

    public override string Standing(int cases) => cases == 1 ? "▲ 1 case has come to a stop" : $"▲ {cases} cases have come to a stop";

    public override string Trouble(Trouble trouble, Moment? due) => (trouble, due) switch
    {
        (Dialogs.Audits.Trouble.Overdue, { } at) => $"the next step was due {When(at)} and did not come",
        (Dialogs.Audits.Trouble.Unreadable, _) => "the record cannot be read",
        _ => "no next step",
    };

    public override string NotArriving => "▲ Something does not arrive";

    public override string Stuck(Stuck kind, int count) => (kind, count) switch
    {
        (Dialogs.Audits.Stuck.Opening, 1) => "1 request for somebody has not been passed on yet",
        (Dialogs.Audits.Stuck.Opening, _) => $"{count} requests for somebody have not been passed on yet",
        (Dialogs.Audits.Stuck.Card, 1) => "1 card has not reached its reader",
        (Dialogs.Audits.Stuck.Card, _) => $"{count} cards have not reached their readers",
        (Dialogs.Audits.Stuck.Deletion, 1) => "Somebody's data should be deleted, and after a day it is not done",
        (Dialogs.Audits.Stuck.Deletion, _) => $"The data of {count} people should be deleted, and after a day it is not done",
        (_, 1) => "1 change has not been passed on yet",
        _ => $"{count} changes have not been passed on yet",
    };

    public override string NotDeleted => "A deletion does not come to its end";

    public override string LogThenRestart => "Please look at the program's log, then restart it. Nobody is waiting for help here.";

    public override string SomethingParked => "▲ Something was put aside";

    public override string Parked(int count) => count == 1
        ? "1 record failed again and again and was put aside. The log says why; after a restart it is tried once more."
        : $"{count} records failed again and again and were put aside. The log says why; after a restart they are tried once more.";

    public override string AndMore(int cases) => $"And {cases} more.";

    public override string Unnumbered(int count, bool alone) => (alone, count) switch
    {
        (true, 1) => "Its number is not on this card.",
        (true, _) => "Their numbers are not on this card.",
        (_, 1) => "1 more, whose number is not on this card.",
        _ => $"{count} more, whose numbers are not on this card.",
    };

    public override string SomebodyWaits => "Somebody may still be waiting. I cannot move these on by myself.";

    public override string WhatToDo =>
        "Please do two things now: ask the duty leaders, the hall leader and the counsellors by number whether they are on it; look at the program's log, then restart it.";

    public override string WhatToDoWithoutNumbers =>
        "Please do two things now: ask the duty leaders, the hall leader and the counsellors to look after their people themselves until this is settled; look at the program's log, then restart it.";

    public override string NotWhoNotWhy => "Who asked, and why, is not on this card.";

    public override string MovingAgain => "✓ Everything moves again";

    public override string MovingAgainLine => "There is nothing more to do.";
}
