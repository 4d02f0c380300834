using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Azure;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>A store on the emulator under names of its own.</summary>
public sealed class AzureTestStore : ITestStore
{
    private readonly AzureStore _store;

    private AzureTestStore(Azurite azurite) => _store = Store(azurite.ConnectionString);

    IStore ITestStore.Store => _store;

    public static async Task<AzureTestStore> Open(Azurite azurite, params string[] tables)
    {
        var opened = new AzureTestStore(azurite);
        await opened._store.Open(tables);
        return opened;
    }

    /// <summary>The emulator's clock is the machine's.</summary>
    public Task Pass(TimeSpan time) => Task.Delay(time);

    public Task<IStore> Broken() => Task.FromResult<IStore>(Store(Emulator.ConnectionTo(Emulator.FreePort(), Emulator.FreePort(), Emulator.FreePort())));

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static AzureStore Store(string connection)
    {
        var prefix = string.Concat(Guid.NewGuid().ToByteArray().Take(10).Select(b => (char)('a' + b % 26)));
        return new AzureStore(new AzureSettings(connection, Prefix: prefix) { CommitTimeout = TimeSpan.FromSeconds(3) });
    }
}
