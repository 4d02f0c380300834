using System.Globalization;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Month.Tests;

/// <summary>A queue whose time is that of the test; the emulator's is the machine's.</summary>
internal sealed class QueueOnClock(TimeProvider clock) : IQueue
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly Lock guard = new();
    private readonly SortedDictionary<string, Message> messages = new(StringComparer.Ordinal);
    private long next;

    public ValueTask<QueueMessage> Send(string body, TimeSpan delay, CancellationToken cancel = default)
    {
        lock (guard)
        {
            var id = (++next).ToString("D12", CultureInfo.InvariantCulture);
            var message = messages[id] = new(body, VisibleAfter(delay), 0, ++next);
            return new(message.As(id));
        }
    }

    public ValueTask<IReadOnlyList<QueueMessage>> Receive(int max, TimeSpan lease, CancellationToken cancel = default)
    {
        lock (guard)
        {
            var now = clock.GetUtcNow();
            var received = new List<QueueMessage>();
            foreach (var id in messages.Where(m => m.Value.VisibleAt <= now).Take(max).Select(m => m.Key).ToList())
            {
                var message = messages[id] = messages[id] with { VisibleAt = VisibleAfter(lease), Received = messages[id].Received + 1, Receipt = ++next };
                received.Add(message.As(id));
            }
            return new(received);
        }
    }

    public ValueTask<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancel = default)
    {
        lock (guard)
        {
            if (!Holds(message))
                return new((QueueMessage?)null);
            var renewed = messages[message.Id] = messages[message.Id] with { VisibleAt = VisibleAfter(lease), Receipt = ++next };
            return new(renewed.As(message.Id));
        }
    }

    public ValueTask<bool> Delete(QueueMessage message, CancellationToken cancel = default)
    {
        lock (guard)
            return new(Holds(message) && messages.Remove(message.Id));
    }

    /// <summary>The messages whose body begins so, with when each may be received and how often it was.</summary>
    public IReadOnlyList<string> Of(string body)
    {
        lock (guard)
            return [.. messages.Values.Where(m => m.Body.Contains(body, StringComparison.Ordinal)).Select(m => $"{m.Body} from {m.VisibleAt:HH:mm:ss}, received {m.Received} times")];
    }

    private bool Holds(QueueMessage message) =>
        messages.TryGetValue(message.Id, out var known) && known.Receipt.ToString(CultureInfo.InvariantCulture) == message.PopReceipt;

    private DateTimeOffset VisibleAfter(TimeSpan delay) => clock.GetUtcNow() + (delay < TimeSpan.Zero ? TimeSpan.Zero : delay > Longest ? Longest : delay);

    private sealed record Message(string Body, DateTimeOffset VisibleAt, long Received, long Receipt)
    {
        public QueueMessage As(string id) => new(id, Receipt.ToString(CultureInfo.InvariantCulture), Body, Received);
    }
}
