using System.Net.Http.Headers;

namespace CheckInBot.Bot.Protocol;

/// <summary>Puts a file where a checked activity said that the person wants it, and nowhere else.</summary>
/// <remarks>The address opens the place by itself: neither the bot's token nor anything else goes along. It follows no redirect. Without an app id: this machine only.</remarks>
/// <param name="http">Follows no redirect and has no time-out of its own.</param>
/// <param name="loopback">There is no app id.</param>
/// <param name="limit">The longest time, in real time.</param>
public sealed class FileUpload(HttpClient http, bool loopback, TimeSpan limit)
{
    /// <summary>Whether it lies there now. Never throws for what an address answers.</summary>
    public async Task<bool> Put(Uri address, byte[] content, CancellationToken cancel = default)
    {
        if (!(loopback ? ServiceAddress.IsLoopback(address) : FileFetch.IsInSharePoint(address)))
            return false;
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(limit);
        try
        {
            using var body = new ByteArrayContent(content);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            body.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
            using var response = await http.PutAsync(address, body, inTime.Token);
            return response.IsSuccessStatusCode;
        }
        // Whatever a line fails with: an address is in no message of ours.
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
