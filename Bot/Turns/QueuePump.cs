using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Turns;

/// <summary>Receives wake-up messages and steps their records; any number of equal processes may do so side by side.</summary>
public sealed class QueuePump(IStore store, Turns turns, ILogger<QueuePump> log) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var messages = await store.Queue.Receive(AtOnce, Lease, stoppingToken);
                await Task.WhenAll(messages.Select(m => Handle(m, stoppingToken)));
                if (messages.Count < AtOnce)
                    await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever happens, somebody must go on listening to the queue.
                log.LogError("Wake-up messages wait a moment: {Fault}", e.GetType().Name);
                await Task.Delay(AfterFault, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Handle(QueueMessage message, CancellationToken cancel)
    {
        if (WakeMessage.Parse(message.Body) is not { } wake)
        {
            log.LogError("A message in the queue is none of this program's; it is deleted");
            await store.Queue.Delete(message, cancel);
            return;
        }
        try
        {
            await turns.Wake(wake, message, cancel);
        }
        catch (StoreUnavailableException)
        {
            // An outage is no failed try: the lease runs out and the message comes again.
            throw;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, message.DequeueCount)));
            log.LogError("Waking a {Kind} failed, try {Try}, again in {Seconds} s: {Fault}", wake.Key.Kind, message.DequeueCount, pause.TotalSeconds, e.GetType().Name);
            await store.Queue.Renew(message, pause, cancel);
        }
    }
}
