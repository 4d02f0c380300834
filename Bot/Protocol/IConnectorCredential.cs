using Azure.Core;
using Azure.Identity;

namespace CheckInBot.Bot.Protocol;

/// <summary>Gives the bearer token that the Connector asks for.</summary>
public interface IConnectorCredential
{
    /// <summary>A token that is valid for some minutes more; kept and renewed by the credential. Throws when the login refuses or cannot be reached.</summary>
    ValueTask<string> Token(CancellationToken cancel);
}

/// <summary>The bot's registration in Microsoft Entra: client secret or managed identity, for the scope of the cloud's Connector.</summary>
/// <remarks>"Authentication with the Bot Connector API", section "Authenticate requests from your bot to the Bot Connector service".</remarks>
public sealed class EntraCredential(BotSettings settings) : IConnectorCredential
{
    private readonly TokenCredential _credential = Of(settings);
    private readonly TokenRequestContext _request = new([settings.Cloud.Scope]);

    // The credential keeps its token in memory and renews it before it ends.
    public async ValueTask<string> Token(CancellationToken cancel) => (await _credential.GetTokenAsync(_request, cancel)).Token;

    private static TokenCredential Of(BotSettings settings)
    {
        if (settings.UsesManagedIdentity)
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.AppId!));

        var options = new ClientSecretCredentialOptions { AuthorityHost = settings.Cloud.Login };
        // A press waits for its answer: a login that hangs is worth one more try, not a minute.
        options.Retry.MaxRetries = 1;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(4);
        return new ClientSecretCredential(settings.TenantId ?? settings.Cloud.SharedTenant, settings.AppId, settings.ClientSecret, options);
    }
}
