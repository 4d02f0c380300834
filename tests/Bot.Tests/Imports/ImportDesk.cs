using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Tests.Turns;

namespace CheckInBot.Bot.Tests.Imports;

/// <summary>A small organisation on a real store, a folder of lists to import, and a store that may fail.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    public const string ShiftHeading = "id,person,team,post,start,end\n";
    private readonly ITestStore opened;
    private readonly string folder = Directory.CreateTempSubdirectory("import-").FullName;

    private ImportDesk(ITestStore opened)
    {
        this.opened = opened;
        Store = new(opened.Store);
    }

    public SampleOrg Org { get; } = new();

    public string Folder => folder;

    public FaultyStore Store { get; }

    public RosterImports Imports => new(Store, Org.Folder);

    public ITable Shifts => opened.Store.Table("Roster");

    /// <summary>Opened; the organisation's own shifts were loaded, as at a start of the program.</summary>
    public static Task<ImportDesk> Open() => Open(async tables => await SqliteTestStore.Open(tables));

    /// <summary>The same on another store.</summary>
    public static async Task<ImportDesk> Open(Func<string[], Task<ITestStore>> open)
    {
        var desk = new ImportDesk(await open(["Roster", RosterImports.TableName]));
        await desk.Roster();
        return desk;
    }

    /// <summary>The roster as a program reads it that starts now.</summary>
    public async Task<Roster.Roster> Roster()
    {
        await Imports.Finish(null, default);
        var (organisation, faults) = await Imports.Read(SampleOrg.Now, default);
        Assert.Empty(faults);
        var roster = new Roster.Roster(Shifts, organisation!);
        await roster.Load(default);
        return roster;
    }

    public ImportDesk Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(folder, file), text);
        return this;
    }

    public ImportDesk WriteShifts(params string[] lines) => Write("shifts.csv", ShiftHeading + string.Concat(lines.Select(l => l + "\n")));

    public void Remove(string file) => File.Delete(Path.Combine(folder, file));

    public Task<ImportPlan> Plan(SwappedShifts swapped = SwappedShifts.Ask) => Imports.Plan(folder, swapped, SampleOrg.Now, default);

    public async Task<ImportOutcome> Import(SwappedShifts swapped = SwappedShifts.Ask)
    {
        var plan = await Plan(swapped);
        Assert.Empty(plan.Faults);
        Assert.False(plan.NeedsChoice);
        return await Imports.Make(plan, "root", SampleOrg.Now, null, default);
    }

    public async Task<Fault> OnlyFault()
    {
        var before = await Rows();
        var fault = Assert.Single((await Plan()).Faults);
        SampleOrg.AssertTells(fault);
        Assert.Equal(before, await Rows());
        return fault;
    }

    /// <summary>The shifts of all teams as <c>id person start-end</c> in UTC, with whose it is where it was swapped.</summary>
    public async Task<List<string>> Rows()
    {
        var rows = new List<string>();
        await foreach (var row in Shifts.Scan())
        {
            if (row.Columns.ContainsKey("start"))
                rows.Add($"{row.Key.Split('!')[1]} {row.Columns["person"]} {row.Partition[5..]} {(DateTimeOffset)row.Columns["start"]:MM-dd HH:mm}-{(DateTimeOffset)row.Columns["end"]:HH:mm}{(row.Columns.TryGetValue("planned", out var planned) ? $" for {planned}" : "")}");
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>As an approved swap leaves it.</summary>
    public async Task Swap(string shift, string to, string team = "hall")
    {
        await foreach (var row in Shifts.Scan())
        {
            if (row.Key.EndsWith($"!{shift}", StringComparison.Ordinal) && row.Partition == $"team!{team}")
            {
                var columns = new Dictionary<string, object>(row.Columns) { ["person"] = to, ["planned"] = row.Columns["person"] };
                var mark = (await Shifts.Get(row.Partition, "loaded"))!;
                Assert.True((await Shifts.Commit(row.Partition, [Change.Replace("loaded", mark.Columns, mark.ETag), Change.Replace(row.Key, columns, row.ETag)])).Committed);
                return;
            }
        }
        Assert.Fail($"There is no shift {shift}.");
    }

    public async ValueTask DisposeAsync()
    {
        Org.Dispose();
        await opened.DisposeAsync();
        Directory.Delete(folder, true);
    }
}
