using CheckInBot.Bot.Checks;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.Bot.Tests.Checks;

/// <summary>A store on which the bot would refuse to start is at fault before it tries.</summary>
public sealed class StoreCheckTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static async Task<Finding> Office(IStore store) =>
        (await new StoreCheck(store, new("Sqlite", "bot.db", null, null, "", null), Cloud.Public).Look(default)).Single(f => f.Thing == "store.office");

    [Fact]
    public async Task A_restore_that_is_not_finished_is_a_fault()
    {
        await using var opened = await SqliteTestStore.Open([.. Startup.Tables]);
        await OfficeMark.Begin(opened.Store, "office", OfficeState.Restoring, At, default);
        var found = await Office(opened.Store);
        Assert.Equal(Found.Fault, found.How);
        Assert.Contains("Run restore again", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_a_newer_program_are_a_fault_that_names_it()
    {
        await using var opened = await SqliteTestStore.Open([.. Startup.Tables]);
        Assert.Equal(Found.Ok, (await Office(opened.Store)).How);
        await StoreShape.Begin(opened.Store.Table(ClockRun.TableName), "9.0.0", At, default, StoreShape.Current + 1);
        var found = await Office(opened.Store);
        Assert.Equal(Found.Fault, found.How);
        Assert.Contains("9.0.0", found.ToString(), StringComparison.Ordinal);
    }
}
