namespace CheckInBot.Dialogs.Duty;

/// <summary>Calculations over the shifts of one person.</summary>
public static class Hours
{
    /// <summary>Whole hours worked from Monday 00:00 of the local week up to <paramref name="at"/>, rounded to the nearest hour.</summary>
    public static int ThisWeek(IEnumerable<Shift> shifts, DateTimeOffset at, TimeZoneInfo zone)
    {
        var day = LocalTime.DayOf(at, zone);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var from = LocalTime.ToInstant(monday.ToDateTime(TimeOnly.MinValue), zone);
        var worked = TimeSpan.Zero;
        foreach (var shift in shifts)
        {
            var start = shift.Start > from ? shift.Start : from;
            var end = shift.End < at ? shift.End : at;
            if (end > start)
                worked += end - start;
        }
        return (int)Math.Round(worked.TotalHours, MidpointRounding.AwayFromZero);
    }

    /// <summary>Number of local days in a row, ending with the day of <paramref name="at"/> or the one before, on which a shift began.</summary>
    public static int DaysInARow(IEnumerable<Shift> shifts, DateTimeOffset at, TimeZoneInfo zone)
    {
        var days = shifts.Where(s => s.Start <= at).Select(s => LocalTime.DayOf(s.Start, zone)).ToHashSet();
        var day = LocalTime.DayOf(at, zone);
        if (!days.Contains(day))
            day = day.AddDays(-1);
        var count = 0;
        while (days.Contains(day.AddDays(-count)))
            count++;
        return count;
    }
}
