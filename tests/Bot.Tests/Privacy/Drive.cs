using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>A pretended drive: what was put, and where.</summary>
internal sealed class Drive : HttpMessageHandler
{
    public ConcurrentQueue<(string Address, string Content)> Files { get; } = new();

    /// <summary>The same files as bytes.</summary>
    public ConcurrentQueue<byte[]> Raw { get; } = new();

    /// <summary>It takes nothing now.</summary>
    public bool IsAway { get; set; }

    /// <summary>Waited for before it answers; null for at once.</summary>
    public Task? Until { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal(HttpMethod.Put, request.Method);
        var raw = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var content = Encoding.UTF8.GetString(raw);
        if (Until is { } until)
            await until;
        if (IsAway)
            return new(HttpStatusCode.ServiceUnavailable);
        Raw.Enqueue(raw);
        Files.Enqueue((request.RequestUri!.AbsoluteUri, content));
        return new(HttpStatusCode.Created);
    }
}
