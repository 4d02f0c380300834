using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string HelperSpoken => "Hello, I am CheckInBot, a program. This card says what reaches you.";

    public override string WhatIDoForOthers =>
        "I am a program, not a person and not an alarm. I ask people at the counters how their shift was; when someone wants a person, I ask one and follow up until it is settled.";

    public override string WhatReachesYou => "What reaches you";

    public override string RowReceives => "You get";

    public override string RowReceivesWhat(Role role, string seen) => role switch
    {
        Dialogs.People.Role.Leader => $"While you are on duty, a card when someone had a hard day and agreed. It says: {seen}.",
        Dialogs.People.Role.HallLeader => $"The card that no duty leader took. It says: {seen}.",
        Dialogs.People.Role.Counsellor => $"A card when someone asks for a counsellor. It says: {seen}. When someone wants to talk now: only who and post at first.",
        _ => $"When nobody answers or it is stuck: {seen}. Not who, not why.",
    };

    public override string ReceivesNothing => "Nothing yet. Before I ask anything of you, I tell you.";

    public override string RowCalled => "A call";

    public override string RowCalledWhat(string seen) => $"A colleague sends \"sos\": a card with their name, {seen}. If you can, tap \"{IAmGoing}\".";

    public override string RowReviews => "A report";

    public override string RowReviewsWhat => "If you had no part in it, I may ask you to review one: where, when, what kind. Names and words come once you take it.";

    public override string RowSteps => "A step";

    public override string RowStepsWhat => "After a review, something to do: that line and its date, not what happened.";

    public override string RowHidden => "You never get";

    public override string RowTaken => "Once taken";

    public override string RowTakenMeans => "It is yours until it is settled; the person says whether it helped";

    public override string RowCannot => "If you cannot";

    public override string RowCannotMeans => "Leave it; at the time on the card I ask the next one";

    public override string RowYourself => "You yourself";

    public override string RowYourselfMeans => "I do not ask you at the end of a shift. To tell me how it was, type \"check in\"; for a person, tap below";
}
