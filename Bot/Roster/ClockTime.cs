using System.Globalization;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Roster;

/// <summary>Whether a local time that somebody wrote is one moment: where clocks change, some times do not exist and some exist twice.</summary>
internal static class ClockTime
{
    /// <summary>What is wrong with the time, and what to write instead; null when it is one moment.</summary>
    /// <param name="offset">The offset that was written behind it; null for none.</param>
    /// <param name="exact">Whether a time without an offset must exist once.</param>
    public static (string Problem, string Remedy)? FaultOf(DateTime local, TimeSpan? offset, TimeZoneInfo zone, bool exact)
    {
        if (offset is { } written)
            return Fits(local, written, zone) ? null : ($"in {zone.Id} no clock shows {Text(local)} at the offset {OffsetText(written)}", "Leave the offset out, or write the one that holds then.");
        if (!exact)
            return null;
        if (zone.IsInvalidTime(local))
        {
            var first = TimeZoneInfo.ConvertTime(LocalTime.ToInstant(local, zone), zone).DateTime;
            return ($"{Text(local)} does not exist in {zone.Id}: the clocks are put forward", $"Write {Text(first)}, the first time after it, or an earlier one.");
        }
        if (!zone.IsAmbiguousTime(local))
            return null;
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return ($"{Text(local)} exists twice in {zone.Id}: the clocks are put back", $"Write {Text(local)}{OffsetText(offsets.Max())} for the first or {Text(local)}{OffsetText(offsets.Min())} for the second.");
    }

    private static bool Fits(DateTime local, TimeSpan offset, TimeZoneInfo zone) =>
        !zone.IsInvalidTime(local) && (zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Contains(offset) : zone.GetUtcOffset(local) == offset);

    private static string Text(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string OffsetText(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh':'mm", CultureInfo.InvariantCulture);
}
