using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Storage.Sqlite;

namespace CheckInBot.Bot.Hosting;

/// <summary>Section <c>Storage</c>.</summary>
/// <param name="Provider">Sqlite or Azure.</param>
/// <param name="Path">File of the SQLite store.</param>
/// <param name="ConnectionString">Azure storage, Azurite included.</param>
/// <param name="Account">Azure storage account, reached with the default credential.</param>
/// <param name="Prefix">Letters before the name of each table and queue, so that several bots can share an account.</param>
public sealed record StoreSettings(string Provider, string Path, string? ConnectionString, string? Account, string Prefix)
{
    public static StoreSettings Read(IConfiguration settings, string root) => new(
        settings["Storage:Provider"] ?? "Sqlite",
        System.IO.Path.GetFullPath(settings["Storage:Path"] ?? "data/checkinbot.db", root),
        settings["Storage:ConnectionString"],
        settings["Storage:Account"],
        settings["Storage:Prefix"] ?? "");

    public bool IsAzure => Provider.Equals("Azure", StringComparison.OrdinalIgnoreCase);

    /// <summary>The store that the settings name.</summary>
    /// <param name="cloud">Decides the endpoint of an account that is named only.</param>
    public IStore Make(Cloud cloud)
    {
        if (!IsAzure)
            return new SqliteStore(Path, TimeProvider.System);
        var suffix = cloud == Cloud.China ? "core.chinacloudapi.cn" : cloud == Cloud.UsGov ? "core.usgovcloudapi.net" : "core.windows.net";
        return new AzureStore(new AzureSettings(ConnectionString, Account, suffix, Prefix));
    }

    public IEnumerable<string> Faults()
    {
        if (!IsAzure && !Provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            yield return $"setting Storage:Provider is \"{Provider}\". Say Sqlite or Azure.";
        if (IsAzure && ConnectionString is null && Account is null)
            yield return "setting Storage:Provider is Azure, but neither Storage:ConnectionString nor Storage:Account is set. Set one of them; UseDevelopmentStorage=true means Azurite.";
    }
}
