using System.Globalization;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>
/// Takes out of words whatever tells who somebody is: ID card numbers (18 digits with the check character of GB 11643-1999, and the older 15), mainland
/// mobile phones, bank cards (13-19 digits with the check digit of ISO/IEC 7812, Luhn), plates (GA 36), e-mail addresses, and names of the roster.
/// </summary>
/// <remarks>
/// Width does not matter, nor blanks, dots and hyphens between the digits. Rather one number too many than one too few: eleven digits that begin
/// as a mobile phone does are one. Amounts, dates, times and numbers of windows stay.
/// </remarks>
public static class Redaction
{
    /// <summary>What stands in the place of what was taken out; the same sign for everything, so that it tells nothing.</summary>
    public const string Mark = "■■■";

    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领港澳";
    private const int LongestBlankRun = 2;

    private static readonly int[] IdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <param name="names">Display names and ids that must not stand in the words; those of one character are left out.</param>
    public static string Of(string words, IEnumerable<string> names)
    {
        var text = Folded.Of(words);
        var gone = new bool[text.Plain.Length];
        foreach (var (from, to) in Emails(text.Plain).Concat(Plates(text.Plain)).Concat(Numbers(text.Plain)).Concat(Named(text.Plain, names)))
            Array.Fill(gone, true, from, to - from);
        return text.Without(gone);
    }

    /// <summary>Whether the 18 characters are an ID card number with its check character (GB 11643-1999, ISO 7064 MOD 11-2).</summary>
    public static bool IsIdCard(string number)
    {
        if (number.Length != 18 || !number.AsSpan(0, 17).ToString().All(char.IsAsciiDigit))
            return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += (number[i] - '0') * IdWeights[i];
        return char.ToUpperInvariant(number[17]) == "10X98765432"[sum % 11];
    }

    /// <summary>Whether the check digit fits (ISO/IEC 7812-1, Luhn).</summary>
    public static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? d : d > 4 ? (d * 2) - 9 : d * 2;
        }
        return sum % 10 == 0;
    }

    /// <summary>Digits that belong together although blanks, dots or hyphens stand between them.</summary>
    private static IEnumerable<(int From, int To)> Numbers(string text)
    {
        for (var from = 0; from < text.Length; from++)
        {
            if (!char.IsAsciiDigit(text[from]))
                continue;
            var places = new List<int>();
            var at = from;
            for (var gap = 0; at < text.Length && gap <= LongestBlankRun; at++)
            {
                if (char.IsAsciiDigit(text[at]) || (text[at] == 'x' && places.Count == 17))
                {
                    places.Add(at);
                    gap = 0;
                }
                else if (text[at] is ' ' or '-' or '.' or '·' or '_')
                    gap++;
                else
                    break;
            }
            foreach (var (first, count) in Found(string.Concat(places.Select(p => text[p])), i => i == 0 || i == places.Count || places[i] > places[i - 1] + 1))
                yield return (places[first], places[first + count - 1] + 1);
            from = places[^1];
        }
    }

    /// <summary>Where in a run of digits a number of somebody begins, and how long it is.</summary>
    /// <param name="parts">Whether something stands between this digit and the one before it.</param>
    private static IEnumerable<(int First, int Count)> Found(string run, Func<int, bool> parts)
    {
        for (var first = 0; first < run.Length; first++)
        {
            var left = run[first..];
            // With its check character, or as a mistyped one that has a birthday in it.
            if (left.Length >= 18 && (IsIdCard(left[..18]) || (parts(first) && left[0] is >= '1' and <= '8' && HasBirthday(left[6..14], "yyyyMMdd"))))
                yield return (first, 18);
            if (left.Length >= 15 && parts(first) && parts(first + 15) && left[0] is >= '1' and <= '8' && HasBirthday(left[6..12], "yyMMdd"))
                yield return (first, 15);
            // A landline with its area code (GB/T 15189: 010, 02x, and 03xx to 09xx); a blank or hyphen may stand behind the code only.
            if (left.Length >= 10 && left[0] == '0' && parts(first) && AreaOf(left) is var code && code > 0)
            {
                for (var length = code + 8; length >= code + 7; length--)
                {
                    if (left.Length >= length && left[..length].All(char.IsAsciiDigit) && parts(first + length) && Enumerable.Range(1, code - 1).All(i => !parts(first + i)))
                        yield return (first, length);
                }
            }
            // Dates and times beside each other are no phone: its digits do not come in pairs.
            if (left.Length >= 11 && left[0] == '1' && left[1] is >= '3' and <= '9' && left[..11].All(char.IsAsciiDigit) && !parts(first + 1) && !parts(first + 2))
                yield return (first, 11);
            for (var length = Math.Min(19, left.Length); length >= 13 && parts(first) && left[0] is (>= '3' and <= '6') or '9'; length--)
            {
                if (parts(first + length) && left[..length].All(char.IsAsciiDigit) && IsLuhn(left[..length]))
                    yield return (first, length);
            }
        }
    }

    /// <summary>How many digits the area code at the beginning has; 0 where there is none.</summary>
    private static int AreaOf(string digits) => digits[1] switch
    {
        '1' when digits[2] == '0' => 3,
        '2' when digits[2] is not ('6') => 3,
        >= '3' and <= '9' => 4,
        _ => 0,
    };

    private static bool HasBirthday(string digits, string form) =>
        DateOnly.TryParseExact(digits, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2099;

    /// <summary>京A·12345, 京AD12345: a province, a letter, and five or six letters and digits.</summary>
    private static IEnumerable<(int From, int To)> Plates(string text)
    {
        for (var from = 0; from + 6 < text.Length; from++)
        {
            if (!Provinces.Contains(text[from], StringComparison.Ordinal))
                continue;
            var at = Past(text, from + 1);
            if (at >= text.Length || text[at] is < 'a' or > 'z')
                continue;
            var (count, digits, to) = (0, 0, at + 1);
            for (var i = at + 1; i < text.Length && count < 6; i++)
            {
                if (char.IsAsciiLetterOrDigit(text[i]) || "学警挂港澳领".Contains(text[i], StringComparison.Ordinal))
                {
                    (count, to) = (count + 1, i + 1);
                    digits += char.IsAsciiDigit(text[i]) ? 1 : 0;
                }
                else if (text[i] is not (' ' or '-' or '.' or '·'))
                    break;
            }
            if (count >= 5 && digits >= 2)
                yield return (from, to);
        }
    }

    private static int Past(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '-' or '.' or '·')
            at++;
        return at;
    }

    private static IEnumerable<(int From, int To)> Emails(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var (from, to) = (at, at + 1);
            while (from > 0 && IsOfMail(text[from - 1]))
                from--;
            while (to < text.Length && IsOfMail(text[to]))
                to++;
            if (from < at && to > at + 1)
                yield return (from, to);
        }
    }

    private static bool IsOfMail(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';

    /// <summary>A name wherever it stands; one in Latin letters as whole words, and its parts of three letters and more too.</summary>
    private static IEnumerable<(int From, int To)> Named(string text, IEnumerable<string> names)
    {
        foreach (var name in names.SelectMany(Parts).Distinct(StringComparer.Ordinal))
        {
            var latin = char.IsAsciiLetterOrDigit(name[0]);
            for (var at = text.IndexOf(name[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(name[0], at + 1))
            {
                var end = EndOf(name, text, at);
                if (end > at && (!latin || ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))))
                    yield return (at, end);
            }
        }
    }

    /// <summary>Where the name that begins there ends; -1 where it is none. Blanks, dots and hyphens may stand between Chinese characters and between the parts of other names.</summary>
    private static int EndOf(string name, string text, int at)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (name[i] is ' ' || name[i] >= '\u3400'))
            {
                var behind = at;
                while (behind < text.Length && behind - at < LongestBlankRun && text[behind] is ' ' or '-' or '.' or '·' or '_')
                    behind++;
                at = behind;
            }
            if (name[i] is ' ')
                continue;
            if (at >= text.Length || text[at] != name[i])
                return -1;
            at++;
        }
        return at;
    }

    private static IEnumerable<string> Parts(string name)
    {
        var plain = Folded.Of(name).Plain.Trim();
        if (plain.Length < 2)
            yield break;
        yield return plain;
        foreach (var part in plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length >= 3 && char.IsAsciiLetter(p[0])))
            yield return part;
        // 李小明 is called 小明.
        if (plain.Length == 3 && plain[0] >= '\u3400')
            yield return plain[1..];
    }
}
