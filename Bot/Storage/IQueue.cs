namespace CheckInBot.Bot.Storage;

/// <summary>A message held under a lease.</summary>
/// <param name="Id">Identity of the message.</param>
/// <param name="PopReceipt">Proof of the lease; stale once the lease ran out and somebody else received the message.</param>
/// <param name="Body">At most 16 Ki characters; of what another program put into the queue, whatever stands there.</param>
/// <param name="DequeueCount">How often it was received, this time included; 0 while its sender holds it.</param>
public sealed record QueueMessage(string Id, string PopReceipt, string Body, long DequeueCount);

/// <summary>A queue of messages that become visible after a delay and are leased to one consumer at a time.</summary>
/// <remarks>Times run on the store's own clock. Delivery is at least once and in no order. Messages never expire.</remarks>
public interface IQueue
{
    /// <summary>Sends a message that nobody receives before <paramref name="delay"/>; a delay above 7 days (Azure's limit) is cut to 7 days.</summary>
    /// <returns>The message as its sender holds it until the delay is over: it may be renewed or deleted like a leased one.</returns>
    ValueTask<QueueMessage> Send(string body, TimeSpan delay, CancellationToken cancel = default);

    /// <summary>At most <paramref name="max"/> (1-32) visible messages, hidden from others for <paramref name="lease"/>.</summary>
    ValueTask<IReadOnlyList<QueueMessage>> Receive(int max, TimeSpan lease, CancellationToken cancel = default);

    /// <summary>Extends the lease; null when it was lost.</summary>
    ValueTask<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancel = default);

    /// <summary>Deletes a leased message; false when the lease was lost or the message is gone.</summary>
    ValueTask<bool> Delete(QueueMessage message, CancellationToken cancel = default);
}
