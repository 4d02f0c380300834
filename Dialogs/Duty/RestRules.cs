namespace CheckInBot.Dialogs.Duty;

/// <summary>Rest within a day and within a week, and work at night.</summary>
internal static class RestRules
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    // Directive 2003/88/EC art. 2: night is at least seven hours with 00:00-05:00 in it, and who works three of them works at night.
    private static readonly (TimeOnly From, TimeOnly To) EuropeanNight = (new(23, 0), new(6, 0));
    private static readonly TimeSpan LeastAtNight = TimeSpan.FromHours(3);

    // The Labour Law does not say when night is; by usage night work (夜班劳动) lies between 22:00 and 06:00.
    private static readonly (TimeOnly From, TimeOnly To) ChineseNight = (new(22, 0), new(6, 0));

    /// <summary>The longest rest in a row within 24 hours of the start of each shift, so that the parts of a split day are no fault.</summary>
    public static IEnumerable<DutyFinding> DailyRest(string person, IReadOnlyList<Shift> shifts, DutyFacts facts)
    {
        var work = Spans.Union(shifts.Select(Spans.Of));
        return from shift in shifts
               let rest = Spans.Of(shift.Start, shift.Start + Day).Without(work).Longest
               from limit in DutyLimit.Of(DutyRule.DailyRest, facts.Profile)
               where rest < limit.Limit
               select limit.Broken(person, facts.DayOf(shift.Start), rest);
    }

    /// <summary>Every day that is one too many of those in a row on which a shift begins.</summary>
    public static IEnumerable<DutyFinding> WeeklyRest(string person, IReadOnlyList<Shift> shifts, DutyFacts facts)
    {
        var before = DateOnly.MinValue;
        var run = 0;
        foreach (var day in shifts.Select(s => facts.DayOf(s.Start)).Distinct().Order())
        {
            run = day == before.AddDays(1) ? run + 1 : 1;
            before = day;
            foreach (var limit in DutyLimit.Of(DutyRule.WeeklyRest, facts.Profile).Where(l => run > l.LimitDays))
                yield return limit.Broken(person, day, measuredDays: run);
        }
    }

    /// <summary>Of the days that are too many in one run only the first, with the length of the whole run.</summary>
    /// <param name="days">Findings of <see cref="DutyRule.WeeklyRest"/> of one person, in the order of their days.</param>
    public static IEnumerable<DutyFinding> OneForEachRun(IEnumerable<DutyFinding> days)
    {
        DutyFinding? run = null;
        var last = DateOnly.MinValue;
        foreach (var next in days)
        {
            if (run is not null && next.Day == last.AddDays(1))
            {
                run = run with { MeasuredDays = next.MeasuredDays };
            }
            else
            {
                if (run is not null)
                    yield return run;
                run = next;
            }
            last = next.Day;
        }
        if (run is not null)
            yield return run;
    }

    /// <summary>CN: the night time of a shift. EU: the length of a shift that lies in the night for three hours or more.</summary>
    public static IEnumerable<DutyFinding> Nights(string person, IReadOnlyList<Shift> shifts, DutyFacts facts)
    {
        foreach (var limit in DutyLimit.Of(DutyRule.Night, facts.Profile))
        {
            foreach (var shift in shifts)
            {
                var length = shift.End - shift.Start;
                if (limit.Limit is null && AtNight(shift, ChineseNight, facts) is var night && night > TimeSpan.Zero)
                    yield return limit.Broken(person, facts.DayOf(shift.Start), night);
                else if (length > limit.Limit && AtNight(shift, EuropeanNight, facts) >= LeastAtNight)
                    yield return limit.Broken(person, facts.DayOf(shift.Start), length);
            }
        }
    }

    private static TimeSpan AtNight(Shift shift, (TimeOnly From, TimeOnly To) night, DutyFacts facts) => Spans.Of(shift)
        .Within(Spans.Union(facts.DaysOf(shift).Prepend(facts.DayOf(shift.Start).AddDays(-1)).Select(d => Spans.Of(facts.At(d, night.From), facts.At(d.AddDays(1), night.To)))))
        .Total;
}
