using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs;

/// <summary>What a conversation keeps. A flow is this record and one pure function, <c>On(event, at)</c>.</summary>
public abstract record FlowState
{
    /// <summary>The next moment at which something falls due without anybody acting, or null when the record is at rest.</summary>
    public abstract DateTimeOffset? NextAt { get; }
}

/// <summary>What happened to a conversation. Those that travel between conversations are named here.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CheckIns.ShiftEnded), "checkin.shiftEnded")]
[JsonDerivedType(typeof(CheckIns.AgreementEnded), "checkin.agreementEnded")]
[JsonDerivedType(typeof(CheckIns.AnswersErased), "checkin.answersErased")]
[JsonDerivedType(typeof(Escalations.ConsentWithdrawn), "escalation.consentWithdrawn")]
[JsonDerivedType(typeof(Escalations.Opened), "escalation.opened")]
[JsonDerivedType(typeof(Escalations.AnswerLowered), "escalation.answerLowered")]
[JsonDerivedType(typeof(Escalations.NoteShared), "escalation.noteShared")]
[JsonDerivedType(typeof(Escalations.AnswersForgotten), "escalation.answersForgotten")]
[JsonDerivedType(typeof(Escalations.AskedAgain), "escalation.askedAgain")]
[JsonDerivedType(typeof(Escalations.OtherRoute), "escalation.otherRoute")]
[JsonDerivedType(typeof(CheckIns.TrendErased), "trend.erased")]
[JsonDerivedType(typeof(CheckIns.AnswerKept), "trend.answerKept")]
[JsonDerivedType(typeof(CheckIns.PersonReacted), "trend.personReacted")]
[JsonDerivedType(typeof(CheckIns.LeftUnanswered), "trend.leftUnanswered")]
[JsonDerivedType(typeof(Escalations.CaseTaken), "caseload.taken")]
[JsonDerivedType(typeof(Escalations.CaseReleased), "caseload.released")]
[JsonDerivedType(typeof(Care.CaseClosed), "personNow.caseClosed")]
[JsonDerivedType(typeof(Swaps.SwapUnreachable), "swap.unreachable")]
[JsonDerivedType(typeof(Swaps.SwapShiftsMoved), "swap.shiftsMoved")]
[JsonDerivedType(typeof(Covers.StandInBegan), "standIn.began")]
[JsonDerivedType(typeof(Covers.StandInEnded), "standIn.ended")]
[JsonDerivedType(typeof(Covers.CoverRefused), "cover.refused")]
[JsonDerivedType(typeof(Incidents.IncidentReported), "incident.reported")]
[JsonDerivedType(typeof(Incidents.IncidentReplied), "incident.replied")]
[JsonDerivedType(typeof(Incidents.ReviewAssigned), "incident.reviewAssigned")]
[JsonDerivedType(typeof(Incidents.HandlerWanted), "review.handlerWanted")]
[JsonDerivedType(typeof(Incidents.ReplyLost), "review.replyLost")]
[JsonDerivedType(typeof(Incidents.IncidentHidden), "incident.hidden")]
[JsonDerivedType(typeof(Incidents.StatementAsked), "statement.asked")]
[JsonDerivedType(typeof(Incidents.StatementNotNeeded), "statement.notNeeded")]
[JsonDerivedType(typeof(Incidents.StatementFrozen), "incident.statementFrozen")]
[JsonDerivedType(typeof(Incidents.AccountAddedTo), "incident.accountAddedTo")]
[JsonDerivedType(typeof(Incidents.DraftsErased), "incident.draftsErased")]
public abstract record FlowEvent;

/// <summary>Something that a person did; who it was comes from the channel, never from a card's data.</summary>
public abstract record PersonEvent(string By) : FlowEvent;

/// <summary>The time of <see cref="FlowState.NextAt"/> has come.</summary>
public sealed record Due : FlowEvent;

/// <summary>
/// The answer of a flow to an event: what is stored, what should happen, and what the one who acted sees at once.
/// A reply is not an effect: if it is lost, the channel delivers the event again and the flow gives the same reply.
/// </summary>
/// <param name="State">The next state; the same instance as before when nothing changed.</param>
public sealed record Step<T>(T State, IReadOnlyList<Effect> Effects, Reply? Reply) where T : FlowState;

/// <summary>Writes a step as a sentence: <c>this.Then(effects).Replying(...)</c>.</summary>
public static class Steps
{
    public static Step<T> Then<T>(this T state, params IReadOnlyList<Effect> effects) where T : FlowState => new(state, effects, null);

    public static Step<T> Replying<T>(this Step<T> step, Reply? reply) where T : FlowState => step with { Reply = reply };

    /// <summary>Nothing changes; the one who acted hears why.</summary>
    public static Step<T> Answering<T>(this T state, Reply reply) where T : FlowState => new(state, [], reply);
}

/// <summary>What the one who acted sees at once.</summary>
public abstract record Reply;

/// <summary>The slot's card as it now stands: in the place of the pressed card, or as a new message after a typed word.</summary>
public sealed record See(Slot Slot) : Reply;

/// <summary>
/// The slot's card as the one who pressed may see it, for nobody else: also on a card of a channel, which stays what it is for everybody
/// else. It never becomes a place where the slot's card stands.
/// </summary>
/// <param name="Slot">Its reader is the one who acted.</param>
public sealed record SeeOwn(Slot Slot) : Reply;

/// <summary>A sentence that says what is true now.</summary>
public sealed record Say(Notice Notice) : Reply;
