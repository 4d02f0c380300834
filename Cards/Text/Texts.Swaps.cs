namespace CheckInBot.Cards;

/// <summary>Duty swaps. A shift is its day, its time and its post; a reason is quoted as its writer wrote it.</summary>
public abstract partial class Texts
{
    public abstract string SwapSummary { get; }

    public abstract string CanSwap { get; }

    public abstract string MyDuties { get; }

    public abstract string NoDuties(int days);

    public abstract string DutiesOf(PlainText person);

    public abstract string NoDutiesOf(PlainText person, int days);

    public abstract string ActForWhom { get; }

    public abstract string ActForThem { get; }

    public abstract string WhichDuty { get; }

    public abstract string WhoCouldTakeIt { get; }

    public abstract string NobodyCouldTakeIt { get; }

    public abstract string CannotTakeIt { get; }

    public abstract string AndOthers(int count);

    public abstract string InReturn(PlainText colleague);

    public abstract string NothingInReturn(PlainText colleague);

    public abstract string Next { get; }

    public abstract string AskColleague(PlainText colleague);

    public abstract string StaysUntilApproved { get; }

    /// <summary>"Li Jing and Zhao Ning swap", or "Zhao Ning takes over from Li Jing".</summary>
    public abstract string SwapOf(PlainText asker, PlainText colleague, bool inReturn);

    public abstract string WaitsForColleague(PlainText colleague);

    public abstract string WaitsForYou { get; }

    public abstract string WaitsForLeader { get; }

    public abstract string BeingChanged { get; }

    public abstract string BeingReverted { get; }

    public abstract string SwapDone { get; }

    public abstract string SwapUndone { get; }

    public abstract string SwapDeclined(PlainText colleague);

    public abstract string SwapRefused { get; }

    public abstract string SwapCancelled { get; }

    public abstract string SwapLapsed { get; }

    /// <summary>On the card of an earlier request, where that had not yet told how it ended.</summary>
    public abstract string SwapIsPast { get; }

    public abstract string SwapOvertaken { get; }

    public abstract string AgreedAt(PlainText colleague, Moment at);

    public abstract string NoConflict { get; }

    /// <summary>Who can decide, and what happens without.</summary>
    public abstract string WhoDecides(IReadOnlyList<PlainText> leaders, Moment lapses);

    public abstract string LapsesAt(Moment at);

    public abstract string ApprovedBy(PlainText leader, Moment at);

    public abstract string UndoneBy(PlainText leader, Moment at);

    public abstract string RefusedBy(PlainText leader, Moment at);

    public abstract string AskedFor(PlainText leader, PlainText asker);

    public abstract string DutyStays(PlainText asker);

    public abstract string DutyStaysYours { get; }

    public abstract string EverythingFollows { get; }

    public abstract string NoAnswerYet(PlainText colleague);

    public abstract string CannotBeReached(PlainText colleague);

    public abstract string YouMayDecline { get; }

    public abstract string ReasonIfYouLike { get; }

    public abstract string ReasonForBoth { get; }

    public abstract string IHaveSeen { get; }

    public abstract string HasItNow(PlainText holder);

    public abstract string ShiftIsGone { get; }

    /// <summary>One of the two who would have swapped is on the team's roster no longer.</summary>
    public abstract string HasLeft(PlainText person);

    public abstract string CouldNotBeUndone { get; }

    public abstract string AcceptSwap { get; }

    public abstract string DeclineSwap { get; }

    public abstract string ApproveSwap { get; }

    public abstract string RefuseSwap { get; }

    public abstract string CancelSwap { get; }

    public abstract string UndoSwap { get; }

    public abstract string LookAtSwap { get; }

    public abstract string SwapShiftGone { get; }

    public abstract string SwapForbidden(IEnumerable<string> findings);

    public abstract string SwapTooLate { get; }

    public abstract string SwapIsYours { get; }

    /// <summary>An earlier request for the same duty, which the roster had overtaken, is over only now; whoever asks has to tap again.</summary>
    public abstract string SwapEarlierOver { get; }

    public abstract string SwapNotAgreed { get; }

    /// <summary>One of the shifts is part of another open swap.</summary>
    public abstract string SwapPromised { get; }

    /// <summary>Who has the duty now, for somebody whom the request does not wait for.</summary>
    /// <param name="holder">Null where the roster has it no longer.</param>
    public abstract string SwapStands(PlainText? holder, Moment start, Moment? since);

    /// <summary>For a leader who approved too late.</summary>
    public abstract string ApprovalOvertaken { get; }

    /// <summary>That a rule on somebody's hours forbids it, or has to be looked at, without the hours.</summary>
    public abstract string FindingToOthers(Dialogs.Duty.DutySeverity severity, PlainText name);

    /// <summary>The same where everybody reads it.</summary>
    public abstract string RuleForbidsIt { get; }

    public abstract string SwapTickFirst(IEnumerable<string> findings);
}
