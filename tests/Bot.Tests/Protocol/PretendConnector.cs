using System.Collections.Concurrent;
using CheckInBot.Bot.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>A Connector on a real server of this machine; each request is answered by the next of the answers a test lined up, then with 201.</summary>
internal sealed class PretendConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();

    private PretendConnector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(Answer);
    }

    public string Address { get; private set; } = "";

    /// <summary>Method, path as it was on the wire, and body of each request.</summary>
    public ConcurrentQueue<(string Method, string Path, string Body)> Requests { get; } = new();

    public static async Task<PretendConnector> Start()
    {
        var connector = new PretendConnector();
        await connector._app.StartAsync();
        connector.Address = connector._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return connector;
    }

    public PretendConnector Then(int status, string body = "", string? retryAfter = null, string? location = null) => Then(async http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        if (location is not null) http.Response.Headers.Location = location;
        await http.Response.WriteAsync(body);
    });

    public PretendConnector Then(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public ConversationReference Conversation(string id = "a:1", string slash = "") => new(Address + slash, id, "28:bot", "tenant", "29:anna");

    /// <summary>Nobody counts.</summary>
    public static ChannelPace NoPace(TimeProvider time) => new(null, time, NullLogger<ChannelPace>.Instance);

    public static ConnectorClient Client(TimeProvider time, TimeSpan? timeout = null, double jitter = 0.5, ChannelPace? pace = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        return new ConnectorClient(new HttpClient(handler) { Timeout = timeout ?? TimeSpan.FromSeconds(20) }, credential: null, services: null, pace ?? NoPace(time), time, () => jitter);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var raw = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue((http.Request.Method, raw, await reader.ReadToEndAsync()));
        if (_answers.TryDequeue(out var answer))
        {
            await answer(http);
            return;
        }

        http.Response.StatusCode = 201;
        await http.Response.WriteAsync("""{"id":"1:new"}""");
    }
}
