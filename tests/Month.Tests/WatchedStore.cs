using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;

namespace CheckInBot.Month.Tests;

/// <summary>
/// A store whose commits of records are seen one after the other, as they come to stand, and whose messages tell when somebody has to look.
/// </summary>
/// <param name="inner">Where rows and files are.</param>
/// <param name="faults">How requests fail.</param>
/// <param name="queue">In the place of a queue whose clock cannot be moved; null where the store's own can.</param>
internal sealed class WatchedStore(IStore inner, QueueOnClock? queue, StoreFaults faults, TimeProvider clock) : IStore
{
    private readonly SemaphoreSlim oneByOne = new(1, 1);
    private readonly SortedSet<DateTimeOffset> looks = [];
    private readonly Lock guard = new();

    /// <summary>Told of each batch of the records' table that stands now.</summary>
    public Action<string, IReadOnlyList<Change>>? Committed { get; set; }

    public StoreFaults Faults => faults;

    public TimeSpan CommitTimeout => inner.CommitTimeout;

    public IFiles Files => inner.Files;

    public IQueue Queue => new LookedAfter(this, queue ?? inner.Queue);

    /// <summary>When the next message may be there; null when none is on its way.</summary>
    public DateTimeOffset? NextLook
    {
        get
        {
            lock (guard)
                return looks.Count > 0 ? looks.Min : null;
        }
    }

    /// <summary>What of a record is in the queue, for whoever looks for a fault.</summary>
    public string Messages(string reference) => queue is null ? "" : string.Join("; ", queue.Of(reference));

    public void LookedUpTo(DateTimeOffset at)
    {
        lock (guard)
        {
            while (looks.Count > 0 && looks.Min <= at)
                looks.Remove(looks.Min);
        }
    }

    public ITable Table(string name) => new WatchedTable(this, inner.Table(name), name);

    public Task Open(IReadOnlyList<string> tables, CancellationToken cancel = default) => inner.Open(tables, cancel);

    public async ValueTask Replace(QueueMessage cause, Successor successor, CancellationToken cancel = default) => await faults.Do($"replace {cause.Body}", async () =>
    {
        LookAfter(successor.Delay);
        if (queue is null)
        {
            await inner.Replace(cause, successor, cancel);
            return true;
        }
        await queue.Send(successor.Body, successor.Delay, cancel);
        await queue.Delete(cause, cancel);
        return true;
    });

    public ValueTask<TurnCommitResult> Commit(TurnCommit turn, CancellationToken cancel = default) => faults.Do($"turn {turn.Partition} {KeyOf(turn.Changes)}", () => Commits(turn, cancel));

    private async ValueTask<TurnCommitResult> Commits(TurnCommit turn, CancellationToken cancel)
    {
        await oneByOne.WaitAsync(cancel);
        try
        {
            var result = await inner.Commit(queue is null ? turn : turn with { Successor = null, Cause = null }, cancel);
            if (!result.Batch.Committed)
                return result;
            Committed?.Invoke(turn.Partition, turn.Changes);
            if (turn.Successor is { } next)
            {
                LookAfter(next.Delay);
                if (queue is not null)
                    result = result with { Successor = await queue.Send(next.Body, next.Delay, cancel) };
            }
            return result;
        }
        finally
        {
            oneByOne.Release();
        }
    }

    private static string KeyOf(IReadOnlyList<Change> changes) => changes.Count > 0 ? changes[0].Key : "";

    public async ValueTask DisposeAsync()
    {
        oneByOne.Dispose();
        await inner.DisposeAsync();
    }

    /// <summary>Somebody has to look after that time.</summary>
    public void LookAfter(TimeSpan delay)
    {
        lock (guard)
            looks.Add(clock.GetUtcNow() + (delay > TimeSpan.Zero ? delay : TimeSpan.Zero));
    }

    private sealed class WatchedTable(WatchedStore store, ITable table, string name) : ITable
    {
        public ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default) => store.Faults.Do($"get {name} {partition} {key}", () => table.Get(partition, key, cancel));

        public ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default) =>
            store.Faults.Do($"range {name} {partition} {from}", () => table.Range(partition, from, to, limit, cancel));

        public IAsyncEnumerable<Row> Scan(CancellationToken cancel = default) => table.Scan(cancel);

        public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) =>
            store.Faults.Do($"commit {name} {partition} {KeyOf(changes)}", () => name == FlowRows.TableName ? Commits(partition, changes, cancel) : table.Commit(partition, changes, cancel));

        private async ValueTask<CommitResult> Commits(string partition, IReadOnlyList<Change> changes, CancellationToken cancel)
        {
            await store.oneByOne.WaitAsync(cancel);
            try
            {
                var result = await table.Commit(partition, changes, cancel);
                if (result.Committed)
                    store.Committed?.Invoke(partition, changes);
                return result;
            }
            finally
            {
                store.oneByOne.Release();
            }
        }
    }

    private sealed class LookedAfter(WatchedStore store, IQueue queue) : IQueue
    {
        public ValueTask<QueueMessage> Send(string body, TimeSpan delay, CancellationToken cancel = default) => store.Faults.Do($"send {body}", () =>
        {
            store.LookAfter(delay);
            return queue.Send(body, delay, cancel);
        });

        public ValueTask<IReadOnlyList<QueueMessage>> Receive(int max, TimeSpan lease, CancellationToken cancel = default) => store.Faults.Do("receive", async () =>
        {
            var received = await queue.Receive(max, lease, cancel);
            if (received.Count > 0)
                store.LookAfter(lease);
            return received;
        });

        public ValueTask<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancel = default) => store.Faults.Do($"renew {message.Body}", () =>
        {
            store.LookAfter(lease);
            return queue.Renew(message, lease, cancel);
        });

        public ValueTask<bool> Delete(QueueMessage message, CancellationToken cancel = default) => store.Faults.Do($"delete {message.Body}", () => queue.Delete(message, cancel));
    }
}
