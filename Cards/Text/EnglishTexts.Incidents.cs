using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string ReportSpoken => "The card of a report. Please see it.";

    public override string ReportSummary => "A report";

    public override string ReportedSpoken => "Your report is sent. Please see the card.";

    public override string ReportHeading => "What happened";

    public override string ReportAdding => "Add to your report";

    public override string AboutEvent(string? post, Moment at) => $"{(post is null ? "" : post + " · ")}about {Time(at)}";

    public override string ReportIntro(string about) => $"{Capital(about)}. Fill this in once you are safe; a tap on a button below keeps it.";

    public override string ReportMisses(string open) => $"All kept. Still open: {open}.";

    public override string Miss(Missing missing) => missing switch
    {
        Missing.Kinds => "what they did",
        Missing.Injuries => "whether anyone is hurt",
        Missing.Over => "whether it is over",
        Missing.Colleague => "which colleague",
        _ => "when (it cannot be later than now)",
    };

    public override string KindsLabel => "What they did (more than one is fine)";

    public override string MoreKindsLabel => "Also (rarer)";

    public override string InjuriesLabel => "Anyone hurt?";

    public override string OverLabel => "Is it over?";

    public override string Over(bool over) => over ? "Yes" : "Not yet";

    public override string ForLabel => "To whom";

    public override string ForWhom(ReportedFor reportedFor) => reportedFor switch
    {
        ReportedFor.Self => "Me",
        _ => "A colleague",
    };

    public override string WhichColleague => "Which colleague";

    public override string OnlyForColleague => "Only if it was a colleague";

    public override string NotEverybodyFits => "Not everybody fits in these lists. Write a missing name into your words; a colleague it happened to can report it too.";

    public override string SeverityLabel => "How bad";

    public override string SeverityPlaceholder => "Leave it: it follows from the above";

    public override string Severity(int severity) => severity switch
    {
        1 => "1 rude",
        2 => "2 abusive, or again and again",
        3 => "3 threats, or things thrown",
        4 => "4 hands on someone, or a weapon shown",
        _ => "5 someone hurt, or not over",
    };

    public override string SeverityAlone(int severity) => $"{severity} of 5";

    public override string PlaceLabel => "Where";

    public override string NotOverYet(string emergency) => $"Not over: leave first, go where people are, do not argue. In danger, call {emergency}.";

    public override string CallPeople => "Call people here";

    public override string MoreReport => "More (can come later)";

    public override string LessReport => "Less";

    public override string MorePeople => "Witnesses, who should not review it, what would help";

    public override string LessPeople => "Less";

    public override string PostLabel => "Post";

    public override string DayLabel => "Day";

    public override string DayNotYet => "Choose today or an earlier day.";

    public override string TimeLabel => "About what time";

    public override string TriggerLabel => "It started with";

    public override string PerpetratorLabel => "Who did it";

    public override string WeaponLabel => "What they held";

    public override string CircumstancesLabel => "The circumstances";

    public override string ActionsLabel => "What was done at once";

    public override string DescriptionLabel => "In your words (if you like)";

    public override string DescriptionPlaceholder => "Up to 2000 characters. No need for ID or phone numbers.";

    public override string WitnessesLabel => "Who saw it";

    public override string AvoidLabel => "Who should not review it";

    public override string SupportLabel => "What would help";

    public override string PoliceLabel => "Police case number (if there is one)";

    public override string EnoughForNow => "This is enough for now; you can add to it later. Your account is yours to write; until you have, nobody may call it a matter of attitude.";

    public override string ReviewWillSee => "Once sent, only you and whoever reviews it see it. Sexual harassment goes to one named handler only.";

    public override string ReviewSees => "Only you and whoever reviews it see this.";

    public override string RestrictedSees => "Only one named handler sees this; it is in nobody else's list or count.";

    public override string ReportNow => "Report";

    public override string KeepForLater => "Keep for later";

    public override string ReportBegun => "A report was begun";

    public override string ReportKept => "Your report is kept";

    public override string ReportKeptLine => "It is not sent and nobody has seen it. Go on whenever you like.";

    public override string GoOn => "Go on";

    public override string ThrowAway => "Throw it away";

    public override string ReportDiscarded => "This report was thrown away";

    public override string ReportWhenever => "Nobody saw it. To report something, type \"report\".";

    public override string BandReported(Moment at) => $"✓ Reported · {Time(at)}";

    public override string ReportedHeading => "It is reported. Thank you";

    public override string LateIsFine => "More than a day later is fine; it helps all the same.";

    public override string FactWhenWhere => "When, where";

    public override string PostAndTime(string? post, string place, Moment at) => $"About {Time(at)}, {post ?? LowerFirst(place)}";

    public override string FactKinds => "They did";

    public override string FactHurt => "Hurt";

    public override string FactSeverity => "How bad";

    public override string FactAffected => "To whom";

    public override string FactDescription => "In words";

    public override string DescriptionKept => "written, stored sealed";

    public override string AddOrChange => "Add or change";

    public override string ReviewedBy(PlainText? who, Moment due, bool provisional) => $"{(who is { } name ? $"{name} reviews it" : "Someone to review it is being found")}. You hear what was done by close of business, {Date(due)} {due.Clock}{(provisional ? " (provisional: the list of working days is not out yet)" : "")}.";

    public override string ReviewComes => "Next, someone uninvolved reviews it; within 5 working days you hear what was done.";

    public override string WasReplied(Moment at) => $"The reply came {When(at)}; it is on another card.";

    public override string ColleagueIsAsked(string names) => $"I ask {names} whether they wish to write their own account; they need not.";

    public override string AccountIsYours => "Your own account is on another card, in your own time, if you wish.";

    public override string YourAccountIsThere => "Your own account is signed and handed in.";

    public override string ReplySpoken => "There is a reply about a report. Please see the card.";

    public override string BandReplied(Moment at) => $"✓ Reply · {Time(at)}";

    public override string ReplyHeading => "What was done";

    public override string ReplyFrom(PlainText who, PlainText words) => $"{who}: {words}";

    public override string ReplyWithoutWords(PlainText who) => $"The reply of {who} cannot be opened just now; please ask them.";

    public override string ReplyNext => "If something is unclear, ask whoever wrote it.";

    public override string ReportBelow => "The report is on the new card below.";

    public override string ReportThis => "Report what happened";

    public override string CanReport => "Report what someone did to you or a colleague";

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static string LowerFirst(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";

    public override string AfterIncident(PlainText you) => $"{you}, after what happened: how are you now?";

    public override string AfterIncidentLine => "It is reported; no need to tell it again. Answer as many as you like, or none.";

    public override string FactIncident => "Report";

    public override string IncidentInShift => "there is one; no need to ask about it again";

    public override string KeptReports => "Reports";

    public override string ReportsCount(int count) => count == 1 ? "one" : $"{count}";

    public override string KeptAccounts => "Own accounts";

    public override string AccountsCount(int count) => count == 1 ? "one" : $"{count}";

    public override string DeletedDrafts(int count) => $"Reports not sent, accounts not signed and answers about afterwards are deleted too ({count}).";

    public override string HandedRemains(string numbers, int days) =>
        $"What you sent or signed remains: {numbers}. Such records are kept for {Kept(days)}; only whoever reviews them sees them.";
}
