namespace CheckInBot.Bot.Hosting;

/// <summary>Section <c>Storage</c>.</summary>
/// <param name="Provider">Sqlite or Azure.</param>
/// <param name="Path">File of the SQLite store.</param>
/// <param name="ConnectionString">Azure storage, Azurite included.</param>
/// <param name="Account">Azure storage account, reached with the default credential.</param>
public sealed record StoreSettings(string Provider, string Path, string? ConnectionString, string? Account)
{
    public static StoreSettings Read(IConfiguration settings, string root) => new(
        settings["Storage:Provider"] ?? "Sqlite",
        System.IO.Path.GetFullPath(settings["Storage:Path"] ?? "data/checkinbot.db", root),
        settings["Storage:ConnectionString"],
        settings["Storage:Account"]);

    public bool IsAzure => Provider.Equals("Azure", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> Faults()
    {
        if (!IsAzure && !Provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            yield return $"setting Storage:Provider is \"{Provider}\". Say Sqlite or Azure.";
        if (IsAzure && ConnectionString is null && Account is null)
            yield return "setting Storage:Provider is Azure, but neither Storage:ConnectionString nor Storage:Account is set. Set one of them; UseDevelopmentStorage=true means Azurite.";
    }
}
