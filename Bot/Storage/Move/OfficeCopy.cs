using System.Runtime.CompilerServices;

namespace CheckInBot.Bot.Storage.Move;

/// <summary>
/// Brings a store to what another one holds, and proves it. What stands there already is not written again, so that a copy that was broken
/// off goes on; what the source no longer holds goes.
/// </summary>
/// <param name="place">How an operator names the target.</param>
/// <param name="leavesOut">Rows of the source that are not copied; null for none.</param>
/// <param name="step">Told of each row, message and file that is done.</param>
internal sealed class OfficeCopy(IStore source, IStore target, string place, TimeProvider clock, Action step, Func<string, Row, bool>? leavesOut = null)
{
    // More of them wait for each other beyond a commit's time-out where an account, or an emulator, writes one after the other.
    private const int WritesAtOnce = 4;

    private const int MessagesAtOnce = 16, FilesAtOnce = 4, Tries = 4;

    /// <summary>How many rows had to be written or taken away.</summary>
    public async Task<int> Rows(string table, CancellationToken cancel)
    {
        var written = 0;
        await Parallel.ForEachAsync(Batches(table, cancel), AtOnce(WritesAtOnce, cancel), async (batch, stop) =>
        {
            Interlocked.Add(ref written, batch.Changes.Count);
            await Write(table, batch, stop);
        });
        return written;
    }

    /// <summary>How many rows of the table differ after all; they are counted and never told.</summary>
    public async Task<int> Differences(string table, CancellationToken cancel)
    {
        var differences = 0;
        await foreach (var (here, there) in Pairs(table, cancel))
        {
            if (here is null || there is null || !RowPairs.Same(here, there))
                differences++;
            if (here is not null)
                step();
        }
        return differences;
    }

    /// <summary>Sends every message with what is left of its delay.</summary>
    public async Task Messages(IReadOnlyList<(string Body, DateTimeOffset VisibleAt)> messages, CancellationToken cancel) =>
        await Parallel.ForEachAsync(messages, AtOnce(MessagesAtOnce, cancel), async (message, stop) =>
        {
            await target.Queue.Send(message.Body, message.VisibleAt - clock.GetUtcNow(), stop);
            step();
        });

    /// <summary>Puts every file and takes away what the source no longer holds. How many, and the names of those whose content is damaged in the source.</summary>
    public async Task<(int Count, IReadOnlyList<string> Damaged)> Files(CancellationToken cancel)
    {
        var there = await target.Files.PutBefore(DateTimeOffset.MaxValue, cancel).ToHashSetAsync(StringComparer.Ordinal, cancel);
        var here = await source.Files.PutBefore(DateTimeOffset.MaxValue, cancel).ToHashSetAsync(StringComparer.Ordinal, cancel);
        var damaged = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(here, AtOnce(FilesAtOnce, cancel), async (name, stop) =>
        {
            if (!there.Contains(name))
            {
                var content = await source.Files.Get(name, stop) ?? [];
                if (FileNames.Of(content) == name)
                    await target.Files.Put(content, stop);
                else
                    damaged.Add(name);
            }
            step();
        });
        foreach (var name in there.Except(here))
            await target.Files.Delete(name, cancel);
        return (here.Count, [.. damaged.Order(StringComparer.Ordinal)]);
    }

    /// <summary>How many files are not there, or are not what their names say, or are too many.</summary>
    public async Task<int> FileDifferences(CancellationToken cancel)
    {
        var here = await source.Files.PutBefore(DateTimeOffset.MaxValue, cancel).ToHashSetAsync(StringComparer.Ordinal, cancel);
        var there = await target.Files.PutBefore(DateTimeOffset.MaxValue, cancel).ToHashSetAsync(StringComparer.Ordinal, cancel);
        var differences = there.Except(here).Count();
        await Parallel.ForEachAsync(here, AtOnce(FilesAtOnce, cancel), async (name, stop) =>
        {
            if (await target.Files.Get(name, stop) is not { } content || FileNames.Of(content) != name)
                Interlocked.Increment(ref differences);
            step();
        });
        return differences;
    }

    private async IAsyncEnumerable<(Row? Here, Row? There)> Pairs(string table, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (here, there) in RowPairs.Of(source.Table(table), target.Table(table), cancel))
        {
            var left = here is not null && leavesOut?.Invoke(table, here) == true;
            if (!left || there is not null)
                yield return (left ? null : here, there);
        }
    }

    private static ParallelOptions AtOnce(int most, CancellationToken cancel) => new() { MaxDegreeOfParallelism = most, CancellationToken = cancel };

    private async IAsyncEnumerable<(string Partition, IReadOnlyList<Change> Changes)> Batches(string table, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (partition, batch, bytes) = ("", new List<Change>(), 0L);
        await foreach (var (here, there) in Pairs(table, cancel))
        {
            if (here is not null && there is not null && RowPairs.Same(here, there))
            {
                step();
                continue;
            }
            var row = here ?? there!;
            var change = here is not null ? Change.Upsert(row.Key, row.Columns) : Change.Delete(row.Key, "*");
            var size = StoreLimits.RowSize(row.Partition, change);
            if (batch.Count > 0 && (row.Partition != partition || batch.Count == StoreLimits.BatchChanges || bytes + size > StoreLimits.BatchBytes))
            {
                yield return (partition, batch);
                (batch, bytes) = ([], 0);
            }
            partition = row.Partition;
            batch.Add(change);
            bytes += size;
        }
        if (batch.Count > 0)
            yield return (partition, batch);
    }

    private async Task Write(string table, (string Partition, IReadOnlyList<Change> Changes) batch, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (!(await target.Table(table).Commit(batch.Partition, batch.Changes, cancel)).Committed)
                    throw new StoreUnavailableException($"Rows of {place} changed while they were written: another program works there. Stop it and run the command again.");
                break;
            }
            // To write the same rows once more does no harm.
            catch (StoreUnavailableException) when (attempt < Tries && batch.Changes.All(c => c.Kind == ChangeKind.Upsert))
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), clock, cancel);
            }
        }
        foreach (var change in batch.Changes)
        {
            if (change.Kind == ChangeKind.Upsert)
                step();
        }
    }
}
