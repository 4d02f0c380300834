using CheckInBot.Bot.Storage.Azure;

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

    /// <summary>The same of an account, in which nothing is made for it: neither a table that is not there, nor the queue. Messages count too.</summary>
    public static async Task<string?> OfAccount(AzureStore account, IReadOnlyList<string> tables, CancellationToken cancel) =>
        await Of(account.AsItIs(), tables, cancel) ?? (await account.CountMessages(cancel) > 0 ? "messages in the queue" : null);
}
