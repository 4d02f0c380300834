using System.Globalization;
using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Roster;

/// <summary>
/// A date as <c>shifts.csv</c> and <c>leave.csv</c> write it, with or without a time of day: fixed (<c>2026-11-23T08:30</c>) or,
/// for demonstrations, counted from a day D (<c>D+2</c>, <c>D-3T12:00</c>). A time that the clock repeats is told apart by its
/// offset (<c>2026-10-25T02:30+01:00</c>).
/// </summary>
internal readonly partial record struct WrittenTime(DateOnly? Fixed, int Days, TimeOnly Time, TimeSpan? Offset = null)
{
    public bool IsRelative => Fixed is null;

    /// <summary>The local date-time when D is that day.</summary>
    public DateTime On(DateOnly d) => (Fixed ?? d.AddDays(Days)).ToDateTime(Time);

    /// <summary>Null for anything else than a date with a time.</summary>
    public static WrittenTime? WithTime(string text)
    {
        if (DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && Near(local.Year))
            return new(DateOnly.FromDateTime(local), 0, TimeOnly.FromDateTime(local));
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) && Near(exact.Year))
            return new(DateOnly.FromDateTime(exact.DateTime), 0, TimeOnly.FromDateTime(exact.DateTime), exact.Offset);
        return text.Split('T') is [var day, var time]
            && Relative().IsMatch(day)
            && TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new(null, Count(day), at)
            : null;
    }

    /// <summary>Null for anything else than a date alone.</summary>
    public static WrittenTime? WithoutTime(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Near(day.Year))
            return new(day, 0, default);
        return Relative().IsMatch(text) ? new(null, Count(text), default) : null;
    }

    /// <summary>A year that somebody can mean, far from the ends of what an instant can hold.</summary>
    private static bool Near(int year) => year is >= 1900 and < 2900;

    internal static int Count(string offset) => int.Parse(offset.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex("^D[+-][0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();
}

/// <summary>
/// The days on which a line of <c>shifts.csv</c> repeats, for demonstrations: <c>D-7..D+14</c>, or only some weekdays of them,
/// <c>D-7..D+14 mon tue fri</c>. The bounds count from the day of loading; within the line D is each of the days in turn.
/// </summary>
internal sealed partial record RepeatedDays(int From, int To, IReadOnlySet<DayOfWeek> Weekdays)
{
    private static readonly Dictionary<string, DayOfWeek> Words = Enum.GetValues<DayOfWeek>()
        .ToDictionary(d => d.ToString()[..3].ToLowerInvariant());

    public IEnumerable<DateOnly> Around(DateOnly today) =>
        Enumerable.Range(From, To - From + 1).Select(today.AddDays).Where(d => Weekdays.Contains(d.DayOfWeek));

    /// <summary>Null for anything else.</summary>
    public static RepeatedDays? Read(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var (from, to) = (WrittenTime.Count(match.Groups[1].Value), WrittenTime.Count(match.Groups[2].Value));
        var words = match.Groups[3].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return from <= to ? new(from, to, (words.Length > 0 ? words.Select(w => Words[w]) : Words.Values).ToHashSet()) : null;
    }

    [GeneratedRegex(@"^(D[+-][0-9]{1,3})\.\.(D[+-][0-9]{1,3})((?: (?:mon|tue|wed|thu|fri|sat|sun))*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
