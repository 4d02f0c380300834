using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string MineSpoken => "There is news about what you asked. Please see the card.";

    public override string IsAsked(Origin origin, string who) => origin == Origin.PersonNow
        ? $"I have asked {who} to get in touch now"
        : $"I have asked {who} to look in on you";

    public override string IsAskedAgain(Origin origin, string who) => origin == Origin.PersonNow
        ? $"I have asked {who} once more to get in touch now"
        : $"I have asked {who} once more";

    public override string WillAsk(Moment at, string? who) => who is null
        ? $"I look for someone {When(at)}"
        : $"I ask {who} {When(at)} to look in on you";

    public override string WillSee => "Whoever I ask will see these words and no others:";

    public override string OffWork => $"Whoever I could ask is off work now. If it cannot wait, tap \"{PersonNow}\".";

    public override string SentTo(string who, Moment at) => $"Sent to {who} {When(at)}. These words and no others:";

    public override string OwnerSees(PlainText owner) => $"{owner} sees these words and no others:";

    public override string ThenNext(Moment until, string? next) => next is null
        ? $"If nobody takes it by {Time(until)}, I tell you, with phone numbers."
        : $"If nobody takes it by {Time(until)}, I ask {next}, and tell you.";

    public override string ThenAgain(Moment until, string next) => $"If nobody takes it by {Time(until)}, I ask {next} once more, and tell you.";

    public override string WhileWaiting(Origin origin) => origin == Origin.PersonNow
        ? "While you wait, you can call the numbers above at any time."
        : "Nothing for you to do now.";

    public override string AskedBefore(string who) => $"Asked before: {who}";

    public override string AskedAt(PlainText name, Moment at) => $"{name} ({Time(at)})";

    public override string MayLower => "If you change your answers, someone is still asked to look in once.";

    public override string WasLowered => "You changed your answers; someone is still asked to look in once.";

    public override string CounsellorInstead(Route now) => "Counsellor instead";

    public override string LeaderPlease => "Duty leader";

    public override string AskAgain(Route route) => route switch
    {
        Route.Leader => "Leaders again",
        Route.Counsellor => "Counsellors again",
        Route.Buddy => "Buddies again",
        _ => "Ask again",
    };

    public override string HasIt(Origin origin, PlainText owner) => origin == Origin.PersonNow
        ? $"{owner} has it and will get in touch"
        : $"{owner} has it and will look in";

    public override string AfterTaken => "When it is done, I ask you whether it helped.";

    public override string ThenReminded(Moment until, PlainText owner) => $"Without a result by {Time(until)}, I remind {owner}.";

    public override string WasReminded(PlainText owner) => $"I have reminded {owner}.";

    public override string ThenOnwards(Moment until, string? next) => next is null
        ? $"Without a result by {Time(until)}, I tell you, with phone numbers."
        : $"Without a result by {Time(until)}, I ask {next}, and tell you.";

    public override string ThenOnwardsAgain(Moment until, string next) => $"Without a result by {Time(until)}, I ask {next} once more, and tell you.";

    public override string OfferedOn(PlainText owner, PlainText to) =>
        $"{owner} has asked {to} to take over; it stays with {owner} until {to} accepts.";

    public override string SaysDone(PlainText owner, Moment at) => $"{owner} says it is done, {Time(at)}";

    public override string IAskYou(Moment at) => $"I ask you {When(at)} whether it helped. You decide whether it is settled.";

    public override string IAskYouNow => "Another card asks you whether it helped.";

    public override string MineClosed => "This is closed";

    public override string YouSaidHelped => "You said it helped.";

    public override string NoVisitAnswer =>
        "I asked whether it helped and got no answer, so I leave it. If it is not settled, tap \"Not yet\" on that card.";

    public override string NobodyAnswered => "Nobody could take it this time";

    public override string NotYourFault(string who) => $"I asked {who}. It is not because of you.";

    public override string NobodyToAsk => "I found nobody to ask this time. It is not because of you.";

    public override string WhatNow => "You can call the numbers above now, or let me ask someone else.";

    public override string NewsAsked(Origin origin, string who, Moment until) =>
        $"{IsAsked(origin, who)}. They have until {Time(until)}.";

    public override string NewsAskedNext(Moment since, string who, Moment until) =>
        $"No result by {Time(since)}, so I also asked {who}. They have until {Time(until)}.";

    public override string NewsAskedAgain(Moment since, string who, Moment until) =>
        $"No result by {Time(since)}, so I have asked {who} once more. They have until {Time(until)}.";

    public override string NewsUnanswered(string emergency) =>
        $"Nobody could take it this time. Phone numbers and other ways are on the other card; life in danger: call {emergency}.";

    public override string NewsTaken(Origin origin, PlainText owner, Moment at) => $"{HasIt(origin, owner)} ({Time(at)}).";

    public override string NewsDone(PlainText owner, Moment at, string did) => $"{owner} says it is done ({Time(at)}): {did}.";

    public override string VisitSpoken => "A short question for you. Please see the card.";

    public override string DidItHelp(Moment resolved) => $"About {Date(resolved)}: did it help?";

    public override string WhoAndWhen(PlainText owner, Moment at) => $"{owner}, {Time(at)}";

    public override string YouDecide =>
        "You decide whether it is settled. \"Not yet\" reopens it with its history; you need not tell it again.";

    public override string Helped => "It helped";

    public override string NotYet => "Not yet";

    public override string OtherPerson(Route now) => now == Route.Counsellor ? "Duty leader" : "Counsellor";

    public override string VisitHelped => "Good, saved";

    public override string VisitHelpedLine(PlainText owner) =>
        $"You said it helped; {owner} will see that. If it comes back, tap \"Not yet\".";

    public override string VisitRested => "No answer is fine";

    public override string VisitRestedLine => "I leave it for now. If it is not settled, tap \"Not yet\".";

    public override string VisitReopened => "It is open again";

    public override string VisitReopenedLine(string who, Moment until) =>
        $"I have asked {who}, with the history: you need not tell it again. They have until {Time(until)}. The other card says how it goes.";

    public override string VisitNobody => "The other card has phone numbers, and who else I can ask.";

    public override string VisitTaken(PlainText owner) => $"{owner} has it. The other card says how it goes.";
}
