using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Duty;

/// <summary>Who of a team works when in one week. A shift belongs to the local day on which it begins, also when it ends on the next.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="People">A row each; nobody stands there twice.</param>
public sealed record TeamWeek(DateOnly Monday, IReadOnlyList<PersonWeek> People)
{
    public const int Length = 7;

    /// <summary>Whether nobody has a shift in it.</summary>
    public bool IsEmpty => People.All(p => p.IsEmpty);

    /// <summary>The Monday of the week in which an instant falls.</summary>
    public static DateOnly MondayOf(DateTimeOffset at, TimeZoneInfo zone) => MondayOf(LocalTime.DayOf(at, zone));

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % Length));

    /// <summary>From its first instant to that of the next week; an hour more or less than seven days where the clock changes.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Span(DateOnly monday, TimeZoneInfo zone) =>
        (LocalTime.ToInstant(monday.ToDateTime(TimeOnly.MinValue), zone), LocalTime.ToInstant(monday.AddDays(Length).ToDateTime(TimeOnly.MinValue), zone));

    /// <summary>The shifts of that week by person, in the order in which the people first come.</summary>
    /// <param name="first">Who stands at the top, also without a shift.</param>
    public static TeamWeek Of(IEnumerable<Shift> shifts, DateOnly monday, TimeZoneInfo zone, params IReadOnlyList<string> first)
    {
        var all = shifts.ToList();
        var byPerson = all.Where(s => DayIn(s) is >= 0 and < Length).ToLookup(s => s.Person, StringComparer.Ordinal);
        var people = first.Concat(all.Select(s => s.Person).Where(byPerson.Contains)).Distinct(StringComparer.Ordinal);
        return new(monday, [.. people.Select(p => new PersonWeek(p, DaysOf(byPerson[p])))]);

        int DayIn(Shift shift) => LocalTime.DayOf(shift.Start, zone).DayNumber - monday.DayNumber;

        ImmutableArray<ImmutableArray<Shift>> DaysOf(IEnumerable<Shift> shifts)
        {
            var byDay = shifts.ToLookup(DayIn);
            return [.. Enumerable.Range(0, Length).Select(day => byDay[day].OrderBy(s => s.Start).ToImmutableArray())];
        }
    }
}

/// <summary>A person's shifts of a week.</summary>
/// <param name="Days">Seven, Monday first, each with its shifts in order of time; empty where the roster has none, whatever the reason.</param>
public sealed record PersonWeek(string Person, ImmutableArray<ImmutableArray<Shift>> Days)
{
    public bool IsEmpty => Days.All(d => d.IsEmpty);

    /// <summary>Where the person works, in order of time, each post once.</summary>
    public IEnumerable<string> Posts => Days.SelectMany(d => d).Select(s => s.Post).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal);
}
