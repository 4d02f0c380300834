using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// A wake-up message under the lease of whoever works on it. Each renewal brings a new proof of the lease, so the message is used and renewed in turn,
/// never with a proof that has just gone stale.
/// </summary>
public sealed class HeldMessage(IQueue queue, QueueMessage message) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private QueueMessage? held = message;

    /// <summary>Holds the message for that long from now; false when there is nothing to hold any more.</summary>
    public Task<bool> Renew(TimeSpan lease, CancellationToken cancel) => Use(
        async now =>
        {
            held = now is null ? null : await queue.Renew(now, lease, cancel);
            return held is not null;
        },
        cancel);

    /// <summary>Commits a turn that the message caused; where one transaction holds both, it is let go with it.</summary>
    public Task<TurnCommitResult> Commit(IStore store, TurnCommit turn, CancellationToken cancel) => Use(
        async now =>
        {
            var result = await store.Commit(turn with { Cause = now }, cancel);
            if (result.CauseDeleted)
                held = null;
            return result;
        },
        cancel);

    /// <summary>Lets the message go for a successor. One whose lease was lost is somebody else's, and so is what follows it.</summary>
    public Task Replace(IStore store, Successor successor, CancellationToken cancel) => Use(
        async now =>
        {
            if (now is not null)
                await store.Replace(now, successor, cancel);
            held = null;
            return true;
        },
        cancel);

    /// <summary>Lets the message go.</summary>
    public Task Delete(CancellationToken cancel) => Use(
        async now =>
        {
            if (now is not null)
                await queue.Delete(now, cancel);
            held = null;
            return true;
        },
        cancel);

    public void Dispose() => gate.Dispose();

    private async Task<T> Use<T>(Func<QueueMessage?, Task<T>> use, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            return await use(held);
        }
        finally
        {
            gate.Release();
        }
    }
}
