using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Duty;

/// <summary>Whose shift stands in which day of a team's week, and who may look.</summary>
public sealed class TeamWeekTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory]
    [InlineData("2026-11-22T15:59:59Z", "2026-11-16")]
    [InlineData("2026-11-22T16:00:00Z", "2026-11-23")]
    [InlineData("2026-11-29T15:59:59Z", "2026-11-23")]
    public void A_week_begins_on_Monday_at_midnight_where_the_team_works(string at, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture), TeamWeek.MondayOf(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Shanghai));

    [Fact]
    public void A_night_stands_on_the_day_on_which_it_begins_and_only_there()
    {
        var before = Of("s0", "lin", Local(-1, 22), Local(0, 6));
        var sunday = Of("s1", "lin", Local(6, 22), Local(7, 6));
        var week = TeamWeek.Of([before, sunday], Monday, Shanghai);
        Assert.Equal([[], [], [], [], [], [], ["s1"]], Ids(Assert.Single(week.People)));
    }

    [Fact]
    public void Several_shifts_of_a_day_stand_in_order_of_time()
    {
        var week = TeamWeek.Of([Of("late", "lin", Local(2, 14), Local(2, 18)), Of("early", "lin", Local(2, 8), Local(2, 12))], Monday, Shanghai);
        Assert.Equal(["early", "late"], Ids(Assert.Single(week.People))[2]);
    }

    [Fact]
    public void Whoever_works_stands_once_in_the_order_given_and_who_asked_first_also_without_a_shift()
    {
        var week = TeamWeek.Of([Of("1", "bao", Local(1, 8), Local(1, 16)), Of("2", "guest", Local(0, 8), Local(0, 16)), Of("3", "bao", Local(3, 8), Local(3, 16)), Of("4", "away", Local(8, 8), Local(8, 16))], Monday, Shanghai, "lin", "lin");
        Assert.Equal(["lin", "bao", "guest"], week.People.Select(p => p.Person));
        Assert.True(week.People[0].IsEmpty);
        Assert.False(week.IsEmpty);
        Assert.True(TeamWeek.Of([], Monday, Shanghai, "lin").IsEmpty);
    }

    [Theory]
    [InlineData("2026-10-19", 169)]
    [InlineData("2026-03-23", 167)]
    [InlineData("2026-11-23", 168)]
    public void Where_the_clock_changes_the_week_has_an_hour_more_or_less_and_every_shift_its_own_day(string first, int hours)
    {
        var monday = DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        var (from, to) = TeamWeek.Span(monday, Berlin);
        Assert.Equal(hours, (to - from).TotalHours);
        var shifts = Enumerable.Range(0, 7).Select(i => Of($"{i}", "lin", LocalTime.ToInstant(monday.AddDays(i).ToDateTime(new(0, 30)), Berlin), LocalTime.ToInstant(monday.AddDays(i).ToDateTime(new(23, 30)), Berlin)));
        Assert.Equal(Enumerable.Range(0, 7).Select(i => new[] { $"{i}" }), Ids(Assert.Single(TeamWeek.Of(shifts, monday, Berlin).People)));
    }

    [Theory]
    [InlineData("hall", Role.Staff, "", true)]
    [InlineData("hall", Role.Leader, "main", true)]
    [InlineData("support", Role.HallLeader, "", true)]
    [InlineData("support", Role.HallLeader, "main", true)]
    [InlineData("support", Role.HallLeader, "branch", false)]
    [InlineData("support", Role.Leader, "main", false)]
    [InlineData("support", Role.Staff, "main", false)]
    [InlineData("support", Role.Counsellor, "", false)]
    [InlineData("support", Role.Admin, "", false)]
    [InlineData("support", Role.Clerk, "", false)]
    public void The_team_and_the_leaders_of_its_hall_see_its_week_and_nobody_else(string team, Role role, string hall, bool sees) =>
        Assert.Equal(sees, Permit.SeesWeek(new("x", "X", "", "", Language.English, team, "", [role], [], "", ""), hall, new("hall", "Hall", "Asia/Shanghai", "CN", "main")));

    private static DateTimeOffset Local(int day, int hour) => new DateTimeOffset(2026, 11, 23, hour, 0, 0, TimeSpan.FromHours(8)).AddDays(day);

    private static Shift Of(string id, string person, DateTimeOffset start, DateTimeOffset end) => new(id, person, "north", "window 3", start, end);

    private static string[][] Ids(PersonWeek week) => [.. week.Days.Select(d => d.Select(s => s.Id).ToArray())];
}
