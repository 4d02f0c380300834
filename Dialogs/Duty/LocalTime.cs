namespace CheckInBot.Dialogs.Duty;

/// <summary>Local date-times of a zone as instants.</summary>
public static class LocalTime
{
    /// <summary>
    /// The instant of a local time. A time that the clock skips becomes the first valid minute after the gap; a time
    /// that it repeats becomes the first of the two, so whatever hangs on it happens once.
    /// </summary>
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
            local = new DateTime(local.Ticks - local.Ticks % TimeSpan.TicksPerMinute).AddMinutes(1);
        // Of the two offsets of a repeated time the larger one (still daylight time) comes first.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The local day on which an instant falls.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
