using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Counts what is asked of a store, and lets any request fail before it is done or after, unheard.</summary>
internal sealed class FaultyStore(IStore inner) : IStore
{
    private readonly Lock gate = new();

    /// <summary>Decides, by the name of a request, whether it fails: null not at all, false before it is done, true after.</summary>
    public Func<string, bool?>? Fails { get; set; }

    /// <summary>What happens just before a request is done.</summary>
    public Func<string, Task>? Before { get; set; }

    /// <summary>Requests by name, such as <c>Flows.Range</c> or <c>Commit</c>.</summary>
    public Dictionary<string, int> Requests { get; } = [];

    public TimeSpan CommitTimeout => inner.CommitTimeout;

    public IFiles Files => new CountedFiles(this, inner.Files);

    public IQueue Queue => new CountedQueue(this, inner.Queue);

    public ITable Table(string name) => new CountedTable(this, name, inner.Table(name));

    public Task Open(IReadOnlyList<string> tables, CancellationToken cancel = default) => inner.Open(tables, cancel);

    public async ValueTask Replace(QueueMessage cause, Successor successor, CancellationToken cancel = default) => await Do("Replace", async () =>
    {
        await inner.Replace(cause, successor, cancel);
        return true;
    });

    public ValueTask<TurnCommitResult> Commit(TurnCommit turn, CancellationToken cancel = default) => Do("Commit", () => inner.Commit(turn, cancel));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<T> Do<T>(string request, Func<ValueTask<T>> what)
    {
        bool? fails;
        lock (gate)
        {
            Requests[request] = Requests.GetValueOrDefault(request) + 1;
            fails = Fails?.Invoke(request);
        }
        if (Before is { } before)
            await before(request);
        if (fails == false)
            throw new StoreUnavailableException("pretended, before");
        var result = await what();
        return fails == true ? throw new StoreUnavailableException("pretended, after") : result;
    }

    private sealed class CountedTable(FaultyStore store, string name, ITable table) : ITable
    {
        public ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default) =>
            store.Do($"{name}.Get", () => table.Get(partition, key, cancel));

        public ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default) =>
            store.Do($"{name}.Range", () => table.Range(partition, from, to, limit, cancel));

        public IAsyncEnumerable<Row> Scan(CancellationToken cancel = default) => table.Scan(cancel);

        public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) =>
            store.Do($"{name}.Commit", () => table.Commit(partition, changes, cancel));
    }

    private sealed class CountedFiles(FaultyStore store, IFiles files) : IFiles
    {
        public ValueTask<string> Put(ReadOnlyMemory<byte> content, CancellationToken cancel = default) => store.Do("Files.Put", () => files.Put(content, cancel));

        public ValueTask<byte[]?> Get(string name, CancellationToken cancel = default) => store.Do("Files.Get", () => files.Get(name, cancel));

        public IAsyncEnumerable<string> PutBefore(DateTimeOffset at, CancellationToken cancel = default) => files.PutBefore(at, cancel);

        public async ValueTask Delete(string name, CancellationToken cancel = default) => await store.Do("Files.Delete", async () =>
        {
            await files.Delete(name, cancel);
            return true;
        });
    }

    private sealed class CountedQueue(FaultyStore store, IQueue queue) : IQueue
    {
        public ValueTask<QueueMessage> Send(string body, TimeSpan delay, CancellationToken cancel = default) =>
            store.Do("Queue.Send", () => queue.Send(body, delay, cancel));

        public ValueTask<IReadOnlyList<QueueMessage>> Receive(int max, TimeSpan lease, CancellationToken cancel = default) =>
            store.Do("Queue.Receive", () => queue.Receive(max, lease, cancel));

        public ValueTask<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancel = default) =>
            store.Do("Queue.Renew", () => queue.Renew(message, lease, cancel));

        public ValueTask<bool> Delete(QueueMessage message, CancellationToken cancel = default) =>
            store.Do("Queue.Delete", () => queue.Delete(message, cancel));
    }
}
