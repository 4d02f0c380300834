namespace CheckInBot.Bot.Storage;

/// <summary>Whole partitions of a table.</summary>
public static class Partitions
{
    /// <summary>Deletes all rows of a partition, a batch at a time; whether there was any.</summary>
    /// <exception cref="StoreUnavailableException">Some may be gone; the same may be asked for again.</exception>
    public static async Task<bool> Clear(this ITable table, string partition, CancellationToken cancel)
    {
        var found = false;
        while (await table.Range(partition, "", "~", StoreLimits.BatchChanges, cancel) is { Count: > 0 } some)
        {
            await table.Commit(partition, [.. some.Select(r => Change.Delete(r.Key, "*"))], cancel);
            found = true;
        }
        return found;
    }
}
