using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace CheckInBot.Bot.LocalChat;

/// <summary>A file that somebody sends in their personal chat, or takes from the bot: it lies in memory for some minutes, at an address of this machine, as Teams gives one out.</summary>
internal static class FileRoutes
{
    /// <summary>Some more than the bot keeps, so that its own refusal can be seen.</summary>
    private const int LargestFile = 32 * 1024 * 1024;

    /// <summary>As many as can be fetched at the same time; the oldest goes first.</summary>
    private const int Most = 8;

    public static void Map(RouteGroupBuilder routes, Rooms rooms, Transcripts transcripts, BotEndpoint bot, Sent sent)
    {
        var waiting = new ConcurrentQueue<(string Key, byte[] Content)>();
        var wanted = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);

        routes.MapGet("/files/{key}", (string key, HttpResponse response) =>
        {
            response.Headers.XContentTypeOptions = "nosniff";
            return waiting.FirstOrDefault(f => f.Key == key).Content is { } content
                ? Results.File(content, "application/octet-stream", "file")
                : Results.NotFound();
        });

        routes.MapPut("/files/{key}", async (string key, HttpRequest request, CancellationToken cancel) =>
        {
            // An address was given out for one file, once.
            if (!wanted.TryRemove(key, out _))
                return Results.NotFound();
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = LargestFile;
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content, cancel);
            Keep(key, content.ToArray());
            return Results.StatusCode(StatusCodes.Status201Created);
        });

        routes.MapPost("/conversations/{id}/consents", async (string id, FileAnswer said, CancellationToken cancel) =>
        {
            if (rooms.Find(id) is not { IsChannel: false } room || said is not { Person: { } who, ActivityId: { } offer, Name: { } name } || rooms.Person(who) is not { } by)
                return Results.NotFound();
            if (room.Person!.Id != by.Id)
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            var key = Guid.NewGuid().ToString("N");
            wanted[key] = 0;
            var lies = new Uri(new Uri(bot.ServiceUrl), $"/chat/api/files/{key}");
            var answer = await bot.Deliver(sent.Consent(room, room.Id, by, offer, said, name, lies, lies), cancel);
            return Results.Json(new { delivered = answer.Taken, statusCode = answer.StatusCode }, ActivityJson.Options);
        });

        void Keep(string key, byte[] content)
        {
            waiting.Enqueue((key, content));
            while (waiting.Count > Most)
                waiting.TryDequeue(out _);
        }

        routes.MapPost("/conversations/{id}/files", async (string id, string person, string name, HttpRequest request, CancellationToken cancel) =>
        {
            if (rooms.Find(id) is not { IsChannel: false } room || rooms.Person(person) is not { } by)
                return Results.NotFound();
            if (room.Person!.Id != by.Id)
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            // A foreign page in the same browser cannot send this type without asking first.
            if (request.ContentType != "application/octet-stream")
                return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = LargestFile;
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content, cancel);
            var key = Guid.NewGuid().ToString("N");
            Keep(key, content.ToArray());
            var attachment = new JsonObject { ["contentType"] = Sent.FileType, ["name"] = name };
            var entry = await transcripts.Add(room, null, Rooms.Account(by), new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(attachment) }, cancel);
            var answer = await bot.Deliver(sent.File(room, entry.Thread, by, entry.Id, name, new Uri(new Uri(bot.ServiceUrl), $"/chat/api/files/{key}")), cancel);
            return Results.Json(new { entry.Id, delivered = answer.Taken, statusCode = answer.StatusCode }, ActivityJson.Options);
        });
    }
}
