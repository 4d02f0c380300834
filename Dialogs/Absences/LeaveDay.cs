using System.Globalization;
using System.Text.RegularExpressions;

namespace CheckInBot.Dialogs.Absences;

/// <summary>Reads a day as people write it, in either language.</summary>
internal static partial class LeaveDay
{
    /// <summary>A day without a year that lies back less than this is over; else the one of the next year is meant.</summary>
    private const int HalfAYear = 183;

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] WeekDays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>Null for what is no day.</summary>
    /// <param name="words">In the form of <see cref="Commands.Plain"/>.</param>
    /// <param name="from">The first day of leave of which this is the last: what is said without a week or a year is the next from then on; null: from today on.</param>
    public static DateOnly? Read(string words, DateOnly today, DateOnly? from)
    {
        var tight = words.Replace(" ", "", StringComparison.Ordinal);
        return Relative(tight) is { } days ? today.AddDays(days)
            : InWeek(tight, today, from) ?? Dated(tight, from ?? today) ?? InEnglish(words, today, from);
    }

    private static int? Relative(string tight) => tight switch
    {
        "today" or "今天" or "今日" => 0,
        "tomorrow" or "明天" or "明日" => 1,
        "后天" => 2,
        "大后天" => 3,
        _ => null,
    };

    /// <summary>"周五" is the next one, "这周五" that of this week, from Monday on, "下周五" that of the next.</summary>
    private static DateOnly? InWeek(string tight, DateOnly today, DateOnly? from)
    {
        var match = Week().Match(tight);
        if (!match.Success)
            return null;
        var number = "一二三四五六日天".IndexOf(match.Groups["day"].Value[0], StringComparison.Ordinal);
        var day = Math.Min(number, 6);
        if (match.Groups["which"].Value is not { Length: > 0 } which)
            return Next((DayOfWeek)((day + 1) % 7), today, from);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return monday.AddDays(day + (which[0] == '下' ? 7 : 0));
    }

    /// <summary>Whoever says "from Monday until Monday" means the next one.</summary>
    private static DateOnly Next(DayOfWeek day, DateOnly today, DateOnly? from)
    {
        var first = from?.AddDays(1) ?? today;
        return first.AddDays(((int)day - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly? Dated(string tight, DateOnly anchor)
    {
        var match = Written().Match(tight);
        if (!match.Success)
            return null;
        var day = Number(match, "day");
        var month = Number(match, "month");
        int? year = match.Groups["which"].Value switch { "明年" => anchor.Year + 1, "今年" => anchor.Year, _ => Number(match, "year") };
        return month is { } of ? Of(year, of, day!.Value, anchor) : NextOfMonth(day!.Value, anchor);
    }

    private static DateOnly? InEnglish(string words, DateOnly today, DateOnly? from)
    {
        var parts = words.Split(' ').Where(w => w is not ("the" or "of" or "on" or "this" or "inclusive" or "included" or "including")).ToList();
        var week = parts.Count > 0 ? Named(WeekDays, parts[0]) : -1;
        if (week >= 0 && parts.Count == 1)
            return Next((DayOfWeek)week, today, from);
        if (week >= 0)
            parts.RemoveAt(0);
        var date = OfMonth(parts, from ?? today);
        // "Friday 28 Nov" where that is a Saturday is a slip, and which of the two is not guessed.
        return week < 0 || date?.DayOfWeek == (DayOfWeek)week ? date : null;
    }

    private static DateOnly? OfMonth(List<string> parts, DateOnly anchor)
    {
        if (parts is [var one])
        {
            return Dotted().Match(one) is { Success: true } dotted ? Of(Number(dotted, "year"), Number(dotted, "month")!.Value, Number(dotted, "day")!.Value, anchor)
                : Ordinal().Match(one) is { Success: true } alone && !char.IsAsciiDigit(one[^1]) ? NextOfMonth(Number(alone, "day")!.Value, anchor)
                : null;
        }
        if (parts.Count is < 2 or > 3)
            return null;
        int? year = null;
        if (parts.Count == 3)
        {
            if (!(parts[2].Length == 4 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var said)))
                return null;
            year = said;
        }
        var (month, day) = Named(Months, parts[0]) is >= 0 and var first ? (first, parts[1]) : (Named(Months, parts[1]), parts[0]);
        return month >= 0 && Ordinal().Match(day) is { Success: true } number ? Of(year, month + 1, Number(number, "day")!.Value, anchor) : null;
    }

    /// <summary>The place of a name that is written out or shortened to three letters or more; -1 for none.</summary>
    private static int Named(string[] names, string word) => word.Length < 3 ? -1 : Array.FindIndex(names, n => n.StartsWith(word, StringComparison.Ordinal));

    private static DateOnly? Of(int? year, int month, int day, DateOnly anchor)
    {
        if (year is { } said)
            return Exact(said, month, day);
        var here = Exact(anchor.Year, month, day);
        return here is { } found && anchor.DayNumber - found.DayNumber < HalfAYear ? here : Exact(anchor.Year + 1, month, day);
    }

    private static DateOnly? NextOfMonth(int day, DateOnly anchor)
    {
        var month = day >= anchor.Day ? anchor : anchor.AddMonths(1);
        return Exact(month.Year, month.Month, day);
    }

    private static DateOnly? Exact(int year, int month, int day) =>
        year is >= 2000 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>Digits, or Chinese numbers up to 99.</summary>
    private static int? Number(Match match, string group)
    {
        var text = match.Groups[group].Value;
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0 && text.Length > 1)
            return 0;
        var tens = ten < 0 ? 0 : ten == 0 ? 1 : Digit(text[0]);
        var ones = ten == text.Length - 1 ? 0 : Digit(text[^1]);
        return tens * 10 + ones;
    }

    private static int Digit(char c) => "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is > 0 and var digit ? digit : 0;

    [GeneratedRegex(@"^(?<which>下个?|这个?|本)?(周|星期|礼拜)(?<day>[一二三四五六日天])$", RegexOptions.None, 5000)]
    private static partial Regex Week();

    // "11/28" is written month first in Chinese; the year comes first everywhere.
    [GeneratedRegex(@"^((?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})|((?<year>\d{4})年|(?<which>明年|今年))?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?|(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号])$", RegexOptions.None, 5000)]
    private static partial Regex Written();

    // Day first, as it is written with points; "11/28" could be either and is not guessed.
    [GeneratedRegex(@"^(?<day>\d{1,2})\.(?<month>\d{1,2})(\.(?<year>\d{4}))?$", RegexOptions.None, 5000)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?<day>\d{1,2})(st|nd|rd|th)?$", RegexOptions.None, 5000)]
    private static partial Regex Ordinal();
}
