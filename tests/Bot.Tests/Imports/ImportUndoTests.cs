using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Tests.Rosters;

namespace CheckInBot.Bot.Tests.Imports;

public sealed class ImportUndoTests : IAsyncLifetime
{
    private ImportDesk desk = null!;

    public async Task InitializeAsync() => desk = await ImportDesk.Open();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    private async Task<ImportOutcome> Undo() => await desk.Imports.Make(await desk.Imports.PlanUndo(SampleOrg.Now, default), "root", SampleOrg.Now, null, default);

    [Fact]
    public async Task Taking_back_brings_shifts_and_people_to_what_they_were()
    {
        await desk.WriteShifts("d1,zhangsan,hall,,2026-12-01T08:00,2026-12-01T16:00", "d2,ann,hall,,2026-12-02T08:00,2026-12-02T16:00", "d3,cara,hall,,2026-12-03T08:00,2026-12-03T16:00").Import();
        await desk.Swap("d2", "cara");
        var before = await desk.Rows();
        desk.Write("people.csv", desk.Org.Text("people.csv") + "lisi,李四,,e-4,zh-CN,hall,,staff,,,\n")
            .WriteShifts("d1,lisi,hall,,2026-12-01T08:00,2026-12-01T16:00", "d2,ann,hall,,2026-12-02T09:00,2026-12-02T16:00", "d4,ann,hall,,2026-12-04T08:00,2026-12-04T16:00");
        await desk.Import(SwappedShifts.Revert);
        Assert.NotEqual(before, await desk.Rows());
        var undone = (await Undo()).Record!;
        Assert.Equal((3, 2, true), (undone.Number, undone.Undoes, undone.Done));
        Assert.Equal(before, await desk.Rows());
        Assert.Null((await desk.Roster()).Find("lisi"));
    }

    [Fact]
    public async Task Taking_back_the_first_import_gives_the_files_their_place_again()
    {
        await desk.Write("people.csv", desk.Org.Text("people.csv") + "lisi,李四,,e-4,zh-CN,hall,,staff,,,\n").WriteShifts("s1,zhangsan,hall,,2026-11-23T09:00,2026-11-23T16:00").Import();
        await Undo();
        var roster = await desk.Roster();
        Assert.Null(roster.Import);
        Assert.Null(roster.Find("lisi"));
        Assert.Equal(["s1 zhangsan hall 11-23 00:00-08:00", "s2 ann hall 11-23 04:00-12:00"], await desk.Rows());
        Assert.Contains("itself the taking back", Assert.Single((await desk.Imports.PlanUndo(SampleOrg.Now, default)).Faults).Problem, StringComparison.Ordinal);
        Assert.Equal(3, (await desk.Import()).Record!.Number);
    }

    [Fact]
    public async Task What_was_swapped_since_is_named_and_nothing_is_taken_back()
    {
        await desk.WriteShifts("d1,zhangsan,hall,,2026-12-01T08:00,2026-12-01T16:00", "d2,ann,hall,,2026-12-02T08:00,2026-12-02T16:00").Import();
        await desk.Swap("d1", "cara");
        var fault = Assert.Single((await desk.Imports.PlanUndo(SampleOrg.Now, default)).Faults);
        Assert.Equal("these shifts were changed after the import: d1", fault.Problem);
    }

    [Fact]
    public async Task Where_nothing_was_imported_there_is_nothing_to_take_back() =>
        Assert.Contains("nothing was ever imported", Assert.Single((await desk.Imports.PlanUndo(SampleOrg.Now, default)).Faults).Problem, StringComparison.Ordinal);
}
