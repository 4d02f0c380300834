using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CheckInBot.Benchmarks;

/// <summary>The measure of all bots: a minimal API that parses the activity and posts one reply to its service URL. It keeps nothing and checks nobody.</summary>
internal static class BareBot
{
    public static async Task Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        using var http = new HttpClient();
        app.MapGet("/health/ready", () => "ready");
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = (await JsonSerializer.DeserializeAsync(request.Body, BareJson.Default.BareActivity))!;
            var reply = new BareActivity("message", null, null, activity.Recipient, activity.From, activity.Conversation, "Echo: " + activity.Text);
            using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, BareJson.Default.BareActivity));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var sent = await http.PostAsync(new Uri($"{activity.ServiceUrl}v3/conversations/{activity.Conversation!.Id}/activities"), content);
            sent.EnsureSuccessStatusCode();
            return Results.Ok();
        });
        await app.RunAsync();
    }
}

internal sealed record BareAccount(string? Id, string? Name);

internal sealed record BareActivity(string? Type, string? Id, string? ServiceUrl, BareAccount? From, BareAccount? Recipient, BareAccount? Conversation, string? Text);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BareActivity))]
internal sealed partial class BareJson : JsonSerializerContext;
