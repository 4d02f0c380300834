using CheckInBot.Bot.Roster;

namespace CheckInBot.Bot.Tests.Rosters;

public sealed class MovingDateTests : IDisposable
{
    private readonly SampleOrg org = new();

    public void Dispose() => org.Dispose();

    private Organisation With(string line)
    {
        org.Write("shifts.csv", "id,person,team,post,start,end,days\n" + line + "\n");
        var (organisation, faults) = org.Read();
        Assert.Empty(faults);
        return organisation!;
    }

    [Fact]
    public void A_relative_time_counts_from_the_local_day_of_loading()
    {
        // 23 November 04:00 UTC is noon of the same day in Shanghai; 20:00 UTC would be the next day there.
        var shift = Assert.Single(With("s-{date},ann,hall,,D-3T22:00,D-2T06:00,").Shifts);
        Assert.Equal("s-20261120", shift.Id);
        Assert.Equal(new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero), shift.Start);
        Assert.Equal(new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero), shift.End);
        var later = OrgFolder.Read(org.Folder, SampleOrg.Now.AddHours(16)).Organisation!;
        Assert.Equal("s-20261121", Assert.Single(later.Shifts).Id);
    }

    [Fact]
    public void A_repeated_line_is_a_shift_on_each_of_its_weekdays()
    {
        var shifts = With("s-{date},ann,hall,,D+0T22:00,D+1T06:00,D-1..D+7 mon sun").Shifts;
        Assert.Equal(["s-20261122", "s-20261123", "s-20261129", "s-20261130"], shifts.Select(s => s.Id));
        Assert.All(shifts, s => Assert.Equal(TimeSpan.FromHours(8), s.End - s.Start));
    }

    [Fact]
    public void Loading_on_another_day_changes_nothing_that_is_already_known()
    {
        With("s-{date},ann,hall,,D+0T08:00,D+0T16:00,D-7..D+14 mon tue thu");
        var known = new Dictionary<string, DateTimeOffset>();
        for (var day = 0; day < 60; day++)
        {
            foreach (var shift in OrgFolder.Read(org.Folder, SampleOrg.Now.AddDays(day)).Organisation!.Shifts)
            {
                if (!known.TryAdd(shift.Id, shift.Start))
                    Assert.Equal(known[shift.Id], shift.Start);
            }
        }
        Assert.Equal(known.Count, known.Values.Distinct().Count());
    }

    [Fact]
    public void Relative_leave_counts_from_the_day_of_loading()
    {
        org.Write("leave.csv", "person,from,to,kind\nann,D-1,D+2,sick\n");
        var leave = Assert.Single(org.Read().Organisation!.Leaves);
        Assert.Equal((new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 25)), (leave.From, leave.To));
    }

    [Theory]
    [InlineData("s,ann,hall,,D+0T08:00,D+0T16:00,D-7..D+14", "id", "share one id")]
    [InlineData("s-{date},ann,hall,,2026-11-23T08:00,2026-11-23T16:00,D-7..D+14", "days", "fixed date")]
    [InlineData("s-{date},ann,hall,,D+0T08:00,D+0T16:00,D+14..D-7", "days", "no days")]
    [InlineData("s-{date},ann,hall,,D+0T08:00,D+0T16:00,D-7..D+14 funday", "days", "no days")]
    [InlineData("s-{day},ann,hall,,D+0T08:00,D+0T16:00,", "id", "characters")]
    [InlineData("s-{date},ann,hall,,D0T08:00,D+0T16:00,", "start", "D0T08:00 is no date-time")]
    [InlineData("s-{date},ann,hall,,D+0T08:00,D+0T25:00,", "end", "D+0T25:00 is no date-time")]
    [InlineData("s-{date},ann,hall,,D+0T08:00,D+0T07:00,D-7..D+14", "end", "not after")]
    [InlineData("s-{date},ann,hall,,D+0T08:00,D+1T09:00,D-7..D+14", "end", "24 hours")]
    [InlineData("s-{date},ann,hall,,D+0T08:00,D+1T08:00,D-7..D+14\nt-{date},ann,hall,,D+0T09:00,D+0T10:00,D-7..D+14", "start", "overlaps")]
    public void A_moving_date_that_makes_no_sense_is_told_once(string lines, string column, string problem)
    {
        org.Write("shifts.csv", "id,person,team,post,start,end,days\n" + lines + "\n");
        var fault = org.OnlyFault();
        Assert.Equal(column, fault.Column);
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shift_that_starts_in_the_skipped_hour_starts_at_the_first_valid_minute()
    {
        org.Replace("teams.csv", "Asia/Shanghai", "America/New_York");
        org.Write("shifts.csv", "id,person,team,post,start,end\ns,ann,hall,,2026-03-08T02:30,2026-03-08T10:00\n");
        var shift = Assert.Single(org.Read().Organisation!.Shifts);
        Assert.Equal(new(2026, 3, 8, 7, 0, 0, TimeSpan.Zero), shift.Start);
    }

    [Fact]
    public void The_day_that_is_25_hours_long_is_too_long_for_one_shift()
    {
        org.Replace("teams.csv", "Asia/Shanghai", "America/New_York");
        org.Write("shifts.csv", "id,person,team,post,start,end\ns,ann,hall,,2026-11-01T00:00,2026-11-02T00:00\n");
        Assert.Contains("24 hours", org.OnlyFault().Problem, StringComparison.Ordinal);
    }
}
