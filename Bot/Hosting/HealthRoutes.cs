namespace CheckInBot.Bot.Hosting;

/// <summary>Whether the program lives, and whether it can work; the answer names each part that cannot.</summary>
/// <remarks>A platform that takes traffic away asks <c>/health/live</c>: a bot without its store still shows phone numbers.</remarks>
public static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder app, Readiness readiness)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (CancellationToken cancel) =>
        {
            var ready = await readiness.Look(cancel);
            return Results.Text(ready.Line, statusCode: ready.Broken.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
