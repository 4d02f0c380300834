using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string FindingLabel => "What was found";

    public override string Finding(Finding finding) => finding switch
    {
        Dialogs.Incidents.Finding.Unprovoked => "Without cause from our side",
        Dialogs.Incidents.Finding.ServiceIssue => "Our service played a part",
        Dialogs.Incidents.Finding.ProcessIssue => "Our process played a part",
        Dialogs.Incidents.Finding.Mixed => "Causes on both sides",
        _ => "It did not happen",
    };

    public override string CausesLabel => "Causes (only the reviewer reads this)";

    public override string CausesPlaceholder => "e.g. the list of papers was unclear, so they came three times";

    public override string MeasureLabel => "What is decided about the visitor";

    public override string Measure(VisitorMeasure measure) => measure switch
    {
        VisitorMeasure.None => "Nothing",
        VisitorMeasure.Explained => "It was explained",
        VisitorMeasure.VerbalWarning => "Spoken warning",
        VisitorMeasure.WrittenWarning => "Written warning",
        VisitorMeasure.Restricted => "Served at certain places or times",
        _ => "With the police",
    };

    public override string MeasureOnLabel => "When to look at it again (for warnings, limits and police)";

    public override string InDays(int days, Moment day) => days == 1 ? $"In 1 day, {DayWord(day)}" : $"In {days} days, {DayWord(day)}";

    public override string FindingNext => "After this come the steps to take, then the reply to the reporter. You can change it until the reply is sent.";

    public override string RecordFinding => "Record this";

    public override string ChangeFinding => "Change the finding";

    public override string FactFinding => "Finding";

    public override string FactCauses => "Causes";

    public override string FactMeasure => "Visitor";

    public override string MeasureUntil(string measure, Moment day) => $"{measure}; look again {DayWord(day)}";

    public override string MeasureAgain(Moment day) => $"I remind you {OnDay(day)} to look again at what was decided about the visitor.";

    public override string FactNoStep => "No step, because";

    public override string FactReply => "Reply";

    public override string ReplySent(Moment at, PlainText words) => $"{Time(at)}: \"{words}\"";

    public override string KeptFiveYears => "This record is kept for at least five years.";

    public override string StepLine(int number, PlainText action, PlainText? owner, string status) =>
        owner is { } who ? $"Step {number}, {who}: \"{action}\" {status}" : $"Step {number}: \"{action}\" {status}";

    public override string StepOpen(Moment day) => $"Due {DayWord(day)}.";

    public override string StepLate(Moment day) => $"Was due {DayWord(day)} and is not done.";

    public override string StepDone(Moment at) => $"Said to be done {When(at)}. Please look whether it is.";

    public override string StepChecked(Moment at) => $"Checked {When(at)}: done.";

    public override string StepIsDone => "Checked, it is done";

    public override string StepNotYet => "Not yet";

    public override string StillOpen(string open) => $"Still to come: {open}.";

    public override string OpenReply => "the reply to the reporter";

    public override string OpenSteps => "a step to take, or why none is needed";

    public override string OpenChecks => "checking that the steps are done";

    public override string ReplyNow => "Reply";

    public override string ReplyLabel => "To the reporter: what was found, what was done";

    public override string ReplyPlaceholder => "e.g. a screen was put in, and from tomorrow security stands in the hall";

    public override string ReplyOnce => "They will read these words and your name. It can be sent once.";

    public override string SendReply => "Send the reply";

    public override string AddStep => "Add a step";

    public override string StepLabel => "What is to be done (the owner reads this)";

    public override string StepPlaceholder => "e.g. put an alarm button at window 3";

    public override string StepOwner => "Who does it";

    public override string StepDue => "Done by";

    public override string StepHazardLabel => "Serious hazard";

    public override string StepHazard(int days) => $"This is a serious hazard: {days} days at most";

    public override string StepMeans => "The owner sees this line and the date, not what happened. You look whether it is done, so it cannot be you.";

    public override string StepMeansAlone => "Nobody else may see this, so it stays with you, and you note it when it is done.";

    public override string AddThisStep => "Add it";

    public override string NoStep => "No step needed";

    public override string NoStepLabel => "Why no step is needed";

    public override string RecordReason => "Record the reason";

    public override string BandStepOpen(Moment day) => $"○ To do · by {DayWord(day)}";

    public override string BandStepLate(Moment day) => $"○ Late · was due {DayWord(day)}";

    public override string BandStepDone(Moment at) => $"● Waits to be checked · since {Time(at)}";

    public override string BandStepChecked(Moment at) => $"✓ Done · {Time(at)}";

    public override string StepIsYours => "Something to do, please";

    public override string Quoted(PlainText words) => $"\"{words}\"";

    public override string StepOwnerNext => "Tap when it is done. The reviewer then looks whether it is.";

    public override string StepWaitsForCheck => "Noted. The reviewer will look at it.";

    public override string StepThanks => "It was checked and is done. Thank you.";

    public override string WhatHappenedIsNotHere => "What happened, and to whom, is not on this card.";

    public override string BandReplyMissed(Moment due) => $"○ A reply is late · was due {Time(due)}";

    public override string BandReplySent(Moment at) => $"✓ Replied · {Time(at)}";

    public override string ReplyMissed(Moment due) => $"A colleague who reported something was to hear back by {Time(due)}, and has not.";

    public override string SpeakWithReviewer(PlainText reviewer) => $"{reviewer} has the review. Please ask whether there is time for it.";

    public override string NobodyReviews => "Nobody has taken the review yet. Please look at the roster.";

    public override string ReporterHasReply => "The reply is written and on its way. Nothing more for you to do.";

    public override string ReplyDoesNotReach(string names) => $"The card with your reply does not reach {names}. Please tell them yourself what was done.";

    public override string ReviewLacks(ReviewLack lack) => lack switch
    {
        ReviewLack.Statement => "This finding waits until the person concerned has signed their own statement, so that they are heard first. Any other finding can be recorded now. Nothing has changed.",
        ReviewLack.Finding => "One thing is missing: what was found. Choose one, then tap \"Record this\".",
        ReviewLack.Causes => "One thing is missing: the causes. A line is enough, then tap \"Record this\".",
        ReviewLack.MeasureDate => "One thing is missing: when to look again at what was decided about the visitor. Choose a day, then tap \"Record this\".",
        ReviewLack.Step => "The step was not added. It needs what is to be done, who does it, and by when.",
        ReviewLack.OtherOwner => "Please choose somebody else for this step. Nothing has changed.",
        ReviewLack.Reason => "The reason is missing. Write a line on why no step is needed, then tap \"Record the reason\".",
        ReviewLack.StepsStand => "There are steps already, so no reason is needed.",
        ReviewLack.TooManySteps => "There are ten steps already. Please finish these first.",
        ReviewLack.Reply => "The reply is empty. Write a few words on what was found and done, then send it.",
        ReviewLack.FindingFirst => "Record the finding first; the steps and the reply come after it. Nothing has changed.",
        _ => "They cannot take it now. Please choose somebody else. It stays yours.",
    };

    /// <summary>As an answer to "when?" of a day: "tomorrow", "on Tue 24 Nov".</summary>
    private string OnDay(Moment day) => day.FromToday is -1 or 0 or 1 ? DayWord(day) : $"on {DayWord(day)}";
}
