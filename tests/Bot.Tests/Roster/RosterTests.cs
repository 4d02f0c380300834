using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Tests.Rosters;

public sealed class RosterTests : IDisposable
{
    private static readonly DateTimeOffset Eight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private readonly SampleOrg org = new();
    private readonly TableInMemory table = new();
    private readonly Organisation sample;

    public RosterTests() => sample = org.Read().Organisation!;

    public void Dispose() => org.Dispose();

    private static Shift Shift(string id, string person, double from, double to, string post = "") =>
        new(id, person, "hall", post, Eight.AddHours(from), Eight.AddHours(to));

    private async Task<Roster.Roster> Loaded(params Shift[] shifts)
    {
        var roster = new Roster.Roster(table, sample with { Shifts = shifts });
        await roster.Load(default);
        return roster;
    }

    [Fact]
    public async Task Loading_twice_writes_nothing_the_second_time()
    {
        var demo = OrgFolder.Read(SampleOrg.Demo, SampleOrg.Now).Organisation!;
        await new Roster.Roster(table, demo).Load(default);
        Assert.Equal(demo.Shifts.Count, table.Rows.Count());
        var commits = table.Commits;
        await new Roster.Roster(table, OrgFolder.Read(SampleOrg.Demo, SampleOrg.Now).Organisation!).Load(default);
        Assert.Equal(commits, table.Commits);
        // Nor are the rows read, which would cost more than all the rest of a start.
        Assert.Equal(demo.Teams.Count, table.Ranges);
    }

    [Fact]
    public async Task A_load_that_broke_off_is_made_good_by_the_next_one()
    {
        Shift[] shifts = [.. Enumerable.Range(0, 250).Select(i => Shift($"s{i}", "ann", i * 24, i * 24 + 8))];
        table.BeforeCommit = () => table.BeforeCommit = () => throw new StoreUnavailableException("pretended");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Loaded(shifts));
        Assert.NotEmpty(table.Rows);
        table.BeforeCommit = null;
        await Loaded(shifts);
        Assert.Equal(250, table.Rows.Count());
    }

    [Fact]
    public async Task Files_that_say_again_what_they_said_before_are_loaded_again()
    {
        await Loaded(Shift("a", "ann", 0, 8));
        await Loaded(Shift("a", "zhangsan", 0, 8));
        await Loaded(Shift("a", "ann", 0, 8));
        Assert.Equal("ann", Assert.Single(table.Rows).Columns["person"]);
    }

    [Fact]
    public async Task Loading_the_next_day_only_adds_the_day_at_the_end()
    {
        await new Roster.Roster(table, OrgFolder.Read(SampleOrg.Demo, SampleOrg.Now).Organisation!).Load(default);
        var before = table.Rows.ToDictionary(r => r.Key, r => r.ETag);
        await new Roster.Roster(table, OrgFolder.Read(SampleOrg.Demo, SampleOrg.Now.AddDays(1)).Organisation!).Load(default);
        Assert.All(before, r => Assert.Equal(r.Value, table.Rows.Single(x => x.Key == r.Key).ETag));
        Assert.All(table.Rows.Where(r => !before.ContainsKey(r.Key)), r => Assert.StartsWith("20261208", r.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shift_whose_time_changed_takes_the_place_of_its_old_row()
    {
        await Loaded(Shift("a", "ann", 0, 8), Shift("b", "zhangsan", 0, 8));
        await Loaded(Shift("a", "ann", 1, 9), Shift("b", "zhangsan", 0, 8, "2 号窗口"));
        Assert.Equal(["202611230800!b", "202611230900!a"], table.Rows.Select(r => r.Key));
        Assert.Equal("2 号窗口", table.Rows.First().Columns["post"]);
    }

    [Fact]
    public async Task A_shift_that_moved_to_another_team_leaves_the_first_one()
    {
        org.Write("teams.csv", org.Text("teams.csv") + "line,热线,Asia/Shanghai,CN\n");
        var two = org.Read().Organisation!;
        await new Roster.Roster(table, two with { Shifts = [Shift("a", "ann", 0, 8)] }).Load(default);
        await new Roster.Roster(table, two with { Shifts = [Shift("a", "ann", 0, 8) with { Team = "line" }] }).Load(default);
        Assert.Equal("team!line", Assert.Single(table.Rows).Partition);
    }

    [Fact]
    public async Task Rows_that_the_files_do_not_name_stay()
    {
        await Loaded(Shift("old", "ann", -48, -40));
        await Loaded(Shift("new", "ann", 0, 8));
        Assert.Equal(2, table.Rows.Count());
    }

    [Fact]
    public async Task Somebody_who_changes_a_row_meanwhile_only_makes_the_load_look_again()
    {
        await Loaded(Shift("a", "ann", 0, 8));
        table.BeforeCommit = () =>
        {
            table.BeforeCommit = null;
            table.Put("team!hall", "202611230800!a", table.Rows.Single().Columns);
        };
        await Loaded(Shift("a", "zhangsan", 0, 8));
        Assert.Equal("zhangsan", Assert.Single(table.Rows).Columns["person"]);
    }

    [Fact]
    public async Task A_load_that_never_wins_says_so()
    {
        table.BeforeCommit = () => table.Put("team!hall", "202611230800!a", new Dictionary<string, object>
        {
            ["person"] = "cara",
            ["start"] = Eight,
            ["end"] = Eight.AddHours(8),
        });
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Loaded(Shift("a", "ann", 0, 8)));
    }

    [Fact]
    public async Task Many_moved_shifts_are_written_in_batches_that_keep_each_move_whole()
    {
        Shift[] before = [.. Enumerable.Range(0, 151).Select(i => Shift($"s{i}", "ann", i * 24, i * 24 + 8))];
        await Loaded(before);
        Assert.Equal(2, table.Commits);
        await Loaded([.. before.Select(s => s with { End = s.End.AddMinutes(30) })]);
        Assert.Equal(2 + 4, table.Commits);
        Assert.Equal(151, table.Rows.Count());
    }

    [Fact]
    public async Task Ended_shifts_come_in_the_order_of_their_ends_and_each_once()
    {
        var roster = await Loaded(Shift("a", "ann", 4, 12), Shift("b", "zhangsan", 0, 8), Shift("b-2", "cara", 0, 8), Shift("c", "zhangsan", 8, 10));
        var cursor = Roster.Roster.CursorBefore(Eight);
        var seen = new List<string>();
        var cursors = new List<string> { cursor };
        while (await roster.Ending("hall", cursor, Eight.AddHours(12), 1) is [var next])
        {
            seen.Add(next.Shift.Id);
            cursors.Add(cursor = next.Cursor);
        }
        Assert.Equal(["b", "b-2", "c", "a"], seen);
        Assert.Equal(cursors.Order(StringComparer.Ordinal).Distinct(), cursors);
    }

    [Fact]
    public async Task An_end_belongs_to_its_own_moment_and_not_to_the_one_before()
    {
        var roster = await Loaded(Shift("a", "ann", 0, 8));
        var end = Eight.AddHours(8);
        Assert.Empty(await roster.Ending("hall", "", end.AddTicks(-1), 10));
        Assert.Single(await roster.Ending("hall", "", end, 10));
        Assert.Single(await roster.Ending("hall", Roster.Roster.CursorBefore(end), end, 10));
        Assert.Empty(await roster.Ending("hall", Roster.Roster.CursorBefore(end.AddTicks(1)), end.AddDays(1), 10));
        Assert.Empty(await roster.Ending("hall", Roster.Roster.CursorBefore(end), end.AddMinutes(-5), 10));
        Assert.Equal(end, await roster.NextEnd("hall", end.AddTicks(-1)));
        Assert.Null(await roster.NextEnd("hall", end));
        Assert.Null(await roster.NextEnd("elsewhere", Eight));
    }

    [Fact]
    public async Task Shifts_around_a_time_touch_it_and_do_not_only_border_on_it()
    {
        var roster = await Loaded(
            Shift("before", "ann", 0, 8),
            Shift("across", "zhangsan", -8, 16),
            Shift("within", "ann", 8, 9),
            Shift("after", "ann", 9, 17),
            Shift("long", "cara", 8.5, 32.5));
        async Task<IEnumerable<string>> Around(double from, double to) =>
            (await roster.Around("hall", Eight.AddHours(from), Eight.AddHours(to))).Select(s => s.Id);

        Assert.Equal(["within", "across", "long"], await Around(8, 9));
        Assert.Equal(["within", "across", "after", "long"], await Around(8, 9.01));
        Assert.Equal(["before", "within", "across"], await Around(7.99, 8.5));
        Assert.Equal(["long"], await Around(17, 40));
        Assert.Empty(await Around(32.5, 40));
    }

    [Fact]
    public async Task The_next_shift_of_a_person_is_found_up_to_14_days_ahead()
    {
        var roster = await Loaded(
            Shift("now", "ann", 0, 8), Shift("other", "zhangsan", 9, 17), Shift("next", "ann", 14 * 24, 14 * 24 + 24));
        var ann = roster.Find("ann")!;
        Assert.Equal(Eight, await roster.NextShiftOf(ann, Eight));
        Assert.Equal(Eight.AddDays(14), await roster.NextShiftOf(ann, Eight.AddTicks(1)));
        Assert.Null(await roster.NextShiftOf(ann, Eight.AddDays(14).AddTicks(1)));
        await Loaded(Shift("now", "ann", 0, 8), Shift("next", "ann", 14 * 24 + 2, 14 * 24 + 8));
        Assert.Null(await roster.NextShiftOf(ann, Eight.AddHours(1)));
    }

    [Fact]
    public async Task Reading_costs_what_it_returns()
    {
        var roster = await Loaded([.. Enumerable.Range(0, 1000).Select(i => Shift($"s{i:0000}", i % 2 == 0 ? "ann" : "zhangsan", i * 8, i * 8 + 8))]);
        (int Ranges, int Rows) start = (table.Ranges, table.RowsRead);
        var at = Eight.AddHours(4000);
        await roster.Ending("hall", Roster.Roster.CursorBefore(at), at.AddHours(1), 80);
        await roster.NextEnd("hall", at);
        await roster.Around("hall", at, at.AddHours(8));
        await roster.NextShiftOf(roster.Find("ann")!, at);
        Assert.Equal(4, table.Ranges - start.Ranges);
        Assert.InRange(table.RowsRead - start.Rows, 1, 20);
    }

    [Fact]
    public async Task People_teams_and_numbers_are_found()
    {
        var roster = await Loaded();
        Assert.Equal("ann", roster.ByEntraId("E-2")!.Id);
        Assert.Null(roster.ByEntraId("e-9"));
        Assert.Null(roster.Find("lisi"));
        Assert.Equal("hall", roster.TeamOf(roster.Find("ann")!).Id);
        Assert.Equal("12356", roster.HotlineOf("hall").Support);
        Assert.Equal("Asia/Shanghai", roster.ZoneOf("hall").Id);
    }

    [Fact]
    public async Task Leave_covers_the_whole_local_day_and_no_more()
    {
        var roster = await Loaded();
        var midnight = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(8));
        var absences = new Absences(roster, new TableInMemory());
        Assert.False(await absences.IsAway("cara", [midnight.AddTicks(-1)], default));
        Assert.True(await absences.IsAway("cara", [midnight], default));
        Assert.True(await absences.IsAway("cara", [midnight.AddDays(2).AddTicks(-1)], default));
        Assert.False(await absences.IsAway("cara", [midnight.AddDays(2)], default));
        Assert.False(await absences.IsAway("ann", [midnight], default));
        Assert.False(await absences.IsAway("lisi", [midnight], default));
    }
}
