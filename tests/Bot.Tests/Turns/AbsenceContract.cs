using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Absences;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>What one process commits about leave every other one knows at its next question, on both stores.</summary>
public abstract class AbsenceContract
{
    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    [Fact]
    public async Task Another_process_knows_of_leave_from_the_commit_on_and_of_its_end_too()
    {
        await using var opened = await OpenStore(FlowRows.TableName, "Roster", WordsVault.Table);
        var (told, asked) = (Process(opened.Store), Process(opened.Store));
        var today = DateOnly.FromDateTime(Hall.Opening.Date);
        for (var n = 0; n < 10; n++)
        {
            await told.Turns.Take(new(OwnLeave.KeyOf("ann"), new SayLeave("ann", null, today.AddDays(n))));
            Assert.True(await asked.Absences.IsAway("ann", [Hall.Opening.AddDays(n)], default));
            Assert.False(await asked.Absences.IsAway("ann", [Hall.Opening.AddDays(n + 1)], default));
            Assert.Equal(["ann"], await asked.Absences.Of(["ben", "ann", "gone"], Hall.Opening, default));
        }
        // Whoever ends it in one process and tells other days in the other is away by the one that came last.
        await asked.Turns.Take(new(OwnLeave.KeyOf("ann"), new EndLeave("ann")));
        Assert.Null(await told.Absences.OwnOf("ann", default));
    }

    private static (Bot.Turns.Turns Turns, Absences Absences) Process(IStore store)
    {
        var roster = new Bot.Roster.Roster(store.Table("Roster"), Hall.Organisation(null));
        var clock = new ManualClock(Hall.Opening);
        var vault = new WordsVault(store.Table(WordsVault.Table), new EphemeralDataProtectionProvider(NullLoggerFactory.Instance), clock);
        var flow = new LeaveFlow(roster, new Readers(roster, store.Table(FlowRows.TableName), vault, clock, NullLogger<Readers>.Instance));
        var flows = new Dictionary<string, IFlow> { [flow.Kind] = flow };
        var rows = new FlowRows(store.Table(FlowRows.TableName), flows);
        var turns = new Bot.Turns.Turns(store, rows, flows, clock, NullLogger<Bot.Turns.Turns>.Instance);
        turns.DeliverWith(new(turns, store.Table(FlowRows.TableName), flows, new PretendChannel(), (_, _) => throw new InvalidOperationException("nothing is moved"), new(null, clock, NullLogger<Bot.Protocol.ChannelPace>.Instance), clock, NullLogger<Outbox>.Instance));
        return (turns, new(roster, store.Table(FlowRows.TableName)));
    }
}

public sealed class SqliteAbsenceTests : AbsenceContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureAbsenceTests(Azurite azurite) : AbsenceContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}
