using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs;

/// <summary>
/// A button, exactly as a card's <c>data</c> holds it: <c>do</c> names it, ids are the bot's own references, inputs are merged in by the
/// channel. Who pressed is never in it. Inputs are text as the channel sent it; what does not fit its question counts as not answered.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(AnswerCheckIn), "checkin.answer")]
[JsonDerivedType(typeof(LaterCheckIn), "checkin.later")]
[JsonDerivedType(typeof(SkipCheckIn), "checkin.skip")]
[JsonDerivedType(typeof(NotToday), "checkin.notToday")]
[JsonDerivedType(typeof(EditCheckIn), "checkin.edit")]
[JsonDerivedType(typeof(AcceptOffer), "checkin.accept")]
[JsonDerivedType(typeof(PersonPlease), "help.person")]
[JsonDerivedType(typeof(GiveConsent), "consent.give")]
[JsonDerivedType(typeof(WithdrawConsent), "consent.withdraw")]
[JsonDerivedType(typeof(EraseMyAnswers), "data.erase")]
[JsonDerivedType(typeof(ExportMyData), "data.export")]
[JsonDerivedType(typeof(ForgetMe), "data.forget")]
[JsonDerivedType(typeof(TakeCase), "escalation.take")]
[JsonDerivedType(typeof(HandOverCase), "escalation.handOver")]
[JsonDerivedType(typeof(AcceptCase), "escalation.acceptHandOver")]
[JsonDerivedType(typeof(ResolveCase), "escalation.resolve")]
[JsonDerivedType(typeof(ChooseRoute), "escalation.otherRoute")]
[JsonDerivedType(typeof(AnswerVisit), "escalation.returnVisit")]
[JsonDerivedType(typeof(CallForHelp), "incident.sos")]
[JsonDerivedType(typeof(ConfirmSos), "incident.sos.confirm")]
[JsonDerivedType(typeof(CancelSos), "incident.sos.cancel")]
[JsonDerivedType(typeof(TakeSos), "incident.sos.take")]
[JsonDerivedType(typeof(SafeSos), "incident.sos.safe")]
[JsonDerivedType(typeof(PressTakeReview), "incident.review.take")]
[JsonDerivedType(typeof(PressDeclineReview), "incident.review.decline")]
[JsonDerivedType(typeof(PressHandOverReview), "incident.review.handOver")]
[JsonDerivedType(typeof(PressAcceptReview), "incident.review.accept")]
[JsonDerivedType(typeof(PressFinding), "incident.review")]
[JsonDerivedType(typeof(PressCorrection), "incident.correct")]
[JsonDerivedType(typeof(PressNoCorrection), "incident.correct.none")]
[JsonDerivedType(typeof(PressCorrectionDone), "incident.correct.done")]
[JsonDerivedType(typeof(PressCheckCorrection), "incident.correct.check")]
[JsonDerivedType(typeof(PressReply), "incident.reply")]
[JsonDerivedType(typeof(BeginIncident), "incident.begin")]
[JsonDerivedType(typeof(ReportIncident), "incident.report")]
[JsonDerivedType(typeof(OpenIncident), "incident.open")]
[JsonDerivedType(typeof(DiscardIncident), "incident.discard")]
[JsonDerivedType(typeof(WantIncidentHandler), "incident.wantHandler")]
[JsonDerivedType(typeof(PressCloseAgain), "review.closeAgain")]
[JsonDerivedType(typeof(WriteStatement), "incident.statement")]
[JsonDerivedType(typeof(SayHowYouAre), "incident.howAreYou")]
[JsonDerivedType(typeof(AskCover), "cover.ask")]
[JsonDerivedType(typeof(TakeCover), "cover.take")]
[JsonDerivedType(typeof(GiveBackCover), "cover.back")]
[JsonDerivedType(typeof(PressAskSwap), "swap.ask")]
[JsonDerivedType(typeof(PressViewSwap), "swap.view")]
[JsonDerivedType(typeof(PressAcceptSwap), "swap.accept")]
[JsonDerivedType(typeof(PressDeclineSwap), "swap.decline")]
[JsonDerivedType(typeof(PressApproveSwap), "swap.approve")]
[JsonDerivedType(typeof(PressRefuseSwap), "swap.refuse")]
[JsonDerivedType(typeof(PressCancelSwap), "swap.cancel")]
[JsonDerivedType(typeof(PressUndoSwap), "swap.undo")]
[JsonDerivedType(typeof(PressWeek), "week.view")]
[JsonDerivedType(typeof(PressLeave), "leave.until")]
[JsonDerivedType(typeof(PressEndLeave), "leave.end")]
[JsonDerivedType(typeof(ApplyRoster), "roster.apply")]
[JsonDerivedType(typeof(DiscardRoster), "roster.discard")]
[JsonDerivedType(typeof(RunCommand), "command")]
public abstract record UserAction
{
    /// <summary>The word of the contract for this action, which is also the button's <c>verb</c>.</summary>
    public string Verb => Verbs.Of(GetType());
}

public sealed record AnswerCheckIn(string CheckIn) : UserAction
{
    public Input Stress { get; init; }

    public Input Mood { get; init; }

    public Input Hostile { get; init; }

    public Input Break { get; init; }

    public Input Help { get; init; }

    public Input Tags { get; init; }

    public Written? Note { get; init; }

    public Input ShareNote { get; init; }
}

public sealed record LaterCheckIn(string CheckIn) : UserAction;

public sealed record SkipCheckIn(string CheckIn) : UserAction;

public sealed record NotToday(string CheckIn) : UserAction;

public sealed record EditCheckIn(string CheckIn) : UserAction;

/// <summary>Takes the offer of a receipt; <c>to</c>: <c>buddy</c>, <c>leader</c> or <c>counsellor</c>.</summary>
public sealed record AcceptOffer(string CheckIn) : UserAction
{
    public Input To { get; init; }
}

/// <summary>"I need a person now"; with <c>contact</c> true the crisis contact is asked.</summary>
public sealed record PersonPlease : UserAction
{
    public Input Contact { get; init; }
}

/// <summary>The choice of purposes: a comma list of <c>checkin</c>, <c>escalation</c>, <c>teamView</c>, <c>counsellor</c>.</summary>
public sealed record GiveConsent : UserAction
{
    public Input Purposes { get; init; }

    /// <summary>Version of the sentences that stand on the card with this button; none for cards of before there were versions.</summary>
    public Input Terms { get; init; }
}

/// <summary>Withdraws every purpose.</summary>
public sealed record WithdrawConsent : UserAction;

/// <summary>Deletes the person's answers. <c>confirm</c>: <c>yes</c> or <c>no</c>; without it the person is asked once.</summary>
public sealed record EraseMyAnswers : UserAction
{
    public Input Confirm { get; init; }
}

/// <summary>A copy of everything that is kept about the person.</summary>
public sealed record ExportMyData : UserAction;

/// <summary>Deletes everything about the person. <c>confirm</c>: <c>yes</c> or <c>no</c>; without it the person is asked once.</summary>
public sealed record ForgetMe : UserAction
{
    public Input Confirm { get; init; }
}

public sealed record TakeCase(string Case) : UserAction;

public sealed record HandOverCase(string Case) : UserAction
{
    public Input To { get; init; }
}

public sealed record AcceptCase(string Case) : UserAction;

public sealed record ResolveCase(string Case) : UserAction
{
    /// <summary><c>talked</c>, <c>break</c>, <c>post</c> or <c>other</c>.</summary>
    public Input Done { get; init; }

    public Written? Note { get; init; }
}

/// <summary><c>to</c>: <c>counsellor</c>, <c>leader</c> or <c>buddy</c>.</summary>
public sealed record ChooseRoute(string Case) : UserAction
{
    public Input To { get; init; }
}

/// <summary><c>helped</c>: <c>yes</c> or <c>notYet</c>.</summary>
public sealed record AnswerVisit(string Case) : UserAction
{
    public Input Helped { get; init; }
}

/// <summary>The SOS button of any card: one tap calls at once.</summary>
public sealed record CallForHelp : UserAction
{
    /// <summary>Where, when the card knows it.</summary>
    public Input Post { get; init; }
}

/// <summary>The confirming tap; <c>post</c>: where, as chosen on the card.</summary>
public sealed record ConfirmSos(string Sos) : UserAction
{
    public Input Post { get; init; }

    /// <summary>Which further call it is, from 1; missing on the card that asks for the tap.</summary>
    public Input Again { get; init; }
}

/// <summary>It was a mistake.</summary>
public sealed record CancelSos(string Sos) : UserAction;

/// <summary>"I am going", also too.</summary>
public sealed record TakeSos(string Sos) : UserAction;

/// <summary>Nobody is needed any more.</summary>
public sealed record SafeSos(string Sos) : UserAction;

/// <summary>For how long somebody is to stand in; <c>minutes</c>: a whole number.</summary>
public sealed record AskCover(string Cover) : UserAction
{
    public Input Minutes { get; init; }

    /// <summary><c>true</c> on the button that asks whoever stands in for a little more time.</summary>
    public Input More { get; init; }
}

/// <summary>"I stand in", or "I am coming": the reference of a cover, or of a call for reinforcement.</summary>
public sealed record TakeCover(string? Cover = null, string? Call = null) : UserAction;

/// <summary>The post goes back; before somebody has it: no longer needed, or "I cannot".</summary>
public sealed record GiveBackCover(string? Cover = null, string? Call = null) : UserAction;

/// <summary>The last day of the presser's leave, which begins today; <c>until</c>: <c>2026-11-27</c>.</summary>
public sealed record PressLeave : UserAction
{
    public Input Until { get; init; }
}

/// <summary>The presser is back, or does not go.</summary>
public sealed record PressEndLeave : UserAction;

/// <summary>A button that says a typed command, such as those of the help card.</summary>
public sealed record RunCommand(Command Command) : UserAction
{
    /// <summary>With <see cref="Command.Language"/> the language to speak from now on, <c>zh-CN</c> or <c>en</c>; none on a card of before, and where both are to be offered.</summary>
    public Input Language { get; init; }
}
