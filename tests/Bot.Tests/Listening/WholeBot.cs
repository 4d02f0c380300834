using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>The program as it is put together for real, behind the endpoint that takes activities; only the clock and the channel are a test's.</summary>
internal sealed class WholeBot : IAsyncDisposable
{
    public const string Service = "http://localhost/";

    private readonly string folder;
    private readonly bool stays;
    private readonly SqliteStore store;
    private readonly ServiceProvider services;

    /// <param name="home">Where its database and its key ring lie, and stay; null for a folder of its own.</param>
    /// <param name="around">What stands before its store.</param>
    public WholeBot(Organisation organisation, DateTimeOffset now, LimitSettings? limits = null, ILoggerProvider? log = null, IActivityHandler? inner = null, HttpMessageHandler? drive = null, string? home = null, Func<IStore, IStore>? around = null)
    {
        (folder, stays) = (home ?? Directory.CreateTempSubdirectory("whole").FullName, home is not null);
        Time = new(now);
        store = new SqliteStore(Path.Combine(folder, "bot.db"), Time);
        var bot = new BotSettings(null, null, null, null, null);
        var collection = new ServiceCollection();
        collection.AddLogging(logging =>
        {
            if (log is not null)
                logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        });
        collection.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        collection.AddStore(around?.Invoke(store) ?? store, Path.Combine(folder, "keys"));
        collection.AddRoster(organisation, new RosterImports(store, folder));
        collection.AddFlows();
        collection.AddTurns();
        collection.AddBotProtocol(bot, development: true, perSecond: null, Time, () => 0.5);
        collection.AddListening(bot, limits ?? new(null, null, HasChannel: false), development: true);
        collection.AddSingleton(new BotClock(Time));
        collection.AddSingleton<IConnector>(Channel);
        collection.AddSingleton(p => new Haste(limits?.PerPerson, limits?.PerConversation, new Ticking(Time)));
        collection.AddSingleton(new Urgent(new Ticking(Time)));
        if (drive is not null)
            collection.AddSingleton(new FileUpload(new HttpClient(drive), loopback: true, FileFetch.TimeLimit));
        if (inner is not null)
            collection.AddSingleton<IActivityHandler>(p => ActivatorUtilities.CreateInstance<FrontDoor>(p, inner));
        services = collection.BuildServiceProvider();
        Turns = services.GetRequiredService<Bot.Turns.Turns>();
        Turns.DeliverWith(services.GetRequiredService<Outbox>());
    }

    public ManualClock Time { get; }

    public Recorder Channel { get; } = new();

    public Bot.Turns.Turns Turns { get; }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public async Task Open()
    {
        await store.Open(Startup.Tables);
        await Get<Roster.Roster>().Load(CancellationToken.None);
    }

    public async Task<T?> State<T>(FlowKey key) where T : FlowState => (await Turns.Rows.Read(key, CancellationToken.None)).State as T;

    /// <summary>An activity arrives over the endpoint; its status, and the body of the answer to a press.</summary>
    public Task<(int Status, JsonNode? Body)> Deliver(JsonObject activity) => Deliver(Encoding.UTF8.GetBytes(activity.ToJsonString()));

    /// <summary>The same of any body.</summary>
    public async Task<(int Status, JsonNode? Body)> Deliver(byte[] body)
    {
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Method = "POST";
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body);
        http.Response.Body = answer;
        await Get<MessagesEndpoint>().Receive(http, Get<IActivityHandler>());
        return (http.Response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(answer.ToArray()));
    }

    /// <summary>Words in the person's own chat.</summary>
    public Task<(int Status, JsonNode? Body)> Type(string person, string text) => Deliver(By(person, "message", new() { ["text"] = text }));

    /// <summary>A button of a card in the person's own chat.</summary>
    public Task<(int Status, JsonNode? Body)> Press(string person, JsonObject data) => Deliver(By(person, "invoke", new()
    {
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = "card-1",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = data["do"]?.DeepClone(), ["data"] = data.DeepClone() } },
    }));

    /// <param name="person">Id on the roster; its account is <c>entra-ID</c>.</param>
    public static JsonObject By(string person, string type, JsonObject more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"{type}-{Guid.NewGuid():N}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = Service,
            ["from"] = new JsonObject { ["id"] = $"29:{person}", ["aadObjectId"] = $"entra-{person}" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = $"a:{person}", ["conversationType"] = "personal" },
        };
        foreach (var (name, value) in more)
            activity[name] = value?.DeepClone();
        return activity;
    }

    public async ValueTask DisposeAsync()
    {
        await Turns.Settled();
        await services.DisposeAsync();
        await store.DisposeAsync();
        if (!stays)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Its timestamps follow the clock too.</summary>
    private sealed class Ticking(ManualClock time) : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override long GetTimestamp() => time.GetUtcNow().UtcTicks;
    }
}
