using System.Collections.Immutable;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>Where, on which weekdays and at which hours incidents gather, as far as it may be shown.</summary>
/// <param name="From">First day of the period, a calendar quarter that is over.</param>
/// <param name="To">Its last day.</param>
/// <param name="Posts">The posts that may be shown, most first.</param>
/// <param name="Weekdays">Those that may be shown, in the order of the week.</param>
/// <param name="Hours">Hours of the day that may be shown, 0-23, in their order.</param>
public sealed record HotSpots(
    DateOnly From,
    DateOnly To,
    ImmutableArray<(string Post, int Count)> Posts,
    ImmutableArray<(DayOfWeek Day, int Count)> Weekdays,
    ImmutableArray<(int Hour, int Count)> Hours)
{
    /// <summary>A smaller count could tell of one person, and is not shown.</summary>
    public const int Least = 5;

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool IsEmpty => Posts.IsEmpty && Weekdays.IsEmpty && Hours.IsEmpty;

    /// <summary>The last calendar quarter that is over on that day: periods never overlap, so that two pictures cannot be subtracted.</summary>
    public static (DateOnly From, DateOnly To) PeriodBefore(DateOnly today)
    {
        var begun = new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1);
        return (begun.AddMonths(-3), begun.AddDays(-1));
    }

    /// <summary>
    /// Counts what was reported in the period; restricted ones are not among them. One that turned out to be restricted when the period was over
    /// stays as it was counted: whoever has seen the picture before would find it by the difference.
    /// </summary>
    /// <param name="reviews">Every review.</param>
    /// <param name="posts">All posts there are, in the order of the roster; others count together, as one that is never shown by name.</param>
    /// <param name="zone">The team's zone by its id.</param>
    public static HotSpots Of(IEnumerable<Review> reviews, IReadOnlyList<string> posts, Func<string, TimeZoneInfo> zone, DateOnly today)
    {
        var (from, to) = PeriodBefore(today);
        var counted = reviews.Where(r => !(r.Counted?.Restricted ?? r.Restricted))
            .Select(r => (Post: r.Counted?.Post ?? r.Incident.Post, At: TimeZoneInfo.ConvertTime(r.Counted?.At ?? r.Incident.OccurredAt, zone(r.Incident.Team)), Reported: LocalTime.DayOf(r.Incident.ReportedAt, zone(r.Incident.Team))))
            .Where(i => i.Reported >= from && i.Reported <= to)
            .ToList();
        string[] named = [.. posts.Distinct(StringComparer.Ordinal), ""];
        var byPost = Hidden([.. named.Select(p => counted.Count(i => i.Post == p || (p.Length == 0 && !posts.Contains(i.Post))))]);
        var byDay = Hidden([.. Week.Select(d => counted.Count(i => i.At.DayOfWeek == d))]);
        var byHour = Hidden([.. Enumerable.Range(0, 24).Select(h => counted.Count(i => i.At.Hour == h))]);
        // The three have one sum: where one cannot be protected, none is shown.
        return byPost is null || byDay is null || byHour is null
            ? new(from, to, [], [], [])
            : new(
                from,
                to,
                [.. Shown(named, byPost).Where(p => p.Key.Length > 0).OrderByDescending(p => p.Count)],
                [.. Shown(Week, byDay)],
                [.. Shown([.. Enumerable.Range(0, 24)], byHour)]);
    }

    /// <summary>
    /// The counts with those below <see cref="Least"/> hidden (null), and another one with them wherever they could be worked out from the sum: when it is one
    /// alone, when all hidden together are fewer than five, or when each of them must be as large as it can be. Which one is hidden with them
    /// goes by its place and never by its count, which would tell something too. Null when nothing is left that could protect them.
    /// </summary>
    public static int?[]? Hidden(IReadOnlyList<int> counts)
    {
        int?[] shown = [.. counts.Select(n => n < Least ? (int?)null : n)];
        // Of a day or an hour at which a place is closed everybody knows that it is none: it protects nothing.
        var small = counts.Count(n => n is > 0 and < Least);
        var sum = counts.Where(n => n < Least).Sum();
        if (shown.All(n => n is not null) || (small > 1 && sum >= Least && sum < small * (Least - 1)))
            return shown;
        var last = Array.FindLastIndex(shown, n => n is null);
        for (var step = 1; step < shown.Length; step++)
        {
            var next = (last + step) % shown.Length;
            if (shown[next] is null)
                continue;
            shown[next] = null;
            return shown;
        }
        return null;
    }

    private static IEnumerable<(T Key, int Count)> Shown<T>(IReadOnlyList<T> keys, int?[] counts) =>
        keys.Zip(counts).Where(c => c.Second is not null).Select(c => (c.First, c.Second!.Value));
}
