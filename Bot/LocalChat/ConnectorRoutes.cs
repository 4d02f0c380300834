using System.Text.Json;
using System.Text.Json.Nodes;

namespace CheckInBot.Bot.LocalChat;

/// <summary>The Connector of the local chat: what a bot may ask of a channel (Bot Framework REST API, Conversations).</summary>
internal static class ConnectorRoutes
{
    /// <summary>Teams takes messages of at most 100 KB.</summary>
    private const int LargestActivity = 100 * 1024;

    private static readonly IResult UnknownConversation = Error(404, "ConversationNotFound", "No such conversation.");
    private static readonly IResult UnknownActivity = Error(404, "ActivityNotFoundInConversation", "No such activity in this conversation.");

    public static void Map(RouteGroupBuilder routes, Rooms rooms, Transcripts transcripts)
    {
        routes.MapPost("", (HttpRequest request, CancellationToken cancel) => WithBody(request, body => Create(rooms, transcripts, body, cancel), cancel));
        routes.MapPost("/{id}/activities", (string id, HttpRequest request, CancellationToken cancel) =>
            WithBody(request, body => Send(rooms, transcripts, id, null, body, cancel), cancel));
        routes.MapPost("/{id}/activities/{activityId}", (string id, string activityId, HttpRequest request, CancellationToken cancel) =>
            WithBody(request, body => Send(rooms, transcripts, id, activityId, body, cancel), cancel));
        routes.MapPut("/{id}/activities/{activityId}", (string id, string activityId, HttpRequest request, CancellationToken cancel) =>
            WithBody(request, body => Rewrite(rooms, transcripts, id, activityId, body, cancel), cancel));
        routes.MapDelete("/{id}/activities/{activityId}", async (string id, string activityId, CancellationToken cancel) =>
            rooms.Find(id) is not { } room ? UnknownConversation
            : await transcripts.Delete(room, activityId, rooms.Bot, cancel) is null ? UnknownActivity
            : Results.Ok());
        routes.MapGet("/{id}/members", (string id) =>
            rooms.Find(id) is { } room
                ? Results.Json(rooms.Members(room).Select(person => new
                {
                    id = Rooms.Account(person).Id,
                    name = person.Name,
                    aadObjectId = person.EntraId,
                    email = person.Email,
                    userPrincipalName = person.Email,
                }), ActivityJson.Options)
                : UnknownConversation);
    }

    /// <summary>Opens the personal chat of <c>members[0]</c>, or a thread in the channel of <c>channelData.channel.id</c>.</summary>
    private static async Task<IResult> Create(Rooms rooms, Transcripts transcripts, JsonObject body, CancellationToken cancel)
    {
        var channel = Text(body["channelData"], "channel", "id");
        var member = body["members"] is JsonArray { Count: > 0 } members ? Text(members[0], "id") : null;
        var room = channel is not null ? rooms.Find(channel) : rooms.PersonOf(member) is { } person ? Rooms.Of(person) : null;
        if (room is null)
            return Error(400, "BadSyntax", "Neither a known member nor a known channel.");
        if (body["activity"] is not JsonObject activity)
            return room.IsChannel ? Error(400, "BadSyntax", "A thread of a channel begins with an activity.") : Id(room.Id);
        var entry = await transcripts.Add(room, null, rooms.Bot, (JsonObject)activity.DeepClone(), cancel);
        return Results.Json(new { id = entry.Thread, activityId = entry.Id }, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Send(
        Rooms rooms, Transcripts transcripts, string id, string? replyTo, JsonObject body, CancellationToken cancel)
    {
        if (rooms.Find(id) is not { } room)
            return UnknownConversation;
        if (Text(body, "type") == "typing")
            return Id("");
        var (_, thread) = Rooms.Split(id);
        if (replyTo is not null)
        {
            if (await transcripts.Find(room, replyTo, cancel) is not { } answered)
                return UnknownActivity;
            body["replyToId"] = replyTo;
            thread ??= Rooms.Split(answered.Thread).Root;
        }
        var entry = await transcripts.Add(room, thread, rooms.Bot, body, cancel);
        return Id(entry.Id);
    }

    private static async Task<IResult> Rewrite(
        Rooms rooms, Transcripts transcripts, string id, string activityId, JsonObject body, CancellationToken cancel) =>
        rooms.Find(id) is not { } room ? UnknownConversation
        : await transcripts.Rewrite(room, activityId, rooms.Bot, body, cancel) is { } entry ? Id(entry.Id)
        : UnknownActivity;

    private static async Task<IResult> WithBody(HttpRequest request, Func<JsonObject, Task<IResult>> then, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
            return Error(415, "BadArgument", "An activity is sent as application/json.");
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int count; (count = await request.Body.ReadAsync(buffer, cancel)) > 0;)
        {
            if (read.Length + count > LargestActivity)
                return Error(413, "MessageSizeTooBig", "A message holds at most 100 KB.");
            read.Write(buffer, 0, count);
        }
        try
        {
            return JsonNode.Parse(read.ToArray(), documentOptions: ActivityJson.Depth) is JsonObject body
                ? await then(body)
                : Error(400, "BadSyntax", "An activity is a JSON object.");
        }
        catch (JsonException)
        {
            return Error(400, "BadSyntax", "The body is not JSON.");
        }
    }

    private static string? Text(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }

    private static IResult Id(string id) => Results.Json(new { id });

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
