using System.Globalization;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Whether a local time that somebody wrote is one moment: where clocks change, some times do not exist and some exist twice.</summary>
internal static class ClockTime
{
    /// <summary>What is wrong with the time, with the values of what is said; null when it is one moment.</summary>
    /// <param name="offset">The offset that was written behind it; null for none.</param>
    /// <param name="exact">Whether a time without an offset must exist once.</param>
    public static (ListFault Fault, string[] Values)? FaultOf(DateTime local, TimeSpan? offset, TimeZoneInfo zone, bool exact)
    {
        if (offset is { } written)
            return Fits(local, written, zone) ? null : (ListFault.WrongOffset, [zone.Id, Text(local), OffsetText(written)]);
        if (!exact)
            return null;
        if (zone.IsInvalidTime(local))
        {
            var first = TimeZoneInfo.ConvertTime(LocalTime.ToInstant(local, zone), zone).DateTime;
            return (ListFault.TimeSkipped, [zone.Id, Text(local), Text(first)]);
        }
        if (!zone.IsAmbiguousTime(local))
            return null;
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return (ListFault.TimeTwice, [zone.Id, Text(local), Text(local) + OffsetText(offsets.Max()), Text(local) + OffsetText(offsets.Min())]);
    }

    private static bool Fits(DateTime local, TimeSpan offset, TimeZoneInfo zone) =>
        !zone.IsInvalidTime(local) && (zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Contains(offset) : zone.GetUtcOffset(local) == offset);

    private static string Text(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string OffsetText(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh':'mm", CultureInfo.InvariantCulture);
}
