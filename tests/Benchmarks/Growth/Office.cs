using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckInBot.Benchmarks.Growth;

/// <summary>The rooms of the bot put together as its program does, over a store and a clock, without a channel: every card counts as sent.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly IHost host;
    private readonly IStore store;

    /// <exception cref="InvalidOperationException">The organisation's files have faults.</exception>
    public Office(string folder, string keyRing, IStore store, TimeProvider time)
    {
        this.store = store;
        var (organisation, faults) = OrgFolder.Read(folder, time.GetUtcNow());
        if (organisation is null)
            throw new InvalidOperationException(string.Join('\n', faults));
        var bot = new BotSettings(null, null, null, null, null);
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        var all = builder.Services;
        all.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        all.AddStore(store, keyRing).AddRoster(organisation, new RosterImports(store, folder)).AddFlows().AddTurns();
        all.AddBotProtocol(bot, development: true, perSecond: null, TimeProvider.System, () => 0.5).AddListening(bot, new(null, null, HasChannel: false), development: true);
        all.AddSingleton(new BotClock(time));
        all.AddSingleton(new Roster(store.Table(Startup.RosterTable), organisation, time));
        all.AddSingleton<ICardDelivery, NoChannel>();
        host = builder.Build();
        Turns.DeliverWith(Get<Outbox>());
    }

    public Turns Turns => Get<Turns>();

    public Roster Roster => Get<Roster>();

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>The tables are there, and the roster's shifts are rows.</summary>
    public async Task Open()
    {
        await store.Open(Startup.Tables);
        await Roster.Load(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();

    private sealed class NoChannel : ICardDelivery
    {
        private int sent;

        public Task<SendResult> Post(string reader, CardMessage card, Repeat repeat, SendPriority priority, DateTimeOffset until, CancellationToken cancel) =>
            Task.FromResult(new SendResult(SendOutcome.Sent, $"n-{Interlocked.Increment(ref sent)}"));

        public Task<SendResult> Update(string reader, string activity, CardMessage card, SendPriority priority, DateTimeOffset until, CancellationToken cancel) =>
            Task.FromResult(new SendResult(SendOutcome.Sent, activity));
    }
}
