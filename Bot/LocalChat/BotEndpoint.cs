using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.LocalChat;

/// <summary>The bot's answer to an activity.</summary>
/// <param name="StatusCode">Of HTTP; 502 when the bot could not be reached, 504 when it took too long.</param>
/// <param name="Body">The answer to an invoke, when there is one.</param>
internal sealed record BotAnswer(int StatusCode, JsonObject? Body)
{
    public bool Taken => StatusCode is >= 200 and < 300;
}

/// <summary>Carries activities to the bot's <c>/api/messages</c>, as a channel does.</summary>
internal sealed class BotEndpoint(HttpClient http, Func<Uri> address, TimeSpan patience)
{
    /// <summary>Where the bot finds the Connector of this chat.</summary>
    public string ServiceUrl => new Uri(address(), "/local/").ToString();

    public async Task<BotAnswer> Deliver(Activity activity, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.Activity));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var answer = await http.PostAsync(new Uri(address(), "/api/messages"), content, limit.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(limit.Token);
            return new BotAnswer((int)answer.StatusCode, Parse(body));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new BotAnswer((int)HttpStatusCode.GatewayTimeout, null);
        }
        catch (HttpRequestException)
        {
            return new BotAnswer((int)HttpStatusCode.BadGateway, null);
        }
    }

    private static JsonObject? Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
