using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>The rules of duty are asked with all shifts of the two people that they could need, wherever and whenever those are.</summary>
public sealed class DutyCheckTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public async Task A_shift_in_another_team_at_the_same_time_forbids_it()
    {
        var given = Duty("s1", "ann", new(2027, 3, 1));
        Assert.Contains(await Findings("EU", given, [Duty("b1", "ben", new(2027, 3, 1), team: "back")]), f => f is { Rule: DutyRule.Overlap, Severity: DutySeverity.Block });
    }

    [Fact]
    public async Task A_shift_in_another_team_the_evening_before_breaks_the_rest()
    {
        var given = Duty("s1", "ann", new(2027, 3, 2));
        Assert.Contains(await Findings("EU", given, [Duty("b1", "ben", new(2027, 3, 1), hour: 15, team: "back")]), f => f is { Rule: DutyRule.DailyRest, Severity: DutySeverity.Block });
    }

    [Fact]
    public async Task What_the_one_who_gives_takes_in_return_is_checked_against_their_other_team_too()
    {
        Shift given = Duty("s1", "ann", new(2027, 3, 1)), theirs = Duty("s2", "ben", new(2027, 3, 3));
        var found = await Findings("EU", given, [theirs, Duty("b1", "ann", new(2027, 3, 3), team: "back")], theirs);
        Assert.Contains(found, f => f is { Rule: DutyRule.Overlap, Person: "ann" });
    }

    [Fact]
    public async Task A_stand_in_who_works_in_another_team_keeps_the_post()
    {
        var given = Duty("s1", "cem", new(2027, 3, 1), post: "till");
        Assert.Contains(await Findings("EU", given, []), f => f.Rule == DutyRule.BothAway);
        Assert.DoesNotContain(await Findings("EU", given, [Duty("b1", "dan", new(2027, 3, 1), team: "back")]), f => f.Rule == DutyRule.BothAway);
    }

    [Theory]
    // Six days in a row before the first of a month that is a Monday, and six behind it.
    [InlineData(2027, 2, 23)]
    [InlineData(2027, 3, 2)]
    public async Task A_run_of_days_is_seen_over_the_end_of_a_week_and_of_a_month(int year, int month, int day)
    {
        var given = Duty("s1", "ann", new(2027, 3, 1));
        List<Shift> others = [.. Enumerable.Range(0, 6).Select(n => Duty($"o{n}", "ben", new DateOnly(year, month, day).AddDays(n)))];
        foreach (var at in Moments(given))
            Assert.Contains(await Findings("EU", given, others, at: at), f => f is { Rule: DutyRule.WeeklyRest, MeasuredDays: 7 });
    }

    [Fact]
    public async Task Hours_of_a_week_are_those_from_Monday_to_Sunday_also_where_the_month_ends_in_it()
    {
        // 2027-02-28 is a Sunday, 2027-03-31 a Wednesday.
        foreach (var (day, monday) in new[] { (new DateOnly(2027, 2, 28), new DateOnly(2027, 2, 22)), (new(2027, 3, 29), new(2027, 3, 29)), (new(2027, 4, 3), new(2027, 3, 29)) })
        {
            var given = Duty("s1", "ann", day, hours: 9);
            List<Shift> others = [.. Enumerable.Range(0, 6).Select(n => monday.AddDays(n)).Where(d => d != day).Take(5).Select(d => Duty($"o{d:MMdd}", "ben", d))];
            foreach (var at in Moments(given))
                Assert.Contains(await Findings("CN", given, others, at: at), f => f.Rule == DutyRule.WeeklyHours && f.Day == monday && f.Measured == TimeSpan.FromHours(49));
        }
    }

    [Theory]
    // On the first day with all overtime at the month's end, and on the last with all of it at its beginning.
    [InlineData(1, 17)]
    [InlineData(28, 1)]
    public async Task Overtime_of_a_month_is_all_of_that_month_and_nothing_of_its_neighbours(int day, int from)
    {
        var given = Duty("s1", "ann", new(2027, 2, day), hours: 11);
        List<Shift> others =
        [
            .. Enumerable.Range(0, 12).Select(n => Duty($"o{n}", "ben", new DateOnly(2027, 2, from).AddDays(n), hours: 11)).Where(s => s.Start != given.Start),
            .. Enumerable.Range(0, 12).Select(n => Duty($"j{n}", "ben", new DateOnly(2027, 1, 10).AddDays(n), hours: 11)),
            .. Enumerable.Range(0, 12).Select(n => Duty($"m{n}", "ben", new DateOnly(2027, 3, 10).AddDays(n), hours: 11)),
        ];
        var hours = TimeSpan.FromHours(3 * (others.Count(s => s.Id[0] == 'o') + 1));
        foreach (var at in Moments(given))
        {
            var found = Assert.Single(await Findings("CN", given, others, at: at), f => f.Rule == DutyRule.MonthlyOvertime);
            Assert.Equal((hours, new DateOnly(2027, 2, 1)), (found.Measured, found.Day));
        }
    }

    [Fact]
    public void Whatever_a_swap_needs_lies_in_what_is_read_from_when_it_can_be_asked_until_it_is_taken_back()
    {
        for (var at = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero); at.Year == 2027; at = at.AddHours(31))
        {
            var (from, to) = DutyCheck.Window(at);
            for (var ahead = 0; ahead <= 14; ahead++)
            {
                var given = new Shift("s1", "ann", "hall", "", at.AddDays(ahead), at.AddDays(ahead).AddHours(8));
                foreach (var theirs in new[] { 0, 7, 14 })
                {
                    var inReturn = given with { Id = "s2", Person = "ben", Start = at.AddDays(theirs), End = at.AddDays(theirs).AddHours(8) };
                    var needed = DutyFacts.Window(new(given, "ben", inReturn), Zone);
                    Assert.True(from <= needed.From && needed.To <= to, $"{at} {ahead} {theirs}");
                }
            }
        }
    }

    /// <summary>The first moment at which the shift can be swapped, and one of the last.</summary>
    private static DateTimeOffset[] Moments(Shift given) => [given.Start.AddDays(-14), given.Start.AddHours(-1)];

    private static async Task<IReadOnlyList<DutyFinding>> Findings(string profile, Shift given, IEnumerable<Shift> others, Shift? inReturn = null, DateTimeOffset? at = null)
    {
        var roster = new Roster.Roster(new TableInMemory(), Organisation(profile, [given, .. others]));
        await roster.Load(default);
        var check = new DutyCheck(roster, new(roster, new TableInMemory()));
        var now = at ?? given.Start.AddDays(-3);
        return check.Judge(new(given, given.Person == "cem" ? "eva" : "ben", inReturn), await check.Look("hall", now, default), now);
    }

    private static Shift Duty(string id, string person, DateOnly day, int hour = 8, int hours = 8, string team = "hall", string post = "")
    {
        var start = LocalTime.ToInstant(day.ToDateTime(new(hour, 0)), Zone);
        return new(id, person, team, post, start, start.AddHours(hours));
    }

    private static Organisation Organisation(string profile, IReadOnlyList<Shift> shifts)
    {
        Person Of(string id, string post = "", string bRole = "") => new(id, id, "", $"e-{id}", Language.English, id == "dan" ? "back" : "hall", post, [Role.Staff], [], bRole, "");
        using var sample = new SampleOrg();
        return new(
            [new("hall", "Hall", "Asia/Shanghai", profile), new("back", "Back office", "Asia/Shanghai", profile)],
            [Of("ann"), Of("ben"), Of("cem", "till", "dan"), Of("dan"), Of("eva")],
            shifts,
            [],
            sample.Read().Organisation!.Policy);
    }
}
