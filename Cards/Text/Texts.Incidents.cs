using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

/// <summary>A report of a hostile visitor, for the reporter.</summary>
public abstract partial class Texts
{
    public abstract string ReportSpoken { get; }

    public abstract string ReportSummary { get; }

    public abstract string ReportedSpoken { get; }

    public abstract string ReportHeading { get; }

    public abstract string ReportAdding { get; }

    /// <summary>Where and about when, as a short line.</summary>
    public abstract string AboutEvent(string? post, Moment at);

    public abstract string ReportIntro(string about);

    public abstract string ReportMisses(string open);

    public abstract string Miss(Missing missing);

    public abstract string KindsLabel { get; }

    public abstract string MoreKindsLabel { get; }

    public abstract string InjuriesLabel { get; }

    public abstract string OverLabel { get; }

    public abstract string Over(bool over);

    public abstract string ForLabel { get; }

    public abstract string ForWhom(ReportedFor reportedFor);

    public abstract string WhichColleague { get; }

    public abstract string OnlyForColleague { get; }

    /// <summary>The lists of names hold as many as fit on a card: a name in the words counts as much.</summary>
    public abstract string NotEverybodyFits { get; }

    public abstract string SeverityLabel { get; }

    public abstract string SeverityPlaceholder { get; }

    public abstract string Severity(int severity);

    /// <summary>Without the words of its step: those of a restricted kind would make less of it.</summary>
    public abstract string SeverityAlone(int severity);

    public abstract string PlaceLabel { get; }

    /// <summary>Stands on the card of a report that is not over; a draft for professional review.</summary>
    public abstract string NotOverYet(string emergency);

    /// <summary>The button below <see cref="NotOverYet"/>.</summary>
    public abstract string CallPeople { get; }

    public abstract string MoreReport { get; }

    public abstract string LessReport { get; }

    public abstract string MorePeople { get; }

    public abstract string LessPeople { get; }

    public abstract string PostLabel { get; }

    public abstract string DayLabel { get; }

    /// <summary>Said by the client where a day to come is chosen.</summary>
    public abstract string DayNotYet { get; }

    public abstract string TimeLabel { get; }

    public abstract string TriggerLabel { get; }

    public abstract string PerpetratorLabel { get; }

    public abstract string WeaponLabel { get; }

    public abstract string CircumstancesLabel { get; }

    public abstract string ActionsLabel { get; }

    public abstract string DescriptionLabel { get; }

    public abstract string DescriptionPlaceholder { get; }

    public abstract string WitnessesLabel { get; }

    public abstract string AvoidLabel { get; }

    public abstract string SupportLabel { get; }

    public abstract string PoliceLabel { get; }

    public abstract string EnoughForNow { get; }

    public abstract string ReviewWillSee { get; }

    public abstract string ReviewSees { get; }

    public abstract string RestrictedSees { get; }

    public abstract string ReportNow { get; }

    public abstract string KeepForLater { get; }

    public abstract string ReportBegun { get; }

    public abstract string ReportKept { get; }

    public abstract string ReportKeptLine { get; }

    public abstract string GoOn { get; }

    public abstract string ThrowAway { get; }

    public abstract string ReportDiscarded { get; }

    public abstract string ReportWhenever { get; }

    public abstract string BandReported(Moment at);

    public abstract string ReportedHeading { get; }

    public abstract string LateIsFine { get; }

    public abstract string FactWhenWhere { get; }

    public abstract string PostAndTime(string? post, string place, Moment at);

    public abstract string FactKinds { get; }

    public abstract string FactHurt { get; }

    public abstract string FactSeverity { get; }

    public abstract string FactAffected { get; }

    public abstract string FactDescription { get; }

    public abstract string DescriptionKept { get; }

    public abstract string AddOrChange { get; }

    public abstract string ReviewedBy(PlainText? who, Moment due, bool provisional);

    public abstract string ReviewComes { get; }

    public abstract string WasReplied(Moment at);

    public abstract string ColleagueIsAsked(string names);

    public abstract string AccountIsYours { get; }

    public abstract string YourAccountIsThere { get; }

    public abstract string ReplySpoken { get; }

    public abstract string BandReplied(Moment at);

    public abstract string ReplyHeading { get; }

    public abstract string ReplyFrom(PlainText who, PlainText words);

    public abstract string ReplyWithoutWords(PlainText who);

    public abstract string ReplyNext { get; }

    public abstract string ReportBelow { get; }

    public abstract string ReportThis { get; }

    public abstract string CanReport { get; }

    /// <summary>The first question of a check-in after an incident that was reported.</summary>
    public abstract string AfterIncident(PlainText you);

    public abstract string AfterIncidentLine { get; }

    public abstract string FactIncident { get; }

    public abstract string IncidentInShift { get; }

    public abstract string KeptReports { get; }

    public abstract string ReportsCount(int count);

    public abstract string KeptAccounts { get; }

    public abstract string AccountsCount(int count);

    public abstract string DeletedDrafts(int count);

    /// <summary>Why what was sent or signed stays (Cal. Labor Code 6401.9(f): records of violent incidents are kept 5 years).</summary>
    /// <param name="days">How long the organisation keeps them (<see cref="Dialogs.People.RetentionPolicy.Incidents"/>).</param>
    public abstract string HandedRemains(string numbers, int days);
}
