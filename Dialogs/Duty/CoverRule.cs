namespace CheckInBot.Dialogs.Duty;

/// <summary>
/// Of the two people of a post (AB角) one is always at work. A post is kept by those whose usual post it is and by their stand-ins; where nobody
/// of them has a stand-in, the rule does not apply. Whoever else sits there has the skills, but neither the powers nor the responsibility.
/// </summary>
internal static class CoverRule
{
    /// <summary>
    /// The posts that the holder keeps, and that of the shift itself, which would be worked during the shift without any of their keepers where they were not before:
    /// a block when no keeper is at work at any time, a warning when it is a part of it.
    /// </summary>
    public static IEnumerable<DutyFinding> Uncovered(Shift given, IReadOnlyList<Shift> before, IReadOnlyList<Shift> after, DutyFacts facts)
    {
        foreach (var post in facts.People.Where(p => p.Team == given.Team && (p.Id == given.Person || p.BRole == given.Person)).Select(p => p.Post).Append(given.Post).Distinct())
        {
            var own = facts.People.Where(p => p.Team == given.Team && p.Post == post).ToList();
            if (post.Length == 0 || own.All(p => p.BRole.Length == 0))
                continue;
            var keepers = own.Select(p => p.Id).Concat(own.Select(p => p.BRole)).ToHashSet(StringComparer.Ordinal);
            var worked = Spans.Union(after.Where(s => s.Team == given.Team && s.Post == post && s.Start < given.End && s.End > given.Start).Select(Spans.Of)).Within(Spans.Of(given));
            var left = worked.Without(AtWork(keepers, given, after, facts));
            var newly = left.Within(AtWork(keepers, given, before, facts)).Total;
            if (newly > TimeSpan.Zero)
                yield return DutyLimit.Of(DutyRule.BothAway, facts.Profile).Single(l => l.Severity == (left.Total == worked.Total ? DutySeverity.Block : DutySeverity.Warn))
                    .Broken(given.Person, facts.DayOf(given.Start), newly);
        }
    }

    /// <summary>When at least one of them is at work, as far as shifts go that touch the given one.</summary>
    private static Spans AtWork(HashSet<string> people, Shift given, IEnumerable<Shift> shifts, DutyFacts facts) => Spans.Union(
        from shift in shifts
        where people.Contains(shift.Person) && shift.Start < given.End && shift.End > given.Start
        select Spans.Of(shift).Without(Spans.Union(facts.DaysOf(shift).Where(d => facts.Away(shift.Person, d)).Select(facts.Whole))));
}
