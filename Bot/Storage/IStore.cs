namespace CheckInBot.Bot.Storage;

/// <summary>The message that a commit leaves behind so that what remains is found again.</summary>
/// <param name="Body">See <see cref="QueueMessage.Body"/>.</param>
/// <param name="Delay">How long nobody needs to look; a store may hide it longer, until its own commit can no longer land.</param>
public sealed record Successor(string Body, TimeSpan Delay);

/// <summary>The commit of one turn: the batch, the message that follows it, and the leased message that caused it.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Partition">The one partition the changes touch.</param>
/// <param name="Changes">The batch.</param>
/// <param name="Successor">Sent if the batch lands; a store without a common transaction sends it first, hidden.</param>
/// <param name="Cause">The leased message that caused the turn; deleted with the batch where one transaction holds both, else left to the caller.</param>
public sealed record TurnCommit(string Table, string Partition, IReadOnlyList<Change> Changes, Successor? Successor, QueueMessage? Cause);

/// <summary>
/// The answer to a turn's commit. <paramref name="CauseDeleted"/> says that the causing message went in the same transaction.
/// </summary>
/// <param name="Successor">The message that was sent, still held by who sent it until its delay is over; null when none was asked for.</param>
public sealed record TurnCommitResult(CommitResult Batch, bool CauseDeleted, QueueMessage? Successor);

/// <summary>A store: its tables, its one queue of wake-up messages, its files, and the rule by which a turn's commit joins both.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>How long after its start an attempt to commit may still land: the request time-out. Zero where commits are local.</summary>
    TimeSpan CommitTimeout { get; }

    IQueue Queue { get; }

    IFiles Files { get; }

    /// <summary>The table of that name (letters only), which exists once the store was opened with it.</summary>
    ITable Table(string name);

    /// <summary>Creates what is missing and proves that the store can be written.</summary>
    /// <exception cref="StoreUnavailableException">It cannot; the message names the remedy and no secret.</exception>
    Task Open(IReadOnlyList<string> tables, CancellationToken cancel = default);

    /// <summary>Replaces the leased message by a successor: in one transaction where there is one, else successor first.</summary>
    ValueTask Replace(QueueMessage cause, Successor successor, CancellationToken cancel = default);

    /// <summary>Commits a turn by the rule "rows are the truth, messages are hints".</summary>
    ValueTask<TurnCommitResult> Commit(TurnCommit turn, CancellationToken cancel = default);
}
