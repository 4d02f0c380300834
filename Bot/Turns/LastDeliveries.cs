namespace CheckInBot.Bot.Turns;

/// <summary>
/// Lets what was begun to deliver come to its end when the program stops: after the server and the queue have stopped bringing
/// anything new, and before the store closes.
/// </summary>
public sealed class LastDeliveries(Turns turns, ILogger<LastDeliveries> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits no longer than the host does.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await turns.Settled().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("What was not delivered in time is left to its message");
        }
    }
}
