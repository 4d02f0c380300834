namespace CheckInBot.Bot.Turns;

/// <summary>Something that looks through all records again and again. A pass that fails is told to the log, and the next one comes all the same.</summary>
/// <param name="every">How often, in real time.</param>
public abstract class RegularPass(TimeSpan every, ILogger log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Pass(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError("The {Kind} comes again: {Fault}", GetType().Name, e.GetType().Name);
            }
        }
    }

    protected abstract Task Pass(CancellationToken cancel);
}
