using System.Globalization;

namespace CheckInBot.Cards;

/// <summary>An instant as the reader's clock and calendar show it.</summary>
/// <param name="Clock">Time of day, <c>17:20</c>.</param>
/// <param name="Day">Local day.</param>
/// <param name="FromToday">Days from the reader's today: 0 today, 1 tomorrow, -1 yesterday.</param>
public readonly record struct Moment(string Clock, DateOnly Day, int FromToday)
{
    public static Moment Of(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone) => Of(at, now, zone, "HH:mm");

    /// <summary>The same to the second, <c>17:20:05</c>, for what is told in seconds.</summary>
    public static Moment Exactly(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone) => Of(at, now, zone, "HH:mm:ss");

    private static Moment Of(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone, string clock)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return new(local.ToString(clock, CultureInfo.InvariantCulture), day, day.DayNumber - today.DayNumber);
    }
}
