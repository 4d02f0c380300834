using System.Collections.Concurrent;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>What is delivered in the background; a stop of the program waits for it.</summary>
internal sealed class Deliveries(ILogger log)
{
    private readonly ConcurrentDictionary<Task, byte> running = new();

    public void Add(Task delivering, FlowKey key)
    {
        var delivery = Finish(delivering, key);
        running.TryAdd(delivery, 0);
        _ = delivery.ContinueWith(d => running.TryRemove(d, out _), TaskScheduler.Default);
    }

    /// <summary>Completes when everything that was begun is delivered or left to its message.</summary>
    public async Task Settled()
    {
        while (!running.IsEmpty)
            await Task.WhenAll(running.Keys);
    }

    private async Task Finish(Task delivering, FlowKey key)
    {
        try
        {
            await delivering;
        }
        catch (Exception e)
        {
            // The record's message finds what is left.
            log.LogWarning("Delivery of a {Kind} is left to its message: {Fault}", key.Kind, e.GetType().Name);
        }
    }
}
