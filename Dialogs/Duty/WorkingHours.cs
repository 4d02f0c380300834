namespace CheckInBot.Dialogs.Duty;

/// <summary>The hours in which a team works, for waits that rest outside them. Real time counts: an hour that the clock skips is none.</summary>
/// <param name="From">Local time at which a working day opens.</param>
/// <param name="To">Local time at which it closes; later than <paramref name="From"/>.</param>
public sealed record WorkingHours(TimeZoneInfo Zone, TimeOnly From, TimeOnly To, WorkingDays Days)
{
    /// <summary>
    /// The moment at which so much working time has passed since then: within working hours, or at a close. Adding in parts gives the same.
    /// </summary>
    /// <param name="wait">Working time, zero or more.</param>
    public DateTimeOffset Add(DateTimeOffset at, TimeSpan wait)
    {
        for (var day = LocalTime.DayOf(at, Zone); ; day = day.AddDays(1))
        {
            if (!Days.IsWorkingDay(day))
                continue;
            var (open, close) = (Instant(day, From), Instant(day, To));
            if (close < at)
                continue;
            var start = open > at ? open : at.ToUniversalTime();
            if (wait <= close - start)
                return start + wait;
            wait -= close - start;
        }
    }

    /// <summary>That moment while the team works, which it no longer does at a close; otherwise when it opens next.</summary>
    public DateTimeOffset Open(DateTimeOffset at)
    {
        for (var day = LocalTime.DayOf(at, Zone); ; day = day.AddDays(1))
        {
            if (Days.IsWorkingDay(day) && at < Instant(day, To))
                return Instant(day, From) is var open && open > at ? open : at.ToUniversalTime();
        }
    }

    /// <summary>
    /// Close of business of the n-th working day after the day of that moment, which does not count itself (Civil Code art. 201, 203): the
    /// promise "within 5 working days".
    /// </summary>
    public DateTimeOffset DueAfter(DateTimeOffset at, int days)
    {
        var day = LocalTime.DayOf(at, Zone);
        while (days > 0)
        {
            day = day.AddDays(1);
            days -= Days.IsWorkingDay(day) ? 1 : 0;
        }
        return Instant(day, To);
    }

    private DateTimeOffset Instant(DateOnly day, TimeOnly time) => LocalTime.ToInstant(day.ToDateTime(time), Zone);
}
