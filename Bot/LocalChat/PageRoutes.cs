using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CheckInBot.Bot.LocalChat;

/// <summary>What the page asks for: who is there, what was said, and to speak or press as somebody.</summary>
internal static class PageRoutes
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    public static void Map(
        RouteGroupBuilder routes, LocalChatOptions options, Rooms rooms, Transcripts transcripts, BotEndpoint bot, Sent sent, CancellationToken stopping)
    {
        routes.MapGet("/people", async (CancellationToken cancel) => Json(new
        {
            bot = new { id = options.BotId, name = options.BotName },
            people = options.People().Select(person => new
            {
                person.Id,
                person.Name,
                person.Roles,
                person.Team,
                person.Post,
                person.Language,
                account = Rooms.Account(person).Id,
                conversation = Rooms.Of(person).Id,
            }),
            teams = options.Teams().Select(team => new { team.Id, team.Name, team.TimeZone, conversation = Rooms.Of(team).Id }),
            change = await transcripts.Last(cancel),
        }));

        routes.MapGet("/events", async (HttpRequest request, long? after, CancellationToken cancel) =>
        {
            var last = await transcripts.Last(cancel);
            var from = long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : after ?? last;
            return TypedResults.ServerSentEvents(Events(transcripts, from, last, cancel, stopping));
        });

        routes.MapGet("/conversations/{id}", async (string id, CancellationToken cancel) =>
            rooms.Find(id) is { } room
                ? Json(new { room.Id, room.Type, room.Name, entries = await transcripts.Of(room, cancel) })
                : Results.NotFound());

        routes.MapPost("/conversations/{id}/messages", async (string id, Typed typed, CancellationToken cancel) =>
        {
            if (rooms.Find(id) is not { } room || typed.Person is null || rooms.Person(typed.Person) is not { } by)
                return Results.NotFound();
            if (room.Person is { } owner && owner.Id != by.Id)
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            if (string.IsNullOrWhiteSpace(typed.Text))
                return Results.BadRequest();
            var marked = Mentions.Mark(typed.Text, options.BotName);
            var text = room.IsChannel ? marked ?? typed.Text : typed.Text;
            var entry = await transcripts.Add(
                room, null, Rooms.Account(by), new JsonObject { ["type"] = "message", ["text"] = text }, cancel);
            if (room.IsChannel && marked is null)
                return Json(new { entry.Id, delivered = false, statusCode = StatusCodes.Status200OK });
            var answer = await bot.Deliver(sent.Message(room, entry.Thread, by, entry.Id, text), cancel);
            return Json(new { entry.Id, delivered = answer.Taken, statusCode = answer.StatusCode });
        });

        FileRoutes.Map(routes, rooms, transcripts, bot, sent);

        routes.MapPost("/conversations/{id}/presses", async (string id, Press press, CancellationToken cancel) =>
        {
            if (rooms.Find(id) is not { } room || press.Person is null || rooms.Person(press.Person) is not { } by)
                return Results.NotFound();
            if (room.Person is { } owner && owner.Id != by.Id)
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            if (press.ActivityId is null || await transcripts.Find(room, press.ActivityId, cancel) is not { } card)
                return Results.NotFound();
            var activity = press.Type == "Action.Submit"
                ? sent.Submit(room, card.Thread, by, card.Id, press)
                : sent.Execute(room, card.Thread, by, card.Id, press);
            var answer = await bot.Deliver(activity, cancel);
            // The page may hear of an update that the bot made before this answer only after it: the number tells which is newer.
            return Json(new { statusCode = answer.StatusCode, answer = answer.Body, change = await transcripts.Last(cancel) });
        });
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        Transcripts transcripts, long after, long last, [EnumeratorCancellation] CancellationToken cancel, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping);
        if (after > last)
            yield return new SseItem<string>("{}", "reset");
        yield return new SseItem<string>("{}", "open") { ReconnectionInterval = TimeSpan.FromSeconds(1) };

        await using var entries = transcripts.Watch(Math.Min(after, last), ending.Token).GetAsyncEnumerator(ending.Token);
        var next = entries.MoveNextAsync().AsTask();
        while (true)
        {
            // A silent connection could be a dead one: a beat makes either end notice.
            if (await Task.WhenAny(next, Task.Delay(Heartbeat, ending.Token)) != next)
            {
                if (ending.IsCancellationRequested)
                    break;
                yield return new SseItem<string>("{}", "beat");
                continue;
            }
            if (next.IsCanceled || !await next)
                break;
            var entry = entries.Current;
            yield return new SseItem<string>(JsonSerializer.Serialize(entry, ActivityJson.Options), "activity")
            {
                EventId = entry.Change.ToString(CultureInfo.InvariantCulture),
            };
            next = entries.MoveNextAsync().AsTask();
        }
        try
        {
            await next;
        }
        catch (OperationCanceledException)
        {
            // The page went away, or the program stops: both are the ordinary end.
        }
    }

    private static IResult Json<T>(T value) => Results.Json(value, ActivityJson.Options);
}
