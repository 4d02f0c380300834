using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;

namespace CheckInBot.Bot.Protocol;

/// <summary>The Connector over HTTP, with the channel's retry rules.</summary>
/// <remarks>
/// Bot Connector REST API v3, "Send to Conversation" and "Update Activity"; Teams, "Rate limiting for bots" and "Status codes from bot
/// conversational APIs". A definite "not now" (429, 412, no connection) is tried again with jitter, honouring <c>Retry-After</c>; an unclear
/// outcome (408, 5xx, time-out, broken connection) only where repeating is allowed. No attempt starts later than <see cref="LastStart"/>
/// after the call began, the wait for a place with <see cref="ChannelPace"/> and for a token included: with an attempt's time-out nothing is sent later than 12 s after that, and the caller's outbox tries again later.
/// </remarks>
/// <param name="http">Has the attempt's time-out (<see cref="AttemptTimeout"/>) and follows no redirect.</param>
/// <param name="credential">Null only without an app id: then plain loopback addresses, and no others, are spoken to.</param>
/// <param name="services">With an app id: where tokens may be sent at all. Null only without one.</param>
/// <param name="wall">Real time, not the clock that Development can move.</param>
/// <param name="jitter">A number from 0 up to 1.</param>
public sealed class ConnectorClient(HttpClient http, IConnectorCredential? credential, VouchedAddresses? services, ChannelPace pace, TimeProvider wall, Func<double> jitter) : IConnector
{
    /// <summary>Longest time of one attempt.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(8);

    /// <summary>Longest time from the call to the last attempt's start.</summary>
    public static readonly TimeSpan LastStart = TimeSpan.FromSeconds(3.5);

    /// <summary>Longest time of one call, with all its attempts.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(12);

    private const int Attempts = 4;
    private readonly CreationWindow creations = new(wall);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(400);

    // Chinese as itself: escaped it would take twice the bytes of a message that may have 100 KB.
    private static readonly ProtocolJson Wire = new(new JsonSerializerOptions(ProtocolJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public Task<SendResult> Send(ConversationReference to, OutgoingActivity activity, Repeat repeat, SendPriority priority, CancellationToken cancel = default) =>
        Say(HttpMethod.Post, Address(to, activityId: null), to, Body(From(to, activity)), repeat, priority, cancel);

    public Task<SendResult> Update(ConversationReference to, string activityId, OutgoingActivity activity, SendPriority priority, CancellationToken cancel = default) =>
        Say(HttpMethod.Put, Address(to, activityId), to, Body(From(to, activity) with { Id = activityId }), Repeat.AlsoUnclear, priority, cancel);

    public Task<SendResult> Create(ConversationReference known, SendPriority priority, CancellationToken cancel = default) => NewConversation.With(known) is { } wanted
        ? Say(
            HttpMethod.Post, Service(known) is { } service ? new Uri($"{service}/v3/conversations") : null, known,
            JsonSerializer.SerializeToUtf8Bytes(wanted, Wire.NewConversation), Repeat.AlsoUnclear, priority, cancel, creates: true)
        : Task.FromResult(new SendResult(SendOutcome.Refused, Reason: "nobody to create it with"));

    private static OutgoingActivity From(ConversationReference to, OutgoingActivity activity) =>
        activity.From is null ? activity with { From = new ChannelAccount(to.BotId, null, null) } : activity;

    private static byte[] Body(OutgoingActivity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Wire.OutgoingActivity);

    private async Task<SendResult> Say(HttpMethod method, Uri? address, ConversationReference to, byte[] body, Repeat repeat, SendPriority priority, CancellationToken cancel, bool creates = false)
    {
        if (address is null) return new SendResult(SendOutcome.Refused, Reason: "address");
        var start = wall.GetTimestamp();
        try
        {
            if (credential is not null && !await services!.Knows(to.ServiceUrl, cancel)) return new SendResult(SendOutcome.Refused, Reason: "address without a voucher");
        }
        catch (StoreUnavailableException)
        {
            return new SendResult(SendOutcome.NotNow, Reason: "store");
        }

        using var span = Measures.BeginSend(priority);
        var result = await Say(method, address, to.ConversationId, body, repeat, priority, creates, start, cancel);
        Measures.Sent(span, priority, result, wall.GetElapsedTime(start));
        return result;
    }

    private async Task<SendResult> Say(HttpMethod method, Uri address, string conversation, byte[] body, Repeat repeat, SendPriority priority, bool creates, long start, CancellationToken cancel)
    {
        SendResult? before = null;
        for (var attempt = 1; ; attempt++)
        {
            if (creates && pace.Counts && creations.Enter(pace.Live) is { } full)
                return before ?? new SendResult(SendOutcome.NotNow, RetryAfter: full, Reason: "other conversations are being created");
            if (await pace.Enter(conversation, priority, LastStart - wall.GetElapsedTime(start), cancel) is { } wait)
                return before ?? new SendResult(SendOutcome.NotNow, RetryAfter: wait, Reason: "held back", Held: true);
            var result = before = await Attempt(method, address, body, start, cancel);
            if (result.Status == StatusCodes.Status429TooManyRequests)
                pace.Refused(conversation, result.RetryAfter);
            var again = result.Outcome == SendOutcome.NotNow || (result.Outcome == SendOutcome.Unclear && repeat == Repeat.AlsoUnclear);
            if (!again || attempt == Attempts) return result;

            var pause = Pause(attempt, result.RetryAfter);
            if (wall.GetElapsedTime(start) + pause > LastStart) return result;
            Measures.SendRetried(priority, result.Status);
            await Task.Delay(pause, wall, cancel);
        }
    }

    /// <summary>The channel's wish and a little more, so that all who were told the same do not come back together; else twice as long each time.</summary>
    private TimeSpan Pause(int attempt, TimeSpan? wish) => wish is { } wait
        ? wait + (FirstPause * jitter())
        : FirstPause * Math.Pow(2, attempt - 1) * (0.5 + jitter());

    private async Task<SendResult> Attempt(HttpMethod method, Uri address, byte[] body, long start, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            if (credential is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await credential.Token(cancel));
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            // Nothing was sent; the type says enough, a message may quote addresses and ids.
            return new SendResult(SendOutcome.NotNow, Reason: "credential " + problem.GetType().Name);
        }
        // A token that came late would have the card arrive after the caller's claim, beside the one of whoever holds it by then.
        if (wall.GetElapsedTime(start) > LastStart)
            return new SendResult(SendOutcome.NotNow, Reason: "the credential took too long");

        try
        {
            using var response = await http.SendAsync(request, cancel);
            return await ChannelAnswer.Read(response, wall.GetUtcNow(), cancel);
        }
        catch (HttpRequestException problem)
        {
            return new SendResult(NeverLeft(problem.HttpRequestError) ? SendOutcome.NotNow : SendOutcome.Unclear, Reason: problem.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendResult(SendOutcome.Unclear, Reason: "time-out");
        }
    }

    private static bool NeverLeft(HttpRequestError error) => error is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    /// <summary>Null when the address may not be spoken to, or an id cannot stand in a path.</summary>
    private Uri? Address(ConversationReference to, string? activityId)
    {
        if (Service(to) is not { } service || !IsSegment(to.ConversationId) || (activityId is not null && !IsSegment(activityId))) return null;

        var path = $"{service}/v3/conversations/{Uri.EscapeDataString(to.ConversationId)}/activities";
        return new Uri(activityId is null ? path : $"{path}/{Uri.EscapeDataString(activityId)}");
    }

    /// <summary>The channel's address without a slash at its end; null when it may not be spoken to.</summary>
    private string? Service(ConversationReference to) =>
        ServiceAddress.TryParse(to.ServiceUrl, out var service) && MaySpeakTo(service) ? to.ServiceUrl.TrimEnd('/') : null;

    /// <summary>A token leaves only over TLS; a bot without one stays on its machine.</summary>
    private bool MaySpeakTo(Uri service) => credential is null ? ServiceAddress.IsLoopback(service) : service.Scheme == Uri.UriSchemeHttps;

    // Escaping leaves dots alone, and a path with ".." would name another resource.
    private static bool IsSegment(string? id) => !string.IsNullOrEmpty(id) && id.Trim('.').Length > 0;
}
