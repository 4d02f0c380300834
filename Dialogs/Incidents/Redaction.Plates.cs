namespace CheckInBot.Dialogs.Incidents;

public static partial class Redaction
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    /// <summary>Of the forces as they were until 2013, of embassies, and of Hong Kong and Macau.</summary>
    private const string OtherFirst = "军海空北沈兰济南广成使领港澳";

    /// <summary>Behind the digits: police, learners, trailers, Hong Kong, Macau, consulates, rescue.</summary>
    private const string Last = "警学挂港澳领使应急";

    /// <summary>First letters of the plates of the forces since 2013.</summary>
    private const string Forces = "vkhbsljngc";

    private static IEnumerable<(int From, int To)> Plates(string text)
    {
        for (var from = 0; from < text.Length; from++)
        {
            var to = Civil(text, from);
            to = Math.Max(to, ArmedPolice(text, from));
            to = Math.Max(to, OfForces(text, from));
            to = Math.Max(to, OfEmbassies(text, from));
            if (to > from)
                yield return (from, to);
        }
    }

    /// <summary>京A·12345, 京AD12345, 京A1234警: a province, a letter, and five or six letters and digits. Where it ends; 0 where it is none.</summary>
    private static int Civil(string text, int from)
    {
        if (!Provinces.Contains(text[from], StringComparison.Ordinal) && !OtherFirst.Contains(text[from], StringComparison.Ordinal))
            return 0;
        var at = Past(text, from + 1);
        if (at >= text.Length || text[at] is < 'a' or > 'z')
            return 0;
        var (count, digits, to) = Signs(text, at + 1, 6);
        return count >= 5 && digits >= 2 ? to : 0;
    }

    /// <summary>WJ京12345, WJ·京1234X, WJ01-12345.</summary>
    private static int ArmedPolice(string text, int from)
    {
        if (text[from] != 'w')
            return 0;
        var at = Past(text, from + 1);
        if (at >= text.Length || text[at] != 'j')
            return 0;
        at = Past(text, at + 1);
        if (at < text.Length && Provinces.Contains(text[at], StringComparison.Ordinal))
            return Signs(text, at + 1, 5) is var (count, digits, to) && count >= 4 && digits >= 3 ? to : 0;
        // Without the character of a province the area has two digits: with fewer it may be any number of a case.
        var begins = from == 0 || !char.IsAsciiLetterOrDigit(text[from - 1]);
        return begins && Signs(text, at, 7) is (7, >= 6, var end) ? end : 0;
    }

    /// <summary>VA·12345, only with the dot or where a car is spoken of: two letters and five digits may be any number of a case.</summary>
    private static int OfForces(string text, int from)
    {
        if (!Forces.Contains(text[from], StringComparison.Ordinal) || (from > 0 && char.IsAsciiLetterOrDigit(text[from - 1])))
            return 0;
        var letter = Past(text, from + 1);
        if (letter >= text.Length || text[letter] is < 'a' or > 'z')
            return 0;
        var (count, digits, to) = Signs(text, letter + 1, 5);
        var ends = to >= text.Length || !char.IsAsciiLetterOrDigit(text[to]);
        var spoken = text.AsSpan(Math.Max(0, from - 8), Math.Min(8, from));
        return count == 5 && digits == 5 && ends && (text[letter..to].Contains('·', StringComparison.Ordinal) || spoken.IndexOfAny('车', '牌') >= 0 || spoken.Contains("plate", StringComparison.Ordinal)) ? to : 0;
    }

    /// <summary>使014·578.</summary>
    private static int OfEmbassies(string text, int from)
    {
        if (text[from] is not ('使' or '领'))
            return 0;
        var (count, digits, to) = Signs(text, from + 1, 6);
        return count == 6 && digits == 6 && (to >= text.Length || !char.IsAsciiDigit(text[to])) ? to : 0;
    }

    /// <summary>So many letters, digits and last signs, with whatever may stand between them.</summary>
    private static (int Count, int Digits, int To) Signs(string text, int at, int most)
    {
        var (count, digits, to) = (0, 0, at);
        for (; at < text.Length && count < most; at++)
        {
            if (char.IsAsciiLetterOrDigit(text[at]) || (count >= 3 && Last.Contains(text[at], StringComparison.Ordinal)))
            {
                (count, to) = (count + 1, at + 1);
                digits += char.IsAsciiDigit(text[at]) ? 1 : 0;
            }
            else if (!IsSeparator(text[at]))
                break;
        }
        return (count, digits, to);
    }

    private static int Past(string text, int at)
    {
        while (at < text.Length && IsSeparator(text[at]))
            at++;
        return at;
    }
}
