namespace CheckInBot.Cards;

/// <summary>Somebody's own account, and how they are afterwards.</summary>
public abstract partial class Texts
{
    public abstract string StatementSpoken { get; }

    public abstract string StatementHeading { get; }

    public abstract string ReportedByColleague(PlainText reporter);

    public abstract string StatementPrivate { get; }

    public abstract string StatementLabel { get; }

    public abstract string StatementPlaceholder { get; }

    public abstract string StatementEmpty { get; }

    public abstract string StatementFreezes { get; }

    public abstract string StatementTime(Moment limit);

    public abstract string KeepStatement { get; }

    public abstract string SignStatement { get; }

    public abstract string RatherNot { get; }

    public abstract string StatementDeclined { get; }

    public abstract string StatementDeclinedLine { get; }

    public abstract string WriteAfterAll { get; }

    public abstract string StatementNotNeeded { get; }

    public abstract string StatementNotNeededLine { get; }

    public abstract string BandSigned(Moment at);

    public abstract string YourAccount { get; }

    public abstract string AddedAt(Moment at);

    public abstract string AddendumLabel { get; }

    public abstract string AddToStatement { get; }

    public abstract string NoMoreAddenda { get; }

    public abstract string SignedSees { get; }

    public abstract string SignedRestricted { get; }

    public abstract string WordsNotHere { get; }

    public abstract string HowAreYouNow { get; }

    /// <summary>Which event a question how the person is belongs to: its number and day, and nothing of what happened.</summary>
    /// <param name="byColleague">A colleague reported it.</param>
    public abstract string AsksAfter(string number, Moment day, bool byColleague);

    public abstract string NotAllRightMeans(string role);

    public abstract string AllRight { get; }

    public abstract string NotAllRight { get; }

    public abstract string StopAsking { get; }

    public abstract string AskMeAgain { get; }

    public abstract string VisitsOff { get; }

    public abstract string VisitsOffLine { get; }

    public abstract string GladToHear { get; }

    public abstract string NotAllRightAfterAll { get; }

    public abstract string ThankYouForSaying { get; }

    public abstract string SomebodyIsAskedNow(string role);

    public abstract string AskAgainOn(Moment at);

    public abstract string WasTheLast { get; }

    /// <summary>The headline of a case that came of "how are you now?"; it tells nothing of what had happened.</summary>
    public abstract string IsNotAllRight(PlainText name);
}
