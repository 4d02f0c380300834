namespace CheckInBot.Bot.Storage.Move;

/// <summary>What a store without a mark holds all the same.</summary>
internal static class Holdings
{
    /// <summary>In words of an operator; null where there are neither rows nor files.</summary>
    public static async Task<string?> Of(IStore store, IReadOnlyList<string> tables, CancellationToken cancel)
    {
        foreach (var table in tables)
        {
            if (await store.Table(table).Scan(cancel).AnyAsync(cancel))
                return $"rows in the table {table}";
        }
        await foreach (var name in store.Files.PutBefore(DateTimeOffset.MaxValue, cancel))
        {
            if (await store.Files.Get(name, cancel) is { } content && !FilesProof.MayBe(content))
                return "files";
        }
        return null;
    }
}
