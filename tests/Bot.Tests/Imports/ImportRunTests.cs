using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.Bot.Tests.Imports;

/// <summary>What somebody reads who runs the command.</summary>
public sealed class ImportRunTests : IAsyncLifetime, IDisposable
{
    private const string Line1 = "d1,zhangsan,hall,,2026-12-01T08:00,2026-12-01T16:00";
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();
    private ImportDesk desk = null!;

    public async Task InitializeAsync() => desk = await ImportDesk.Open();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    private async Task<int> Run(ImportCommand command)
    {
        output.GetStringBuilder().Clear();
        errors.GetStringBuilder().Clear();
        return await new ImportRun(desk.Imports, new ManualClock(SampleOrg.Now), output, errors, terminal: false).Run(command, default);
    }

    private Task<int> Import(bool dry = false, SwappedShifts swapped = SwappedShifts.Ask) => Run(new(desk.Folder, Undo: false, dry, swapped));

    private string Told => output.ToString().ReplaceLineEndings("\n");

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        desk.Write("people.csv", desk.Org.Text("people.csv") + "lisi,李四,,e-4,zh-CN,hall,,staff,,,\n").WriteShifts(Line1, "d2,lisi,hall,,2026-12-05T08:00,2026-12-05T16:00");
        Assert.Equal(0, await Import(dry: true));
        Assert.Equal(
            """
            people.csv: 1 new, 0 changed, 0 gone, 3 same
            shifts.csv: 2 new, 0 changed, 0 gone, 0 same
              joined: lisi
              team hall: 2 shifts from 2026-12-01 to 2026-12-05
            Nothing was written (--dry-run).

            """.ReplaceLineEndings("\n"),
            Told);
        Assert.Null(await desk.Imports.Last(default));
    }

    [Fact]
    public async Task An_import_tells_the_same_first_and_then_how_far_it_is()
    {
        desk.WriteShifts(Line1);
        Assert.Equal(0, await Import());
        Assert.EndsWith("\nImport 1 is done.\n", Told, StringComparison.Ordinal);
        Assert.Equal(["50 %", "100 %"], errors.ToString().ReplaceLineEndings("\n").Trim().Split('\n'));
        Assert.Equal(0, await Import());
        Assert.EndsWith("nothing is to be written.\n", Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_go_to_standard_error_one_a_line()
    {
        desk.WriteShifts("d1,lisi,hall,,2026-12-01T08:00,2026-12-01T16:00", "d2,ann,cellar,,2026-12-01T08:00,2026-12-01T16:00");
        Assert.Equal(1, await Import());
        Assert.StartsWith("Nothing was written: 2 faults.", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("shifts.csv line 3, column team: unknown team cellar. Write an id of teams.csv", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swapped_shift_that_the_file_changes_is_listed_and_waits_for_a_choice()
    {
        desk.WriteShifts(Line1);
        await Import();
        await desk.Swap("d1", "ann");
        desk.WriteShifts(Line1.Replace("zhangsan", "cara", StringComparison.Ordinal));
        Assert.Equal(1, await Import());
        Assert.Contains("d1: ann works it by a swap with zhangsan, 2026-12-01 00:00 to 08:00 UTC; the file says cara,", Told, StringComparison.Ordinal);
        Assert.Contains("--swapped keep", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Import(swapped: SwappedShifts.Revert));
        Assert.Equal(0, await Run(new(null, Undo: false, DryRun: false, SwappedShifts.Ask)));
        Assert.Contains("; swapped shifts reverted: d1; files ", Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_import_is_taken_back_and_the_history_says_by_whom()
    {
        desk.WriteShifts(Line1);
        await Import();
        Assert.Equal(0, await Run(new(null, Undo: true, DryRun: false, SwappedShifts.Ask)));
        Assert.StartsWith("Taking back import 1:", Told, StringComparison.Ordinal);
        Assert.Equal(0, await Run(new(null, Undo: false, DryRun: false, SwappedShifts.Ask)));
        Assert.Equal(["1", "2"], Told.TrimEnd().Split('\n').Select(l => l[..1]));
        Assert.Contains($"  {Environment.UserName}  takes back import 1; ", Told, StringComparison.Ordinal);
        Assert.Equal(1, await Run(new(null, Undo: true, DryRun: false, SwappedShifts.Ask)));
    }

    [Theory]
    [InlineData("One folder", "import")]
    [InlineData("One folder", "import", "a", "--undo")]
    [InlineData("More than one", "import", "a", "b")]
    [InlineData("--frob is not known", "import", "a", "--frob")]
    [InlineData("neither keep nor revert", "import", "a", "--swapped", "maybe")]
    [InlineData("goes with a folder", "import", "--undo", "--swapped", "keep")]
    public void A_command_that_means_nothing_is_told_how_to_be_written(string problem, params string[] args)
    {
        var (command, faults) = ImportCommand.Read(args);
        Assert.Null(command);
        Assert.Contains(problem, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_is_read()
    {
        Assert.True(ImportCommand.IsMeant(["import", "a"]));
        Assert.Equal(new(desk.Folder, false, true, SwappedShifts.Keep), ImportCommand.Read(["import", desk.Folder, "--swapped", "keep", "--dry-run"]).Command);
        Assert.Equal(new(null, true, false, SwappedShifts.Ask), ImportCommand.Read(["import", "--undo"]).Command);
    }
}
