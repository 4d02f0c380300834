using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>A store to test, and how its own clock moves on.</summary>
public interface ITestStore : IAsyncDisposable
{
    IStore Store { get; }

    /// <summary>Lets the store's clock pass at least <paramref name="time"/>.</summary>
    Task Pass(TimeSpan time);

    /// <summary>A store at an address where none answers; not opened.</summary>
    Task<IStore> Broken();
}

/// <summary>Rows as the tests write them.</summary>
public static class TestRows
{
    public const string Table = "People";
    public const string Other = "Shifts";

    public static Dictionary<string, object> Columns(params (string Name, object Value)[] columns) =>
        columns.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal);

    public static Dictionary<string, object> Number(int n) => Columns(("N", n));

    public static int N(this Row row) => (int)row.Columns["N"];

    public static async Task<List<Row>> All(this ITable table)
    {
        var rows = new List<Row>();
        await foreach (var row in table.Scan())
            rows.Add(row);
        return rows;
    }

    /// <summary>Commits what must succeed and returns the ETags.</summary>
    public static async Task<IReadOnlyList<string>> Put(this ITable table, string partition, params Change[] changes)
    {
        var result = await table.Commit(partition, changes);
        Assert.True(result.Committed, $"refused at {result.FailedAt}");
        return result.ETags;
    }
}
