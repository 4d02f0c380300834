using System.Net;
using System.Net.Http.Headers;

namespace CheckInBot.Bot.Protocol;

/// <summary>What became of a fetch. <paramref name="Content"/> is null when there is none.</summary>
/// <param name="TooLarge">It is larger than what is kept; the rest was not read.</param>
public sealed record FetchedFile(byte[]? Content, bool TooLarge = false);

/// <summary>Copies a file from where the channel says it lies, and from nowhere else.</summary>
/// <remarks>
/// Fetched are https addresses without a port or user of their own: on the host of the activity's service address, which is signed for, and, where
/// the address opens the file by itself, in SharePoint. The bot's token goes to the service's host only. Without an app id: this machine only.
/// </remarks>
/// <param name="http">Follows no redirect and has no time-out of its own.</param>
/// <param name="credential">Null only without an app id.</param>
/// <param name="limit">The longest time from the request to the last byte, in real time.</param>
public sealed class FileFetch(HttpClient http, IConnectorCredential? credential, TimeSpan limit)
{
    /// <summary>Time for 20 MB on a slow line.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>Where Teams keeps files, in each cloud.</summary>
    private static readonly string[] SharePoint = [".sharepoint.com", ".sharepoint.cn", ".sharepoint.us", ".sharepoint-mil.us"];

    /// <param name="serviceUrl">Of the activity that brought it.</param>
    /// <param name="most">Largest size in bytes.</param>
    public async Task<FetchedFile> Fetch(SentFile file, string serviceUrl, int most, CancellationToken cancel = default)
    {
        if (file.Address is not { } address || !ServiceAddress.TryParse(serviceUrl, out var service) || !MayFetch(address, file.OnChannel, service))
            return new(null);
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(limit);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (file.OnChannel && credential is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await credential.Token(inTime.Token));
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, inTime.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                return new(null);
            return response.Content.Headers.ContentLength > most ? new(null, TooLarge: true) : await Read(response, most, inTime.Token);
        }
        // Whatever a login or a line fails with: an address is in no message of ours.
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            return new(null);
        }
    }

    private static async Task<FetchedFile> Read(HttpResponseMessage response, int most, CancellationToken cancel)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        using var content = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await body.ReadAsync(part, cancel) is > 0 and var read)
        {
            if (content.Length + read > most)
                return new(null, TooLarge: true);
            content.Write(part, 0, read);
        }
        return new(content.ToArray());
    }

    private bool MayFetch(Uri address, bool onChannel, Uri service)
    {
        if (credential is null)
            return ServiceAddress.IsLoopback(address);
        return IsPlainHttps(address) && (address.IdnHost.Equals(service.IdnHost, StringComparison.OrdinalIgnoreCase) || (!onChannel && IsInSharePoint(address)));
    }

    /// <summary>An https address where Teams keeps people's files, without a port or user of its own.</summary>
    public static bool IsInSharePoint(Uri address) => IsPlainHttps(address) && SharePoint.Any(end => address.IdnHost.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static bool IsPlainHttps(Uri address) => address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0;
}
