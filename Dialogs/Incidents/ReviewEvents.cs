namespace CheckInBot.Dialogs.Incidents;

/// <summary>What is decided about a visitor, always by a person: NHS trusts' ladder of warnings, with a date on which it is looked at again.</summary>
public enum VisitorMeasure
{
    None,
    Explained,
    VerbalWarning,
    WrittenWarning,

    /// <summary>Served only at certain places or times.</summary>
    Restricted,
    Police,
}

/// <summary>What a press on a review lacks; nothing changed.</summary>
public enum ReviewLack
{
    /// <summary>A finding of "attitude" waits for the statement of the person concerned (seed 000).</summary>
    Statement,
    Finding,
    Causes,

    /// <summary>A warning or a restriction needs the date on which it is looked at again.</summary>
    MeasureDate,

    /// <summary>A step, its owner or its date.</summary>
    Step,

    /// <summary>The owner was chosen who checks it, or somebody whom the report names or avoids.</summary>
    OtherOwner,

    /// <summary>The reason why no step is needed.</summary>
    Reason,

    /// <summary>Steps stand there already: then there is no reason for none.</summary>
    StepsStand,
    TooManySteps,
    Reply,

    /// <summary>The reply says what was found and done, so the finding comes first.</summary>
    FindingFirst,

    /// <summary>Whom it should be handed to is involved, away or not of those who review.</summary>
    Uninvolved,
}

/// <summary>The one asked, who is uninvolved, reviews it.</summary>
public sealed record TakeReview(string By) : PersonEvent(By);

/// <summary>The one asked or the reviewer is too close to it; no reason is asked.</summary>
public sealed record DeclineReview(string By) : PersonEvent(By);

public sealed record HandOverReview(string By, string? To) : PersonEvent(By);

public sealed record AcceptReview(string By) : PersonEvent(By);

/// <summary>The reviewer's finding; it may be changed until the reply is sent.</summary>
/// <param name="Causes">In the reviewer's words.</param>
/// <param name="MeasureOn">The day on which the measure is looked at again.</param>
public sealed record RecordFinding(string By, Finding? Finding, Words? Causes, VisitorMeasure? Measure, DateOnly? MeasureOn) : PersonEvent(By);

/// <summary>One more corrective action.</summary>
/// <param name="Hazard">A serious hazard: at most <see cref="ReviewPolicy.HazardDays"/> calendar days (8 CCR 3342).</param>
public sealed record AddCorrection(string By, Words? Action, string? Owner, DateOnly? Due, bool Hazard) : PersonEvent(By);

/// <summary>No corrective action is needed, and why.</summary>
public sealed record NoCorrection(string By, Words? Reason) : PersonEvent(By);

/// <summary>The owner says that it is done.</summary>
public sealed record CorrectionDone(string By, int Number) : PersonEvent(By);

/// <summary>The reviewer, never its owner, has looked whether it is done.</summary>
public sealed record CheckCorrection(string By, int Number, bool Done) : PersonEvent(By);

/// <summary>The reviewer's words to the reporter.</summary>
public sealed record SendReply(string By, Words? Reply) : PersonEvent(By);

/// <summary>A handler has looked again at what turned out to be restricted after its close, and there is nothing more to do.</summary>
public sealed record CloseAgain(string By) : PersonEvent(By);

/// <summary>The channel refused the card of a review for good.</summary>
public sealed record ReviewUnreachable(string Person) : FlowEvent;

/// <summary>The channel refused for good the card of the owner of a corrective action.</summary>
public sealed record StepUnreachable(string Slot, string Person) : FlowEvent;

/// <summary>The channel refused for good the card with which an administrator hears of a late reply.</summary>
public sealed record MissedUnreachable(string Person) : FlowEvent;

/// <summary>The channel refused for good the card of the reply; told by the report, or by the account of whom it happened to.</summary>
public sealed record ReplyLost(string Person) : FlowEvent;

/// <summary>The channel refused for good the card with which an administrator hears that a review waits for somebody.</summary>
public sealed record AlertUnreachable(string Person) : FlowEvent;
