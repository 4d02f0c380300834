using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A store that tells what was committed, in the order in which it came to stand; requests of several processes mix before it.</summary>
internal sealed class CommitOrder(IStore inner, Random random) : IStore
{
    private readonly SemaphoreSlim one = new(1);
    private readonly Lock gate = new();

    /// <summary>Called for every batch that was committed, one after the other, with its partition.</summary>
    public Action<string, IReadOnlyList<Change>>? Committed { get; set; }

    public TimeSpan CommitTimeout => inner.CommitTimeout;

    public IQueue Queue => inner.Queue;

    public IFiles Files => inner.Files;

    public ITable Table(string name) => new OrderedTable(this, inner.Table(name));

    public Task Open(IReadOnlyList<string> tables, CancellationToken cancel = default) => inner.Open(tables, cancel);

    public ValueTask Replace(QueueMessage cause, Successor successor, CancellationToken cancel = default) => inner.Replace(cause, successor, cancel);

    public ValueTask<TurnCommitResult> Commit(TurnCommit turn, CancellationToken cancel = default) =>
        InOrder(turn.Partition, turn.Changes, () => inner.Commit(turn, cancel), r => r.Batch);

    public ValueTask DisposeAsync()
    {
        one.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Some requests wait for others: what was read before may have changed by then.</summary>
    public async Task Mix()
    {
        int turns;
        lock (gate)
            turns = random.Next(4);
        for (var i = 0; i < turns; i++)
            await Task.Yield();
    }

    private async ValueTask<T> InOrder<T>(string partition, IReadOnlyList<Change> changes, Func<ValueTask<T>> commit, Func<T, CommitResult> resultOf)
    {
        await Mix();
        await one.WaitAsync(CancellationToken.None);
        try
        {
            var result = await commit();
            if (resultOf(result).Committed)
                Committed?.Invoke(partition, changes);
            return result;
        }
        finally
        {
            one.Release();
        }
    }

    private sealed class OrderedTable(CommitOrder store, ITable table) : ITable
    {
        public ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default) => table.Get(partition, key, cancel);

        public async ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
        {
            var rows = await table.Range(partition, from, to, limit, cancel);
            await store.Mix();
            return rows;
        }

        public IAsyncEnumerable<Row> Scan(CancellationToken cancel = default) => table.Scan(cancel);

        public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) =>
            store.InOrder(partition, changes, () => table.Commit(partition, changes, cancel), r => r);
    }
}
