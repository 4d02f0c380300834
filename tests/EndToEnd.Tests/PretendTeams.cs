using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>What the channel answers instead of taking a card.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Stall">How long it waits before it answers.</param>
/// <param name="Shown">Whether the card is shown all the same: the outcome that a bot cannot know.</param>
/// <param name="RetryAfter">When the channel wishes to be asked again.</param>
internal sealed record ChannelFault(int Status, TimeSpan Stall = default, bool Shown = false, TimeSpan? RetryAfter = null)
{
    /// <summary>Instead of a status: the connection breaks.</summary>
    public const int Breaks = 0;
}

/// <summary>How far the channel is with a card that the bot sends it.</summary>
internal enum ChannelMoment
{
    /// <summary>The request is there, and nobody sees anything yet.</summary>
    Received,

    /// <summary>The person sees it, and the bot has no answer yet.</summary>
    Shown,

    /// <summary>The bot has its answer.</summary>
    Acknowledged,
}

/// <summary>The channel's Connector on this machine: keeps what every person would see, and refuses or stalls when told to.</summary>
internal sealed class PretendTeams : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Conversation> conversations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ChannelFault> faults = new(StringComparer.Ordinal);
    private int posts;

    private PretendTeams(WebApplication app) => this.app = app;

    public string ServiceUrl { get; private set; } = "";

    /// <summary>Told of each moment of each card, and whether it is a new one, and may hold it up; false: the request breaks off there.</summary>
    public Func<ChannelMoment, JsonNode, bool, Task<bool>>? Watch { get; set; }

    /// <summary>Fails by lot, beside what <see cref="Refuse"/> says; null: never.</summary>
    public FaultyChannel? Faulty { get; set; }

    /// <summary>New cards of cases and calls that were on their way when their sender went.</summary>
    public SendsCutOff CutOff { get; } = new();

    /// <summary>Every body that was ever sent here, whole, by the id of its conversation.</summary>
    public ConcurrentQueue<(string Conversation, string Body)> Bodies { get; } = new();

    public static async Task<PretendTeams> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        PretendTeams? teams = null;
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, at => at.Use(next => async connection =>
        {
            await next(connection);
            teams!.CutOff.Closed(connection.ConnectionId);
        })));
        var app = builder.Build();
        teams = new PretendTeams(app);
        app.MapPost("/teams/v3/conversations/{id}/activities", (string id, HttpRequest request) => teams.Take(id, null, request));
        app.MapPut("/teams/v3/conversations/{id}/activities/{activity}", (string id, string activity, HttpRequest request) => teams.Take(id, activity, request));
        app.MapGet("/files/photo", () => Results.Bytes([0xFF, 0xD8, 0xFF, 0xE0, .. "PHOTO"u8], "application/x-msdownload"));
        await app.StartAsync();
        teams.ServiceUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/teams/";
        return teams;
    }

    /// <summary>The address of a photo that somebody sent under a name.</summary>
    public string Photo(string name) => $"{new Uri(new Uri(ServiceUrl), "/files/photo")}?tempauth={name}";

    /// <summary>The personal conversation of a person.</summary>
    public Conversation Of(string person) => conversations.GetOrAdd(ConversationId(person), _ => new Conversation());

    public static string ConversationId(string person) => $"a:teams-{person}";

    /// <summary>What stands in a channel, as everybody there sees it who has no view of their own (<see cref="Channel.View"/>).</summary>
    public Conversation InChannel(string channel) => conversations.GetOrAdd(ChannelId(channel), _ => new Conversation());

    /// <summary>What the bot answered in the thread where it was mentioned.</summary>
    public Conversation InThread(string channel) => conversations.GetOrAdd(ThreadId(channel), _ => new Conversation());

    public static string ThreadId(string channel) => $"{ChannelId(channel)};messageid=1700000000000";

    public static string ChannelId(string channel) => $"19:{channel}@thread.tacv2";

    /// <summary>Answers everything to this person with a fault until <see cref="Recover"/>.</summary>
    public void Refuse(string person, ChannelFault fault) => faults[ConversationId(person)] = fault;

    public void Recover(string person) => faults.TryRemove(ConversationId(person), out _);

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }

    private async Task<IResult> Take(string id, string? activity, HttpRequest request)
    {
        var body = await JsonNode.ParseAsync(request.Body);
        var (watch, isNew) = (Watch, activity is null);
        if (watch is not null)
        {
            if (!await watch(ChannelMoment.Received, body!, isNew))
                return Results.StatusCode(StatusCodes.Status502BadGateway);
            request.HttpContext.Response.OnCompleted(() => watch(ChannelMoment.Acknowledged, body!, isNew));
        }
        var asks = isNew && body!["attachments"]?[0]?["content"] is { } card && (card.Has("escalation.take") || card.Has("escalation.acceptHandOver") || card.Has("incident.sos.take"));
        var fault = faults.GetValueOrDefault(id) ?? Faulty?.Of(id, body!, isNew, asks);
        if (asks && fault is null)
            request.HttpContext.Response.OnCompleted(CutOff.Begun(request.HttpContext.Connection.Id));
        Bodies.Enqueue((id, body!.ToJsonString(Channel.Wire)));
        if (fault is { Shown: true } || fault is null)
            activity = Show(id, activity, body!);
        if (watch is not null)
            await watch(ChannelMoment.Shown, body!, isNew);
        if (fault is null)
            return activity is null ? Results.NotFound() : Results.Json(new { id = activity });
        await Task.Delay(fault.Stall, request.HttpContext.RequestAborted);
        if (fault.Status == 200)
            return Results.Json(new { id = activity });
        if (fault.Status == ChannelFault.Breaks)
            request.HttpContext.Abort();
        if (fault.RetryAfter is { } wish)
            request.HttpContext.Response.Headers.RetryAfter = wish.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Results.Json(new { error = new { code = "Pretended" } }, statusCode: fault.Status);
    }

    private string? Show(string id, string? activity, JsonNode body)
    {
        var card = body["attachments"]?[0]?["content"] ?? body;
        var conversation = conversations.GetOrAdd(id, _ => new Conversation());
        if (activity is not null)
            return conversation.Redraw(activity, card) ? activity : null;
        activity = $"post-{Interlocked.Increment(ref posts)}";
        conversation.Post(activity, card);
        return activity;
    }
}
