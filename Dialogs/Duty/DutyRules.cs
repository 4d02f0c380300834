using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Duty;

/// <summary>Whether a shift may go to somebody else: the roster's own rules, and the labour limits of the team's profile.</summary>
public static class DutyRules
{
    /// <summary>
    /// What the change would make new or worse for the two whose shifts change; nobody is blamed for what was so before. Blocks come first,
    /// then the order of the rules, then the holder before the colleague, then the days. Each <see cref="DutyFinding.Key"/> occurs once.
    /// </summary>
    public static ImmutableArray<DutyFinding> Check(DutyChange change, DutyFacts facts, DateTimeOffset at)
    {
        var ids = change.Handed.Select(h => h.Shift.Id).ToHashSet(StringComparer.Ordinal);
        List<Shift> before = [.. facts.Shifts.Where(s => !ids.Contains(s.Id)), .. change.Handed.Select(h => h.Shift)];
        List<Shift> after = [.. change.After(before)];
        string[] people = [change.Given.Person, change.To];
        var found = people.Distinct().SelectMany(p => New(p, before, after, facts))
            .Concat(change.Handed.Where(h => h.Shift.Start <= at).Select(h => Past(h.Shift, facts)))
            .Concat(change.Handed.SelectMany(h => CoverRule.Uncovered(h.Shift, before, after, facts)));
        return
        [
            .. Gravest(found)
                .OrderByDescending(f => f.Severity)
                .ThenBy(f => f.Rule)
                .ThenBy(f => Array.IndexOf(people, f.Person))
                .ThenBy(f => f.Day),
        ];
    }

    private static IEnumerable<DutyFinding> New(string person, IReadOnlyList<Shift> before, IReadOnlyList<Shift> after, DutyFacts facts)
    {
        var known = Standing(person, before, facts).ToDictionary(f => f.Key);
        var worse = Standing(person, after, facts).Where(f => !known.TryGetValue(f.Key, out var was) || f.IsWorseThan(was)).ToLookup(f => f.Rule == DutyRule.WeeklyRest);
        return worse[false].Concat(RestRules.OneForEachRun(worse[true]));
    }

    /// <summary>All that is beyond a limit as the shifts are.</summary>
    private static IEnumerable<DutyFinding> Standing(string person, IReadOnlyList<Shift> shifts, DutyFacts facts)
    {
        List<Shift> theirs = [.. shifts.Where(s => s.Person == person).OrderBy(s => s.Start).ThenBy(s => s.Id, StringComparer.Ordinal)];
        // Who is away does not work: such a shift is told as what it is, and counts for no hours.
        List<Shift> worked = [.. theirs.Where(s => !facts.Away(person, facts.DayOf(s.Start)))];
        return Gravest(
        [
            .. PlaceRules.Overlaps(person, theirs, facts),
            .. PlaceRules.Absences(person, theirs, facts),
            .. PlaceRules.MissingSkills(person, theirs, facts),
            .. RestRules.DailyRest(person, worked, facts),
            .. RestRules.WeeklyRest(person, worked, facts),
            .. RestRules.Nights(person, worked, facts),
            .. HourRules.BeyondHours(person, worked, facts),
        ]);
    }

    private static DutyFinding Past(Shift shift, DutyFacts facts) =>
        DutyLimit.Of(DutyRule.Past, facts.Profile).First().Broken(shift.Person, facts.DayOf(shift.Start));

    private static IEnumerable<DutyFinding> Gravest(IEnumerable<DutyFinding> found) =>
        found.GroupBy(f => f.Key).Select(same => same.Aggregate((a, b) => b.Severity > a.Severity || (b.Severity == a.Severity && b.IsWorseThan(a)) ? b : a));
}
