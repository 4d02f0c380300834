using System.Runtime.CompilerServices;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>One table of the file.</summary>
internal sealed class SqliteTable(SqliteStore store, string name) : ITable
{
    private const int PageSize = 500;

    public ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        StoreLimits.CheckKey(key);
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(store.Reads(name).Do(reader => reader.Get(name, partition, key)));
    }

    public ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        StoreLimits.CheckBound(from);
        StoreLimits.CheckBound(to);
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<Row>>(store.Reads(name).Do(reader => reader.Range(name, partition, from, to, Math.Max(0, limit))));
    }

    public IAsyncEnumerable<Row> Scan(CancellationToken cancel = default) => Pages([], cancel);

    public IAsyncEnumerable<Row> ScanFor(IReadOnlyList<string> texts, CancellationToken cancel = default) => Pages([.. texts.Select(ColumnsJson.Written)], cancel);

    public async ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        StoreLimits.CheckBatch(partition, changes);
        var columns = Written(changes);
        return await store.Writer(name).Do(write => write.Apply(name, partition, changes, columns), result => result.Committed, cancel);
    }

    /// <summary>The columns of each change as they are stored, made on the caller's thread: the writer's is everybody's.</summary>
    public static IReadOnlyList<byte[]> Written(IReadOnlyList<Change> changes)
    {
        var written = new byte[changes.Count][];
        for (var i = 0; i < written.Length; i++)
            written[i] = changes[i].Kind == ChangeKind.Delete ? [] : ColumnsJson.Write(changes[i].Columns);
        return written;
    }

    private async IAsyncEnumerable<Row> Pages(IReadOnlyList<byte[]> texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var (partition, key) = ("", "");
        for (var looked = PageSize; looked == PageSize;)
        {
            cancel.ThrowIfCancellationRequested();
            (var page, looked, partition, key) = store.Reads(name).Do(reader => reader.Page(name, partition, key, PageSize, texts));
            foreach (var row in page)
                yield return row;
        }
    }
}
