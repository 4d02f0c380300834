using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>Who looked, a copy of everything, and deleting everything.</summary>
public abstract partial class Texts
{
    public abstract string WhoLooked { get; }

    public abstract string NobodyLooked { get; }

    /// <summary>A reading. <paramref name="number"/>: of the case or report; empty where it has none.</summary>
    public abstract string LookLine(string at, string who, string number, string what, string why);

    public abstract string MoreLooks(int count);

    /// <summary>Why somebody might look, said to the person.</summary>
    public abstract string LookedBecause(Ground ground);

    public abstract string ExportData { get; }

    public abstract string ForgetMe { get; }

    /// <summary>In the place of the name of somebody who had everything deleted.</summary>
    public abstract string Forgotten { get; }

    public abstract string ForgetAsk { get; }

    public abstract string ForgetMeans { get; }

    /// <summary>What a duty keeps, and why.</summary>
    public abstract string ForgetStays { get; }

    public abstract string ForgetYes { get; }

    public abstract string ForgetBegun { get; }

    public abstract string ForgetBegunLine { get; }

    public abstract string ForgetDone { get; }

    public abstract string ForgetDoneLine { get; }

    /// <summary>Reports and accounts that are kept, by number.</summary>
    public abstract string ForgetKeptReports(string numbers);

    /// <summary>Cases that are kept, by number.</summary>
    public abstract string ForgetKeptCases(string numbers);

    public abstract string ForgetKeptLooks { get; }

    public abstract string ForgetKeptRoster { get; }

    public abstract string ForgetKeptChat { get; }

    /// <summary>On a card of a colleague, in the place of what it said.</summary>
    public abstract string ForgottenCard { get; }

    /// <summary>What the last look at what is too old has removed.</summary>
    public abstract string RemovedByAge(Moment at, int count, bool more);

    public abstract string CopyBelow { get; }

    public abstract string CopyFailed { get; }

    /// <summary>What a notification of the files says.</summary>
    public abstract string CopySummary { get; }

    /// <summary>What the offered file is.</summary>
    /// <param name="toRead">Else the one for a program.</param>
    public abstract string CopyOf(bool toRead);
}
