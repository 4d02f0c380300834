using CheckInBot.Bot.Listening;
using CheckInBot.Bot.LocalChat;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Hosting;

/// <summary>Before the first request: the store is proved writable, the roster's shifts are rows, every team has its planner.</summary>
public sealed class Startup(IStore store, ClockRun clockRun, Roster.Roster roster, Turns.Turns turns, IHostEnvironment host)
{
    /// <summary>Every table of the bot.</summary>
    public static readonly IReadOnlyList<string> Tables =
        [FlowRows.TableName, References.TableName, WordsVault.Table, ClockRun.TableName, RosterTable, LocalChatOptions.TableName];

    public const string RosterTable = "Roster";

    /// <exception cref="StoreUnavailableException">The message says what to do.</exception>
    public async Task Run(CancellationToken cancel)
    {
        await store.Open(Tables, cancel);
        if (host.IsDevelopment())
            await clockRun.Restore(cancel);
        await roster.Load(cancel);
        foreach (var team in roster.Teams)
            await turns.Take(new(ShiftEnds.KeyOf(team.Id), new Due()), cancel);
    }
}
