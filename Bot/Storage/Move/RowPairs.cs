using System.Runtime.CompilerServices;

namespace CheckInBot.Bot.Storage.Move;

/// <summary>Two tables beside each other, row by row in the order of both.</summary>
internal static class RowPairs
{
    /// <summary>Every row that stands in one of them, with the row of the same keys in the other, or null.</summary>
    public static async IAsyncEnumerable<(Row? Here, Row? There)> Of(ITable here, ITable there, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var left = here.Scan(cancel).GetAsyncEnumerator(cancel);
        await using var right = there.Scan(cancel).GetAsyncEnumerator(cancel);
        var (l, r) = (await Next(left, null), await Next(right, null));
        while (l is not null || r is not null)
        {
            var order = l is null ? 1 : r is null ? -1 : Order(l, r);
            yield return (order <= 0 ? l : null, order >= 0 ? r : null);
            if (order <= 0)
                l = await Next(left, l);
            if (order >= 0)
                r = await Next(right, r);
        }
    }

    /// <summary>Whether both hold the same columns with the same types and values; ETags differ from store to store.</summary>
    public static bool Same(Row a, Row b) =>
        a.Columns.Count == b.Columns.Count && a.Columns.All(c => b.Columns.TryGetValue(c.Key, out var other) && Same(c.Value, other));

    private static bool Same(object a, object b) => (a, b) switch
    {
        (byte[] here, byte[] there) => here.AsSpan().SequenceEqual(there),
        _ => a.GetType() == b.GetType() && a.Equals(b),
    };

    private static async ValueTask<Row?> Next(IAsyncEnumerator<Row> rows, Row? last)
    {
        if (!await rows.MoveNextAsync())
            return null;
        // Else rows that are there would be taken for missing ones, and deleted as too many.
        if (last is not null && Order(last, rows.Current) >= 0)
            throw new StoreUnavailableException("A store answered its rows out of order: nothing can be compared.");
        return rows.Current;
    }

    private static int Order(Row a, Row b) =>
        string.CompareOrdinal(a.Partition, b.Partition) is not 0 and var partitions ? partitions : string.CompareOrdinal(a.Key, b.Key);
}
