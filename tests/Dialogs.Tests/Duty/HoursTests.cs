using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.Duty;

public sealed class HoursTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    // 23 November 2026 is a Monday.
    private static DateTimeOffset At(int day, double hour, TimeZoneInfo? zone = null) =>
        LocalTime.ToInstant(new DateTime(2026, 11, 23).AddDays(day).AddHours(hour), zone ?? Shanghai);

    private static Shift Shift(int day, double from, double to) => new($"s{day}-{from}", "ann", "hall", "", At(day, from), At(day, to));

    [Fact]
    public void Nothing_worked_is_no_hours() => Assert.Equal(0, Hours.ThisWeek([], At(2, 12), Shanghai));

    [Fact]
    public void The_week_counts_whole_shifts_and_the_part_of_the_one_that_runs() =>
        Assert.Equal(20, Hours.ThisWeek([Shift(0, 8, 16), Shift(1, 8, 16), Shift(2, 8, 16), Shift(3, 8, 16)], At(2, 12), Shanghai));

    [Fact]
    public void Last_week_does_not_count() => Assert.Equal(8, Hours.ThisWeek([Shift(-1, 8, 16), Shift(-2, 8, 16), Shift(0, 8, 16)], At(0, 20), Shanghai));

    [Fact]
    public void A_night_shift_into_Monday_counts_from_midnight() => Assert.Equal(6, Hours.ThisWeek([Shift(-1, 22, 30)], At(0, 20), Shanghai));

    [Fact]
    public void On_Sunday_the_whole_week_counts() =>
        Assert.Equal(40, Hours.ThisWeek([Shift(0, 8, 16), Shift(1, 8, 16), Shift(2, 8, 16), Shift(3, 8, 16), Shift(6, 8, 16)], At(6, 23.9), Shanghai));

    [Theory]
    [InlineData(8.25, 0)]
    [InlineData(8.5, 1)]
    [InlineData(9.49, 1)]
    [InlineData(9.5, 2)]
    public void Half_an_hour_is_rounded_up(double until, int hours) => Assert.Equal(hours, Hours.ThisWeek([Shift(0, 8, 16)], At(0, until), Shanghai));

    [Fact]
    public void The_night_on_which_the_clock_goes_back_has_an_hour_more()
    {
        var night = new Shift(
            "n", "ann", "hall", "",
            LocalTime.ToInstant(new(2026, 10, 31, 22, 0, 0), NewYork),
            LocalTime.ToInstant(new(2026, 11, 1, 6, 0, 0), NewYork));
        Assert.Equal(9, Hours.ThisWeek([night], night.End, NewYork));
    }

    [Fact]
    public void The_week_begins_on_the_local_Monday()
    {
        // 22:00 on Sunday in New York is Monday in UTC already.
        var sunday = new Shift("s", "ann", "hall", "", At(-1, 14, NewYork), At(-1, 22, NewYork));
        Assert.Equal(8, Hours.ThisWeek([sunday], At(-1, 23, NewYork), NewYork));
        Assert.Equal(0, Hours.ThisWeek([sunday], At(0, 0, NewYork), NewYork));
    }

    [Fact]
    public void Days_in_a_row_go_on_over_the_border_of_weeks() =>
        Assert.Equal(4, Hours.DaysInARow([Shift(-5, 8, 16), Shift(-2, 8, 16), Shift(-1, 8, 16), Shift(0, 8, 16), Shift(1, 8, 16)], At(1, 16), Shanghai));

    [Fact]
    public void A_shift_later_today_does_not_count_yet_and_does_not_break_the_row() =>
        Assert.Equal(2, Hours.DaysInARow([Shift(-2, 8, 16), Shift(-1, 8, 16), Shift(0, 12, 20)], At(0, 9), Shanghai));

    [Fact]
    public void After_a_day_off_the_row_begins_anew()
    {
        Shift[] shifts = [Shift(-3, 8, 16), Shift(-2, 8, 16), Shift(0, 8, 16)];
        Assert.Equal(1, Hours.DaysInARow(shifts, At(0, 16), Shanghai));
        Assert.Equal(0, Hours.DaysInARow(shifts[..2], At(0, 16), Shanghai));
    }

    [Fact]
    public void Two_shifts_on_one_day_are_one_day() =>
        Assert.Equal(1, Hours.DaysInARow([Shift(0, 8, 12), Shift(0, 14, 18)], At(0, 18), Shanghai));

    [Fact]
    public void A_night_shift_belongs_to_the_day_on_which_it_began() =>
        Assert.Equal(2, Hours.DaysInARow([Shift(-2, 22, 30), Shift(-1, 22, 30)], At(0, 6), Shanghai));

    [Fact]
    public void Hours_never_shrink_while_the_week_goes_on()
    {
        var random = new Random(2026);
        for (var walk = 0; walk < 200; walk++)
        {
            var shifts = Enumerable.Range(-7, 15).Where(_ => random.Next(3) > 0)
                .Select(day => random.Next(0, 16) is var from ? Shift(day, from, from + random.Next(1, 9)) : throw new InvalidOperationException())
                .ToList();
            var before = 0;
            for (var at = At(0, 0); at < At(7, 0); at = at.AddMinutes(random.Next(1, 600)))
            {
                var hours = Hours.ThisWeek(shifts, at, Shanghai);
                Assert.InRange(hours, before, 64);
                Assert.InRange(Hours.DaysInARow(shifts, at, Shanghai), 0, 15);
                before = hours;
            }
        }
    }
}
