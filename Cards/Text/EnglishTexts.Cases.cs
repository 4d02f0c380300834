using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string AsksForSomebody(PlainText name) => $"{name} had a hard day and asks for someone to look in";

    public override string WantsToTalk(PlainText name) => $"{name} would like to talk to you now";

    public override string FactPost => "Post";

    public override string FactShift => "Shift";

    public override string FactHours => "Hours";

    public override string Span(Moment start, Moment end) => $"{Time(start)}–{end.Clock}";

    public override string PostAndSpan(string post, string span) => $"{post}, {span}";

    public override string Hours(int week, int days, bool today)
    {
        var hours = $"{week} {(today ? "this" : "that")} week";
        return days > 1 ? $"{hours}, {days} days in a row" : hours;
    }

    public override string SharedNote(PlainText name, PlainText note) => $"{name} wrote to whoever looks in: \"{note}\"";

    public override string CaseSpoken => "Something needs you. Please see the card.";

    public override string CaseFollows => "Something has changed. Please see the card.";

    public override string BandOpen(Moment until) => $"○ Not taken yet · by {Time(until)}";

    public override string BandOffered(PlainText owner) => $"○ {owner} asks you to take over";

    public override string BandYours(Moment since) => $"● Yours · since {Time(since)}";

    public override string BandWith(PlainText owner, Moment since) => $"● With {owner} · since {Time(since)}";

    public override string BandDone(Moment at) => $"✓ Done · {Time(at)}";

    public override string BandDoneBy(PlainText owner, Moment at) => $"✓ Done by {owner} · {Time(at)}";

    public override string BandClosed(Moment at) => $"✓ Closed · {Time(at)}";

    public override string BandMoved => "✓ No longer with you";

    public override string BandUnanswered(Moment at) => $"○ Nobody took it · {Time(at)}";

    public override string HowToBegin(Origin origin, string emergency) => origin == Origin.PersonNow
        ? $"**How to begin** Call now, or walk over. Listen first; advice can wait. If life is in danger, call {emergency} with them."
        : "**How to begin** In person or by phone, where nobody overhears. Ask \"is now a good time?\" Do not ask for scores or reasons.";

    public override string TakeMeans(Moment until, string? next) => next is null
        ? $"Once you take it, it is yours until it is settled. If you cannot, leave it: {When(until)} I tell them nobody could, with phone numbers."
        : $"Once you take it, it is yours until it is settled. If you cannot, leave it: {When(until)} I ask {next}.";

    public override string TakeOrBeAsked(Moment until) => $"Once you take it, it is yours until it is settled. If you cannot, leave it: {When(until)} I ask you once more.";

    public override string Take(Origin origin) => origin == Origin.PersonNow ? "I will get in touch" : "I will look in";

    public override string ChangedAfterwards => "The answers were changed afterwards. Please still look in once.";

    public override string PastRound(PlainText owner, Moment at, string? done) => done is null
        ? $"Before: with {owner} until {Time(at)}."
        : $"Before: {owner}, {Time(at)}: {done}.";

    public override string DidNotHelp(PlainText name) => $"{name} says: not settled yet.";

    public override string Did(Done done) => done switch
    {
        Done.Talked => "we talked",
        Done.Break => "arranged a break",
        Done.Post => "changed post or shift",
        _ => "something else",
    };

    public override string DidWith(Done done, PlainText note) => $"{Did(done)}; \"{note}\"";

    public override string DoneLabel => "What was done";

    public override string DoneChoice(Done done) => done switch
    {
        Done.Talked => "We talked",
        Done.Break => "Arranged a break",
        Done.Post => "Changed post or shift",
        _ => "Something else",
    };

    public override string LineFor(PlainText name) => $"A line for {name} ({name} will read it)";

    public override string LinePlaceholder => "e.g. tomorrow morning you are in the back office";

    public override string OwnerNext(PlainText name, Moment until) =>
        $"When it is done, I ask {name} once whether it helped. If it is still open {When(until)}, I remind you.";

    public override string OwnerReminded(Moment until, string? next, PlainText name) => next is null
        ? $"This is still open. Without a result by {Time(until)} I tell {name} that nobody could. If you cannot, hand it over."
        : $"This is still open. Without a result by {Time(until)} I ask {next}. If you cannot, hand it over.";

    public override string OwnerRemindedAgain(Moment until) =>
        $"This is still open. Without a result by {Time(until)} I ask you once more. If you cannot, hand it over.";

    public override string Finished => "Done";

    public override string HandOver => "Hand over";

    public override string ToWhom => "To whom";

    public override string Choose => "Choose";

    public override string StaysYours => "It stays yours until they accept.";

    public override string AskThem => "Ask them";

    public override string OfferOut(PlainText to) => $"{to} is asked to take over; it stays yours until then.";

    public override string OfferMeans(PlainText owner) =>
        $"Once you accept, it is yours until it is settled. If you cannot, leave it; it stays with {owner}.";

    public override string Accept => "I take it over";

    public override string NothingToDo => "Nothing more for you to do. Thank you for being there.";

    public override string DetailsGone => "Shift details are no longer shown once someone has it.";

    public override string FactWho => "Who";

    public override string FactDone => "Done";

    public override string You(PlainText name) => $"{name} (you)";

    public override string VisitToCome(PlainText name, Moment at) =>
        $"I ask {name} {When(at)} whether it helped. If not yet, it comes back to you with its history.";

    public override string VisitIsOut(PlainText name) =>
        $"{name} is being asked whether it helped. If not yet, it comes back to you with its history.";

    public override string ItHelped(PlainText name) => $"{name} says it helped. Thank you for looking in.";

    public override string VisitUnanswered => "I asked whether it helped and got no answer. Nothing more for you to do.";

    public override string NobodyTookIt(PlainText name) =>
        $"{name} was told that nobody could, with phone numbers. If you can now, you may still take it.";

    public override string UnansweredSpoken => "Somebody was asked for and nobody took it. Please see the card.";

    public override string BandAskedAgain(Moment at) => $"○ Asking again · since {Time(at)}";

    public override string BandTakenAfterAll(Moment at) => $"✓ Taken after all · {Time(at)}";

    public override string NobodyOf(string roles, Moment from, Moment until) => $"From {Time(from)} to {Time(until)} nobody took it: {roles}.";

    public override string PersonHasNumbers => "The person was told, with phone numbers.";

    public override string LookAtRoster => "Please check the roster: is anybody there in these roles?";

    public override string NotWhoNorWhy => "Who asked, and why, is not on this card.";
}
