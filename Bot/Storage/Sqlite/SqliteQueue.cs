namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>The queue of the file. Its clock is the store's <see cref="TimeProvider"/>.</summary>
internal sealed class SqliteQueue(SqliteStore store, TimeProvider clock) : IQueue
{
    public async ValueTask<QueueMessage> Send(string body, TimeSpan delay, CancellationToken cancel = default)
    {
        StoreLimits.CheckBody(body);
        return await store.Writer().Do(write => write.Send(body, VisibleAt(delay)), Always, cancel);
    }

    public async ValueTask<IReadOnlyList<QueueMessage>> Receive(int max, TimeSpan lease, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, 32);
        cancel.ThrowIfCancellationRequested();
        // Waiting consumers look often and mostly in vain: a look costs no transaction.
        if (!store.Reads().Do(reader => reader.AnyVisible(VisibleAt(TimeSpan.Zero))))
            return [];
        return await store.Writer().Do(write => write.Receive(max, VisibleAt(TimeSpan.Zero), VisibleAt(lease)), Always, cancel);
    }

    public async ValueTask<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancel = default) =>
        await store.Writer().Do(write => write.Renew(message, VisibleAt(lease)), Always, cancel);

    public async ValueTask<bool> Delete(QueueMessage message, CancellationToken cancel = default) =>
        await store.Writer().Do(write => write.Delete(message), Always, cancel);

    /// <summary>The instant, in ticks of UTC, from which a message is visible after <paramref name="delay"/>.</summary>
    public long VisibleAt(TimeSpan delay)
    {
        var within = delay < TimeSpan.Zero ? TimeSpan.Zero : delay > StoreLimits.LongestDelay ? StoreLimits.LongestDelay : delay;
        return (clock.GetUtcNow() + within).UtcTicks;
    }

    private static bool Always<T>(T _) => true;
}
