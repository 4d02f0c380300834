using CheckInBot.Bot.Storage;

namespace CheckInBot.Month.Tests;

/// <summary>The least store that keeps the contract: a month of many people is lived here, since nobody waits for a disk or another thread. The story of the same days is the same on all stores.</summary>
internal sealed class StoreInMemory : IStore, IFiles
{
    private readonly Dictionary<string, TableInMemory> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly Lock guard = new();

    public TimeSpan CommitTimeout => TimeSpan.Zero;

    public IQueue Queue => throw new NotSupportedException("The queue runs on the test's clock.");

    public IFiles Files => this;

    public ITable Table(string name)
    {
        lock (guard)
            return tables.TryGetValue(name, out var known) ? known : tables[name] = new();
    }

    public Task Open(IReadOnlyList<string> tables, CancellationToken cancel = default) => Task.CompletedTask;

    public ValueTask Replace(QueueMessage cause, Successor successor, CancellationToken cancel = default) => throw new NotSupportedException();

    public async ValueTask<TurnCommitResult> Commit(TurnCommit turn, CancellationToken cancel = default) =>
        new(await Table(turn.Table).Commit(turn.Partition, turn.Changes, cancel), false, null);

    public ValueTask<string> Put(ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        lock (guard)
            files[FileNames.Of(content)] = content.ToArray();
        return new(FileNames.Of(content));
    }

    public ValueTask<byte[]?> Get(string name, CancellationToken cancel = default)
    {
        lock (guard)
            return new(files.GetValueOrDefault(name));
    }

    public ValueTask Delete(string name, CancellationToken cancel = default)
    {
        lock (guard)
            files.Remove(name);
        return default;
    }

    public IAsyncEnumerable<string> PutBefore(DateTimeOffset at, CancellationToken cancel = default) => AsyncEnumerable.Empty<string>();

    public ValueTask DisposeAsync() => default;

    private sealed class TableInMemory : ITable
    {
        private readonly SortedDictionary<string, SortedList<string, Row>> partitions = new(StringComparer.Ordinal);
        private readonly Lock guard = new();
        private long version;

        public ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default)
        {
            lock (guard)
                return new(partitions.GetValueOrDefault(partition)?.GetValueOrDefault(key));
        }

        public ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
        {
            lock (guard)
            {
                if (!partitions.TryGetValue(partition, out var rows))
                    return new([]);
                var (first, behind) = (IndexOf(rows, from), IndexOf(rows, to));
                return new([.. Enumerable.Range(first, Math.Min(limit, Math.Max(0, behind - first))).Select(rows.GetValueAtIndex)]);
            }
        }

        public IAsyncEnumerable<Row> Scan(CancellationToken cancel = default)
        {
            lock (guard)
                return partitions.Values.SelectMany(p => p.Values).ToList().ToAsyncEnumerable();
        }

        public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
        {
            lock (guard)
            {
                if (!partitions.TryGetValue(partition, out var rows))
                    partitions[partition] = rows = new(StringComparer.Ordinal);
                foreach (var (i, change) in changes.Index())
                {
                    var stored = rows.GetValueOrDefault(change.Key);
                    if (change.Kind == ChangeKind.Insert ? stored is not null : change.Kind != ChangeKind.Upsert && (stored is null || (change.ETag != "*" && change.ETag != stored.ETag)))
                        return new(CommitResult.Refused(i));
                }
                return new(new CommitResult(true, -1, [.. changes.Select(c => Put(rows, partition, c))]));
            }
        }

        private string Put(SortedList<string, Row> rows, string partition, Change change)
        {
            if (change.Kind == ChangeKind.Delete)
            {
                rows.Remove(change.Key);
                return "";
            }
            rows[change.Key] = new(partition, change.Key, change.Columns, $"v{++version}");
            return rows[change.Key].ETag;
        }

        /// <summary>Index of the first key that is not before <paramref name="key"/>.</summary>
        private static int IndexOf(SortedList<string, Row> rows, string key)
        {
            var (low, high) = (0, rows.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (string.CompareOrdinal(rows.GetKeyAtIndex(middle), key) < 0)
                    low = middle + 1;
                else
                    high = middle;
            }
            return low;
        }
    }
}
