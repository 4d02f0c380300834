using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Tests.Rosters;

namespace CheckInBot.Bot.Tests.Imports;

/// <summary>An import is all or nothing, and then it is the truth.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Sample1 = "s1 zhangsan hall 11-23 00:00-08:00";
    private const string Sample2 = "s2 ann hall 11-23 04:00-12:00";
    private ImportDesk desk = null!;

    public async Task InitializeAsync() => desk = await ImportDesk.Open();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Shifts_of_a_file_are_rows_after_it_and_those_of_other_days_stay()
    {
        desk.WriteShifts("d1,zhangsan,hall,1 号窗口,2026-12-01T08:00,2026-12-01T16:00", "d2,ann,hall,,2026-12-02T08:00,2026-12-02T16:00");
        var plan = await desk.Plan();
        Assert.Equal([new ListChange("shifts.csv", 2, 0, 0, 0)], plan.Lists);
        Assert.Equal([new ShiftSpan("hall", 2, new(2026, 12, 1), new(2026, 12, 2))], plan.Spans);
        var made = (await desk.Import()).Record!;
        Assert.Equal((1, "root", true), (made.Number, made.By, made.Done));
        Assert.Equal(["d1 zhangsan hall 12-01 00:00-08:00", "d2 ann hall 12-02 00:00-08:00", Sample1, Sample2], await desk.Rows());
    }

    [Fact]
    public async Task A_plan_writes_nothing()
    {
        desk.WriteShifts("d1,zhangsan,hall,,2026-12-01T08:00,2026-12-01T16:00");
        desk.Store.Fails = request => request.EndsWith(".Commit", StringComparison.Ordinal) ? throw new InvalidOperationException("written") : null;
        Assert.True((await desk.Plan()).ChangesAnything);
    }

    [Fact]
    public async Task Within_its_span_a_file_is_the_whole_plan_but_what_has_begun_stays()
    {
        await desk.WriteShifts("d1,zhangsan,hall,,2026-12-01T08:00,2026-12-01T16:00", "d2,ann,hall,,2026-12-02T08:00,2026-12-02T16:00", "d3,ann,hall,,2026-12-03T08:00,2026-12-03T16:00").Import();
        desk.WriteShifts("d0,ann,hall,,2026-11-22T08:00,2026-11-22T16:00", "d3,zhangsan,hall,,2026-12-03T09:00,2026-12-03T17:00");
        Assert.Equal(new("shifts.csv", 1, 1, 2, 0), Assert.Single((await desk.Plan()).Lists));
        await desk.Import();
        Assert.Equal(["d0 ann hall 11-22 00:00-08:00", "d3 zhangsan hall 12-03 01:00-09:00", Sample1, Sample2], await desk.Rows());
    }

    [Fact]
    public async Task After_an_import_the_files_of_the_folder_are_not_read_any_more_but_its_policy_is()
    {
        await desk.WriteShifts("d1,zhangsan,hall,,2026-12-01T08:00,2026-12-01T16:00").Import();
        foreach (var file in new[] { "teams.csv", "people.csv", "shifts.csv", "leave.csv" })
            desk.Org.Delete(file);
        var roster = await desk.Roster();
        Assert.Equal(["zhangsan", "ann", "cara"], roster.People.Select(p => p.Id));
        Assert.Equal(["deposit", "loan"], roster.People[0].Skills);
        Assert.NotEmpty(roster.ListedLeaveOf("cara"));
        Assert.Equal(SampleOrg.Now.AddDays(7).AddHours(20), await roster.NextShiftOf(roster.Find("zhangsan")!, SampleOrg.Now));
        Assert.Equal(["1 号窗口", "2 号窗口"], roster.PostsOf("hall"));
        desk.Org.Replace("policy.json", "[\"cara\"]", "[\"nobody\"]");
        Assert.Contains((await desk.Imports.Read(SampleOrg.Now, default)).Faults, f => f.Problem == "the crisis contact nobody is not on the roster");
    }

    [Fact]
    public async Task Lists_that_are_not_there_stay_as_they_were_imported()
    {
        await desk.Write("people.csv", desk.Org.Text("people.csv") + "lisi,\"李四, 组长\",,e-4,zh-CN,hall,,staff,,,\n").Import();
        desk.Remove("people.csv");
        await desk.Write("leave.csv", "person,from,to,kind\nlisi,2026-12-01,2026-12-01,annual\n").Import();
        var roster = await desk.Roster();
        Assert.Equal("李四, 组长", roster.Find("lisi")!.Name);
        Assert.Empty(roster.ListedLeaveOf("cara"));
        Assert.Equal(["people.csv 1 new, 0 changed, 0 gone, 3 same", "leave.csv 1 new, 0 changed, 1 gone, 0 same"], (await desk.Imports.Past(default)).Select(p => p.Counts));
    }

    [Fact]
    public async Task Importing_the_same_again_changes_nothing()
    {
        await desk.WriteShifts("d1,zhangsan,hall,,2026-12-01T08:00,2026-12-01T16:00").Import();
        var plan = await desk.Plan();
        Assert.False(plan.ChangesAnything);
        Assert.Equal([new ListChange("shifts.csv", 0, 0, 0, 1)], plan.Lists);
    }

    [Theory]
    [InlineData("d1,lisi,hall,,2026-12-01T08:00,2026-12-01T16:00", "person", "unknown person lisi")]
    [InlineData("d1,ann,cellar,,2026-12-01T08:00,2026-12-01T16:00", "team", "unknown team cellar")]
    [InlineData("d1,ann,hall,,2026-12-01T08:00,2026-12-01T07:00", "end", "not after")]
    [InlineData("d1,ann,hall,,2026-11-23T19:00,2026-11-23T23:00", "start", "overlaps shift s2 of the same person, which stays")]
    [InlineData("d1,ann,hall,,2026-12-01T08:00+09:00,2026-12-01T16:00", "start", "no clock shows 2026-12-01T08:00 at the offset +09:00")]
    public async Task A_fault_is_told_with_line_and_column_and_nothing_is_written(string line, string column, string problem)
    {
        desk.WriteShifts(line);
        var fault = await desk.OnlyFault();
        Assert.Equal(("shifts.csv", 2, column), (fault.File, fault.Line, fault.Column));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_a_shift_of_the_past_had_is_not_used_again()
    {
        await desk.WriteShifts("o1,ann,hall,,2026-11-20T08:00,2026-11-20T16:00").Import();
        desk.WriteShifts("o1,ann,hall,,2026-12-20T08:00,2026-12-20T16:00");
        Assert.Contains("ended on 2026-11-20", (await desk.OnlyFault()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_leaves_who_still_has_a_shift()
    {
        desk.Write("people.csv", desk.Org.Text("people.csv").Replace("ann,Ann", "bea,Ann", StringComparison.Ordinal).Replace(",ann,A", ",bea,A", StringComparison.Ordinal));
        desk.Write("shifts.csv", desk.Org.Text("shifts.csv").Replace(",ann,", ",bea,", StringComparison.Ordinal).Replace("s2", "s3", StringComparison.Ordinal).Replace("2026-11-23T12:00,2026-11-23T20:00", "2026-11-24T12:00,2026-11-24T20:00", StringComparison.Ordinal));
        var fault = await desk.OnlyFault();
        Assert.Equal("people.csv", fault.File);
        Assert.Contains("ann is on the list no more, but works shift s2", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crisis_contact_who_leaves_is_a_fault_of_the_policy()
    {
        desk.Write("people.csv", desk.Org.Text("people.csv").Replace("cara,", "dora,", StringComparison.Ordinal)).Write("leave.csv", "person,from,to,kind\n");
        var faults = (await desk.Plan()).Faults;
        Assert.Contains(faults, f => f.Problem == "the crisis contact cara is not on the roster");
        Assert.All(faults, f => Assert.Equal("policy.json", f.File));
    }

    [Theory]
    [InlineData("2026-03-08T02:30", "does not exist", "Write 2026-03-08T03:00,")]
    [InlineData("2026-11-01T01:30", "exists twice", "Write 2026-11-01T01:30-04:00 for the first or 2026-11-01T01:30-05:00 for the second.")]
    public async Task A_local_time_that_is_no_single_moment_is_refused_with_what_to_write(string start, string problem, string remedy)
    {
        desk.Write("teams.csv", desk.Org.Text("teams.csv") + "ny,New York,America/New_York,EU\n").WriteShifts($"n1,cara,ny,,{start},{start[..11]}09:00");
        var fault = await desk.OnlyFault();
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.StartsWith(remedy, fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_local_time_with_its_offset_is_that_moment()
    {
        await desk.Write("teams.csv", desk.Org.Text("teams.csv") + "ny,New York,America/New_York,EU\n").WriteShifts("n1,cara,ny,,2026-11-01T01:30-05:00,2026-11-01T09:00").Import();
        Assert.Contains("n1 cara ny 11-01 06:30-14:00", await desk.Rows());
    }

    [Fact]
    public async Task A_shift_that_moves_to_another_team_is_there_once()
    {
        await desk.Write("teams.csv", desk.Org.Text("teams.csv") + "desk,Desk,Asia/Shanghai,CN\n").WriteShifts("d1,ann,hall,,2026-12-01T08:00,2026-12-01T16:00").Import();
        desk.WriteShifts("d1,ann,desk,,2026-12-01T08:00,2026-12-01T16:00");
        Assert.Equal(new("shifts.csv", 0, 1, 0, 0), (await desk.Plan()).Lists.Single(l => l.File == "shifts.csv"));
        await desk.Import();
        Assert.Equal(["d1 ann desk 12-01 00:00-08:00", Sample1, Sample2], await desk.Rows());
    }

    [Fact]
    public async Task A_team_that_is_no_more_keeps_its_zone_for_what_began_in_it()
    {
        await desk.Write("teams.csv", desk.Org.Text("teams.csv") + "desk,Desk,Europe/Berlin,EU\n").Import();
        await desk.Write("teams.csv", desk.Org.Text("teams.csv")).Import();
        var roster = await desk.Roster();
        Assert.DoesNotContain(roster.Teams, t => t.Id == "desk");
        Assert.Equal("Europe/Berlin", roster.ZoneOf("desk").Id);
    }

    [Fact]
    public async Task A_folder_without_any_list_is_told() =>
        Assert.Contains("holds none of", (await desk.OnlyFault()).Problem, StringComparison.Ordinal);
}
