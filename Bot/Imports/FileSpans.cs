using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Imports;

/// <summary>From when to when the shifts of a file start, for each of its teams.</summary>
internal sealed class FileSpans
{
    private readonly Dictionary<string, (int Count, DateTimeOffset From, DateTimeOffset To)> teams = new(StringComparer.Ordinal);

    public FileSpans(ShiftList given)
    {
        for (var i = 0; i < given.Count; i++)
        {
            var (team, start) = (given.TeamOf(i), given.StartOf(i));
            var (count, from, to) = teams.GetValueOrDefault(team, (0, start, start));
            teams[team] = (count + 1, start < from ? start : from, start > to ? start : to);
        }
    }

    public bool Covers(string team, DateTimeOffset start) => teams.TryGetValue(team, out var span) && start >= span.From && start <= span.To;

    /// <summary>Whether a shift can overlap one of the file.</summary>
    public bool Touches(DateTimeOffset start, DateTimeOffset end) =>
        teams.Count > 0 && end > teams.Values.Min(t => t.From) && start < teams.Values.Max(t => t.To) + Roster.Roster.LongestShift;

    /// <summary>In local days of each team, in the order of the teams.</summary>
    public IReadOnlyList<ShiftSpan> In(Organisation organisation) =>
    [
        .. organisation.Teams.Where(t => teams.ContainsKey(t.Id)).Select(t =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(t.TimeZone);
            var (count, from, to) = teams[t.Id];
            return new ShiftSpan(t.Id, count, LocalTime.DayOf(from, zone), LocalTime.DayOf(to, zone));
        }),
    ];
}
