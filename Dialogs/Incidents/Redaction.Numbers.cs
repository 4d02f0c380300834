using System.Globalization;

namespace CheckInBot.Dialogs.Incidents;

public static partial class Redaction
{
    private static readonly int[] IdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

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

    /// <summary>The digit; null for any other sign. 一 to 九 are digits, 〇 and 幺 too.</summary>
    private static char? DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c,
        '〇' or '零' => '0',
        '幺' => '1',
        _ => "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? (char)('1' + i) : null,
    };

    /// <summary>Digits that belong together although blanks, dots, hyphens or brackets stand between them.</summary>
    private static IEnumerable<(int From, int To)> Numbers(string text)
    {
        for (var from = 0; from < text.Length; from++)
        {
            if (DigitOf(text[from]) is null)
                continue;
            var (run, places) = Run(text, from);
            foreach (var (first, count) in Found(run, i => i == 0 || i == places.Count || places[i] > places[i - 1] + 1))
                yield return (places[first], places[first + count - 1] + 1);
            from = places[^1];
        }
    }

    private static (string Run, List<int> Places) Run(string text, int from)
    {
        var (run, places) = (new System.Text.StringBuilder(), new List<int>());
        for (var (at, gap) = (from, 0); at < text.Length && gap <= LongestBlankRun; at++)
        {
            // The check character of an ID card, also as it is mistyped.
            var sign = DigitOf(text[at]) ?? (places.Count >= 17 && text[at] is 'x' or '×' or '*' ? 'x' : null);
            if (sign is { } digit)
            {
                run.Append(digit);
                places.Add(at);
                gap = 0;
            }
            else if (IsSeparator(text[at]))
                gap++;
            else
                break;
        }
        return (run.ToString(), places);
    }

    /// <summary>A phone of another country: + or 00, its code, and 8 to 15 digits in all (ITU-T E.164).</summary>
    private static IEnumerable<(int From, int To)> Abroad(string text)
    {
        for (var from = 0; from < text.Length; from++)
        {
            if (text[from] == '+')
            {
                var at = from + 1;
                while (at < text.Length && at - from <= LongestBlankRun && IsSeparator(text[at]))
                    at++;
                if (at < text.Length && char.IsAsciiDigit(text[at]) && Run(text, at) is var (run, places) && run.Length >= 8 && run[0] != '0')
                    yield return (from, places[Math.Min(run.Length, 15) - 1] + 1);
            }
            // Without a gap it may be any number that begins with noughts.
            else if (text[from] == '0' && (from == 0 || !char.IsAsciiDigit(text[from - 1])) && Run(text, from) is var (local, spots)
                && local.Length is >= 12 and <= 17 && local.StartsWith("00", StringComparison.Ordinal) && local[2] is >= '1' and <= '9'
                && spots[1] == spots[0] + 1 && spots[^1] - spots[0] >= spots.Count)
                yield return (from, spots[^1] + 1);
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
            if (LandlineAt(left, i => parts(first + i)) is > 0 and var landline)
                yield return (first, landline);
            if (left.Length >= 11 && left[0] == '1' && left[1] is >= '3' and <= '9' && left[..11].All(char.IsAsciiDigit) && IsMobile(left, i => parts(first + i)))
                yield return (first, 11);
            for (var length = Math.Min(19, left.Length); length >= 13 && parts(first) && IsIssuer(left); length--)
            {
                if (parts(first + length) && left[..length].All(char.IsAsciiDigit) && IsLuhn(left[..length]))
                    yield return (first, length);
            }
        }
    }

    /// <summary>First digits of bank cards: 3-6 and 9, Mastercard's 2221-2720 and UnionPay's 81. Other numbers that begin with 2 may be days.</summary>
    private static bool IsIssuer(string digits) =>
        digits[0] is (>= '3' and <= '6') or '9'
        || digits.StartsWith("81", StringComparison.Ordinal)
        || (int.TryParse(digits.AsSpan(0, Math.Min(4, digits.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var issuer) && issuer is >= 2221 and <= 2720);

    /// <summary>Digits in pairs, or a day among them, are dates and times beside each other and no phone.</summary>
    private static bool IsMobile(string digits, Func<int, bool> parts)
    {
        if (!parts(1) && !parts(2))
            return true;
        if (!parts(0) || !parts(11))
            return false;
        var groups = new List<string>();
        for (var i = 0; i < 11; i++)
        {
            if (i == 0 || parts(i))
                groups.Add("");
            groups[^1] += digits[i];
        }
        return groups.TrueForAll(g => g.Length == 1) || (groups.Exists(g => g.Length >= 3) && !groups.Exists(g => g.Length == 4 && g[..2] is "19" or "20"));
    }

    /// <summary>How long the landline with its area code at the beginning is (GB/T 15189: 010, 02x, and 03xx to 09xx); 0 where there is none. What parts it stands behind the code, or everywhere.</summary>
    private static int LandlineAt(string digits, Func<int, bool> parts)
    {
        if (digits.Length < 10 || digits[0] != '0' || !parts(0) || AreaOf(digits) is not (> 0 and var code))
            return 0;
        for (var length = code + 8; length >= code + 7; length--)
        {
            if (digits.Length < length || !digits[..length].All(char.IsAsciiDigit) || !parts(length))
                continue;
            if (Enumerable.Range(1, code - 1).All(i => !parts(i)) || Enumerable.Range(1, length - 1).All(parts))
                return length;
        }
        return 0;
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
}
