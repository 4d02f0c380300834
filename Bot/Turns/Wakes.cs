using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Turns;

/// <summary>Messages are hints and can be made anew from the rows.</summary>
public static class Wakes
{
    private const int AtOnce = 16;

    /// <summary>Sends one message for each record that waits for something or for a moment; how many. Twice does no harm.</summary>
    /// <exception cref="StoreUnavailableException">Some may have been sent.</exception>
    public static async Task<int> SendAll(IStore store, TimeProvider clock, CancellationToken cancel)
    {
        var sent = 0;
        var rows = new FlowRows(store.Table(FlowRows.TableName), new Dictionary<string, IFlow>());
        await Parallel.ForEachAsync(rows.Scan().Where(r => r.Waits || r.NextAt is not null), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (record, stop) =>
        {
            var delay = record.Waits ? TimeSpan.Zero : record.NextAt!.Value - clock.GetUtcNow();
            await store.Queue.Send(new WakeMessage(record.Key, record.Version).Body, delay > TimeSpan.Zero ? delay : TimeSpan.Zero, stop);
            Interlocked.Increment(ref sent);
        });
        return sent;
    }
}
