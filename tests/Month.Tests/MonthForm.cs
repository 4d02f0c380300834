using System.Globalization;

namespace CheckInBot.Month.Tests;

/// <summary>How long, how many and how rough a simulated month is.</summary>
/// <param name="From">The first day; everything begins at 00:00 UTC.</param>
/// <param name="Calm">The channel takes everything, nothing arrives twice and nobody presses together with somebody else: then the story is the same each time.</param>
internal sealed record MonthForm(int Seed, int People, DateOnly From, int Days, bool Calm = false)
{
    /// <summary>
    /// <c>CHECKINBOT_MONTH=1</c>: 200 people from 3 October to 2 November 2026. China's National Day week and its make-up Saturday (10 October), the end of
    /// summer time in Europe (25 October) and in America (1 November) are in it. <c>CHECKINBOT_MONTH_PEOPLE</c> and <c>CHECKINBOT_MONTH_DAYS</c> make it smaller.
    /// </summary>
    public static MonthForm? Long => Number("CHECKINBOT_MONTH") is not > 0 ? null
        : new(Number("CHECKINBOT_SEED") ?? 1, Number("CHECKINBOT_MONTH_PEOPLE") ?? 200, new(2026, 10, 3), Number("CHECKINBOT_MONTH_DAYS") ?? 31);

    public DateTimeOffset Begin => new(From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public DateTimeOffset End => Begin.AddDays(Days);

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
