using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.Duty;

/// <summary>Working time rests overnight, at weekends and on holidays, whatever the clock does.</summary>
public sealed class WorkingHoursTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>A part of the lists of 2025 and 2026.</summary>
    private static readonly WorkingDays Lists = new(
        [Day(2025, 1, 26), Day(2025, 2, 8), Day(2026, 1, 4), Day(2026, 2, 14), Day(2026, 2, 28)],
        [
            .. Enumerable.Range(0, 8).Select(i => Day(2025, 1, 28).AddDays(i)), Day(2026, 1, 1), Day(2026, 1, 2), Day(2026, 1, 3),
            .. Enumerable.Range(0, 9).Select(i => Day(2026, 2, 15).AddDays(i)),
        ],
        [2025, 2026]);

    private static readonly WorkingHours Hall = new(Shanghai, new(8, 30), new(17, 30), Lists);

    public static TheoryData<string> Zones => new("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "America/Santiago");

    [Theory]
    [InlineData("2026-02-13 17:00", "2026-02-14 12:00")]
    [InlineData("2026-02-14 17:00", "2026-02-24 12:00")]
    [InlineData("2026-11-20 17:30", "2026-11-23 12:30")]
    [InlineData("2026-11-21 10:00", "2026-11-23 12:30")]
    [InlineData("2026-11-23 07:00", "2026-11-23 12:30")]
    [InlineData("2026-11-23 13:30", "2026-11-23 17:30")]
    [InlineData("2025-12-31 16:30", "2026-01-04 11:30")]
    public void Four_working_hours_later(string from, string to) => Assert.Equal(At(to), Hall.Add(At(from), TimeSpan.FromHours(4)));

    [Theory]
    [InlineData("2026-11-20 17:29", "2026-11-20 17:29")]
    [InlineData("2026-11-20 17:30", "2026-11-23 08:30")]
    [InlineData("2026-11-23 02:00", "2026-11-23 08:30")]
    [InlineData("2026-11-23 08:30", "2026-11-23 08:30")]
    [InlineData("2026-02-14 20:00", "2026-02-24 08:30")]
    public void Who_comes_outside_working_hours_is_served_at_the_next_opening(string at, string open) => Assert.Equal(At(open), Hall.Open(At(at)));

    [Theory]
    [InlineData("2025-01-24", "2025-02-07")]
    [InlineData("2025-12-29", "2026-01-06")]
    [InlineData("2026-02-11", "2026-02-25")]
    [InlineData("2026-11-20", "2026-11-27")]
    public void Within_five_working_days_is_the_close_of_the_fifth_and_the_day_of_receipt_does_not_count(string receipt, string due)
    {
        Assert.Equal(At($"{due} 17:30"), Hall.DueAfter(At($"{receipt} 09:00"), 5));
        Assert.Equal(At($"{due} 17:30"), Hall.DueAfter(At($"{receipt} 23:59"), 5));
    }

    [Fact]
    public void A_make_up_day_beats_the_weekend_and_a_day_off_beats_the_week()
    {
        Assert.True(Lists.IsWorkingDay(Day(2026, 2, 14)));
        Assert.False(Lists.IsWorkingDay(Day(2026, 2, 16)));
        Assert.False(Lists.IsWorkingDay(Day(2026, 11, 22)));
        Assert.True(Lists.IsWorkingDay(Day(2026, 11, 23)));
    }

    [Fact]
    public void A_year_without_a_list_goes_by_the_weekday_and_says_so()
    {
        Assert.True(Lists.IsProvisional(Day(2027, 2, 17)));
        Assert.True(Lists.IsWorkingDay(Day(2027, 2, 17)));
        Assert.False(Lists.IsProvisional(Day(2026, 2, 17)));
        Assert.True(WorkingDays.Weekdays.IsProvisional(Day(2026, 2, 17)));
    }

    [Fact]
    public void Lists_of_neighbouring_years_are_one()
    {
        var merged = new WorkingDays([], [Day(2026, 12, 31)], [2027]).With(Lists);
        Assert.False(merged.IsWorkingDay(Day(2026, 12, 31)));
        Assert.True(merged.IsWorkingDay(Day(2026, 2, 14)));
        Assert.False(merged.IsProvisional(Day(2027, 1, 4)) || merged.IsProvisional(Day(2026, 1, 4)));
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Working_time_adds_up_never_goes_back_and_ends_when_somebody_works(string zone)
    {
        var random = new Random(11);
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        for (var n = 0; n < 3000; n++)
        {
            // Windows that lie in, and across, the hours that a change of the clock skips or repeats.
            var from = random.Next(0, 23 * 60);
            var hours = new WorkingHours(place, Clock(from), Clock(random.Next(from + 1, 24 * 60)), Lists);
            var at = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(0, 2 * 365 * 24 * 60));
            var (a, b) = (Some(random), Some(random));
            var first = hours.Add(at, a);

            Assert.Equal(hours.Add(at, a + b), hours.Add(first, b));
            Assert.True(first >= at && hours.Add(first, b) >= first, "time goes back");
            Assert.True(hours.Add(at.AddMinutes(random.Next(0, 5000)), a) >= first, "who asks later is served earlier");
            Assert.True(hours.Add(at, a + b) - first >= (b > TimeSpan.Zero ? TimeSpan.FromTicks(1) : TimeSpan.Zero), "working time that takes none");
            Assert.Equal(hours.Add(at, a + TimeSpan.FromTicks(1)) - TimeSpan.FromTicks(1), hours.Open(first));
            var day = LocalTime.DayOf(first, place);
            Assert.True(Lists.IsWorkingDay(day), "at work on a day off");
            Assert.InRange(first, LocalTime.ToInstant(day.ToDateTime(hours.From), place), LocalTime.ToInstant(day.ToDateTime(hours.To), place));
        }
    }

    private static TimeSpan Some(Random random) => random.Next(4) == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(random.Next(0, 3000));

    private static TimeOnly Clock(int minutes) => TimeOnly.MinValue.AddMinutes(minutes);

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    private static DateTimeOffset At(string local) =>
        LocalTime.ToInstant(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), Shanghai);
}
