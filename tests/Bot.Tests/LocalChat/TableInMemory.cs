using System.Globalization;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.LocalChat;

/// <summary>The smallest table that keeps the promises the local chat relies on, size limits included.</summary>
internal sealed class TableInMemory : ITable
{
    private const int LongestColumn = 32 * 1024;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string, string), Row> _rows = new(Comparer<(string, string)>.Create(Ordinal));
    private long _etag;

    public ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default)
    {
        lock (_lock)
            return new(_rows.GetValueOrDefault((partition, key)));
    }

    public ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            return new([.. _rows.Values
                .Where(row => row.Partition == partition && string.CompareOrdinal(row.Key, from) >= 0 && string.CompareOrdinal(row.Key, to) < 0)
                .Take(limit)]);
        }
    }

    public IAsyncEnumerable<Row> Scan(CancellationToken cancel = default)
    {
        lock (_lock)
            return _rows.Values.ToArray().ToAsyncEnumerable();
    }

    public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            var etags = new List<string>();
            foreach (var change in changes)
            {
                if (change.Kind is not ChangeKind.Upsert)
                    throw new NotSupportedException($"The local chat does not {change.Kind}.");
                if (change.Columns.Values.OfType<string>().Any(text => text.Length > LongestColumn))
                    throw new ArgumentException("A column is too long.", nameof(changes));
                var etag = (++_etag).ToString(CultureInfo.InvariantCulture);
                _rows[(partition, change.Key)] = new Row(partition, change.Key, change.Columns, etag);
                etags.Add(etag);
            }
            return new(new CommitResult(true, -1, etags));
        }
    }

    private static int Ordinal((string Partition, string Key) a, (string Partition, string Key) b) =>
        string.CompareOrdinal(a.Partition, b.Partition) is var order and not 0 ? order : string.CompareOrdinal(a.Key, b.Key);
}
