using System.Runtime.CompilerServices;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>The least table that keeps the contract of <see cref="ITable"/>, and counts what it is asked.</summary>
internal sealed class TableInMemory : ITable
{
    private readonly SortedDictionary<(string Partition, string Key), Row> rows = new(
        Comparer<(string Partition, string Key)>.Create((a, b) =>
            string.CompareOrdinal(a.Partition, b.Partition) is not 0 and var c ? c : string.CompareOrdinal(a.Key, b.Key)));

    private readonly Lock gate = new();

    private int version;

    public int Commits { get; private set; }

    public int Ranges { get; private set; }

    public int RowsRead { get; private set; }

    /// <summary>Called before each commit, so that a test can come first.</summary>
    public Action? BeforeCommit { get; set; }

    /// <summary>All rows but those that say what was loaded.</summary>
    public IEnumerable<Row> Rows => rows.Values.Where(r => r.Key != "loaded");

    public void Put(string partition, string key, IReadOnlyDictionary<string, object> columns) =>
        rows[(partition, key)] = new(partition, key, columns, $"v{++version}");

    public ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default)
    {
        using var alone = gate.EnterScope();
        return new(rows.GetValueOrDefault((partition, key)));
    }

    public ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        using var alone = gate.EnterScope();
        IReadOnlyList<Row> found =
        [
            .. rows.Values
                .Where(r => r.Partition == partition && string.CompareOrdinal(r.Key, from) >= 0 && string.CompareOrdinal(r.Key, to) < 0)
                .Take(limit),
        ];
        Ranges++;
        RowsRead += found.Count;
        return new(found);
    }

    public async IAsyncEnumerable<Row> Scan([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.Yield();
        foreach (var row in rows.Values.ToList())
            yield return row;
    }

    public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        using var alone = gate.EnterScope();
        BeforeCommit?.Invoke();
        Commits++;
        Assert.InRange(changes.Count, 1, 100);
        Assert.Equal(changes.Count, changes.Select(c => c.Key).Distinct().Count());
        foreach (var (i, change) in changes.Index())
        {
            var stored = rows.GetValueOrDefault((partition, change.Key));
            var holds = change.Kind switch
            {
                ChangeKind.Insert => stored is null,
                ChangeKind.Upsert => true,
                _ => stored is not null && (change.ETag == "*" || change.ETag == stored.ETag),
            };
            if (!holds)
                return new(CommitResult.Refused(i));
        }
        foreach (var change in changes)
        {
            rows.Remove((partition, change.Key));
            if (change.Kind != ChangeKind.Delete)
                Put(partition, change.Key, change.Columns);
        }
        return new(new CommitResult(true, -1, [.. changes.Select(c => c.Kind == ChangeKind.Delete ? "" : rows[(partition, c.Key)].ETag)]));
    }
}
