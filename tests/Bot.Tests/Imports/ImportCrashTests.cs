using System.Globalization;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.Bot.Tests.Imports;

/// <summary>Wherever the program ends, afterwards all of an import is there or nothing of it.</summary>
public abstract class ImportCrashContract : IAsyncLifetime
{
    private const int Days = 300;
    private ImportDesk desk = null!;

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    public async Task InitializeAsync()
    {
        desk = await ImportDesk.Open(OpenStore);
        await desk.WriteShifts([.. Lines(16)]).Import();
        desk.Write("people.csv", desk.Org.Text("people.csv") + "lisi,李四,,e-4,zh-CN,hall,,staff,,,\n").WriteShifts([.. Lines(17)]);
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    private static IEnumerable<string> Lines(int end) => Enumerable.Range(0, Days)
        .Select(d => new DateOnly(2026, 12, 1).AddDays(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Select(day => $"d{day},ann,hall,,{day}T08:00,{day}T{end}:00");

    private async Task<List<string>> Rows() => (await desk.Rows()).FindAll(r => r[0] == 'd');

    private static void AllAlike(IReadOnlyList<string> rows, string end) => Assert.All(rows, r => Assert.EndsWith(end, r, StringComparison.Ordinal));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_program_that_ends_at_any_write_leaves_nothing_or_what_the_next_start_finishes(bool afterwards)
    {
        var ended = 0;
        for (var write = 1; ; write++)
        {
            var left = write;
            var plan = await desk.Plan();
            desk.Store.Fails = request => request.EndsWith(".Commit", StringComparison.Ordinal) && --left <= 0 ? afterwards && left == 0 : null;
            try
            {
                await desk.Imports.Make(plan, "root", SampleOrg.Now, null, default);
                desk.Store.Fails = null;
                break;
            }
            catch (StoreUnavailableException)
            {
                ended++;
                desk.Store.Fails = null;
            }
            var begun = (await desk.Imports.Last(default))!.Number > 1;
            var roster = await desk.Roster();
            Assert.Equal(begun, roster.Find("lisi") is not null);
            AllAlike(await Rows(), begun ? "-09:00" : "-08:00");
            Assert.Equal(Days, (await Rows()).Count);
            if (begun)
            {
                Assert.False((await desk.Plan()).ChangesAnything);
                await desk.Imports.Make(await desk.Imports.PlanUndo(SampleOrg.Now, default), "root", SampleOrg.Now, null, default);
                AllAlike(await Rows(), "-08:00");
                // The next round begins from the same state.
                await desk.DisposeAsync();
                await InitializeAsync();
            }
        }
        // Staging, the head, each of the batches, and the end.
        Assert.InRange(ended, 8, 30);
        AllAlike(await Rows(), "-09:00");
    }

    [Fact]
    public async Task Two_imports_at_once_are_one_and_a_sentence()
    {
        var plan = await desk.Plan();
        await desk.Imports.Make(plan, "root", SampleOrg.Now, null, default);
        Assert.Contains("Repeat the command", (await desk.Imports.Make(plan, "other", SampleOrg.Now, null, default)).Why, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.Imports.Past(default)).Count);
    }
}

public sealed class SqliteImportCrashTests : ImportCrashContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureImportCrashTests(Azurite azurite) : ImportCrashContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}
