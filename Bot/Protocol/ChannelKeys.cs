using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CheckInBot.Bot.Protocol;

/// <summary>The channel's signing keys from its OpenID metadata, with their <c>endorsements</c>.</summary>
/// <remarks>
/// The documentation asks for a refresh at least every 24 hours and new keys may be added at any time: keys are read again after
/// <see cref="Age"/>, and at once (but not more often than <see cref="Pause"/>) when a token names a key that is not known. While the metadata
/// cannot be read the last keys stay in use. <c>ConfigurationManager</c> is not used, because it has no clock to pass and answers the
/// first token of a new key with the old keys.
/// </remarks>
/// <param name="http">Reads the metadata; only https addresses are followed, also for <c>jwks_uri</c>.</param>
/// <param name="wall">Real time, not the clock that Development can move.</param>
public sealed partial class ChannelKeys(HttpClient http, Uri metadata, TimeProvider wall, ILogger<ChannelKeys> log)
{
    /// <summary>Keys older than this are read again, while the old ones go on serving.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromHours(12);

    /// <summary>The shortest time between two readings, so that forged key ids cannot make the bot hammer the login service.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>The shortest time between two readings while there are no keys at all.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    /// <summary>Largest document in bytes. The public cloud's list of keys had some 870 KB in October 2026, and grows.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private readonly HttpDocumentRetriever _documents = new(http) { RequireHttps = true };
    private readonly Lock _gate = new();
    private volatile Snapshot? _keys;
    private Task _reading = Task.CompletedTask;
    private DateTimeOffset? _lastTry;

    /// <summary>The key of that id, or null. Waits for the metadata only when the key is not known yet.</summary>
    public async Task<JsonWebKey?> Find(string keyId, CancellationToken cancel)
    {
        var known = _keys;
        var key = known?.Find(keyId);
        if (key is not null && wall.GetUtcNow() - known!.ReadAt < Age) return key;

        var reading = ReadUnlessJustTried();
        if (key is not null) return key;

        await reading.WaitAsync(cancel);
        return _keys?.Find(keyId);
    }

    private Task ReadUnlessJustTried()
    {
        lock (_gate)
        {
            var now = wall.GetUtcNow();
            var pause = _keys is null ? FirstPause : Pause;
            if (_reading.IsCompleted && (_lastTry is null || now - _lastTry >= pause))
            {
                _lastTry = now;
                _reading = Task.Run(Read);
            }

            return _reading;
        }
    }

    private async Task Read()
    {
        try
        {
            // Not cancelled with the request that caused it: others wait for the same reading.
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, _documents, CancellationToken.None);
            var keys = read.JsonWebKeySet?.Keys.Where(IsForSigning).ToLookup(key => key.KeyId, StringComparer.Ordinal);
            if (keys is not { Count: > 0 }) throw new InvalidDataException();
            _keys = new Snapshot(keys, wall.GetUtcNow());
        }
        catch (Exception problem)
        {
            Unreadable(problem.GetType().Name, _keys is null ? "there are none yet, every token is refused" : "the last ones stay in use");
        }
    }

    private static bool IsForSigning(JsonWebKey key) =>
        key.Kty == JsonWebAlgorithmsKeyTypes.RSA && !string.IsNullOrEmpty(key.KeyId) && key.Use is null or "sig";

    private sealed record Snapshot(ILookup<string, JsonWebKey> Keys, DateTimeOffset ReadAt)
    {
        public JsonWebKey? Find(string keyId) => Keys[keyId].FirstOrDefault();
    }

    [LoggerMessage(LogLevel.Error, "The channel's signing keys could not be read ({Problem}); {Consequence}.")]
    private partial void Unreadable(string problem, string consequence);
}
