using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Storage.Backup;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Turns;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>An office on either store, its backup, and an empty store of either kind to restore it into.</summary>
public sealed class BackedUpOffice(Azurite azurite) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("checkinbot-backup-");

    /// <summary>Every table of the office, that of running programs and that of conversations among them.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. MovingOffice.Tables, "System", FlowRows.TableName, OfficeMark.TableName];

    public string File => Path.Combine(folder.FullName, "office.backup");

    public string Prefix { get; } = MovingOffice.Letters();

    public SqliteStore Sqlite(string name = "bot") => new(Path.Combine(folder.CreateSubdirectory(name).FullName, "bot.db"), TimeProvider.System);

    public AzureStore Azure(string? prefix = null) => new(new AzureSettings(azurite.ConnectionString, Prefix: prefix ?? Prefix));

    public WatchedAccount Wire(Func<int, Task> before) => new(azurite.ConnectionString, Prefix, before);

    public static OfficeBackup Backup(int shape = 1) => new(Tables, LiveInstances.IsOne, shape, "1.2.3", TimeProvider.System);

    public Task<BackupOutcome> Take(SqliteStore office) => Backup().OfSqlite(PathOf(office), File, (_, _) => { }, CancellationToken.None);

    public string PathOf(SqliteStore _) => Path.Combine(folder.FullName, "bot", "bot.db");

    public Task<BackupOutcome> Restore(IStore into, int shape = 1, Action<long, long>? progress = null) =>
        new OfficeRestore(into, "the store", Tables, shape, s => Wakes.SendAll(s, TimeProvider.System, CancellationToken.None), TimeProvider.System).From(File, progress ?? ((_, _) => { }), CancellationToken.None);

    /// <summary>A bot works on it.</summary>
    public static async Task<T> Live<T>(T store) where T : IStore
    {
        await store.Open(Tables);
        Assert.Null(await OfficeMark.WhyNot(store, DateTimeOffset.UtcNow, CancellationToken.None));
        await store.Table("System").Put("instances", Change.Insert("me", Columns(("seenAt", DateTimeOffset.UtcNow))));
        return store;
    }

    /// <summary>Rows of both, but for what is nobody's after a restore, and files.</summary>
    public static async Task AreSame(IStore here, IStore there)
    {
        foreach (var table in Tables.Except([OfficeMark.TableName]))
            Assert.Equal((await MovingOffice.Told(here.Table(table))).Where(r => !r.StartsWith("instances ", StringComparison.Ordinal)), await MovingOffice.Told(there.Table(table)));
        var files = await here.Files.PutBefore(DateTimeOffset.MaxValue).Order().ToListAsync();
        Assert.Equal(files, await there.Files.PutBefore(DateTimeOffset.MaxValue).Order().ToListAsync());
        foreach (var file in files)
            Assert.Equal(await here.Files.Get(file), await there.Files.Get(file));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
