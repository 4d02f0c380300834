namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string BandNobody => "○ Waits for someone who is not involved";

    public override string NobodyHeading => "Nobody at the office can take it just now";

    public override string NobodyLine(bool unwanted) =>
        $"Only a few named people may handle a report like this. Each of them {(unwanted ? "is someone you did not want, has a part in it" : "has a part in it")} or cannot be reached, so I do not show it to anyone. It stays as you sent it. I keep looking; once someone can take it, this card says so.";

    public override string NobodyIsNotYou => "That is not because of you or of what you wrote.";

    public override string UnwantedStays => $"Whom you do not want is yours to say, and it counts. To change it, tap \"{AddOrChange}\" on the card of your report.";

    public override string WaysRemain => "Outside the office:";

    public override string PoliceNumber => "Police";

    public override string OfferToAlert(string names) =>
        $"If you like, I tell {names} one thing: a confidential report waits for a handler who is not involved. Not who, no number, not what, where or when. Unless you tap, I tell nobody.";

    public override string AlertThem => "Say that a handler is missing";

    public override string TheyKnow(string names) =>
        $"Told: {names}, that a confidential report waits for another handler, and nothing more. Once there is one, it goes on by itself.";

    public override string NobodyToTell => "The administrators have a part in it too or cannot be reached, so I cannot let them know either. The numbers above lead outside.";

    public override string BandSomebody => "● Someone can take it now";

    public override string HandlerIsAsked => "A handler who is not involved is asked now. Who takes it stands here as soon as they do.";

    public override string NobodyCanTakeIt => "Nobody who may handle it is uninvolved and within reach just now. I keep looking; your other card shows which ways remain.";

    public override string NobodyCanReview(bool alerted) =>
        $"Nobody who is not involved could be found yet to review it. {(alerted ? "The administrators know that someone is missing, and I keep looking." : "I keep looking.")}";

    public override string HowItStandsBy(Moment due) => $"By {Date(due)} {due.Clock} this card says what was done, or that it is late.";

    public override string LookedAtAgain(PlainText? who) =>
        who is { } name ? $"As it is confidential, {name} looks at it once more." : "As it is confidential, a named handler is asked to look at it once more.";

    public override string TurnedOutRestricted =>
        "It was closed, and turned out afterwards to be confidential. What was found, replied and done stays. Please look at it once more: add a step if one is missing, and speak with whoever reported it.";

    public override string LookedAtItAgain => "Looked at again: close it";

    public override string ReplyIsLate(PlainText? who, Moment due, bool administrators) => who is { } name
        ? $"{name} reviews it. You were to hear back by {Date(due)} {due.Clock}: that is late. I remind {name} every working day{(administrators ? ", and the administrators know" : "")}."
        : $"You were to hear back by {Date(due)} {due.Clock}: that is late. Nobody has taken it yet; I go on asking{(administrators ? ", and the administrators know" : "")}.";

    public override string StepOut(Dialogs.Incidents.StepOut why, Moment day) => why == Dialogs.Incidents.StepOut.Unreached
        ? $"Due {DayWord(day)}. I cannot reach them with it: please speak with them, and note it here when it is done."
        : $"Due {DayWord(day)}. They can no longer do it: please see to it yourself, and note it here.";

    public override string BandMissing(bool restricted) => restricted ? "○ A handler is missing" : "○ A reviewer is missing";

    public override string SomebodyMissing(bool restricted) => restricted
        ? "A confidential report waits for a handler who is not involved."
        : "A report waits for a reviewer who is not involved. Among the hall leaders, the leaders of other teams and the administrators I find nobody.";

    public override string NameSomebody(bool restricted) => restricted
        ? "Please name one more handler in policy.json (incident.handler), someone from another part of the organisation, and restart me. It then goes on by itself."
        : "Please give one more person such a role in people.csv and restart me. It then goes on by itself.";

    public override string MissingIsNotWhat => "Whose it is and what it is about is not here. Please do not try to find out.";
}
