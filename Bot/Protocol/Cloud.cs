namespace CheckInBot.Bot.Protocol;

/// <summary>What differs between the Microsoft clouds: where the channel's keys are, who issues its tokens, where the bot gets its own.</summary>
/// <remarks>
/// Values as in the public sources of microsoft/teams.net (<c>CloudEnvironment.cs</c>: Public, USGov, USGovDoD, China) and microsoft/botbuilder-dotnet
/// (<c>AuthenticationConstants.cs</c>, <c>GovernmentAuthenticationConstants.cs</c>). GCC High and DoD share every value used here.
/// </remarks>
/// <param name="Name">The word in <c>Bot:Cloud</c>.</param>
/// <param name="Metadata">OpenID metadata of the channel; its keys carry <c>endorsements</c>.</param>
/// <param name="Issuer">The one issuer of tokens from channel to bot.</param>
/// <param name="Login">Authority that gives the bot its own tokens.</param>
/// <param name="SharedTenant">Tenant of the token request of a bot that is registered for many tenants.</param>
/// <param name="Scope">OAuth scope of the Connector.</param>
/// <param name="StorageSuffix">End of the addresses of the cloud's storage accounts.</param>
/// <param name="TakesFiles">Whether a bot can give a person a file there ("Send and receive files from a bot", Teams: not in GCC High and DoD).</param>
public sealed record Cloud(string Name, Uri Metadata, string Issuer, Uri Login, string SharedTenant, string Scope, string StorageSuffix, bool TakesFiles = true)
{
    public static Cloud Public { get; } = new(
        "Public",
        new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        "https://api.botframework.com",
        new Uri("https://login.microsoftonline.com/"),
        "botframework.com",
        "https://api.botframework.com/.default",
        "core.windows.net");

    public static Cloud UsGov { get; } = new(
        "UsGov",
        new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        "https://api.botframework.us",
        new Uri("https://login.microsoftonline.us/"),
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default",
        "core.usgovcloudapi.net",
        TakesFiles: false);

    public static Cloud China { get; } = new(
        "China",
        new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        "https://api.botframework.azure.cn",
        new Uri("https://login.partner.microsoftonline.cn/"),
        "microsoftservices.partner.onmschina.cn",
        "https://api.botframework.azure.cn/.default",
        "core.chinacloudapi.cn");

    public static IReadOnlyList<Cloud> All { get; } = [Public, UsGov, China];

    /// <returns>The cloud of that name, in any case; null when there is none.</returns>
    public static Cloud? Named(string name) => All.FirstOrDefault(cloud => cloud.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
