using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using Microsoft.Extensions.Configuration;

namespace CheckInBot.Benchmarks.Growth;

/// <summary>Where a run of prompts keeps its rows: the settings of the bot's processes, and the same store for whoever prepares it.</summary>
internal sealed class PromptStore(string name, IReadOnlyList<(string Name, string Value)> settings)
{
    private static int stores;

    public string Name => name;

    /// <summary>As environment variables.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings => settings;

    public string KeyRing => Read().KeyRing;

    public static PromptStore Sqlite(string here) => new("SQLite", [("Storage__Path", Path.Combine(here, "checkinbot.db")), ("Storage__Keys", Path.Combine(here, "keys"))]);

    /// <summary>Tables of its own on the emulator.</summary>
    public static PromptStore Azurite(Emulator emulator, string here) => new("Azurite",
    [
        ("Storage__Provider", "Azure"), ("Storage__ConnectionString", emulator.ConnectionString), ("Storage__Prefix", $"g{(char)('a' + Interlocked.Increment(ref stores) % 26)}"),
        ("Storage__Keys", Path.Combine(here, "keys")),
    ]);

    public IStore Open() => Read().Make(Cloud.Public);

    private StoreSettings Read() => StoreSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value))).Build(), "/");
}
