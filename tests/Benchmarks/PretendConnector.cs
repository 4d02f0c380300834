using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CheckInBot.Benchmarks;

/// <summary>A card that offers a press: the activity that shows it, and the button's data.</summary>
internal sealed record OfferedCard(string Activity, JsonObject Data);

/// <summary>The channel's Connector: takes every send as cheaply as it can, and while <see cref="Looks"/> remembers which cards offer which press.</summary>
internal sealed class PretendConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<(string Conversation, string Verb), OfferedCard> offered = new();
    private readonly Lock guard = new();
    private List<long>? posted;
    private int sent;

    private PretendConnector(WebApplication app) => this.app = app;

    public string ServiceUrl { get; private set; } = "";

    /// <summary>Whether it reads what is sent; it need not while turns are measured.</summary>
    public bool Looks { get; set; }

    /// <summary>How many sends it has taken.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <summary>When each new card came, by <see cref="Stopwatch.GetTimestamp"/>, from now on.</summary>
    public IReadOnlyList<long> NotePosts()
    {
        lock (guard)
            return posted = [];
    }

    /// <summary>How many new cards came since <see cref="NotePosts"/>.</summary>
    public int Posts
    {
        get
        {
            lock (guard)
                return posted?.Count ?? 0;
        }
    }

    public static async Task<PretendConnector> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var connector = new PretendConnector(app);
        app.Run(connector.Take);
        await app.StartAsync();
        connector.ServiceUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/teams/";
        return connector;
    }

    /// <summary>The newest card of the conversation that offers this press.</summary>
    public OfferedCard? Offered(string conversation, string verb) => offered.GetValueOrDefault((conversation, verb));

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        var id = $"p-{Interlocked.Increment(ref sent)}";
        if (posted is not null && http.Request.Method == HttpMethods.Post)
        {
            lock (guard)
                posted.Add(Stopwatch.GetTimestamp());
        }
        if (Looks && http.Request.Method == HttpMethods.Post)
        {
            var body = await JsonNode.ParseAsync(http.Request.Body);
            Remember(http.Request.Path.Value!.Split('/')[4], id, body);
        }
        else
        {
            while (await http.Request.BodyReader.ReadAsync() is var read)
            {
                http.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    break;
            }
        }
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$"""{"id":"{{id}}"}""");
    }

    private void Remember(string conversation, string activity, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject item:
                if (item["verb"] is JsonValue verb && item["data"] is JsonObject data)
                    offered[(conversation, verb.ToString())] = new(activity, (JsonObject)data.DeepClone());
                foreach (var (_, part) in item)
                    Remember(conversation, activity, part);
                break;
            case JsonArray list:
                foreach (var part in list)
                    Remember(conversation, activity, part);
                break;
        }
    }
}
