using System.Text;

namespace CheckInBot.Dialogs.Absences;

/// <summary>What typed words say about being away.</summary>
public abstract record LeaveSaid
{
    /// <summary>Away, and not until when.</summary>
    public sealed record Away : LeaveSaid;

    /// <summary>Away on these days, both included; never before today, never reversed.</summary>
    public sealed record Days(DateOnly From, DateOnly To) : LeaveSaid;

    /// <summary>Away, and the days cannot be taken.</summary>
    public sealed record Unclear(LeaveGap Gap) : LeaveSaid;

    /// <summary>Back again.</summary>
    public sealed record Back : LeaveSaid;
}

/// <summary>
/// Reads "on leave until Friday", "从周一休假到11月28日" and their like, in either language. Case, width, blanks and punctuation do not matter; why
/// somebody is away is neither asked nor kept.
/// </summary>
public static partial class LeaveWords
{
    /// <summary>Longest words that can be about leave, in characters: what is longer tells something else.</summary>
    private const int Longest = 80;

    /// <summary>Null for any other words.</summary>
    /// <param name="today">The local day of the person's team.</param>
    public static LeaveSaid? Parse(string? text, DateOnly today)
    {
        var plain = Unpunctuated(Commands.Plain(text));
        if (plain.Length is 0 or > Longest)
            return null;
        return Commands.Parse(plain) switch
        {
            Command.Leave => new LeaveSaid.Away(),
            Command.BackFromLeave => new LeaveSaid.Back(),
            null => InEnglish(plain, today) ?? InChinese(plain, today),
            _ => null,
        };
    }

    /// <summary>Signs as blanks, but for those between the digits of a date.</summary>
    private static string Unpunctuated(string plain)
    {
        var text = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i] is '’' ? '\'' : plain[i];
            var between = i > 0 && i < plain.Length - 1 && char.IsAsciiDigit(plain[i - 1]) && char.IsAsciiDigit(plain[i + 1]);
            var stays = char.IsLetterOrDigit(c) || c == '\'' || (c is '-' or '/' or '.' && between);
            text.Append(stays ? c : ' ');
        }
        return string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A first day that was said but cannot be read is as unclear as a last one.</summary>
    private static LeaveSaid Of(string? first, string last, DateOnly today)
    {
        DateOnly? from = first is null ? today : LeaveDay.Read(first, today, null);
        var to = from is { } begin ? LeaveDay.Read(last, today, first is null ? null : begin) : null;
        return Of(from, to, today);
    }

    private static LeaveSaid OneDay(string words, DateOnly today)
    {
        var day = LeaveDay.Read(words, today, null);
        return Of(day, day, today);
    }

    private static LeaveSaid Of(DateOnly? from, DateOnly? to, DateOnly today) =>
        from is not { } first || to is not { } last ? new LeaveSaid.Unclear(LeaveGap.Unread)
        : OwnLeave.GapOf(first, last, today) is { } gap ? new LeaveSaid.Unclear(gap)
        : new LeaveSaid.Days(first, last);
}
