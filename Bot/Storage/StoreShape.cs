using System.Globalization;

namespace CheckInBot.Bot.Storage;

/// <summary>
/// The row that says which shape the rows of a store have. A program reads every older shape, ignores what it does not know, and would lose that when it writes the row again:
/// so it refuses a store of a newer shape instead. <see cref="Current"/> goes up with whatever an older program could misread or lose; a test over all stored types says when.
/// </summary>
/// <remarks>Table <c>System</c>, partition <c>program</c>, key <c>shape</c>.</remarks>
public static class StoreShape
{
    /// <summary>The shape that this program writes.</summary>
    public const int Current = 1;

    private const string Partition = "program";
    private const string Key = "shape";

    /// <summary>Before a bot works on a store: why it must not, or null. Writes nothing.</summary>
    /// <param name="system">The table of the row.</param>
    /// <param name="program">Version of the program that asks.</param>
    /// <exception cref="StoreUnavailableException">It cannot be told now.</exception>
    public static async Task<string?> WhyNot(ITable system, string program, CancellationToken cancel, int current = Current)
    {
        if (await system.Get(Partition, Key, cancel) is not { } row || Version(row) <= current)
            return null;
        var since = ((DateTimeOffset)row.Columns["since"]).UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return $"The store has rows of a newer program ({row.Columns["program"]}, shape {Version(row)}, since {since}); this one ({program}) knows shape {current} and would lose what is new in them. "
            + "Start the newer program again, or restore the backup that was taken before the upgrade into an empty store.";
    }

    /// <summary>A bot works on the store from now on: its rows have this program's shape.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be told now.</exception>
    public static async Task Begin(ITable system, string program, DateTimeOffset now, CancellationToken cancel, int current = Current)
    {
        while (await system.Get(Partition, Key, cancel) is var row && (row is null || Version(row) < current))
        {
            var columns = new Dictionary<string, object> { ["version"] = current, ["program"] = program, ["since"] = now.ToUniversalTime() };
            await system.Commit(Partition, [row is null ? Change.Insert(Key, columns) : Change.Replace(Key, columns, row.ETag)], cancel);
        }
    }

    private static int Version(Row row) => (int)row.Columns["version"];
}
