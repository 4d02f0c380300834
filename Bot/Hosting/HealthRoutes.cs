using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;

namespace CheckInBot.Bot.Hosting;

/// <summary>Whether the program lives, and whether it can work; the answer names the part that cannot, and how many records are parked.</summary>
public static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder app, IStore store, ParkedRecords parked)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (CancellationToken cancel) =>
        {
            try
            {
                await store.Table(ClockRun.TableName).Get("health", "ready", cancel);
                // A record that is parked keeps nobody else from being served.
                var count = (await parked.All(cancel)).Count;
                return Results.Text(count == 0 ? "ready" : $"ready, {count} parked");
            }
            catch (StoreUnavailableException)
            {
                return Results.Text("storage does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
