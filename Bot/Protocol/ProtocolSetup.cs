using Microsoft.AspNetCore.Mvc;

namespace CheckInBot.Bot.Protocol;

/// <summary>Puts the protocol into the host.</summary>
public static class ProtocolSetup
{
    /// <summary>Name of the <see cref="HttpClient"/> that reads the channel's metadata and keys.</summary>
    public const string MetadataClient = "channel-metadata";

    /// <summary>Name of the <see cref="HttpClient"/> that speaks to the Connector.</summary>
    public const string ConnectorClientName = "connector";

    /// <summary>Name of the <see cref="HttpClient"/> that fetches what people send, and puts what they asked for.</summary>
    public const string FilesClient = "sent-files";

    /// <summary>
    /// Registers <see cref="IConnector"/>, <see cref="ChannelPace"/>, <see cref="FileFetch"/>, <see cref="IInboundCheck"/> and <see cref="MessagesEndpoint"/>. The host adds an <see cref="IActivityHandler"/>,
    /// with an app id also <see cref="VouchedAddresses"/>, and does not start while <see cref="BotSettings.Faults"/> has sentences.
    /// </summary>
    /// <param name="development">Whether a bot without an app id may listen to its own machine.</param>
    /// <param name="perSecond">See <see cref="ChannelPace"/>.</param>
    /// <param name="wall">Real time: tokens, keys and pauses do not follow a clock that Development moves.</param>
    /// <param name="jitter">A number from 0 up to 1, drawn for each pause.</param>
    public static IServiceCollection AddBotProtocol(
        this IServiceCollection services, BotSettings settings, bool development, int? perSecond, TimeProvider wall, Func<double> jitter)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton(provider => new ChannelPace(perSecond, wall, provider.GetRequiredService<ILogger<ChannelPace>>()));

        // One client lives as long as the host, and renews its connections itself. Addresses name conversations: they are not logged.
        services.AddHttpClient(ConnectorClientName, http =>
            {
                http.Timeout = ConnectorClient.AttemptTimeout;
                http.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() => Handler(useProxy: settings.HasAppId))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<IConnector>(provider => new ConnectorClient(
            Client(provider, ConnectorClientName), settings.HasAppId ? provider.GetRequiredService<IConnectorCredential>() : null, settings.HasAppId ? provider.GetRequiredService<VouchedAddresses>() : null,
            provider.GetRequiredService<ChannelPace>(), wall, jitter));

        // An address opens the file to whoever has it, so it is logged as little. The fetch has a time limit of its own.
        services.AddHttpClient(FilesClient, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => Handler(useProxy: settings.HasAppId, onlyPublic: settings.HasAppId))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton(provider => new FileFetch(
            Client(provider, FilesClient), settings.HasAppId ? provider.GetRequiredService<IConnectorCredential>() : null, FileFetch.TimeLimit));

        services.AddSingleton(provider => new FileUpload(Client(provider, FilesClient), !settings.HasAppId, FileFetch.TimeLimit));

        if (!settings.HasAppId)
        {
            services.AddSingleton<IInboundCheck>(_ => development ? new LoopbackOnly() : new NobodyIsAdmitted());
            return services;
        }

        services.AddSingleton<IConnectorCredential>(_ => new EntraCredential(settings));
        services.AddHttpClient(MetadataClient, http =>
            {
                http.Timeout = TimeSpan.FromSeconds(5);
                http.MaxResponseContentBufferSize = ChannelKeys.MostBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => Handler(useProxy: true))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton(provider => new ChannelKeys(
            Client(provider, MetadataClient), settings.Cloud.Metadata, wall, provider.GetRequiredService<ILogger<ChannelKeys>>()));
        services.AddSingleton<IInboundCheck>(provider => new InboundToken(
            settings.AppId!, settings.Cloud, provider.GetRequiredService<ChannelKeys>(), wall));
        return services;
    }

    /// <summary>Maps <see cref="MessagesEndpoint.Route"/>: POST delivers an activity, HEAD says that somebody listens; others are answered 405.</summary>
    public static IEndpointRouteBuilder MapBotMessages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(MessagesEndpoint.Route, (HttpContext http, [FromServices] MessagesEndpoint endpoint, [FromServices] IActivityHandler handler) =>
            endpoint.Receive(http, handler));
        routes.MapMethods(MessagesEndpoint.Route, [HttpMethods.Head], () => Results.Ok());
        return routes;
    }

    private static HttpClient Client(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    private static SocketsHttpHandler Handler(bool useProxy, bool onlyPublic = false) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = useProxy,
        ConnectTimeout = TimeSpan.FromSeconds(4),
        ConnectCallback = onlyPublic ? PublicAddress.Connect : null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // No ids of traces leave with what is sent.
        ActivityHeadersPropagator = null,
    };
}
