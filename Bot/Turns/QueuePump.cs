using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Receives wake-up messages and steps their records, each by itself, so that one that waits for its channel delays nobody else; any number
/// of equal processes may do so side by side.
/// </summary>
public sealed class QueuePump(IStore store, Turns turns, ILogger<QueuePump> log) : BackgroundService
{
    /// <summary>How many messages are worked on at once.</summary>
    public const int AtOnce = 16;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            running.RemoveAll(t => t.IsCompleted);
            if (running.Count == AtOnce)
            {
                await Task.WhenAny(running);
                continue;
            }
            var pause = await Receive(running, stoppingToken);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(running);
    }

    /// <summary>Begins as many messages as there are free places; how long to wait before looking again.</summary>
    private async Task<TimeSpan> Receive(List<Task> running, CancellationToken cancel)
    {
        try
        {
            var free = AtOnce - running.Count;
            var messages = await store.Queue.Receive(free, Lease, cancel);
            running.AddRange(messages.Select(m => Task.Run(() => Handle(m, cancel), CancellationToken.None)));
            return messages.Count < free ? Pause : TimeSpan.Zero;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception e)
        {
            // Whatever happens, somebody must go on listening to the queue.
            log.LogError("Wake-up messages wait a moment: {Fault}", e.GetType().Name);
            return AfterFault;
        }
    }

    /// <summary>Never throws: what is not done is done when the message's lease has run out.</summary>
    private async Task Handle(QueueMessage message, CancellationToken cancel)
    {
        try
        {
            if (WakeMessage.Parse(message.Body) is { } wake)
            {
                await Wake(wake, message, cancel);
                return;
            }
            log.LogError("A message in the queue is none of this program's; it is deleted");
            await store.Queue.Delete(message, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The program stops between two effects; another one goes on.
        }
        catch (Exception e)
        {
            // An outage is no failed try of the message.
            log.LogError("A wake-up message comes again when its lease has run out: {Fault}", e.GetType().Name);
        }
    }

    private async Task Wake(WakeMessage wake, QueueMessage message, CancellationToken cancel)
    {
        try
        {
            await turns.Wake(wake, message, cancel);
        }
        catch (Exception e) when (e is not StoreUnavailableException && !cancel.IsCancellationRequested)
        {
            var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, message.DequeueCount)));
            log.LogError("Waking a {Kind} failed, try {Try}, again in {Seconds} s: {Fault}", wake.Key.Kind, message.DequeueCount, pause.TotalSeconds, e.GetType().Name);
            await store.Queue.Renew(message, pause, cancel);
        }
    }
}
