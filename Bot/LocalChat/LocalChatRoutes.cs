using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CheckInBot.Bot.LocalChat;

/// <summary>The local chat: a page, and a Connector of its own through which the bot sees it as Teams. Development only, this machine only.</summary>
public static class LocalChatRoutes
{
    /// <summary>
    /// Maps the page (<c>/</c>, <c>/chat/…</c>), its API (<c>/chat/api/…</c>) and the Connector (<c>/local/v3/…</c>),
    /// and once the server listens installs the app for every person and team.
    /// </summary>
    /// <exception cref="InvalidOperationException">Outside Development.</exception>
    public static void Map(IEndpointRouteBuilder app, LocalChatOptions options)
    {
        var host = app.ServiceProvider.GetRequiredService<IHostEnvironment>();
        if (!host.IsDevelopment())
            throw new InvalidOperationException("The local chat lets anybody at this machine speak as anybody: it exists in Development only.");

        var life = app.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        var server = app.ServiceProvider.GetRequiredService<IServer>();
        var rooms = new Rooms(options);
        var transcripts = new Transcripts(options.Table, options.Now);
        var http = options.Http ?? new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var bot = new BotEndpoint(http, options.Address ?? (() => Listening(server)), options.Patience);
        var sent = new Sent(options, rooms, () => bot.ServiceUrl);

        var group = app.MapGroup("").AddEndpointFilter(OnlyThisMachine).ExcludeFromDescription();
        ConnectorRoutes.Map(group.MapGroup("/local/v3/conversations"), rooms, transcripts);
        PageRoutes.Map(group.MapGroup("/chat/api"), options, rooms, transcripts, bot, sent, life.ApplicationStopping);
        PageFiles.Map(group);

        var logger = app.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("CheckInBot.LocalChat");
        var installations = new Installations(options, rooms, bot, sent, logger);
        life.ApplicationStarted.Register(() => _ = installations.Deliver(life.ApplicationStopping));
        life.ApplicationStopped.Register(transcripts.Dispose);
    }

    /// <summary>The first address the server listens on, as this machine reaches it.</summary>
    private static Uri Listening(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.OrderBy(each => each.StartsWith("https", StringComparison.OrdinalIgnoreCase)).FirstOrDefault()
            ?? throw new InvalidOperationException("The server does not listen yet.");
        var parsed = BindingAddress.Parse(address);
        return new UriBuilder(parsed.Scheme, "127.0.0.1", parsed.Port).Uri;
    }

    /// <summary>Refuses other machines, and web pages that reach this address under a name of their own.</summary>
    internal static async ValueTask<object?> OnlyThisMachine(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext;
        var remote = request.Connection.RemoteIpAddress;
        var name = request.Request.Host.Host.Trim('[', ']');
        var named = name == "localhost" || (IPAddress.TryParse(name, out var ip) && IPAddress.IsLoopback(ip));
        return named && (remote is null || IPAddress.IsLoopback(remote))
            ? await next(context)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
