using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CheckInBot.Bot.Protocol;

/// <summary>The channel's bearer token: signature, issuer, audience, lifetime, the key's endorsement of the channel, and the service address.</summary>
/// <remarks>
/// "Authentication with the Bot Connector API", section "Authenticate requests from the Bot Connector service to your bot". Tokens from channel
/// to bot have the channel's issuer for single-tenant registrations too; the directory issuers that SDKs also accept belong to the Emulator and
/// to skills, which this bot does not serve. Stricter than the SDKs: a key without endorsements signs for no channel.
/// </remarks>
/// <param name="wall">Real time, not the clock that Development can move.</param>
public sealed class InboundToken(string appId, Cloud cloud, ChannelKeys keys, TimeProvider wall) : IInboundCheck
{
    /// <summary>How far the clocks of channel and bot may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const string Scheme = "Bearer ";
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private readonly JsonWebTokenHandler _handler = new();

    public async Task<Admission> Admit(HttpRequest request, CancellationToken cancel)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return Admission.Refused("no bearer token");

        JsonWebToken token;
        try
        {
            token = _handler.ReadJsonWebToken(header[Scheme.Length..].Trim());
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException)
        {
            return Admission.Refused("the token cannot be read");
        }

        // Asked before the key is: nobody makes the bot read metadata with a token it would never take.
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal)) return Admission.Refused("the token's algorithm is not accepted");
        if (string.IsNullOrEmpty(token.Kid)) return Admission.Refused("the token names no key");
        if (await keys.Find(token.Kid, cancel) is not { } key) return Admission.Refused("the token's key is not the channel's");

        var result = await _handler.ValidateTokenAsync(token, Parameters(key));
        if (!result.IsValid) return Admission.Refused("the token is not valid: " + result.Exception.GetType().Name);

        return Admission.If(activity =>
            !Endorses(key, activity.ChannelId) ? "the token's key is not endorsed for the channel"
            : !ServiceAddress.Same(ServiceUrl(token), activity.ServiceUrl) ? "the token is for another service address"
            : null);
    }

    private TokenValidationParameters Parameters(JsonWebKey key) => new()
    {
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key,
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        ValidIssuer = cloud.Issuer,
        ValidAudience = appId,
        LifetimeValidator = (from, until, _, _) => IsCurrent(from, until),
    };

    private bool IsCurrent(DateTime? from, DateTime? until)
    {
        var now = wall.GetUtcNow().UtcDateTime;
        return until is not null && now < until + Skew && (from is null || now >= from - Skew);
    }

    private static string? ServiceUrl(JsonWebToken token) =>
        token.TryGetPayloadValue<string>("serviceurl", out var sent) ? sent
        // The documentation's spelling; the channel's is the one above.
        : token.TryGetPayloadValue<string>("serviceUrl", out var written) ? written
        : null;

    private static bool Endorses(JsonWebKey key, string? channel)
    {
        if (string.IsNullOrEmpty(channel) || !key.AdditionalData.TryGetValue("endorsements", out var endorsements)) return false;
        return endorsements switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } list =>
                list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(channel)),
            IEnumerable<object> list => list.OfType<string>().Contains(channel, StringComparer.Ordinal),
            _ => false,
        };
    }
}
