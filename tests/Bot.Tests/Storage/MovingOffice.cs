using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Storage.Sqlite;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>An office in a file, and a place on the emulator to which it moves. Every store is opened for one step only, as programs do.</summary>
public sealed class MovingOffice(Azurite azurite) : IDisposable
{
    public const string Empty = "Nothing";
    public static readonly IReadOnlyList<string> Tables = [Table, Other, Empty];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("checkinbot-move-");

    public string File => Path.Combine(folder.FullName, "bot.db");

    public string Prefix { get; } = Letters();

    public static string Letters() => string.Concat(Guid.NewGuid().ToByteArray().Take(10).Select(b => (char)('a' + b % 26)));

    public SqliteStore Source() => new(File, TimeProvider.System);

    public AzureStore Target(string? prefix = null) => new(new AzureSettings(azurite.ConnectionString, Prefix: prefix ?? Prefix));

    /// <summary>An answer of an office that is thrown away.</summary>
    public async Task<T> Use<T>(Func<MovingOffice, Task<T>> what)
    {
        using (this)
            return await what(this);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Does something to the file's store.</summary>
    public async Task Change(Func<SqliteStore, Task> what)
    {
        await using var store = Source();
        await store.Open([.. Tables, OfficeMark.TableName]);
        await what(store);
    }

    public async Task<MoveOutcome> Move(string? prefix = null, Action<long, long>? progress = null)
    {
        await using var source = Source();
        await using var target = Target(prefix);
        return await new OfficeMove(source, target, Tables, TimeProvider.System).Run(progress ?? ((_, _) => { }), CancellationToken.None);
    }

    /// <summary>A move over a wire on which something happens; how many requests it made.</summary>
    public async Task<(MoveOutcome? Outcome, int Requests)> Move(Func<int, Task> before)
    {
        using var wire = new WatchedAccount(azurite.ConnectionString, Prefix, before);
        await using var source = Source();
        await using var target = wire.Store();
        try
        {
            return (await new OfficeMove(source, target, Tables, TimeProvider.System).Run((_, _) => { }, CancellationToken.None), wire.Requests);
        }
        catch (InvalidOperationException)
        {
            return (null, wire.Requests);
        }
    }

    /// <summary>A move over a wire on which every request that may change something is counted.</summary>
    public async Task<(MoveOutcome Outcome, int Writes)> MoveAndCountWrites()
    {
        using var wire = new WatchedAccount(azurite.ConnectionString, Prefix, _ => Task.CompletedTask);
        await using var source = Source();
        await using var target = wire.Store();
        return (await new OfficeMove(source, target, Tables, TimeProvider.System).Run((_, _) => { }, CancellationToken.None), wire.Writes);
    }

    public async Task<string?> Back()
    {
        await using var source = Source();
        await using var target = Target();
        return await new OfficeMove(source, target, Tables, TimeProvider.System).Back(CancellationToken.None);
    }

    public async Task<string?> Abandon()
    {
        await using var source = Source();
        return (await OfficeMove.Abandon(source, DateTimeOffset.UtcNow, CancellationToken.None)).Why;
    }

    /// <summary>As a bot that starts: why it must not, or null. It marks the store as one on which a bot works.</summary>
    public static async Task<string?> Start(IStore store)
    {
        await using (store)
        {
            await store.Open([.. Tables, OfficeMark.TableName]);
            return await OfficeMark.WhyNot(store, DateTimeOffset.UtcNow, CancellationToken.None);
        }
    }

    public static async Task<OfficeState?> StateOf(IStore store)
    {
        await using (store)
        {
            await store.Open([OfficeMark.TableName]);
            return (await OfficeMark.Of(store, CancellationToken.None))?.State;
        }
    }

    /// <summary>All that both stores hold is the same; said by other means than the move's own.</summary>
    public async Task IsThere()
    {
        await using var source = Source();
        await source.Open(Tables);
        await using var target = Target();
        await target.Open(Tables);
        foreach (var table in Tables)
            Assert.Equal(await Told(source.Table(table)), await Told(target.Table(table)));
        Assert.Equal(source.Messages().Count, await target.CountMessages(CancellationToken.None));
        var files = await source.Files.PutBefore(DateTimeOffset.MaxValue).Order().ToListAsync();
        Assert.Equal(files, await target.Files.PutBefore(DateTimeOffset.MaxValue).Order().ToListAsync());
        foreach (var file in files)
            Assert.Equal(await source.Files.Get(file), await target.Files.Get(file));
    }

    /// <summary>Each row in a form that shows the types; the columns of the file's own format are in no order.</summary>
    internal static async Task<List<string>> Told(ITable table) =>
        [.. (await table.All()).Select(r => $"{r.Partition} {r.Key} {System.Text.Encoding.UTF8.GetString(ColumnsJson.Write(new SortedDictionary<string, object>(r.Columns.ToDictionary(), StringComparer.Ordinal)))}")];
}
