using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>A SQLite store in a folder of its own, on a clock of its own.</summary>
public sealed class SqliteTestStore : ITestStore
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("checkinbot-store-");
    private readonly ManualClock _clock = new();
    private readonly SqliteStore _store;

    private SqliteTestStore() => _store = new SqliteStore(Path, _clock);

    public string Path => System.IO.Path.Combine(_folder.FullName, "bot.db");

    public IStore Store => _store;

    public static async Task<SqliteTestStore> Open(params string[] tables)
    {
        var opened = new SqliteTestStore();
        await opened._store.Open(tables);
        return opened;
    }

    public Task Pass(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }

    public Task<IStore> Broken()
    {
        var notAFolder = System.IO.Path.Combine(_folder.FullName, "file");
        File.WriteAllText(notAFolder, "in the way");
        return Task.FromResult<IStore>(new SqliteStore(System.IO.Path.Combine(notAFolder, "bot.db"), _clock));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
