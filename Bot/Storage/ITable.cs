namespace CheckInBot.Bot.Storage;

/// <summary>A table of rows: the same behaviour on SQLite and on Azure Table Storage, held by one contract suite.</summary>
/// <remarks>
/// Every method throws <see cref="StoreUnavailableException"/> when the store cannot be reached or its answer is unclear,
/// and <see cref="ArgumentException"/> for what no store accepts (a malformed key, a column type outside the list, more
/// than 100 changes, the same row twice, more than 32 Ki characters in a column, more than 1 MiB in a row or 3.5 MiB in a batch).
/// </remarks>
public interface ITable
{
    /// <summary>The row, or null.</summary>
    ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default);

    /// <summary>Rows of one partition with <paramref name="from"/> ≤ key &lt; <paramref name="to"/>, in ordinal key order, at most <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default);

    /// <summary>All rows of the table, page by page, ordered by partition and key. Rows changed meanwhile may be seen old or new.</summary>
    IAsyncEnumerable<Row> Scan(CancellationToken cancel = default);

    /// <summary>As <see cref="Scan"/>, of those rows in which one of these texts stands in a column of text. A store that cannot look for them brings others too.</summary>
    IAsyncEnumerable<Row> ScanFor(IReadOnlyList<string> texts, CancellationToken cancel = default) => Scan(cancel);

    /// <summary>Commits a batch atomically, or refuses it whole because a precondition did not hold.</summary>
    ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default);
}
