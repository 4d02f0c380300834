using System.Globalization;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.Bot.Tests.Imports;

/// <summary>More shifts than one batch of a store holds, on each store: new, the same, changed, looked at only, taken back.</summary>
public abstract class LargeImportContract : IAsyncLifetime
{
    private const int Days = 460;

    /// <summary>The longest that are taken, of signs that no row packs well.</summary>
    private static readonly Random Signs = new(5);

    private ImportDesk desk = null!;

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    public async Task InitializeAsync() => desk = await ImportDesk.Open(OpenStore);

    public async Task DisposeAsync() => await desk.DisposeAsync();

    private static string Id(int d) => $"{d}-{new string('x', 56)}";

    private static string Post() => new([.. Enumerable.Range(0, 80).Select(_ => (char)Signs.Next(0x4E00, 0x9FA0))]);

    private static string[] Lines(int end, string? post = null) =>
    [
        .. Enumerable.Range(0, Days)
            .Select(d => (Number: d, Day: new DateOnly(2026, 12, 1).AddDays(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .Select(d => $"{Id(d.Number)},{(d.Number % 2 == 0 ? "ann" : "zhangsan")},{(d.Number % 3 == 0 ? "desk" : "hall")},{post ?? Post()},{d.Day}T08:00,{d.Day}T{end}:00"),
    ];

    private async Task<ListChange> Shifts() => (await desk.Plan()).Lists.Single(l => l.File == "shifts.csv");

    [Fact]
    public async Task What_takes_many_batches_is_imported_changed_and_taken_back_whole()
    {
        desk.Write("teams.csv", desk.Org.Text("teams.csv") + "desk,Desk,Asia/Shanghai,CN\n").WriteShifts(Lines(16));
        Assert.Equal(new("shifts.csv", Days, 0, 0, 0), await Shifts());
        Assert.True((await desk.Import()).Record!.Done);
        Assert.False((await desk.Plan()).ChangesAnything);
        var before = await desk.Rows();
        Assert.Equal(Days + 2, before.Count);

        // Each shift ends later, so that its row moves: two changes of rows for each.
        desk.WriteShifts(Lines(17));
        Assert.Equal(new("shifts.csv", 0, Days, 0, 0), await Shifts());
        Assert.Equal(before, await desk.Rows());
        await desk.Import();
        var after = await desk.Rows();
        Assert.Equal(Days, after.Except(before).Count());
        Assert.Equal(Days, before.Except(after).Count());

        var undo = await desk.Imports.PlanUndo(SampleOrg.Now, default);
        Assert.Equal(new("shifts.csv", 0, Days, 0, 0), undo.Lists.Single(l => l.File == "shifts.csv"));
        Assert.Equal(after, await desk.Rows());
        Assert.NotNull((await desk.Imports.Make(undo, "root", SampleOrg.Now, null, default)).Record);
        Assert.Equal(before, await desk.Rows());
        Assert.Equal([null, null, 2], (await desk.Imports.Past(default)).Select(p => p.Undoes));
    }

    [Fact]
    public async Task An_import_is_told_step_by_step_to_its_end()
    {
        desk.Write("teams.csv", desk.Org.Text("teams.csv") + "desk,Desk,Asia/Shanghai,CN\n").WriteShifts(Lines(16, "W1"));
        var plan = await desk.Plan();
        var steps = new List<int>();
        await desk.Imports.Make(plan, "root", SampleOrg.Now, steps.Add, default);
        Assert.Equal(steps.Order(), steps);
        Assert.Equal(2 * Days, steps[^1]);
    }
}

public sealed class SqliteLargeImportTests : LargeImportContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureLargeImportTests(Azurite azurite) : LargeImportContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}
