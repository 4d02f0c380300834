using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CheckInBot.Bot.Tests.Telemetry;

/// <summary>A receiver of OTLP over HTTP on loopback, which keeps what came.</summary>
internal sealed class PretendReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, string Header, byte[] Body)> came = new();

    private PretendReceiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public static async Task<PretendReceiver> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new PretendReceiver(builder.Build());
        receiver.app.MapPost("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            receiver.came.Enqueue((http.Request.Path, http.Request.Headers["x-key"].ToString(), body.ToArray()));
        });
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>All that came to an address, as text: names stand in protocol buffers as they are.</summary>
    public string At(string path) => string.Concat(came.Where(c => c.Path == path).Select(c => Encoding.UTF8.GetString(c.Body)));

    public IReadOnlyList<string> Headers => [.. came.Select(c => c.Header)];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
