using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Duty;

/// <summary>What <see cref="DutyRules.Check"/> has to know.</summary>
/// <param name="Shifts">All that touch <see cref="Window"/>: of the team, and of both people and their stand-ins where they work in other teams; in any order.</param>
/// <param name="People">The team, both people and their stand-ins.</param>
/// <param name="Leaves">Of the same people.</param>
/// <param name="Zone">Of the team whose shift is given: its local days count.</param>
/// <param name="Profile">Labour rules of that team, CN or EU.</param>
/// <param name="PostSkills">The skills that a post needs; a post that is not named needs none.</param>
/// <param name="Days">Working days of the profile.</param>
public sealed record DutyFacts(
    IReadOnlyList<Shift> Shifts,
    IReadOnlyList<Person> People,
    IReadOnlyList<Leave> Leaves,
    TimeZoneInfo Zone,
    string Profile,
    IReadOnlyDictionary<string, IReadOnlyList<string>> PostSkills,
    WorkingDays Days)
{
    /// <summary>How far the window reaches beyond the months of the shifts: twice a week, so that no run of seven days is cut.</summary>
    public const int DaysBeyond = 14;

    /// <summary>From <see cref="DaysBeyond"/> days before the local month of the earlier shift to as many after the month of the later one.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Window(DutyChange change, TimeZoneInfo zone)
    {
        var days = change.Handed.Select(h => LocalTime.DayOf(h.Shift.Start, zone)).ToList();
        var (first, last) = (days.Min(), days.Max());
        var from = new DateOnly(first.Year, first.Month, 1).AddDays(-DaysBeyond);
        var to = new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(DaysBeyond);
        return (LocalTime.ToInstant(from.ToDateTime(TimeOnly.MinValue), zone), LocalTime.ToInstant(to.ToDateTime(TimeOnly.MinValue), zone));
    }

    internal bool Away(string person, DateOnly day) => Leaves.Any(l => l.Person == person && l.Covers(day));

    internal DateOnly DayOf(DateTimeOffset at) => LocalTime.DayOf(at, Zone);

    internal DateTimeOffset At(DateOnly day, TimeOnly time) => LocalTime.ToInstant(day.ToDateTime(time), Zone);

    /// <summary>The local days that a shift touches.</summary>
    internal IEnumerable<DateOnly> DaysOf(Shift shift)
    {
        var last = DayOf(shift.End.AddTicks(-1));
        for (var day = DayOf(shift.Start); day <= last; day = day.AddDays(1))
            yield return day;
    }

    /// <summary>That local day from its first instant to that of the next: 23 or 25 hours where the clock changes.</summary>
    internal Spans Whole(DateOnly day) => Spans.Of(At(day, TimeOnly.MinValue), At(day.AddDays(1), TimeOnly.MinValue));
}
