using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Receives wake-up messages and steps their records, each by itself, so that one that waits for its channel delays nobody else; any number
/// of equal processes may do so side by side. A lease is renewed while its record is worked on. What fails again and again is parked after
/// <see cref="ParkedRecords.MostTries"/> tries; an outage of the store is no try.
/// </summary>
/// <param name="clock">Its timers, which are real wherever its hands stand.</param>
public sealed class QueuePump(IStore store, Turns turns, ParkedRecords parked, TimeProvider clock, ILogger<QueuePump> log) : BackgroundService
{
    /// <summary>How many messages are worked on at once.</summary>
    /// <remarks>As many as Azure's queues hand out in one request. A card takes the channel some tenths of a second, so that fewer would send less than its limit.</remarks>
    public const int AtOnce = 32;

    /// <summary>How long a message is hidden from other processes without a renewal: so long nothing happens after a crash.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    /// <summary>How often a lease is renewed while its record is worked on; two renewals may fail before it runs out.</summary>
    public static readonly TimeSpan RenewedEvery = Lease / 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    private long heard = clock.GetTimestamp();

    /// <summary>How long the queue has not answered, in real time.</summary>
    public TimeSpan SilentFor => clock.GetElapsedTime(Interlocked.Read(ref heard));

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
            Interlocked.Exchange(ref heard, clock.GetTimestamp());
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
            log.LogCritical("A message in the queue is none of this program's: it is deleted, and a row in the table of parked records keeps the hash of its body");
            await parked.Foreign(message.Body, cancel);
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
        using var held = new HeldMessage(store.Queue, message);
        using var over = new CancellationTokenSource();
        var renewing = Hold(held, over.Token);
        try
        {
            using (Measures.BeginWake(wake.Key.Kind))
                await turns.Wake(wake, held, cancel);
            // A first delivery that works has nothing behind it, but for what a newer message of the record has to tell.
            if (message.DequeueCount > 1)
                await parked.Worked(wake, cancel);
        }
        catch (Exception e) when (e is RecordContendedException or not StoreUnavailableException && !cancel.IsCancellationRequested)
        {
            await Failed(wake, held, e.GetType().Name, cancel);
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
        }
    }

    private async Task Failed(WakeMessage wake, HeldMessage held, string fault, CancellationToken cancel)
    {
        Measures.WakeFailed(wake.Key.Kind);
        var tries = await parked.Failed(wake, fault, cancel);
        if (tries >= ParkedRecords.MostTries)
        {
            log.LogCritical("Waking a {Kind} failed {Try} times and it is parked until something new happens to it or the program starts again: {Fault}", wake.Key.Kind, tries, fault);
            await held.Delete(cancel);
            return;
        }
        var pause = ParkedRecords.PauseAfter(tries);
        log.LogError("Waking a {Kind} failed, try {Try}, again in {Seconds} s: {Fault}", wake.Key.Kind, tries, pause.TotalSeconds, fault);
        await held.Renew(pause, cancel);
    }

    /// <summary>Keeps the lease until the work is over; never throws. A stop of the program waits for what was begun, and so does this.</summary>
    private async Task Hold(HeldMessage held, CancellationToken over)
    {
        using var timer = new PeriodicTimer(RenewedEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over) && await Renewed(held))
            {
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    private async Task<bool> Renewed(HeldMessage held)
    {
        try
        {
            return await held.Renew(Lease, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            log.LogWarning("A lease is renewed a moment later: the store does not answer");
            return true;
        }
    }
}
