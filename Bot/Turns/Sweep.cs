using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Looks slowly through all records for one whose message was lost, sends a new one, and says that it had to. What is parked is left alone until
/// something new happens to it.
/// </summary>
public sealed class Sweep(IStore store, Turns turns, ParkedRecords parked, TimeProvider clock, ILogger<Sweep> log) : RegularPass(Every, log)
{
    /// <summary>How often all records are looked through.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>How late a record must be before its message counts as lost.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(3);

    protected override Task Pass(CancellationToken cancel) => Once(cancel);

    /// <summary>One pass; the number of records that had been forgotten.</summary>
    public async Task<int> Once(CancellationToken cancel = default)
    {
        var forgotten = 0;
        var lateSince = clock.GetUtcNow() - Late;
        var aside = (await parked.All(cancel)).ToDictionary(p => p.Key);
        await foreach (var (key, version, nextAt, waits, _) in turns.Rows.Scan().WithCancellation(cancel))
        {
            var overdue = nextAt <= lateSince || (waits && await WaitsSince(key, lateSince, cancel));
            var parkedHere = aside.GetValueOrDefault(key);
            if (parkedHere is not null && version > parkedHere.Version && !overdue)
                await parked.Forget(parkedHere, cancel);
            if (!overdue || version <= parkedHere?.Version)
                continue;
            forgotten++;
            await store.Queue.Send(new WakeMessage(key, version).Body, TimeSpan.Zero, cancel);
        }
        Measures.Lost(forgotten);
        if (forgotten > 0)
            log.LogError("The sweep found {Count} records whose wake-up message was lost and woke them", forgotten);
        return forgotten;
    }

    private async Task<bool> WaitsSince(Dialogs.FlowKey key, DateTimeOffset since, CancellationToken cancel)
    {
        // Without its state: one that cannot be read must not end the look at all others.
        var record = await turns.Rows.ReadOutbox(key, cancel);
        return record.Waiting.Any(w => w.FreeAt(w.WrittenAt) <= since);
    }
}
