using System.Text.Json;
using System.Text.Json.Nodes;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Scheduling;

/// <summary>Development's clock over HTTP.</summary>
public static class ClockRoutes
{
    /// <param name="moved">After the clock has moved.</param>
    public static void MapClock(this IEndpointRouteBuilder routes, BotClock clock, ClockRun run, Roster.Roster roster, Func<CancellationToken, Task> moved)
    {
        var app = routes.MapGroup("").AddEndpointFilter(LocalChat.LocalChatRoutes.OnlyThisMachine);
        app.MapGet("/dev/clock", () => Now(clock, null));
        app.MapPost("/dev/clock", async (HttpRequest request, CancellationToken cancel) =>
        {
            if (await Wanted(request, cancel) is not var (now, advance))
                return Results.BadRequest(new JsonObject { ["error"] = "Say {\"now\":\"2026-09-28T17:00:00+08:00\"} or {\"advance\":\"01:30:00\"}." });
            var ran = now is { } target ? await run.MoveTo(target, cancel) : await run.MoveBy(advance, cancel);
            // What goes by age goes when the clock says so, not an hour later.
            if (ran >= 0)
                await moved(cancel);
            return ran < 0
                ? Results.Conflict(new JsonObject { ["error"] = "The clock only moves forward.", ["now"] = clock.GetUtcNow() })
                : Now(clock, ran);
        });
        app.MapGet("/dev/shift-ends", async (CancellationToken cancel) => Results.Json(await ShiftEnds(clock, roster, cancel)));
    }

    private static IResult Now(BotClock clock, int? ran)
    {
        var answer = new JsonObject { ["now"] = clock.GetUtcNow() };
        if (ran is { } steps)
            answer["ran"] = steps;
        return Results.Json(answer);
    }

    /// <summary>The moment to move to, or how far; null for a body that says neither.</summary>
    private static async Task<(DateTimeOffset? Now, TimeSpan Advance)?> Wanted(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            var body = await JsonNode.ParseAsync(request.Body, cancellationToken: cancel) as JsonObject;
            if (body?["now"] is JsonValue now && now.TryGetValue<DateTimeOffset>(out var at))
                return (at, default);
            return body?["advance"] is JsonValue advance && advance.TryGetValue<string>(out var text)
                && TimeSpan.TryParseExact(text, "c", System.Globalization.CultureInfo.InvariantCulture, out var by) && by >= TimeSpan.Zero && by <= TimeSpan.FromDays(60)
                    ? (null, by)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<JsonArray> ShiftEnds(BotClock clock, Roster.Roster roster, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ends = new SortedDictionary<DateTimeOffset, List<string>>();
        foreach (var team in roster.Teams)
        {
            foreach (var shift in await roster.Around(team.Id, now, now.AddDays(2)))
            {
                if (roster.Find(shift.Person)?.Is(Role.Staff) != true)
                    continue;
                if (!ends.TryGetValue(shift.End, out var people))
                    ends[shift.End] = people = [];
                people.Add(shift.Person);
            }
        }
        return [.. ends.Select(e => (JsonNode)new JsonObject { ["at"] = e.Key, ["people"] = new JsonArray([.. e.Value.Select(p => (JsonNode)p)]) })];
    }
}
