using CheckInBot.Bot.Imports;

namespace CheckInBot.Bot.Tests.Imports;

/// <summary>No import takes a swap back unasked.</summary>
public sealed class SwappedShiftTests : IAsyncLifetime
{
    private const string Line1 = "d1,zhangsan,hall,,2026-12-01T08:00,2026-12-01T16:00";
    private const string Line2 = "d2,cara,hall,,2026-12-02T08:00,2026-12-02T16:00";
    private ImportDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await ImportDesk.Open();
        await desk.WriteShifts(Line1, Line2).Import();
        await desk.Swap("d1", "ann");
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    private async Task<IEnumerable<string>> December() => (await desk.Rows()).Where(r => r[0] == 'd');

    [Fact]
    public async Task A_file_that_says_what_it_said_before_the_swap_leaves_the_swap_alone()
    {
        var plan = await desk.WriteShifts(Line1, Line2).Plan();
        Assert.Empty(plan.Conflicts);
        Assert.False(plan.ChangesAnything);
    }

    [Fact]
    public async Task A_file_that_knows_of_the_swap_makes_it_the_plan()
    {
        await desk.WriteShifts(Line1.Replace("zhangsan", "ann", StringComparison.Ordinal), Line2).Import();
        Assert.Equal(["d1 ann hall 12-01 00:00-08:00", "d2 cara hall 12-02 00:00-08:00"], await December());
    }

    [Theory]
    [InlineData("d1,cara,hall,,2026-12-01T08:00,2026-12-01T16:00", "cara")]
    [InlineData("d1,zhangsan,hall,,2026-12-01T09:00,2026-12-01T16:00", "zhangsan")]
    [InlineData("d3,cara,hall,,2026-11-30T09:00,2026-11-30T16:00", null)]
    public async Task A_file_that_says_something_else_needs_a_choice(string line, string? wanted)
    {
        var plan = await desk.WriteShifts(line, Line2).Plan();
        Assert.Empty(plan.Faults);
        Assert.True(plan.NeedsChoice);
        var conflict = Assert.Single(plan.Conflicts);
        Assert.Equal(("d1", "ann", "zhangsan", wanted), (conflict.Now.Id, conflict.Now.Person, conflict.Planned, conflict.Wanted?.Person));
    }

    [Fact]
    public async Task Kept_swaps_stay_and_the_rest_of_the_file_is_imported()
    {
        var made = (await desk.WriteShifts("d1,cara,hall,,2026-12-01T08:00,2026-12-01T16:00", Line2.Replace("T16", "T17", StringComparison.Ordinal)).Import(SwappedShifts.Keep)).Record!;
        Assert.Equal((SwappedShifts.Keep, "d1"), (made.Swapped, made.Conflicts));
        Assert.Equal(["d1 ann hall 12-01 00:00-08:00 for zhangsan", "d2 cara hall 12-02 00:00-09:00"], await December());
    }

    [Fact]
    public async Task Reverted_swaps_follow_the_file_and_the_history_says_so()
    {
        var made = (await desk.WriteShifts("d1,zhangsan,hall,,2026-12-01T09:00,2026-12-01T16:00", Line2).Import(SwappedShifts.Revert)).Record!;
        Assert.Equal((SwappedShifts.Revert, "d1"), (made.Swapped, made.Conflicts));
        Assert.Equal(["d1 zhangsan hall 12-01 01:00-08:00", "d2 cara hall 12-02 00:00-08:00"], await December());
    }

    [Fact]
    public async Task A_kept_swap_that_overlaps_a_shift_of_the_file_is_a_fault_and_a_reverted_one_is_none()
    {
        desk.WriteShifts("d1,zhangsan,hall,,2026-12-01T09:00,2026-12-01T16:00", "d4,ann,hall,,2026-12-01T15:00,2026-12-01T20:00", Line2);
        Assert.Contains("overlaps shift d1", Assert.Single((await desk.Plan(SwappedShifts.Keep)).Faults).Problem, StringComparison.Ordinal);
        Assert.Empty((await desk.Plan(SwappedShifts.Revert)).Faults);
    }

    [Fact]
    public async Task A_swap_that_is_approved_between_plan_and_import_stops_it()
    {
        var plan = await desk.WriteShifts(Line1, Line2.Replace("T16", "T17", StringComparison.Ordinal)).Plan();
        await desk.Swap("d2", "ann");
        var outcome = await desk.Imports.Make(plan, "root", Rosters.SampleOrg.Now, null, default);
        Assert.Null(outcome.Record);
        Assert.Contains("changed at this moment", outcome.Why, StringComparison.Ordinal);
        Assert.Equal(["d1 ann hall 12-01 00:00-08:00 for zhangsan", "d2 ann hall 12-02 00:00-08:00 for cara"], await December());
    }

    [Fact]
    public async Task A_swap_that_is_approved_while_the_import_is_written_holds_and_is_told()
    {
        var plan = await desk.WriteShifts(Line1, Line2.Replace("T16", "T17", StringComparison.Ordinal), "d3,cara,hall,,2026-12-03T08:00,2026-12-03T16:00").Plan();
        var swapped = false;
        desk.Store.Before = async request =>
        {
            if (request != "Roster.Commit" || swapped)
                return;
            swapped = true;
            await desk.Swap("d2", "ann");
        };
        var outcome = await desk.Imports.Make(plan, "root", Rosters.SampleOrg.Now, null, default);
        Assert.Equal("d2", outcome.Record!.Overtaken);
        Assert.Equal(["d1 ann hall 12-01 00:00-08:00 for zhangsan", "d2 ann hall 12-02 00:00-08:00 for cara", "d3 cara hall 12-03 00:00-08:00"], await December());
    }
}
