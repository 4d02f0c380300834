namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string StatementSpoken => "A card for you to write on, no hurry.";

    public override string StatementHeading => "Your own account";

    public override string ReportedByColleague(PlainText reporter) => $"{reporter} reported it for you. Whether you add your own account is up to you.";

    public override string StatementPrivate => "Until you sign, only you see it. Write it in several goes, or not at all.";

    public override string StatementLabel => "What happened";

    public override string StatementPlaceholder => "As you remember it, up to 3000 characters.";

    public override string StatementEmpty => "There are no words yet. Write something before you sign.";

    public override string StatementFreezes => "Once signed it goes to whoever reviews it, and nobody can change it, you neither; you can add to it.";

    public override string StatementTime(Moment limit) => $"No hurry. By {DayWord(limit)} it is there in time for the review; later is fine too.";

    public override string KeepStatement => "Keep it";

    public override string SignStatement => "Sign";

    public override string RatherNot => "Rather not";

    public override string StatementDeclined => "All right, no account";

    public override string StatementDeclinedLine => "I will not bring it up again. What you wrote is kept for you alone; to write after all, tap below.";

    public override string WriteAfterAll => "Write after all";

    public override string StatementNotNeeded => "This was corrected";

    public override string StatementNotNeededLine => "The report named the wrong person; it is not about you. Sorry to have bothered you.";

    public override string BandSigned(Moment at) => $"✓ Signed · {Time(at)}";

    public override string YourAccount => "Your signed account";

    public override string AddedAt(Moment at) => $"Added {When(at)}";

    public override string AddendumLabel => "To add (up to 800 characters)";

    public override string AddToStatement => "Add it";

    public override string NoMoreAddenda => "Six additions are there. If there is more, tell whoever reviews it.";

    public override string SignedSees => "Only you and whoever reviews it see this.";

    public override string SignedRestricted => "Only you and one named handler see this.";

    public override string WordsNotHere => "(These words cannot be opened just now)";

    public override string HowAreYouNow => "After what happened: are you all right now?";

    public override string AsksAfter(string number, Moment day, bool byColleague) =>
        $"About {number} of {DayWord(day)}, {(byColleague ? "which a colleague reported for you" : "which you reported")}. Nothing has to be told again.";

    public override string NotAllRightMeans(string role) => $"If you tap \"Not all right\", I ask a {role} to look in on you. No answer has any effect on your work.";

    public override string AllRight => "All right";

    public override string NotAllRight => "Not all right";

    public override string StopAsking => "Stop asking";

    public override string AskMeAgain => "Ask me again";

    public override string VisitsOff => "All right, I stop asking";

    public override string VisitsOffLine => "If you want someone, the button below is always there.";

    public override string GladToHear => "Good, noted";

    public override string NotAllRightAfterAll => "Not all right after all";

    public override string ThankYouForSaying => "Thank you for saying so";

    public override string SomebodyIsAskedNow(string role) => $"I am asking a {role} to look in on you; another card says how it goes.";

    public override string AskAgainOn(Moment at) => $"I ask once more on {DayWord(at)}, one question only.";

    public override string WasTheLast => "That was the last of these questions.";

    public override string IsNotAllRight(PlainText name) => $"{name} is not all right just now and asks for someone to look in";
}
