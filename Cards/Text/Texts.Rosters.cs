using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Cards;

/// <summary>Lists that an administrator sends to become the roster. Days are written as the lists write them.</summary>
public abstract partial class Texts
{
    public abstract string RosterTitle(RosterOfferPhase phase);

    public abstract string RosterNumber(int number);

    public abstract string RosterAnew { get; }

    public abstract string RosterNothingChanged(int faults);

    /// <param name="stored">Whether it is a list that was imported before.</param>
    public abstract string RosterWhere(PlainText file, int line, PlainText column, bool stored);

    public abstract string RosterFault(PlainText problem, PlainText remedy);

    public abstract string RosterSendAgain { get; }

    public abstract string RosterCounts(RosterListNews list);

    public abstract string RosterSpan(PlainText team, int count, string from, string to);

    public abstract string RosterJoined(IReadOnlyList<PlainText> names, int all);

    public abstract string RosterLeft(IReadOnlyList<PlainText> names, int all);

    public abstract string RosterSwaps(int count);

    public abstract string RosterClash(string day, PlainText holder, PlainText planned, string listed);

    /// <summary>What the list says of a swapped shift: the same person at another time.</summary>
    public abstract string RosterOtherTime { get; }

    public abstract string RosterOther(PlainText wanted);

    public abstract string RosterNoMore { get; }

    public abstract string RosterSwapsLabel { get; }

    public abstract string RosterKeep { get; }

    public abstract string RosterRevert { get; }

    public abstract string RosterWaits { get; }

    public abstract string RosterApply { get; }

    public abstract string RosterDiscard { get; }

    public abstract string RosterNotYours { get; }

    public abstract string RosterNotFetched { get; }

    public abstract string RosterUnknown { get; }

    public abstract string RosterChoose { get; }

    public abstract string RosterBusy { get; }
}
