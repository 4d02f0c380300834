using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.LocalChat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>The protocol alone on a real server of this machine, with a handler that a test writes.</summary>
internal sealed class ListeningBot : IActivityHandler, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _log = new();

    private ListeningBot(PretendChannel? channel, bool development, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.AddProvider(new Notebook(_log));
        builder.Configuration.AddInMemoryCollection(channel is null ? [] : [
            KeyValuePair.Create("Bot:AppId", (string?)PretendChannel.AppId), KeyValuePair.Create("Bot:ClientSecret", (string?)"s3cret")]);
        builder.Services.AddBotProtocol(BotSettings.Read(builder.Configuration), development, perSecond: null, time, jitter: () => 0);
        builder.Services.AddSingleton<IActivityHandler>(this);
        if (channel is not null)
            builder.Services.AddSingleton(Vouched);
        if (channel is not null)
            builder.Services.AddHttpClient(ProtocolSetup.MetadataClient).ConfigurePrimaryHttpMessageHandler(() => channel);
        _app = builder.Build();
        _app.MapBotMessages();
    }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Whom tokens vouched for.</summary>
    public VouchedAddresses Vouched { get; } = new(new TableInMemory(), new EphemeralDataProtectionProvider(NullLoggerFactory.Instance));

    public ConcurrentQueue<Activity> Handled { get; } = new();

    public Func<Activity, ActivityAnswer> OnActivity { get; set; } = _ => ActivityAnswer.Done;

    /// <summary>Everything that was logged.</summary>
    public string Log => string.Join('\n', _log);

    public IServiceProvider Services => _app.Services;

    public static async Task<ListeningBot> Start(PretendChannel? channel = null, bool development = true, TimeProvider? time = null)
    {
        var bot = new ListeningBot(channel, development, time ?? new SkippingTime());
        await bot._app.StartAsync();
        var address = bot._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        bot.Client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
        return bot;
    }

    public Task<ActivityAnswer> Handle(Activity activity, CancellationToken cancel)
    {
        Handled.Enqueue(activity);
        return Task.FromResult(OnActivity(activity));
    }

    public Task<HttpResponseMessage> Post(string body, string? token = null) => Post(Encoding.UTF8.GetBytes(body), token);

    public async Task<HttpResponseMessage> Post(byte[] body, string? token = null, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, MessagesEndpoint.Route) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Notebook(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
