using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Protocol;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>A channel with keys of its own: signs tokens and answers for the login service's metadata.</summary>
internal sealed class PretendChannel : HttpMessageHandler
{
    public const string AppId = "5f0c7a52-6f5f-4d0f-9d55-0f5f8d0f7a10";
    public const string ServiceUrl = "https://smba.example.test/teams/";

    // Making a key takes a tenth of a second; whose name it is published under is what tests differ in.
    private static readonly ConcurrentDictionary<string, RSA> Made = new();
    private readonly Dictionary<string, (RSA Rsa, string[]? Endorsements)> _published = [];
    private int _reads;

    public PretendChannel() => Publish("one");

    public bool IsDown { get; set; }

    /// <summary>How often the metadata was asked for.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public RSA KeyOf(string id) => _published[id].Rsa;

    public void Publish(string id, params string[]? endorsements) =>
        _published[id] = (Made.GetOrAdd(id, _ => RSA.Create(2048)), endorsements is { Length: 0 } ? ["msteams", "webchat"] : endorsements);

    public void Withdraw(string id) => _published.Remove(id);

    /// <summary>A right token, but for what a test changes.</summary>
    public string Token(
        TimeProvider time, string key = "one", string audience = AppId, string? issuer = null, string? serviceUrl = ServiceUrl,
        TimeSpan? from = null, TimeSpan? until = null, SigningCredentials? signed = null, string claim = "serviceurl")
    {
        var now = time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>();
        if (serviceUrl is not null) claims[claim] = serviceUrl;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Cloud.Public.Issuer,
            Audience = audience,
            NotBefore = now + (from ?? TimeSpan.Zero),
            Expires = now + (until ?? TimeSpan.FromHours(1)),
            Claims = claims,
            SigningCredentials = signed ?? Signing(KeyOf(key), key),
        });
    }

    public static SigningCredentials Signing(RSA rsa, string id, string algorithm = SecurityAlgorithms.RsaSha256) =>
        new(new RsaSecurityKey(rsa) { KeyId = id }, algorithm);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("openidconfiguration", StringComparison.Ordinal)) Interlocked.Increment(ref _reads);
        if (IsDown) throw new HttpRequestException("down");

        JsonNode answer = Cloud.All.FirstOrDefault(cloud => cloud.Metadata == request.RequestUri) is { } cloud
            ? new JsonObject { ["issuer"] = cloud.Issuer, ["jwks_uri"] = "https://login.example.test/keys" }
            : new JsonObject { ["keys"] = new JsonArray([.. _published.Select(key => Published(key.Key, key.Value.Rsa, key.Value.Endorsements))]) };
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer.ToJsonString()) });
    }

    private static JsonObject Published(string id, RSA rsa, string[]? endorsements)
    {
        var rsaKey = rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(rsaKey.Modulus),
            ["e"] = Base64UrlEncoder.Encode(rsaKey.Exponent),
        };
        if (endorsements is not null) key["endorsements"] = new JsonArray([.. endorsements.Select(word => JsonValue.Create(word))]);
        return key;
    }
}
