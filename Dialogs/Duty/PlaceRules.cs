using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Duty;

/// <summary>Whether a person can be where their shifts are.</summary>
internal static class PlaceRules
{
    /// <summary>Time that two shifts share, by the day on which the later one begins.</summary>
    public static IEnumerable<DutyFinding> Overlaps(string person, IReadOnlyList<Shift> shifts, DutyFacts facts) => Each(
        DutyRule.Overlap,
        person,
        facts,
        from i in Enumerable.Range(0, shifts.Count)
        from j in Enumerable.Range(i + 1, shifts.Count - i - 1).TakeWhile(j => shifts[j].Start < shifts[i].End)
        select (facts.DayOf(shifts[j].Start), Spans.Of(shifts[i]).Within(Spans.Of(shifts[j])).Total));

    /// <summary>Time planned on days of absence; a shift over midnight may reach into one.</summary>
    public static IEnumerable<DutyFinding> Absences(string person, IReadOnlyList<Shift> shifts, DutyFacts facts) => Each(
        DutyRule.OnLeave,
        person,
        facts,
        from shift in shifts
        from day in facts.DaysOf(shift)
        where facts.Away(person, day)
        select (day, Spans.Of(shift).Within(facts.Whole(day)).Total));

    /// <summary>Time at posts for which the person lacks a skill.</summary>
    public static IEnumerable<DutyFinding> MissingSkills(string person, IReadOnlyList<Shift> shifts, DutyFacts facts)
    {
        IReadOnlyList<string> has = facts.People.FirstOrDefault((Person p) => p.Id == person)?.Skills ?? [];
        return Each(
            DutyRule.Skills,
            person,
            facts,
            from shift in shifts
            where facts.PostSkills.TryGetValue(shift.Post, out var needed) && needed.Any(skill => !has.Contains(skill))
            select (facts.DayOf(shift.Start), shift.End - shift.Start));
    }

    private static IEnumerable<DutyFinding> Each(DutyRule rule, string person, DutyFacts facts, IEnumerable<(DateOnly Day, TimeSpan Time)> found) =>
        from one in found
        group one.Time by one.Day into day
        from limit in DutyLimit.Of(rule, facts.Profile)
        select limit.Broken(person, day.Key, day.Aggregate((a, b) => a + b));
}
