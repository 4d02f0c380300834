using System.Runtime.CompilerServices;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Benchmarks.Growth;

/// <summary>A store that counts the rows it gives and the batches it takes.</summary>
internal sealed class CountedStore(IStore inner) : IStore
{
    private long rows, commits;

    public long Rows => Volatile.Read(ref rows);

    public long Commits => Volatile.Read(ref commits);

    public TimeSpan CommitTimeout => inner.CommitTimeout;

    public IQueue Queue => inner.Queue;

    public IFiles Files => inner.Files;

    public ITable Table(string name) => new CountedTable(this, inner.Table(name));

    public Task Open(IReadOnlyList<string> tables, CancellationToken cancel = default) => inner.Open(tables, cancel);

    public ValueTask Replace(QueueMessage cause, Successor successor, CancellationToken cancel = default) => inner.Replace(cause, successor, cancel);

    public ValueTask<TurnCommitResult> Commit(TurnCommit turn, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref commits);
        return inner.Commit(turn, cancel);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class CountedTable(CountedStore store, ITable table) : ITable
    {
        public async ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default)
        {
            var row = await table.Get(partition, key, cancel);
            if (row is not null)
                Interlocked.Increment(ref store.rows);
            return row;
        }

        public async ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
        {
            var found = await table.Range(partition, from, to, limit, cancel);
            Interlocked.Add(ref store.rows, found.Count);
            return found;
        }

        public async IAsyncEnumerable<Row> Scan([EnumeratorCancellation] CancellationToken cancel = default)
        {
            await foreach (var row in table.Scan(cancel))
            {
                Interlocked.Increment(ref store.rows);
                yield return row;
            }
        }

        public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
        {
            Interlocked.Increment(ref store.commits);
            return table.Commit(partition, changes, cancel);
        }
    }
}
