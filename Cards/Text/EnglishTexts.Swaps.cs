using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string SwapSummary => "News of a duty swap: see the card.";

    public override string CanSwap => "See my duties, swap one";

    public override string MyDuties => "My duties";

    public override string NoDuties(int days) => $"The roster has no duty of yours in the next {days} days.";

    public override string DutiesOf(PlainText person) => $"Duties of {person}";

    public override string NoDutiesOf(PlainText person, int days) => $"The roster has no duty of {person} in the next {days} days.";

    public override string ActForWhom => "Act for a colleague, for example one who is ill";

    public override string ActForThem => "Show their duties";

    public override string WhichDuty => "Which one would you like to give away?";

    public override string WhoCouldTakeIt => "Who could take it?";

    public override string NobodyCouldTakeIt => "No colleague can take this duty as things are. Please talk to the duty leader.";

    public override string CannotTakeIt => "Who cannot take it";

    public override string AndOthers(int count) => $"And {count} more.";

    public override string InReturn(PlainText colleague) => $"Which duty of {colleague} do you take in return?";

    public override string NothingInReturn(PlainText colleague) => $"None, {colleague} just takes mine";

    public override string Next => "Next";

    public override string AskColleague(PlainText colleague) => $"Ask {colleague}";

    public override string StaysUntilApproved => "Until they agree and a leader approves, the duty stays yours.";

    public override string SwapOf(PlainText asker, PlainText colleague, bool inReturn) => inReturn ? $"{asker} and {colleague} swap" : $"{colleague} takes over from {asker}";

    public override string WaitsForColleague(PlainText colleague) => $"○ Waiting for {colleague}";

    public override string WaitsForYou => "○ Waiting for you";

    public override string WaitsForLeader => "○ Waiting for approval";

    public override string BeingChanged => "○ Approved; the roster is being changed";

    public override string BeingReverted => "○ The roster is being changed back";

    public override string SwapDone => "✓ Swapped";

    public override string SwapUndone => "✓ Taken back: the old duty stands";

    public override string SwapDeclined(PlainText colleague) => $"{colleague} cannot take it";

    public override string SwapRefused => "Not approved";

    public override string SwapCancelled => "Cancelled";

    public override string SwapLapsed => "Time ran out: nothing was swapped";

    public override string SwapIsPast => "This swap is in the past. Someone has asked to swap this duty again since.";

    public override string SwapOvertaken => "The roster changed: nothing was swapped";

    public override string AgreedAt(PlainText colleague, Moment at) => $"✓ {colleague} agreed {When(at)}";

    public override string NoConflict => "✓ Skills, rest and hours: no conflict";

    public override string WhoDecides(IReadOnlyList<PlainText> leaders, Moment lapses) => leaders.Count switch
    {
        0 => $"No leader can approve it as things are. {LapsesAt(lapses)}",
        1 => $"{leaders[0]} can approve, the two who swap cannot. {LapsesAt(lapses)}",
        _ => $"{string.Join(", ", leaders.SkipLast(1))} or {leaders[^1]} can approve, the two who swap cannot. {LapsesAt(lapses)}",
    };

    public override string LapsesAt(Moment at) => $"Without approval by {Time(at)} the old duty stands.";

    public override string ApprovedBy(PlainText leader, Moment at) => $"{leader} approved it {When(at)}.";

    public override string UndoneBy(PlainText leader, Moment at) => $"{leader} took it back {When(at)}.";

    public override string RefusedBy(PlainText leader, Moment at) => $"{leader} did not approve it {When(at)}.";

    public override string AskedFor(PlainText leader, PlainText asker) => $"{leader} asks for {asker}.";

    public override string DutyStays(PlainText asker) => $"The duty stays with {asker}.";

    public override string DutyStaysYours => "The duty stays yours. To ask somebody else, type swap.";

    public override string EverythingFollows => "The check-in and the on-duty list follow.";

    public override string NoAnswerYet(PlainText colleague) => $"{colleague} has not answered yet. To ask somebody else, cancel this one first.";

    public override string CannotBeReached(PlainText colleague) => $"I cannot reach {colleague}. Please tell them yourself, or cancel and ask somebody else.";

    public override string YouMayDecline => "If you agree, a leader still has to approve. You may say no without a reason.";

    public override string ReasonIfYouLike => "A reason, if you like; only they see it";

    public override string ReasonForBoth => "Why not; both of them see it";

    public override string IHaveSeen => "I have seen this";

    public override string HasItNow(PlainText holder) => $"{holder} has that duty now.";

    public override string ShiftIsGone => "That duty is no longer on the roster, or its time has changed.";

    public override string HasLeft(PlainText person) => $"{person} is no longer on this team's roster.";

    public override string CouldNotBeUndone => "It could not be taken back: the roster has changed again.";

    public override string AcceptSwap => "I take it";

    public override string DeclineSwap => "I cannot";

    public override string ApproveSwap => "Approve";

    public override string RefuseSwap => "Refuse";

    public override string CancelSwap => "Cancel the swap";

    public override string UndoSwap => "Take it back";

    public override string LookAtSwap => "Look";

    public override string SwapShiftGone => "That duty is no longer theirs, or the roster has changed. Nothing changed by your tap. Type swap to look again.";

    public override string SwapForbidden(IEnumerable<string> findings) => Sentences(["That swap is not possible.", .. findings, "Nothing changed."]);

    public override string SwapTooLate => "That duty begins too soon to be swapped here. Please talk to the duty leader.";

    public override string SwapIsYours => "This is your own swap, so another leader decides. Nothing changed.";

    public override string SwapEarlierOver => "An earlier request for this duty was still open. It is over now. Nobody has been asked yet: please tap again.";

    public override string SwapPromised => "One of these duties is part of another swap that is still open. Nothing changed. Please choose another duty, or wait until that one is over.";

    public override string SwapStands(PlainText? holder, Moment start, Moment? since) => (holder, since) switch
    {
        (null, _) => $"There is nothing for you to decide here now, and the duty on {DayWord(start)} is no longer on the roster. Nothing changed.",
        ({ } who, { } at) => $"There is nothing for you to decide here now. {who} has had the duty on {DayWord(start)} since {Time(at)}. Nothing changed.",
        ({ } who, _) => $"There is nothing for you to decide here now. The duty on {DayWord(start)} is with {who}. Nothing changed.",
    };

    public override string ApprovalOvertaken => "You approved it, but something had changed by then.";

    public override string FindingToOthers(DutySeverity severity, PlainText name) => severity == DutySeverity.Block
        ? $"The rules on rest and hours do not allow it for {name}."
        : $"Whoever approves looks at {name}'s rest and hours.";

    public override string RuleForbidsIt => "A rule on rest and hours does not allow it.";

    public override string SwapNotAgreed => "Your colleague has not agreed yet, so there is nothing to decide.";

    public override string SwapTickFirst(IEnumerable<string> findings) => Sentences(["Before you approve, please look at this and tick it.", .. findings]);
}
