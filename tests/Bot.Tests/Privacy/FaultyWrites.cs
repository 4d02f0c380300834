using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>A store that stops taking writes at some moment, as one whose program was killed there.</summary>
internal sealed class FaultyWrites(Func<bool> breaks)
{
    public IStore Around(IStore inner) => new Broken(inner, breaks);

    private sealed class Broken(IStore inner, Func<bool> breaks) : IStore
    {
        public TimeSpan CommitTimeout => inner.CommitTimeout;

        public IQueue Queue => inner.Queue;

        public IFiles Files => inner.Files;

        public ITable Table(string name) => new Rows(inner.Table(name), breaks);

        public Task Open(IReadOnlyList<string> tables, CancellationToken cancel = default) => inner.Open(tables, cancel);

        public ValueTask Replace(QueueMessage cause, Successor successor, CancellationToken cancel = default) => inner.Replace(cause, successor, cancel);

        public ValueTask<TurnCommitResult> Commit(TurnCommit turn, CancellationToken cancel = default) =>
            breaks() ? throw new StoreUnavailableException("The program ended.") : inner.Commit(turn, cancel);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Rows(ITable inner, Func<bool> breaks) : ITable
    {
        public ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default) => inner.Get(partition, key, cancel);

        public ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default) => inner.Range(partition, from, to, limit, cancel);

        public IAsyncEnumerable<Row> Scan(CancellationToken cancel = default) => inner.Scan(cancel);

        public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) =>
            breaks() ? throw new StoreUnavailableException("The program ended.") : inner.Commit(partition, changes, cancel);
    }
}
