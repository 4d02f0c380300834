using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Hosting;

/// <summary>Whether the program lives, and whether it can work; the answer names the part that cannot.</summary>
public static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder app, IStore store)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (CancellationToken cancel) =>
        {
            try
            {
                await store.Table(ClockRun.TableName).Get("health", "ready", cancel);
                return Results.Text("ready");
            }
            catch (StoreUnavailableException)
            {
                return Results.Text("storage does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
