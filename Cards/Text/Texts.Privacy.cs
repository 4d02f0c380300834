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

    /// <summary>What is kept, how long, and why.</summary>
    public abstract string ForgetStays(RetentionPolicy keep);

    public abstract string ForgetYes { get; }

    public abstract string ForgetBegun { get; }

    public abstract string ForgetBegunLine { get; }

    public abstract string ForgetDone { get; }

    /// <param name="butWords">Words that a duty keeps can be read on, without names and numbers: the card says which.</param>
    public abstract string ForgetDoneLine(bool butWords);

    /// <summary>Reports and accounts that are kept, by number.</summary>
    /// <param name="days">How long they are.</param>
    public abstract string ForgetKeptReports(string numbers, int days);

    /// <summary>Cases that are kept, by number.</summary>
    /// <inheritdoc cref="ForgetKeptReports" path="/param[@name='days']"/>
    public abstract string ForgetKeptCases(string numbers, int days);

    /// <inheritdoc cref="ForgetKeptReports" path="/param[@name='days']"/>
    public abstract string ForgetKeptLooks(int days);

    /// <summary>Records of others in which the person had a part.</summary>
    /// <param name="words">They reviewed, or answered, a report; what they wrote there stays without names and numbers.</param>
    public abstract string ForgetKeptParts(bool words);

    public abstract string ForgetKeptRoster { get; }

    public abstract string ForgetKeptChat { get; }

    /// <summary>On a card of a colleague, in the place of what it said.</summary>
    public abstract string ForgottenCard { get; }

    /// <summary>What the last look at what is too old has removed.</summary>
    public abstract string RemovedByAge(Moment at, int count, bool more);

    /// <inheritdoc cref="Dialogs.Notice.CopyComing" path="/param"/>
    public abstract string CopyComing(bool asFiles);

    public abstract string CopyFailed { get; }

    /// <summary>What a notification of the files says.</summary>
    public abstract string CopySummary { get; }

    /// <summary>What the offered file is.</summary>
    /// <param name="toRead">Else the one for a program.</param>
    public abstract string CopyOf(bool toRead);

    /// <summary>What an offered file of a report is that is too large for the copy.</summary>
    /// <param name="number">Of the report; null for one that was not sent.</param>
    public abstract string CopyOfFile(string kind, string? number);

    /// <summary>Comes before a copy in messages, where the channel takes no files from a bot.</summary>
    /// <param name="messages">How many hold what is to be read.</param>
    /// <param name="more">How many hold the same for a program; 0 where it is too long for that.</param>
    /// <param name="photos">Reports of the person have photos or files.</param>
    public abstract string CopyAsMessages(int messages, int more, bool photos);

    /// <summary>Above each of these messages.</summary>
    /// <param name="toRead">Else of the part for a program.</param>
    public abstract string CopyPiece(int piece, int of, bool toRead);

    /// <summary>Whole years, with their leap days, where these are some; else null.</summary>
    private protected static int? Years(int days) => Math.Round(days / 365.25) is >= 1 and var years && Math.Abs(days - years * 365.25) < 2 ? (int)years : null;
}
