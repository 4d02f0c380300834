using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string HelperSpoken => "Hello, I am CheckInBot, a program. This card says what reaches you.";

    public override string WhatIDoForOthers =>
        "I am a program, not a person and not an alarm. I ask people at the counters how their shift was; when someone wants a person, I ask one and follow up until it is settled.";

    public override string WhatReachesYou => "What reaches you";

    public override string RowReceives => "You get";

    public override string RowReceivesWhat(Role role) => role switch
    {
        Dialogs.People.Role.Leader => "While you are on duty, when someone had a hard day and agreed: a card with who, post, shift, hostile visitors and hours",
        Dialogs.People.Role.HallLeader => "What no duty leader took: the same card, with who, post, shift, hostile visitors and hours",
        Dialogs.People.Role.Counsellor =>
            "When someone asks for a counsellor or wants to talk now: a card with who and post; for a counsellor also shift, hostile visitors and hours",
        _ => "Nothing yet. Before I ask anything of you, I tell you",
    };

    public override string RowHidden => "You never get";

    public override string RowHiddenWhat => "Scores, mood, reasons, and notes not shared with you";

    public override string RowTaken => "Once taken";

    public override string RowTakenMeans => "It is yours until it is settled; the person says whether it helped";

    public override string RowCannot => "If you cannot";

    public override string RowCannotMeans => "Leave it; at the time on the card I ask the next one";

    public override string RowYourself => "You yourself";

    public override string RowYourselfMeans => "I do not ask you at the end of a shift. To tell me how it was, type \"check in\"; for a person, tap below";
}
