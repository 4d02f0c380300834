using System.Globalization;
using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Protocol;

/// <summary>Section <c>Bot</c> of the settings: who the bot is on the channel. All empty means no channel, which only Development may have.</summary>
/// <param name="AppId">Application (client) id of the bot's registration; for a managed identity, the client id of that identity.</param>
/// <param name="TenantId">Directory of a single-tenant registration; empty for one that serves many tenants.</param>
/// <param name="CloudName"><c>Public</c> (default), <c>UsGov</c> or <c>China</c>.</param>
/// <param name="ClientSecret">The registration's secret; never written to a log.</param>
/// <param name="ManagedIdentity"><c>true</c> when the host's own identity takes the place of a secret.</param>
public sealed partial record BotSettings(string? AppId, string? TenantId, string? CloudName, string? ClientSecret, string? ManagedIdentity)
{
    public bool HasAppId => AppId is not null;

    public bool UsesManagedIdentity => bool.TryParse(ManagedIdentity, out var yes) && yes;

    /// <summary>Facts of the chosen cloud; those of <see cref="Cloud.Public"/> while <see cref="Faults"/> still names a wrong one.</summary>
    public Cloud Cloud => Cloud.Named(CloudName ?? "Public") ?? Cloud.Public;

    /// <summary>Reads <c>Bot:*</c>; blank counts as not set. Never throws: what is wrong is told by <see cref="Faults"/>.</summary>
    public static BotSettings Read(IConfiguration configuration)
    {
        string? Of(string key) => configuration["Bot:" + key]?.Trim() is { Length: > 0 } value ? value : null;
        return new(Of("AppId"), Of("TenantId"), Of("Cloud"), Of("ClientSecret"), Of("ManagedIdentity"));
    }

    /// <summary>Everything that keeps the bot from starting, each as a sentence that says what to set. Empty when it may start.</summary>
    public IReadOnlyList<string> Faults(bool development)
    {
        var faults = new List<string>();
        void Unless(bool fine, string fault)
        {
            if (!fine) faults.Add(fault);
        }

        Unless(CloudName is null || Cloud.Named(CloudName) is not null,
            $"Bot:Cloud is '{CloudName}': set it to one of {string.Join(", ", Cloud.All.Select(cloud => cloud.Name))}.");
        Unless(ManagedIdentity is null || bool.TryParse(ManagedIdentity, out _),
            $"Bot:ManagedIdentity is '{ManagedIdentity}': set it to true or false.");
        Unless(TenantId is null || Guid.TryParse(TenantId, CultureInfo.InvariantCulture, out _) || Domain().IsMatch(TenantId),
            "Bot:TenantId is neither a directory id (a GUID) nor a domain name: set it to the directory (tenant) id of the bot's registration.");

        if (AppId is null)
        {
            Unless(development,
                "Bot:AppId is not set: set it to the application (client) id of the bot's registration. Only Development starts without one.");
            Unless(ClientSecret is null && !UsesManagedIdentity,
                "Bot:ClientSecret or Bot:ManagedIdentity is set without Bot:AppId: set Bot:AppId too, or remove them.");
            return faults;
        }

        Unless(Guid.TryParse(AppId, CultureInfo.InvariantCulture, out _),
            "Bot:AppId is not a GUID: set it to the application (client) id of the bot's registration.");
        Unless(ClientSecret is not null || UsesManagedIdentity,
            "Bot:AppId is set without a credential: set Bot:ClientSecret, or Bot:ManagedIdentity to true.");
        Unless(ClientSecret is null || !UsesManagedIdentity,
            "Bot:ClientSecret and Bot:ManagedIdentity are both set: keep one of them.");
        return faults;
    }

    /// <summary>Without the secret, so that a log line cannot give it away.</summary>
    public override string ToString() => $"Bot {AppId ?? "without an app id"}, cloud {Cloud.Name}";

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+\z")]
    private static partial Regex Domain();
}
