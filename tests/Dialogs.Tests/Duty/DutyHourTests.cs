using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.Duty;

/// <summary>Hours of a day, a week and a month when a shift changes hands.</summary>
public sealed class DutyHourTests
{
    [Theory]
    [InlineData("12:00", 0)]
    [InlineData("12:30", 36.5)]
    public void Thirty_six_hours_of_overtime_in_a_month_may_be_and_half_an_hour_more_cannot_in_China(string end, double hours)
    {
        var plan = new Plan();
        // November 2026 has 21 working days; four Saturdays are 32 hours of overtime.
        foreach (var day in Enumerable.Range(1, 30).Select(d => new DateOnly(2026, 11, d)).Where(d => d.DayOfWeek != DayOfWeek.Sunday))
            plan.Add("eva", day, 1, "08:00", "16:00");
        var given = plan.Add("cem", "2026-11-01 08:00", end);
        Assert.Equal(
            hours == 0 ? [] : [new(DutyRule.MonthlyOvertime, DutySeverity.Block, "eva", new(2026, 11, 1), DutyLaw.LabourLaw41, TimeSpan.FromHours(hours), TimeSpan.FromHours(36))],
            plan.Of(DutyRule.MonthlyOvertime, given, "eva"));
    }

    [Theory]
    [InlineData("16:00", false)]
    [InlineData("16:30", true)]
    public void Long_days_are_overtime_although_the_month_as_a_whole_is_short(string end, bool found)
    {
        var plan = new Plan();
        foreach (var day in Enumerable.Range(1, 30).Select(d => new DateOnly(2026, 11, d)).Where(WorkingDays.Weekdays.IsWorkingDay).Take(12))
            plan.Add("eva", day, 1, "08:00", "19:00");
        var given = plan.Add("cem", "2026-11-20 08:00", end);
        Assert.Equal(found ? [TimeSpan.FromHours(36.5)] : [], plan.Of(DutyRule.MonthlyOvertime, given, "eva").Select(f => f.Measured!.Value));
    }

    [Fact]
    public void Hours_of_days_away_are_not_made_up_for_without_being_overtime()
    {
        var plan = new Plan();
        plan.Away("eva", new(2026, 11, 9), new(2026, 11, 13));
        foreach (var day in Enumerable.Range(1, 30).Select(d => new DateOnly(2026, 11, d)).Where(d => d.Day is < 9 or > 13))
            plan.Add("eva", day, 1, "08:00", "16:00");
        // 16 working days remain; nine days of weekends, of which the first is given, are 72 hours.
        var given = plan.Shifts[0] with { Person = "cem" };
        plan.Shifts[0] = given;
        Assert.Equal(TimeSpan.FromHours(72), Assert.Single(plan.Of(DutyRule.MonthlyOvertime, given, "eva")).Measured);
    }

    [Fact]
    public void Europe_knows_no_monthly_overtime_and_no_hours_of_a_day()
    {
        var plan = new Plan("EU");
        plan.Add("eva", new(2026, 11, 2), 26, "08:00", "20:00");
        Assert.DoesNotContain(plan.Give(plan.Add("cem", "2026-11-29 08:00", "20:00"), "eva"), f => f.Rule is DutyRule.MonthlyOvertime or DutyRule.DailyHours);
    }

    [Theory]
    [InlineData("CN", 8, "16:00", 0, 40)]
    [InlineData("CN", 8, "16:30", 40.5, 40)]
    [InlineData("EU", 10, "16:00", 0, 48)]
    [InlineData("EU", 10, "16:30", 48.5, 48)]
    public void A_week_may_have_its_hours_and_half_an_hour_more_is_a_warning(string profile, int daily, string end, double hours, int limit)
    {
        var plan = new Plan(profile);
        plan.Add("eva", new(2026, 11, 23), 4, "08:00", $"{8 + daily}:00");
        var found = plan.Of(DutyRule.WeeklyHours, plan.Add("cem", "2026-11-27 08:00", end), "eva");
        Assert.Equal(
            hours == 0 ? [] : [(DutySeverity.Warn, new DateOnly(2026, 11, 23), TimeSpan.FromHours(hours), TimeSpan.FromHours(limit))],
            found.Select(f => (f.Severity, f.Day, f.Measured!.Value, f.Limit!.Value)));
    }

    [Theory]
    [InlineData("17:00", null)]
    [InlineData("17:30", DutySeverity.Warn)]
    [InlineData("19:00", DutySeverity.Warn)]
    [InlineData("19:30", DutySeverity.Block)]
    public void A_day_over_nine_hours_is_a_warning_and_over_eleven_cannot_be_in_China(string end, DutySeverity? severity)
    {
        var plan = new Plan();
        var given = plan.Add("cem", "2026-11-23 08:00", end);
        Assert.Equal(severity is { } s ? [s] : [], plan.Of(DutyRule.DailyHours, given, "eva").Select(f => f.Severity));
    }

    [Fact]
    public void A_long_day_that_becomes_a_very_long_one_is_told_anew()
    {
        var plan = new Plan();
        plan.Add("eva", "2026-11-23 08:00", "18:00");
        Assert.Equal(DutySeverity.Block, Assert.Single(plan.Of(DutyRule.DailyHours, plan.Add("cem", "2026-11-23 19:00", "21:00"), "eva")).Severity);
    }

    [Fact]
    public void A_week_that_was_too_long_is_told_only_when_it_becomes_longer()
    {
        var plan = new Plan();
        plan.Add("eva", new(2026, 11, 23), 5, "08:00", "17:00");
        var (own, other) = (plan.Shifts[0], plan.Add("cem", "2026-11-23 08:00", "17:00"));
        Assert.Empty(plan.Give(other, "eva", own));
        Assert.Equal(TimeSpan.FromHours(48), Assert.Single(plan.Of(DutyRule.WeeklyHours, plan.Add("cem", "2026-11-28 08:00", "11:00"), "eva")).Measured);
    }

    [Fact]
    public void A_shift_over_midnight_belongs_to_the_day_week_and_month_in_which_it_begins()
    {
        var plan = new Plan();
        plan.Add("eva", new(2026, 11, 23), 4, "08:00", "16:00");
        // Sunday evening, the last of the week; the night after it is Monday's.
        var given = plan.Add("cem", "2026-11-29 20:00", "05:00");
        Assert.Equal((new DateOnly(2026, 11, 23), TimeSpan.FromHours(41)), Assert.Single(plan.Of(DutyRule.WeeklyHours, given, "eva").Select(f => (f.Day, f.Measured!.Value))));
    }

    [Theory]
    [InlineData("2026-03-28", 0)]
    [InlineData("2026-10-24", 49)]
    public void A_night_in_which_the_clock_changes_counts_its_real_hours(string saturday, int hours)
    {
        var plan = new Plan("EU", "Europe/Berlin");
        plan.Add("eva", DateOnly.ParseExact(saturday, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddDays(-5), 4, "08:00", "18:00");
        var given = plan.Add("cem", $"{saturday} 22:00", "06:00");
        Assert.Equal(hours == 0 ? [] : [TimeSpan.FromHours(hours)], plan.Of(DutyRule.WeeklyHours, given, "eva").Select(f => f.Measured!.Value));
    }
}
