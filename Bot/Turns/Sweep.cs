using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Turns;

/// <summary>Looks slowly through all records for one whose message was lost, sends a new one, and says that it had to.</summary>
public sealed class Sweep(IStore store, Turns turns, TimeProvider clock, ILogger<Sweep> log) : RegularPass(Every, log)
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
        await foreach (var (key, version, nextAt, waits, _) in turns.Rows.Scan().WithCancellation(cancel))
        {
            var overdue = nextAt <= lateSince || (waits && await WaitsSince(key, lateSince, cancel));
            if (!overdue)
                continue;
            forgotten++;
            await store.Queue.Send(new WakeMessage(key, version).Body, TimeSpan.Zero, cancel);
        }
        if (forgotten > 0)
            log.LogError("The sweep found {Count} records whose wake-up message was lost and woke them", forgotten);
        return forgotten;
    }

    private async Task<bool> WaitsSince(Dialogs.FlowKey key, DateTimeOffset since, CancellationToken cancel)
    {
        var record = await turns.Rows.Read(key, cancel);
        return record.Waiting.Any(w => w.FreeAt(w.WrittenAt) <= since);
    }
}
