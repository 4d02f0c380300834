namespace CheckInBot.Dialogs.Duty;

/// <summary>Hours of a day, a week and a month. A shift belongs to the local day on which it begins; weeks begin on Monday.</summary>
internal static class HourRules
{
    // 国务院关于职工工作时间的规定 art. 3; 劳动法 art. 36.
    private static readonly TimeSpan StandardDay = TimeSpan.FromHours(8);

    public static IEnumerable<DutyFinding> BeyondHours(string person, IReadOnlyList<Shift> shifts, DutyFacts facts)
    {
        var days = shifts.GroupBy(s => facts.DayOf(s.Start)).Select(d => (Day: d.Key, Hours: Sum(d.Select(s => s.End - s.Start)))).ToList();
        var weeks = days.GroupBy(d => Monday(d.Day), d => d.Hours).Select(w => (w.Key, Sum(w)));
        var months = days.GroupBy(d => new DateOnly(d.Day.Year, d.Day.Month, 1), d => d.Hours)
            .Select(m => (m.Key, Overtime([.. m], WorkingDaysOf(person, m.Key, facts))));
        return Beyond(DutyRule.DailyHours, days).Concat(Beyond(DutyRule.WeeklyHours, weeks)).Concat(Beyond(DutyRule.MonthlyOvertime, months));

        IEnumerable<DutyFinding> Beyond(DutyRule rule, IEnumerable<(DateOnly Day, TimeSpan Hours)> measured) =>
            from one in measured
            let broken = DutyLimit.Of(rule, facts.Profile).FirstOrDefault(l => one.Hours > l.Limit)
            where broken is not null
            select broken.Broken(person, one.Day, one.Hours);
    }

    /// <summary>
    /// Overtime of a month under standard hours (标准工时): what goes beyond 8 hours on each day, and what remains beyond 8 hours for each working day
    /// of that month, whichever days of the week they are worked on. Hours of a month are its working days times 8: 人社部发〔2025〕2号 and before it 劳社部发〔2008〕3号.
    /// </summary>
    private static TimeSpan Overtime(IReadOnlyList<TimeSpan> days, int workingDays)
    {
        var standard = Sum(days.Select(d => d < StandardDay ? d : StandardDay));
        var beyond = standard - (workingDays * StandardDay);
        return Sum(days) - standard + (beyond > TimeSpan.Zero ? beyond : TimeSpan.Zero);
    }

    /// <summary>Working days of that month; those of an absence do not count, or its hours could be worked on other days without being overtime.</summary>
    private static int WorkingDaysOf(string person, DateOnly first, DutyFacts facts) =>
        Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays).Count(d => facts.Days.IsWorkingDay(d) && !facts.Away(person, d));

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) => times.Aggregate(TimeSpan.Zero, (a, b) => a + b);
}
