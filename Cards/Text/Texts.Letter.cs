using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Cards;

/// <summary>The copy of everything that is kept about a person, as a text to read. Times come as <c>2026-11-23 17:20</c>.</summary>
public abstract partial class Texts
{
    public abstract string LetterTitle(string name, string at);

    public abstract string LetterMeans { get; }

    public abstract string LetterRoster { get; }

    public abstract string LetterShifts { get; }

    public abstract string LetterLeave { get; }

    public abstract string LetterAgreed { get; }

    public abstract string LetterCheckIns { get; }

    public abstract string LetterTrend { get; }

    public abstract string LetterCases { get; }

    public abstract string LetterCalls { get; }

    public abstract string LetterCovers { get; }

    public abstract string LetterSwaps { get; }

    public abstract string LetterReports { get; }

    public abstract string LetterAccounts { get; }

    public abstract string LetterElsewhere { get; }

    public abstract string LetterReach { get; }

    public abstract string LetterNothing { get; }

    public abstract string YouWrote { get; }

    /// <summary>Instead of what somebody else wrote.</summary>
    public abstract string NotYourWords { get; }

    /// <summary>Instead of words whose key is gone.</summary>
    public abstract string WordsGone { get; }

    public abstract string LetterYou { get; }

    /// <summary>Somebody else whose role is not known any more.</summary>
    public abstract string SomebodyElse { get; }

    public abstract string LetterPlace(string id, string mail, string account, string team, string post);

    public abstract string LetterRoles(string roles, string skills, bool hasB, bool hasBuddies);

    /// <param name="away">It is told by the person, or stands on the roster.</param>
    public abstract string LetterLeaveSpan(string from, string to, bool away);

    public abstract string LetterChoice(string at, string purposes);

    public abstract string LetterCheckIn(string at, CheckInPhase phase);

    public abstract string LetterAnswer(string answers);

    public abstract string LetterStress(int value);

    public abstract string LetterMood(int value);

    public abstract string LetterBreak(bool had);

    public abstract string LetterCase(string number, string at, CasePhase phase, string? owner, bool? helped);

    public abstract string LetterAsked(int times);

    public abstract string LetterCall(string number, string at, string post, AlertPhase phase, int called);

    public abstract string LetterCover(string at, string post, CoverPhase phase);

    public abstract string LetterStandIn { get; }

    public abstract string LetterSwap(string at, bool asked, SwapPhase phase);

    public abstract string LetterReport(string? number, string at, IncidentPhase phase);

    public abstract string LetterFile(string kind, long bytes, string at);

    /// <summary>How the person gets the content of a file of a report.</summary>
    public abstract string LetterFileIs(FileCopy how);

    public abstract string LetterAccount(string number, string at, StatementPhase phase);

    public abstract string LetterHowAreYou(int day, HowAreYou answer);

    /// <summary>What somebody else's record says of the person.</summary>
    public abstract string LetterPart(string kind, string number);

    public abstract string KindOf(string record);

    /// <param name="alone">There is no other file.</param>
    public abstract string LetterConversation(bool alone);

    public abstract string LetterOutOfReach(string since);

    public abstract string LetterMore { get; }
}
