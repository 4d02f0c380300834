using System.Collections.Immutable;

namespace CheckInBot.Dialogs;

/// <summary>A short sentence to the one who acted, as data; the cards have its words in both languages.</summary>
public abstract record Notice
{
    /// <summary>The card belongs to somebody else; nothing changed and nothing about it is told.</summary>
    public sealed record NotYours : Notice;

    /// <summary>The record is gone or was never there.</summary>
    public sealed record NotFound : Notice;

    /// <summary>The check-in can no longer be answered or changed: the next shift has begun.</summary>
    public sealed record CheckInOver : Notice;

    /// <summary>Nothing was chosen, or what came could not be understood: name what is open.</summary>
    public sealed record NothingChosen : Notice;

    /// <summary>The next question of a check-in answered by typing, with the words that are understood.</summary>
    /// <param name="NoteKept">What was typed last was a note: say that it is kept and who can read it.</param>
    public sealed record NextQuestion(CheckIns.Question Question, bool NoteKept = false) : Notice;

    /// <summary>All is answered by typing: one word sends it. <c>Goes</c> says where it will go; see <see cref="CheckIns.Outlook"/>.</summary>
    public sealed record ReadyToSend(CheckIns.Answer Answer, CheckIns.Outlook Goes) : Notice;

    /// <summary>A number or word that does not answer the question asked.</summary>
    public sealed record NotUnderstood(CheckIns.Question Question) : Notice;

    /// <summary>There is no note that could be shared or kept back; then the open question, if there is one.</summary>
    public sealed record NoNoteYet(CheckIns.Question? Open) : Notice;

    /// <summary>What was done has not been chosen yet.</summary>
    public sealed record ChooseWhatWasDone : Notice;

    /// <summary>No one is chosen to hand over to, or the chosen one cannot take it.</summary>
    public sealed record ChooseSomebody : Notice;

    /// <summary>From now on the bot speaks the language in which this is said.</summary>
    public sealed record LanguageNow : Notice;

    /// <summary>It is not known whether it was saved. The same press works again, and twice counts once.</summary>
    public sealed record NotSaved : Notice;

    /// <summary>It is saved; only the card cannot be drawn just now.</summary>
    public sealed record SavedUnseen : Notice;

    /// <summary>The note cannot be kept just now; everything else can be sent without it.</summary>
    public sealed record NoteNotKept : Notice;

    /// <summary>Phone numbers and a person stand in a new card below.</summary>
    public sealed record NumbersBelow : Notice;

    /// <summary>What was asked for stands in a new card below.</summary>
    public sealed record CardBelow : Notice;

    /// <summary>Lists of the roster come from administrators only; nothing was kept.</summary>
    public sealed record RosterNotYours : Notice;

    /// <summary>A file could not be fetched, or is too large for a list.</summary>
    public sealed record RosterNotFetched : Notice;

    /// <summary>A file has none of the headings of the four lists, or two files are the same list.</summary>
    public sealed record RosterUnknown : Notice;

    /// <summary>Swapped shifts stay or follow the lists: one of it must be chosen first.</summary>
    public sealed record RosterChoose : Notice;

    /// <summary>Somebody else changed the roster at this moment; the same press works again.</summary>
    public sealed record RosterBusy : Notice;

    /// <summary>There is nobody on the other route; phone numbers remain.</summary>
    public sealed record NobodyThere : Notice;

    /// <summary>What a press on the review of an incident lacks.</summary>
    public sealed record ReviewLacks(Incidents.ReviewLack What) : Notice;

    /// <summary>What became of photos and files that were sent.</summary>
    /// <param name="Kept">Those that belong to the report now; those that belonged to it already too.</param>
    /// <param name="Refused">Why others are not kept.</param>
    public sealed record FilesCame(ImmutableArray<Incidents.FileSeen> Kept, ImmutableArray<Incidents.FileRefusal> Refused) : Notice;

    /// <summary>A team's channel is bound by its leaders and by hall leaders.</summary>
    public sealed record OnlyLeadersBind : Notice;

    /// <summary>A channel is bound by typing there.</summary>
    public sealed record BindInChannel : Notice;

    /// <summary>What was typed is answered to administrators only.</summary>
    public sealed record ForAdministrators : Notice;

    /// <summary>It is not clear for which team the channel is to be bound; these can be named.</summary>
    public sealed record WhichTeamToBind(ImmutableArray<string> Teams) : Notice;

    /// <summary>Off shift there is no post that somebody could stand in at.</summary>
    public sealed record NoShiftNow : Notice;

    /// <summary>Who covers a post, or asks for a cover, takes no other.</summary>
    public sealed record OnePostAtATime : Notice;

    /// <summary>Reinforcement is called by leaders and by whoever is on shift.</summary>
    public sealed record NoReinforcementFromHere : Notice;

    /// <summary>The report stands in a new card below.</summary>
    public sealed record ReportBelow : Notice;

    /// <summary>The shift is gone from the roster, or somebody else has it by now.</summary>
    public sealed record SwapShiftGone : Notice;

    /// <summary>Rules of duty forbid the change.</summary>
    /// <param name="Reader">Who reads it, where they may not know of everybody's hours; null for a leader.</param>
    public sealed record SwapForbidden(ImmutableArray<Duty.DutyFinding> Findings, string? Reader = null) : Notice;

    /// <summary>One of the shifts is part of another open swap.</summary>
    public sealed record SwapPromised : Notice;

    /// <summary>The request does not wait for the reader, who belongs to the team and so may know who has the duty.</summary>
    /// <param name="Start">Of the duty.</param>
    /// <param name="Holder">Null where the roster has it no longer.</param>
    /// <param name="Since">When this swap made it theirs; null where it did not.</param>
    public sealed record SwapStands(DateTimeOffset Start, string? Holder, DateTimeOffset? Since) : Notice;

    /// <summary>The shift begins too soon for a request to be answered.</summary>
    public sealed record SwapTooLate : Notice;

    /// <summary>An earlier request for the shift was still open though the roster had changed; it is over now, and the next tap asks.</summary>
    public sealed record SwapEarlierOver : Notice;

    /// <summary>Whoever swaps cannot decide on it.</summary>
    public sealed record SwapIsYours : Notice;

    /// <summary>The colleague has not agreed, so there is nothing to decide yet.</summary>
    public sealed record SwapNotAgreed : Notice;

    /// <summary>Something should be seen, and ticked, before it is approved.</summary>
    public sealed record SwapTickFirst(ImmutableArray<Duty.DutyFinding> Findings) : Notice;

    /// <summary>Everything that is kept about the person is being put together, and comes by itself.</summary>
    /// <param name="AsFiles">As two files that are offered; else as messages, where the channel takes no files from a bot.</param>
    public sealed record CopyComing(bool AsFiles) : Notice;

    /// <summary>A file could not be put where the person wants it.</summary>
    public sealed record CopyFailed : Notice;

    /// <summary>Days of leave that cannot be taken: why, and what can be written.</summary>
    public sealed record LeaveNotTaken(Absences.LeaveGap Gap) : Notice;

    /// <summary>The card asks for the last day of leave, and none was chosen.</summary>
    public sealed record ChooseLastDay : Notice;

    /// <summary>There is no leave that the person told and could end.</summary>
    public sealed record NoLeave : Notice;

    /// <summary>More came than is taken; it was not read.</summary>
    public sealed record TooFast : Notice;
}
