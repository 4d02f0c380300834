using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CheckInBot.Month.Tests;

/// <summary>
/// The program as it is put together for real, from the endpoint that takes activities to the client that sends them. Only time is the test's, the
/// queue is received from step by step instead of four times a second, and the channel is a pretend one.
/// </summary>
internal sealed class MonthBot : IAsyncDisposable
{
    private const int AtOnce = 16;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    private readonly ServiceProvider services;
    private readonly WatchedStore store;

    /// <param name="perSecond">As the setting <c>Delivery:PerSecond</c>; null: nobody counts.</param>
    public MonthBot(string orgFolder, WatchedStore store, ManualClock time, PretendTeams teams, ILoggerProvider ears, int? perSecond)
    {
        this.store = store;
        var (organisation, faults) = OrgFolder.Read(orgFolder, time.GetUtcNow());
        Assert.True(organisation is not null, string.Join('\n', faults));
        var bot = new BotSettings(null, null, null, null, null);
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(ears).SetMinimumLevel(LogLevel.Error));
        collection.AddStore(store, Path.Combine(orgFolder, "keys"));
        collection.AddRoster(organisation, new RosterImports(store, orgFolder));
        collection.AddFlows();
        collection.AddTurns();
        collection.AddBotProtocol(bot, development: true, perSecond, new TimeThatPasses(time), () => 0.5);
        collection.AddListening(bot, new(null, null, HasChannel: false), development: true);
        collection.AddSingleton(new BotClock(time));
        collection.AddSingleton(new Roster(store.Table(Startup.RosterTable), organisation, time));
        collection.AddSingleton<IConnector>(services => new ConnectorClient(new HttpClient(teams), null, null, services.GetRequiredService<ChannelPace>(), new NoPauses(time), () => 0.5));
        services = collection.BuildServiceProvider();
        Turns = services.GetRequiredService<Bot.Turns.Turns>();
        Turns.DeliverWith(services.GetRequiredService<Outbox>());
        Roster = services.GetRequiredService<Roster>();
    }

    public Bot.Turns.Turns Turns { get; }

    public Roster Roster { get; }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public async Task Open()
    {
        await store.Open(Startup.Tables);
        await Roster.Load(CancellationToken.None);
        foreach (var team in Roster.Teams)
            await Turns.Take(new(ShiftEnds.KeyOf(team.Id), new Due()));
        await Settle();
    }

    /// <summary>An activity arrives over the endpoint; its status, and the body of the answer to a press.</summary>
    public async Task<(int Status, JsonNode? Body)> Deliver(JsonObject activity)
    {
        store.Faults.Working = true;
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services };
        var body = Encoding.UTF8.GetBytes(activity.ToJsonString());
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Method = "POST";
        http.Request.ContentType = "application/json; charset=utf-8";
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body);
        http.Response.Body = answer;
        await services.GetRequiredService<MessagesEndpoint>().Receive(http, services.GetRequiredService<IActivityHandler>());
        return (http.Response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(answer.ToArray()));
    }

    /// <summary>Everything that can happen at this moment has happened.</summary>
    public async Task Settle()
    {
        store.Faults.Working = true;
        await Turns.Settled();
        while (await Received() is { Count: > 0 } messages)
        {
            foreach (var message in messages.OrderBy(m => m.Body, StringComparer.Ordinal))
                await Wake(message);
        }
        store.Faults.Working = false;
    }

    /// <summary>What the store cannot do just now is done when the message's lease has run out.</summary>
    private async Task Wake(QueueMessage message)
    {
        try
        {
            await Turns.Wake(WakeMessage.Parse(message.Body) ?? throw new InvalidOperationException(message.Body), new HeldMessage(store.Queue, message));
        }
        catch (StoreUnavailableException)
        {
        }
        await Turns.Settled();
    }

    private async Task<IReadOnlyList<QueueMessage>> Received()
    {
        try
        {
            return await store.Queue.Receive(AtOnce, Lease);
        }
        catch (StoreUnavailableException)
        {
            store.LookAfter(TimeSpan.FromSeconds(1));
            return [];
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>Whoever pauses has paused: between two attempts of one send no time goes by.</summary>
    private sealed class NoPauses(TimeProvider time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override long GetTimestamp() => time.GetUtcNow().UtcTicks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            return new Over();
        }
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
