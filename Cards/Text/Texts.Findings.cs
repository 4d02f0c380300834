using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

/// <summary>What a review finds, what is done about it, and what the reporter hears.</summary>
public abstract partial class Texts
{
    public abstract string FindingLabel { get; }

    public abstract string Finding(Finding finding);

    public abstract string CausesLabel { get; }

    public abstract string CausesPlaceholder { get; }

    public abstract string MeasureLabel { get; }

    public abstract string Measure(VisitorMeasure measure);

    public abstract string MeasureOnLabel { get; }

    public abstract string InDays(int days, Moment day);

    public abstract string FindingNext { get; }

    public abstract string RecordFinding { get; }

    public abstract string ChangeFinding { get; }

    public abstract string FactFinding { get; }

    public abstract string FactCauses { get; }

    public abstract string FactMeasure { get; }

    public abstract string MeasureUntil(string measure, Moment day);

    public abstract string MeasureAgain(Moment day);

    public abstract string FactNoStep { get; }

    public abstract string FactReply { get; }

    public abstract string ReplySent(Moment at, PlainText words);

    public abstract string KeptFiveYears { get; }

    /// <summary>A corrective action with its owner and how it stands; no owner where nobody else may know.</summary>
    public abstract string StepLine(int number, PlainText action, PlainText? owner, string status);

    public abstract string StepOpen(Moment day);

    public abstract string StepLate(Moment day);

    public abstract string StepDone(Moment at);

    public abstract string StepChecked(Moment at);

    public abstract string StepIsDone { get; }

    public abstract string StepNotYet { get; }

    public abstract string StillOpen(string open);

    public abstract string OpenReply { get; }

    public abstract string OpenSteps { get; }

    public abstract string OpenChecks { get; }

    public abstract string ReplyNow { get; }

    public abstract string ReplyLabel { get; }

    public abstract string ReplyPlaceholder { get; }

    public abstract string ReplyOnce { get; }

    public abstract string SendReply { get; }

    public abstract string AddStep { get; }

    public abstract string StepLabel { get; }

    public abstract string StepPlaceholder { get; }

    public abstract string StepOwner { get; }

    public abstract string StepDue { get; }

    public abstract string StepHazardLabel { get; }

    public abstract string StepHazard(int days);

    public abstract string StepMeans { get; }

    /// <summary>Of a restricted kind.</summary>
    public abstract string StepMeansAlone { get; }

    public abstract string AddThisStep { get; }

    public abstract string NoStep { get; }

    public abstract string NoStepLabel { get; }

    public abstract string RecordReason { get; }

    public abstract string BandStepOpen(Moment day);

    public abstract string BandStepLate(Moment day);

    public abstract string BandStepDone(Moment at);

    public abstract string BandStepChecked(Moment at);

    public abstract string StepIsYours { get; }

    public abstract string Quoted(PlainText words);

    public abstract string StepOwnerNext { get; }

    public abstract string StepWaitsForCheck { get; }

    public abstract string StepThanks { get; }

    public abstract string WhatHappenedIsNotHere { get; }

    public abstract string BandReplyMissed(Moment due);

    public abstract string BandReplySent(Moment at);

    public abstract string ReplyMissed(Moment due);

    public abstract string SpeakWithReviewer(PlainText reviewer);

    public abstract string NobodyReviews { get; }

    public abstract string ReporterHasReply { get; }

    /// <param name="names">Whom the channel does not let it reach.</param>
    public abstract string ReplyDoesNotReach(string names);

    public abstract string ReviewLacks(ReviewLack lack);
}
