using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>Where an account's services answer and how requests prove who sends them: exactly one of key, signature and credential is set.</summary>
internal sealed class AzureAccount
{
    // Published by Microsoft for every emulator; opens nothing else.
    private const string EmulatorName = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private AzureAccount(string name, Uri tables, Uri queues, Uri? blobs) => (Name, Tables, Queues, Blobs) = (name, tables, queues, blobs);

    public string Name { get; }

    /// <summary>Without a slash at its end.</summary>
    public Uri Tables { get; }

    public Uri Queues { get; }

    /// <summary>Null where a connection string names neither it nor the account: then no file can be kept.</summary>
    public Uri? Blobs { get; }

    public string? Key { get; private init; }

    public string? Signature { get; private init; }

    public TokenCredential? Credential { get; private init; }

    public HttpPipelineTransport? Transport { get; private set; }

    /// <exception cref="ArgumentException">A setting is missing or malformed; the message names it and never its value.</exception>
    public static AzureAccount From(AzureSettings settings)
    {
        var account = settings.ConnectionString is { Length: > 0 } text ? FromConnectionString(Parts(text)) : FromName(settings);
        account.Transport = settings.Transport;
        return account;
    }

    private static AzureAccount FromName(AzureSettings settings)
    {
        if (settings.AccountName is not { Length: > 0 } name)
            throw new ArgumentException("Azure storage needs a connection string or an account name.");
        return new AzureAccount(name, Endpoint("https", name, "table", settings.EndpointSuffix), Endpoint("https", name, "queue", settings.EndpointSuffix), Endpoint("https", name, "blob", settings.EndpointSuffix))
        {
            Credential = settings.Credential ?? new DefaultAzureCredential(),
        };
    }

    private static AzureAccount FromConnectionString(Dictionary<string, string> parts)
    {
        if (parts.GetValueOrDefault("UseDevelopmentStorage") is { } emulated && bool.TryParse(emulated, out var yes) && yes)
            return Emulator(parts);

        var name = parts.GetValueOrDefault("AccountName") ?? "";
        var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https";
        var suffix = parts.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net";
        var tables = Given(parts, "TableEndpoint") ?? Derived("table", "TableEndpoint");
        var queues = Given(parts, "QueueEndpoint") ?? Derived("queue", "QueueEndpoint");
        var blobs = Given(parts, "BlobEndpoint") ?? (name.Length > 0 ? Derived("blob", "BlobEndpoint") : null);
        if (parts.GetValueOrDefault("SharedAccessSignature") is { Length: > 0 } signature)
            return new AzureAccount(name, tables, queues, blobs) { Signature = signature.TrimStart('?') };
        if (name.Length == 0)
            throw new ArgumentException("The connection string of Azure storage lacks AccountName.");
        return new AzureAccount(name, tables, queues, blobs) { Key = CheckedKey(parts.GetValueOrDefault("AccountKey")) };

        Uri Derived(string service, string endpoint) => name.Length > 0
            ? Endpoint(protocol, name, service, suffix)
            : throw new ArgumentException($"The connection string of Azure storage lacks AccountName or {endpoint}.");
    }

    private static AzureAccount Emulator(Dictionary<string, string> parts)
    {
        var host = (parts.GetValueOrDefault("DevelopmentStorageProxyUri") ?? "http://127.0.0.1").TrimEnd('/');
        return new AzureAccount(
            EmulatorName,
            Given(parts, "TableEndpoint") ?? Absolute("DevelopmentStorageProxyUri", $"{host}:10002/{EmulatorName}"),
            Given(parts, "QueueEndpoint") ?? Absolute("DevelopmentStorageProxyUri", $"{host}:10001/{EmulatorName}"),
            Given(parts, "BlobEndpoint") ?? Absolute("DevelopmentStorageProxyUri", $"{host}:10000/{EmulatorName}"))
        {
            Key = EmulatorKey,
        };
    }

    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new ArgumentException("The connection string of Azure storage is malformed: it is Name=value pairs with semicolons between.");
            parts[part[..at].Trim()] = part[(at + 1)..].Trim();
        }
        return parts;
    }

    private static string CheckedKey(string? key) =>
        key is { Length: > 0 } && Convert.TryFromBase64String(key, new byte[key.Length], out _)
            ? key
            : throw new ArgumentException("The connection string of Azure storage needs an AccountKey in Base64 or a SharedAccessSignature.");

    private static Uri? Given(Dictionary<string, string> parts, string name) =>
        parts.GetValueOrDefault(name) is { Length: > 0 } address ? Absolute(name, address.TrimEnd('/')) : null;

    private static Uri Endpoint(string protocol, string name, string service, string suffix) =>
        Absolute("EndpointSuffix", $"{protocol}://{name}.{service}.{suffix}");

    private static Uri Absolute(string setting, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new ArgumentException($"{setting} of Azure storage makes no http(s) address.");
}
