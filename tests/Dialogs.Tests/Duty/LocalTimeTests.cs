using System.Globalization;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.Duty;

public sealed class LocalTimeTests
{
    private static DateTime Local(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    [Theory]
    [InlineData("America/New_York", "2026-03-08T01:59", "2026-03-08T06:59Z")]
    [InlineData("America/New_York", "2026-03-08T02:00", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "2026-03-08T02:59", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "2026-03-08T03:00", "2026-03-08T07:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T01:59", "2026-10-03T15:29Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00Z")]
    public void A_time_that_the_clock_skips_becomes_the_first_valid_minute(string zone, string local, string instant) =>
        Assert.Equal(Instant(instant), LocalTime.ToInstant(Local(local), Zone(zone)));

    [Theory]
    [InlineData("America/New_York", "2026-11-01T00:59", "2026-11-01T04:59Z")]
    [InlineData("America/New_York", "2026-11-01T01:00", "2026-11-01T05:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30Z")]
    [InlineData("America/New_York", "2026-11-01T02:00", "2026-11-01T07:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T02:00", "2026-04-04T15:30Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30Z")]
    public void A_time_that_the_clock_repeats_becomes_the_first_of_the_two(string zone, string local, string instant) =>
        Assert.Equal(Instant(instant), LocalTime.ToInstant(Local(local), Zone(zone)));

    [Fact]
    public void A_day_whose_first_hour_is_skipped_begins_with_its_first_valid_minute() =>
        Assert.Equal(Instant("2018-11-04T03:00Z"), LocalTime.ToInstant(Local("2018-11-04T00:00"), Zone("America/Sao_Paulo")));

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public void The_kind_of_a_local_time_does_not_matter(DateTimeKind kind) =>
        Assert.Equal(Instant("2026-11-23T00:30Z"), LocalTime.ToInstant(DateTime.SpecifyKind(Local("2026-11-23T08:30"), kind), Zone("Asia/Shanghai")));

    [Theory]
    [InlineData("Asia/Shanghai", "2026-11-22T16:00Z", "2026-11-23")]
    [InlineData("Asia/Shanghai", "2026-11-22T15:59Z", "2026-11-22")]
    [InlineData("America/New_York", "2026-11-01T03:59Z", "2026-10-31")]
    [InlineData("America/New_York", "2026-11-02T04:59Z", "2026-11-01")]
    [InlineData("America/New_York", "2026-11-02T05:00Z", "2026-11-02")]
    public void An_instant_falls_on_the_local_day(string zone, string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), LocalTime.DayOf(Instant(instant), Zone(zone)));

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Sao_Paulo")]
    public void Later_local_times_never_become_earlier_instants_and_stay_near_what_the_clock_shows(string id)
    {
        var zone = Zone(id);
        var local = new DateTime(2018, 1, 1);
        var before = DateTimeOffset.MinValue;
        for (; local.Year < 2019; local = local.AddMinutes(15))
        {
            var at = LocalTime.ToInstant(local, zone);
            var shown = TimeZoneInfo.ConvertTime(at, zone).DateTime;
            Assert.True(at >= before);
            Assert.Equal(TimeSpan.Zero, at.Offset);
            Assert.True(zone.IsInvalidTime(local) ? shown > local && shown - local <= TimeSpan.FromHours(1) : shown == local);
            before = at;
        }
    }
}
