namespace CheckInBot.Bot.Storage.Azure;

/// <summary>The store for many equal processes: Azure Table Storage for rows, Azure Queue Storage for messages, Azure Blob Storage for files.</summary>
/// <remarks>
/// The two share no transaction. A turn's successor is sent first and stays hidden until its batch can no longer land; the
/// cause is left to the caller, who deletes it once nothing hangs on it.
/// </remarks>
public sealed class AzureStore : IStore
{
    private const string Openings = "Openings";

    private readonly TableRequests _requests;
    private readonly AzureQueue _queue;
    private readonly string _prefix;
    private readonly bool _looksOnly;

    /// <exception cref="ArgumentException">A setting is missing or malformed; the message names it.</exception>
    public AzureStore(AzureSettings settings)
    {
        if (settings.Prefix.Length > 20 || !settings.Prefix.All(char.IsAsciiLetter))
            throw new ArgumentException("The prefix of tables and queue is at most 20 letters.", nameof(settings));
        if (settings.CommitTimeout < TimeSpan.FromSeconds(2) || settings.CommitTimeout > TimeSpan.FromSeconds(30))
            throw new ArgumentException("The time-out of a commit is 2 to 30 seconds.", nameof(settings));
        var account = AzureAccount.From(settings);
        _requests = new TableRequests(account);
        Place = account.Tables.AbsoluteUri.TrimEnd('/') + (settings.Prefix.Length > 0 ? $" with the prefix {settings.Prefix}" : "");
        _prefix = settings.Prefix;
#pragma warning disable CA1308 // Names of queues and containers are lower case.
        _queue = new AzureQueue(account, _prefix.ToLowerInvariant() + "wakeups");
        Files = new BlobFiles(account, _prefix.ToLowerInvariant() + "files");
#pragma warning restore CA1308
        CommitTimeout = settings.CommitTimeout;
    }

    private AzureStore(AzureStore place)
    {
        (_requests, _queue, _prefix, _looksOnly) = (place._requests, place._queue, place._prefix, true);
        (Place, Files, CommitTimeout) = (place.Place, place.Files, place.CommitTimeout);
    }

    public TimeSpan CommitTimeout { get; }

    /// <summary>How an operator names it: the address of its tables, and the prefix; no secret.</summary>
    public string Place { get; }

    /// <summary>How far this host's clock is ahead of the account's, by the answers to <see cref="Open"/>; negative: behind; null before it. True within some two seconds.</summary>
    public TimeSpan? ClockOff { get; private set; }

    public IQueue Queue => _queue;

    public IFiles Files { get; }

    public ITable Table(string name) => OwnTable(name);

    /// <summary>The same place for one who only looks: a table that was never made is an empty one.</summary>
    public IStore AsItIs() => new AzureStore(this);

    public async Task Open(IReadOnlyList<string> tables, CancellationToken cancel = default)
    {
        foreach (var table in tables.Append(Openings))
        {
            StoreLimits.CheckTable(table);
            var answer = await _requests.CreateTable(_prefix + table, cancel);
            // An answer that was slow seems to be of an earlier time: the nearest is the truest.
            if (answer.Hints.ClockOff is { } off && !(ClockOff?.Duration() < off.Duration()))
                ClockOff = off;
            if (answer.Status is not (201 or 204) && answer is not { Status: 409, Code: "TableAlreadyExists" })
                throw AzureFaults.Answered("Azure Tables", $"the making of '{_prefix + table}'", answer.Status, answer.Code, answer.Hints);
        }
        await _queue.Create(cancel);
        await FilesProof.Of(Files, cancel);
        var now = new Dictionary<string, object> { ["At"] = DateTimeOffset.UtcNow };
        await OwnTable(Openings).Commit("open", [Change.Upsert("last", now)], cancel);
    }

    /// <summary>Takes away every message, the hidden ones too.</summary>
    public Task ClearMessages(CancellationToken cancel) => _queue.Clear(cancel);

    /// <summary>About how many messages there are, the hidden ones too; never too few. None where there is no queue.</summary>
    public Task<int> CountMessages(CancellationToken cancel) => _queue.Count(cancel);

    public async ValueTask Replace(QueueMessage cause, Successor successor, CancellationToken cancel = default)
    {
        await _queue.Send(successor.Body, successor.Delay, cancel);
        await _queue.Delete(cause, cancel);
    }

    /// <summary>Sends the successor, hidden for the longer of its delay and the time-out, then commits what is left of that time.</summary>
    public async ValueTask<TurnCommitResult> Commit(TurnCommit turn, CancellationToken cancel = default)
    {
        StoreLimits.CheckBatch(turn.Partition, turn.Changes);
        var table = OwnTable(turn.Table);
        // The successor's hiding begins when it arrives, thus later than this.
        var deadline = new CommitDeadline(CommitTimeout);
        var sent = turn.Successor is { } next ? await Send(next, deadline, cancel) : null;
        return new TurnCommitResult(await table.Commit(turn.Partition, turn.Changes, deadline, cancel), CauseDeleted: false, sent);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<QueueMessage> Send(Successor next, CommitDeadline deadline, CancellationToken cancel)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(deadline.Left);
        try
        {
            return await _queue.Send(next.Body, next.Delay > CommitTimeout ? next.Delay : CommitTimeout, inTime.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new StoreUnavailableException("Azure Queues did not answer in time: nothing was committed.");
        }
    }

    private AzureTable OwnTable(string name)
    {
        StoreLimits.CheckTable(name);
        return new AzureTable(_requests, _prefix + name, CommitTimeout, _looksOnly);
    }
}
