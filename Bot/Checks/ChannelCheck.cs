using System.Text.Json;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Checks;

/// <summary>Whether the channel's keys can be read, and whether the addresses that people were heard from belong to the chosen cloud.</summary>
public sealed class ChannelCheck(BotSettings settings, HttpClient http)
{
    /// <summary>Whether the cloud's own metadata is there and is that cloud's.</summary>
    public async Task<Finding> Keys(CancellationToken cancel)
    {
        const string thing = "channel.keys";
        var (metadata, issuer) = (settings.Cloud.Metadata, settings.Cloud.Issuer);
        if (!settings.HasAppId)
            return Finding.Ok(thing, "none are needed without an app id.");
        try
        {
            using var answer = await http.GetAsync(metadata, cancel);
            if (!answer.IsSuccessStatusCode)
                return Finding.Fault(thing, $"{metadata.Host} answered {(int)answer.StatusCode}. Check the proxy and Bot:Cloud.");
            using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            return read.RootElement.TryGetProperty("issuer", out var found) && found.ValueEquals(issuer) && read.RootElement.TryGetProperty("jwks_uri", out _)
                ? Finding.Ok(thing, $"{metadata.Host} answers and issues for {issuer}.")
                : Finding.Fault(thing, $"{metadata.Host} answers, but not as {issuer}. Something stands between, such as a proxy's sign-in page; let this host reach it directly.");
        }
        catch (JsonException)
        {
            return Finding.Fault(thing, $"{metadata.Host} answered no metadata. Something stands between, such as a proxy's sign-in page; let this host reach it directly.");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return Finding.Fault(thing, $"{metadata.Host} did not answer ({e.GetType().Name}). Allow this host to reach it by HTTPS: without its keys every message is refused.");
        }
    }

    /// <param name="store">Opened; null while it does not open.</param>
    public async Task<Finding> Addresses(IStore? store, CancellationToken cancel)
    {
        const string thing = "channel.addresses";
        if (store is null)
            return Finding.Later(thing, "looked at once the store opens.");
        try
        {
            var (all, elsewhere) = (0, 0);
            await foreach (var row in store.Table(References.TableName).Scan(cancel))
            {
                all++;
                if (row.Columns.GetValueOrDefault("serviceUrl") is not string address || !IsOfCloud(address))
                    elsewhere++;
            }
            return (all, elsewhere) switch
            {
                (0, _) => Finding.Ok(thing, "nobody has written yet; each conversation brings its own."),
                (_, 0) => Finding.Ok(thing, $"those of {all} conversations fit the settings."),
                _ => Finding.Note(thing, $"{elsewhere} of {all} conversations have an address that does not fit Bot:Cloud {settings.Cloud.Name}. Nothing reaches them until they write to this bot."),
            };
        }
        catch (StoreUnavailableException e)
        {
            return Finding.Fault(thing, e.Message);
        }
    }

    private bool IsOfCloud(string address) => ServiceAddress.TryParse(address, out var uri)
        && (settings.HasAppId ? uri.Scheme == Uri.UriSchemeHttps && TopOf(uri) == settings.Cloud.Name : ServiceAddress.IsLoopback(uri));

    /// <summary>Teams answers under .us in the government's cloud and under .cn in China's.</summary>
    private static string TopOf(Uri uri) => uri.Host switch
    {
        var host when host.EndsWith(".us", StringComparison.OrdinalIgnoreCase) => Cloud.UsGov.Name,
        var host when host.EndsWith(".cn", StringComparison.OrdinalIgnoreCase) => Cloud.China.Name,
        _ => Cloud.Public.Name,
    };
}
