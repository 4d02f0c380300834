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
/// <param name="Prefix">Letters before the name of each table, queue and container, so that several bots can share an account.</param>
/// <param name="Keys">Folder of the key ring that wraps people's keys; null: beside the SQLite file.</param>
public sealed record StoreSettings(string Provider, string Path, string? ConnectionString, string? Account, string Prefix, string? Keys)
{
    public static StoreSettings Read(IConfiguration settings, string root) => new(
        settings["Storage:Provider"] ?? "Sqlite",
        System.IO.Path.GetFullPath(settings["Storage:Path"] ?? "data/checkinbot.db", root),
        settings["Storage:ConnectionString"],
        settings["Storage:Account"],
        settings["Storage:Prefix"] ?? "",
        settings["Storage:Keys"] is { Length: > 0 } keys ? System.IO.Path.GetFullPath(keys, root) : null);

    /// <summary>Where the key ring stands. Without it nobody's words can be opened again.</summary>
    public string KeyRing => Keys ?? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "keys");

    public bool IsAzure => Provider.Equals("Azure", StringComparison.OrdinalIgnoreCase);

    /// <summary>The store that the settings name.</summary>
    /// <param name="cloud">Decides the endpoint of an account that is named only.</param>
    public IStore Make(Cloud cloud) => IsAzure ? Azure(cloud) : Sqlite();

    /// <summary>How an operator names it; no secret.</summary>
    public string PlaceOf(IStore store) => store is AzureStore azure ? azure.Place : $"'{Path}'";

    /// <summary>The file that <c>Storage:Path</c> names, whatever the provider is.</summary>
    public SqliteStore Sqlite() => new(Path, TimeProvider.System);

    /// <summary>The account that the settings name, whatever the provider is.</summary>
    /// <exception cref="ArgumentException">A setting is missing or malformed; the message names it and never its value.</exception>
    public AzureStore Azure(Cloud cloud) => new(OnAzure(cloud));

    /// <summary>Where the tables of the account are.</summary>
    /// <exception cref="ArgumentException">A setting is missing or malformed.</exception>
    public Uri PlaceOf(Cloud cloud) => AzureAccount.From(OnAzure(cloud)).Tables;

    private AzureSettings OnAzure(Cloud cloud) => new(ConnectionString, Account, cloud.StorageSuffix, Prefix);

    /// <param name="development">In Development one process tries Azure storage or Azurite with a key ring beside it.</param>
    public IEnumerable<string> Faults(Cloud cloud, bool development)
    {
        if (IsAzure && Keys is null && !development)
            yield return "setting Storage:Keys is not set. Name a folder that every instance shares and that is backed up: without its key ring nobody's words can be opened.";
        if (!IsAzure && !Provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            yield return $"setting Storage:Provider is \"{Provider}\". Say Sqlite or Azure.";
        if (IsAzure && AccountFault(cloud) is { } fault)
            yield return fault;
    }

    /// <summary>Why there is no file to move; null when there is one.</summary>
    public string? FileFault() => File.Exists(Path) ? null : $"there is no SQLite store '{Path}': name its file in Storage:Path.";

    /// <summary>Why the settings name no account of Azure storage; null when they do.</summary>
    public string? AccountFault(Cloud cloud)
    {
        if (string.IsNullOrEmpty(ConnectionString) && string.IsNullOrEmpty(Account))
            return "Azure storage is asked for, but neither Storage:ConnectionString nor Storage:Account is set. Set one of them; UseDevelopmentStorage=true means Azurite.";
        try
        {
            _ = Azure(cloud);
            return null;
        }
        catch (ArgumentException e)
        {
            return $"section Storage: {e.Message}";
        }
    }
}
