using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace CheckInBot.Bot.Protocol;

/// <summary>Reads one answer of the Connector: what it means for the send, and nothing of the words in it.</summary>
internal static class ChannelAnswer
{
    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(1);

    /// <summary>The class of an answer, by the channel's retry rules.</summary>
    public static async Task<SendResult> Read(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancel)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancel);
        if (response.IsSuccessStatusCode) return new SendResult(SendOutcome.Sent, ActivityId: Text(body, "id"));

        var status = (int)response.StatusCode;
        var reason = string.Join(' ', new[] { status.ToString(CultureInfo.InvariantCulture), Code(body, "code"), Code(body, "subCode") }.OfType<string>());
        return Outcome(response.StatusCode) switch
        {
            SendOutcome.NotNow => new SendResult(SendOutcome.NotNow, RetryAfter: Wish(response.Headers.RetryAfter, now), Reason: reason, Status: status),
            SendOutcome.Unclear => new SendResult(SendOutcome.Unclear, RetryAfter: Wish(response.Headers.RetryAfter, now), Reason: reason, Status: status),
            var outcome => new SendResult(outcome, Reason: reason, Status: status),
        };
    }

    private static SendOutcome Outcome(HttpStatusCode status) => status switch
    {
        // 401: the bot's own credential is at fault; nothing was shown, and the person is not out of reach.
        HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.Unauthorized => SendOutcome.NotNow,
        HttpStatusCode.NotFound => SendOutcome.Gone,
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => SendOutcome.Unclear,
        _ => SendOutcome.Refused,
    };

    private static TimeSpan? Wish(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wish = header?.Delta ?? (header?.Date - now);
        return wish is not { } wait ? null
            : wait < TimeSpan.Zero ? TimeSpan.Zero
            : wait > LongestWish ? LongestWish
            : wait;
    }

    /// <summary><c>error.code</c> or <c>error.subCode</c>, if it looks like a code: anything longer or with blanks could be a sentence.</summary>
    private static string? Code(byte[] body, string name)
    {
        var code = Text(body, "error", name);
        return code is { Length: > 0 and <= 64 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-') ? code : null;
    }

    private static string? Text(byte[] body, params ReadOnlySpan<string> path)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var at = json.RootElement;
            foreach (var name in path)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at)) return null;
            }

            return at.ValueKind == JsonValueKind.String ? at.GetString() : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
