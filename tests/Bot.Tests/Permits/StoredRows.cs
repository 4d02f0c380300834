using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Listening;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>Everything that people do, row by row. Who was shown what, and whom a message did not reach, the bot notes for itself.</summary>
internal static class StoredRows
{
    public static async Task<IReadOnlyDictionary<string, string>> Of(WholeBot bot)
    {
        await bot.Turns.Settled();
        await bot.Get<CopyDelivery>().Settled();
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in Startup.Tables.Except([AccessLog.TableName, OutOfReach.TableName]))
        {
            await foreach (var row in bot.Get<IStore>().Table(table).Scan())
                rows[$"{table} {row.Partition} {row.Key}"] = string.Join(' ', row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"));
        }
        return rows;
    }

    /// <summary>The rows that came, went or changed, each as it was and as it is.</summary>
    public static IReadOnlyList<string> Between(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys).Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k)).Select(k => $"{k}: {before.GetValueOrDefault(k)} -> {after.GetValueOrDefault(k)}")];

    /// <summary>Of rows that differ those of records that are not the person's: nothing of what differs in the record names them.</summary>
    public static IReadOnlyList<string> OfOthers(IEnumerable<string> rows, string person) =>
        [.. rows.GroupBy(row => string.Join(' ', row.Split(' ').Take(2))).Where(record => !record.Any(row => row.Contains(person, StringComparison.Ordinal))).SelectMany(record => record)];
}
