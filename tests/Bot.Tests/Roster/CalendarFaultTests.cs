using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Dialogs.Duty;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>The lists of working days in the folder <c>calendars</c>.</summary>
public sealed class CalendarFaultTests : IDisposable
{
    private const string List = """
        {
          "profile": "CN",
          "year": 2026,
          "source": "the notice",
          "notice": ["https://example.com/2026"],
          "work": ["2026-02-14"],
          "off": [
            "2026-02-16",
            "2026-02-17"
          ]
        }
        """;

    private readonly SampleOrg org = new();

    public CalendarFaultTests()
    {
        Directory.CreateDirectory(Path.Combine(org.Folder, "calendars"));
        org.Write("calendars/cn-2026.json", List);
    }

    public void Dispose() => org.Dispose();

    [Fact]
    public void A_list_belongs_to_its_profile_and_lists_of_other_years_join_it()
    {
        org.Write("calendars/cn-2027.json", List.Replace("2026", "2027").Replace("2027-02-17", "2026-12-31"));
        var days = Assert.Single(org.Read().Organisation!.WorkingDays);
        Assert.Equal("CN", days.Key);
        Assert.Equal([true, false, false, true], new[] { "2026-02-14", "2026-02-17", "2026-12-31", "2027-02-17" }.Select(d => days.Value.IsWorkingDay(DateOnly.Parse(d, null))));
        Assert.Equal([false, false, true], new[] { 2026, 2027, 2028 }.Select(y => days.Value.IsProvisional(new(y, 1, 4))));
    }

    [Fact]
    public void Without_the_folder_every_team_works_Monday_to_Friday()
    {
        Directory.Delete(Path.Combine(org.Folder, "calendars"), recursive: true);
        var organisation = org.Read().Organisation!;
        Assert.Empty(organisation.WorkingDays);
        Assert.Equal(WorkingDays.Weekdays, new Roster.Roster(new TableInMemory(), organisation).WorkingHoursOf("hall")!.Days);
    }

    [Theory]
    [InlineData("2026-11-01", "")]
    [InlineData("2026-11-02", "calendars/cn-2027.json")]
    [InlineData("2027-01-04", "calendars/cn-2027.json")]
    [InlineData("2025-12-31", "calendars/cn-2025.json")]
    public void The_operator_is_told_once_of_a_year_of_the_next_sixty_days_that_has_no_list(string today, string file)
    {
        var roster = new Roster.Roster(new TableInMemory(), org.Read().Organisation!);
        var lists = new MissingLists(roster, new ManualClock(DateTimeOffset.Parse($"{today}T04:00:00Z", null)), NullLogger<MissingLists>.Instance);
        Assert.Equal(file.Length > 0 ? [file] : [], lists.Once());
        Assert.Empty(lists.Once());
    }

    [Theory]
    [InlineData("\"CN\"", "\"HK\"", 2, "profile", "unknown profile HK")]
    [InlineData("\"profile\": \"CN\",", "", 1, "profile", "missing")]
    [InlineData("\"year\": 2026", "\"year\": \"2026\"", 3, "year", "not a number")]
    [InlineData("\"the notice\"", "\"\"", 4, "source", "empty")]
    [InlineData("[\"https://example.com/2026\"]", "[]", 5, "notice", "empty")]
    [InlineData("2026-02-14", "2026-02-30", 6, "work[0]", "no date")]
    [InlineData("2026-02-16", "16 February", 8, "off[0]", "no date")]
    [InlineData("\"2026-02-17\"", "7", 9, "off[1]", "no date")]
    [InlineData("2026-02-17", "2026-02-16", 9, "off[1]", "twice")]
    [InlineData("2026-02-17", "2026-02-14", 9, "off[1]", "among the days worked too")]
    [InlineData("2026-02-17", "2062-02-17", 9, "off[1]", "far from 2026")]
    [InlineData("\"work\"", "\"worked\"", 6, "worked", "not known here")]
    [InlineData("\"work\"", "\"worked\"", 1, "work", "missing")]
    public void A_wrong_value_is_told_with_its_file_line_and_path(string old, string now, int line, string path, string problem)
    {
        org.Replace("calendars/cn-2026.json", old, now);
        var fault = Assert.Single(org.Read().Faults, f => f.Column == path);
        SampleOrg.AssertTells(fault);
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.StartsWith($"calendars/cn-2026.json line {line}, value {path}: ", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_lists_of_one_year_are_a_fault_and_so_are_two_that_say_the_opposite()
    {
        org.Write("calendars/cn-again.json", List.Replace("2026-02-14", "2026-02-16").Replace("    \"2026-02-16\",\n", ""));
        Assert.Equal(["year", "work[0]"], org.Read().Faults.Select(f => f.Column));
    }

    [Fact]
    public void The_demonstration_has_the_lists_of_2025_and_2026()
    {
        var days = OrgFolder.Read(SampleOrg.Demo, SampleOrg.Now).Organisation!.WorkingDays["CN"];
        foreach (var year in new[] { 2025, 2026 })
            Assert.Equal(248, Enumerable.Range(0, 365).Count(d => days.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(d))));
    }
}
