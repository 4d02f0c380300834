namespace CheckInBot.Dialogs.Incidents;

/// <summary>
/// Takes out of words whatever tells who somebody is: ID card numbers (18 digits with the check character of GB 11643-1999, and the older 15), mainland
/// mobile phones and landlines, phones of other countries (E.164, with + or 00), bank cards (13-19 digits with the check digit of ISO/IEC 7812, Luhn), plates (GA 36, with
/// those of police, armed police and the forces), e-mail addresses, and names of colleagues, also a surname with a form of address.
/// </summary>
/// <remarks>
/// Width does not matter, nor blanks, dots, hyphens and brackets between the digits, nor digits written as 一二三. Rather one number too many than one too few: eleven digits that begin
/// as a mobile phone does are one. Amounts, dates, times and numbers of windows stay.
/// </remarks>
public static partial class Redaction
{
    /// <summary>What stands in the place of what was taken out; the same sign for everything, so that it tells nothing.</summary>
    public const string Mark = "■■■";

    private const int LongestBlankRun = 3;

    /// <param name="names">Display names and ids that must not stand in the words; those of one character are left out.</param>
    public static string Of(string words, IReadOnlyCollection<string> names)
    {
        var text = Folded.Of(words);
        var gone = new bool[text.Plain.Length];
        foreach (var (from, to) in Emails(text.Plain).Concat(Plates(text.Plain)).Concat(Abroad(text.Plain)).Concat(Numbers(text.Plain)).Concat(Named(text.Plain, names)).Concat(Addressed(text.Plain, names)))
            Array.Fill(gone, true, from, to - from);
        return text.Without(gone);
    }

    private static IEnumerable<(int From, int To)> Emails(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            // A blank beside the sign makes it an address only where what follows is a domain with a dot.
            var (left, right) = (at, at + 1);
            while (left > 0 && text[left - 1] == ' ')
                left--;
            while (right < text.Length && text[right] == ' ')
                right++;
            var (from, to) = (left, right);
            while (from > 0 && IsOfMail(text[from - 1]))
                from--;
            while (to < text.Length && (IsOfMail(text[to]) || IsDotWithin(text, to)))
                to++;
            var tight = left == at && right == at + 1;
            if (from < left && to > right && (tight || text.AsSpan(right, to - right).TrimEnd('.').IndexOfAny('.', '。') > 0))
                yield return (from, to);
        }
    }

    private static bool IsOfMail(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';

    /// <summary>A Chinese full stop as a Chinese keyboard writes it in an address.</summary>
    private static bool IsDotWithin(string text, int at) => text[at] == '。' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]);

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '·' or '_' or '(' or ')' or '/' or '•' or '‧' or '・';
}
