using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.Duty;

/// <summary>Rest and night work when a shift changes hands.</summary>
public sealed class DutyRestTests
{
    [Theory]
    [InlineData("EU", DutySeverity.Block, DutyLaw.WorkingTimeDirective3)]
    [InlineData("CN", DutySeverity.Warn, DutyLaw.Advice)]
    public void Nine_hours_from_22_00_to_07_00_cannot_be_in_Europe_and_is_a_warning_in_China(string profile, DutySeverity severity, DutyLaw law)
    {
        var plan = new Plan(profile);
        plan.Add("eva", "2026-11-23 14:00", "22:00");
        var given = plan.Add("cem", "2026-11-24 07:00", "15:00");
        Assert.Equal([new(DutyRule.DailyRest, severity, "eva", new(2026, 11, 23), law, TimeSpan.FromHours(9), TimeSpan.FromHours(11))], plan.Give(given, "eva"));
    }

    [Theory]
    [InlineData("22:00", "09:00", false)]
    [InlineData("22:00", "08:59", true)]
    [InlineData("20:00", "07:00", false)]
    [InlineData("20:01", "07:00", true)]
    public void Eleven_hours_are_enough_and_a_minute_less_is_not(string end, string start, bool found)
    {
        var plan = new Plan("EU");
        plan.Add("eva", "2026-11-23 14:00", end);
        var given = plan.Add("cem", $"2026-11-24 {start}", "15:00");
        Assert.Equal(found, plan.Of(DutyRule.DailyRest, given, "eva").Length == 1);
    }

    [Fact]
    public void The_parts_of_a_split_day_are_no_lack_of_rest()
    {
        var plan = new Plan("EU");
        plan.Add("eva", "2026-11-23 08:00", "12:00");
        var given = plan.Add("cem", "2026-11-23 16:00", "20:00");
        plan.Add("eva", "2026-11-24 08:00", "12:00");
        Assert.Empty(plan.Give(given, "eva"));
    }

    [Theory]
    [InlineData("2026-03-28 14:00", "20:30", "2026-03-29 07:30", 10)]
    [InlineData("2026-10-24 14:00", "21:30", "2026-10-25 07:30", 0)]
    [InlineData("2026-10-24 14:00", "22:30", "2026-10-25 07:30", 10)]
    public void Rest_is_real_time_when_the_clock_changes(string before, string end, string start, int hours)
    {
        var plan = new Plan("EU", "Europe/Berlin");
        plan.Add("eva", before, end);
        var given = plan.Add("cem", start, "13:00");
        Assert.Equal(hours == 0 ? [] : [TimeSpan.FromHours(hours)], plan.Of(DutyRule.DailyRest, given, "eva").Select(f => f.Measured!.Value));
    }

    [Theory]
    [InlineData("EU", DutyLaw.WorkingTimeDirective5)]
    [InlineData("CN", DutyLaw.LabourLaw38)]
    public void A_seventh_day_in_a_row_cannot_be(string profile, DutyLaw law)
    {
        var plan = new Plan(profile);
        plan.Add("eva", new(2026, 11, 17), 6, "09:00", "13:00");
        var given = plan.Add("cem", "2026-11-23 09:00", "13:00");
        Assert.Equal([new(DutyRule.WeeklyRest, DutySeverity.Block, "eva", new(2026, 11, 23), law, MeasuredDays: 7, LimitDays: 6)], plan.Give(given, "eva"));
    }

    [Fact]
    public void A_sixth_day_in_a_row_may_be()
    {
        var plan = new Plan();
        plan.Add("eva", new(2026, 11, 18), 5, "09:00", "13:00");
        Assert.Empty(plan.Give(plan.Add("cem", "2026-11-23 09:00", "13:00"), "eva"));
    }

    [Fact]
    public void A_day_that_joins_two_runs_is_one_finding_with_the_length_of_both()
    {
        var plan = new Plan("EU");
        plan.Add("eva", new(2026, 11, 16), 4, "09:00", "13:00");
        plan.Add("eva", new(2026, 11, 21), 4, "09:00", "13:00");
        var found = Assert.Single(plan.Give(plan.Add("cem", "2026-11-20 09:00", "13:00"), "eva"));
        Assert.Equal((new DateOnly(2026, 11, 22), 9), (found.Day, found.MeasuredDays));
    }

    [Fact]
    public void Six_nights_that_end_on_the_seventh_day_are_six_days()
    {
        var plan = new Plan("EU");
        plan.Add("eva", new(2026, 11, 16), 5, "22:00", "03:00");
        Assert.Empty(plan.Of(DutyRule.WeeklyRest, plan.Add("cem", "2026-11-21 22:00", "03:00"), "eva"));
    }

    [Fact]
    public void A_day_away_ends_a_run()
    {
        var plan = new Plan();
        plan.Add("eva", new(2026, 11, 17), 6, "09:00", "13:00");
        plan.Away("eva", new(2026, 11, 20), new(2026, 11, 20));
        Assert.Empty(plan.Give(plan.Add("cem", "2026-11-23 09:00", "13:00"), "eva"));
    }

    [Fact]
    public void Who_works_every_day_is_not_blamed_for_it_until_it_becomes_more()
    {
        var plan = new Plan("EU");
        plan.Add("eva", new(2026, 11, 1), 20, "09:00", "13:00");
        var same = plan.Add("cem", "2026-11-10 14:00", "16:00");
        var more = plan.Add("cem", "2026-11-21 09:00", "13:00");
        Assert.Empty(plan.Give(same, "eva"));
        var found = Assert.Single(plan.Give(more, "eva"));
        Assert.Equal((new DateOnly(2026, 11, 21), 21), (found.Day, found.MeasuredDays));
    }

    [Fact]
    public void Rest_that_was_too_short_is_told_only_when_it_becomes_shorter()
    {
        var plan = new Plan("EU");
        plan.Add("eva", "2026-11-23 14:00", "22:00");
        plan.Add("eva", "2026-11-24 07:00", "11:00");
        Assert.Empty(plan.Give(plan.Add("cem", "2026-11-24 12:00", "14:00"), "eva"));
        Assert.Equal(TimeSpan.FromHours(8), Assert.Single(plan.Give(plan.Add("cem", "2026-11-24 06:00", "07:00"), "eva")).Measured);
    }

    [Theory]
    [InlineData("21:00", "22:00", false)]
    [InlineData("21:00", "22:30", true)]
    [InlineData("05:30", "12:00", true)]
    [InlineData("06:00", "12:00", false)]
    public void Whoever_gets_a_shift_in_the_night_may_say_no_in_China(string from, string to, bool found)
    {
        var plan = new Plan();
        var given = plan.Add("cem", $"2026-11-23 {from}", to);
        Assert.Equal(found ? [(DutySeverity.Warn, "eva", DutyLaw.LabourLaw61And63)] : [], plan.Of(DutyRule.Night, given, "eva").Select(f => (f.Severity, f.Person, f.Law)));
    }

    [Theory]
    [InlineData("2026-11-23 22:00", "06:00", 0)]
    [InlineData("2026-11-23 22:00", "06:30", 8.5)]
    [InlineData("2026-11-23 14:00", "23:30", 0)]
    [InlineData("2026-03-28 21:30", "06:00", 0)]
    [InlineData("2026-10-24 22:00", "06:00", 9)]
    public void A_night_of_more_than_eight_real_hours_is_a_warning_in_Europe(string from, string to, double hours)
    {
        var plan = new Plan("EU", "Europe/Berlin");
        var found = plan.Of(DutyRule.Night, plan.Add("cem", from, to), "eva");
        Assert.Equal(hours == 0 ? [] : [TimeSpan.FromHours(hours)], found.Select(f => f.Measured!.Value));
        Assert.All(found, f => Assert.Equal((DutySeverity.Warn, TimeSpan.FromHours(8)), (f.Severity, f.Limit)));
    }
}
