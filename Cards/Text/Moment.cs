using System.Globalization;

namespace CheckInBot.Cards;

/// <summary>An instant as the reader's clock and calendar show it.</summary>
/// <param name="Clock">Time of day, <c>17:20</c>.</param>
/// <param name="Day">Local day.</param>
/// <param name="FromToday">Days from the day of drawing: 0 the same, 1 the next. The reader may look a day later, so no sentence says "today" or "tomorrow".</param>
/// <param name="Certain">Still to come on the day of drawing; the card is drawn anew when it has, so that it is read on that day.</param>
public readonly record struct Moment(string Clock, DateOnly Day, int FromToday, bool Certain)
{
    public static Moment Of(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return new(local.ToString("HH:mm", CultureInfo.InvariantCulture), day, day.DayNumber - today.DayNumber, day == today && at > now);
    }
}
