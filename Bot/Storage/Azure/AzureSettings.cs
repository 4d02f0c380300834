using Azure.Core;
using Azure.Core.Pipeline;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>Which storage account to use: a connection string, or an account name with an identity.</summary>
/// <param name="ConnectionString">
/// The form of the Azure portal (AccountName, AccountKey, TableEndpoint, QueueEndpoint, BlobEndpoint, EndpointSuffix, SharedAccessSignature)
/// or <c>UseDevelopmentStorage=true</c> for Azurite, whose endpoints may be named too.
/// </param>
/// <param name="AccountName">Used where there is no connection string.</param>
/// <param name="EndpointSuffix">Of the account's cloud: <c>core.chinacloudapi.cn</c> in China (21Vianet), <c>core.usgovcloudapi.net</c> for the US government.</param>
/// <param name="Prefix">At most 20 letters before the name of each table, queue and container, so that several bots can share an account.</param>
public sealed record AzureSettings(string? ConnectionString = null, string? AccountName = null, string EndpointSuffix = "core.windows.net", string Prefix = "")
{
    /// <summary>The identity behind <see cref="AccountName"/>; the default credential where none is given.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>The time-out of a commit, from 2 to 30 seconds, which is the service's own limit.</summary>
    public TimeSpan CommitTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How requests travel, where it is not the usual way: a proxy of one's own, or a scripted service.</summary>
    public HttpPipelineTransport? Transport { get; init; }

    /// <summary>Without the secret parts.</summary>
    public override string ToString() => $"{(ConnectionString is null ? AccountName : "by connection string")}, prefix '{Prefix}'";
}
