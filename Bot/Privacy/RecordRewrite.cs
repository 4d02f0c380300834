using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Privacy;

/// <summary>Changes records where no event of their conversation does: because somebody is forgotten, or something is too old. On the version that was read; whoever came between is read again.</summary>
public sealed class RecordRewrite(IStore store, FlowRows rows, TimeProvider clock)
{
    private ITable Table => store.Table(FlowRows.TableName);

    /// <summary>Puts a state in the place of the one of that version; every card of the record is drawn anew. False where another version stands, or somebody is still to be told of something.</summary>
    /// <param name="leaves">Somebody who is to stand in no row of it any more; null for nobody.</param>
    public async Task<bool> Replace(FlowKey key, int version, FlowState state, string? leaves, CancellationToken cancel)
    {
        var record = await rows.Read(key, cancel);
        if (record.Version != version || record.State is null || (leaves is not null && record.Waiting.Any(w => w.Effect is Signal)))
            return false;
        List<Change> changes = [Change.Replace(FlowRows.StateKey(key), rows.StateColumns(key, state, version + 1), record.ETag)];
        if (leaves is not null)
            changes.AddRange(RowsOf(record, leaves).Select(r => Change.Delete(r, "*")));
        foreach (var places in record.Standing.Values.Where(p => p.Slot.Person != leaves))
        {
            var show = new Show(places.Slot, Delivery.Refresh);
            var outbox = FlowRows.OutboxKey(key, show);
            if (record.Waiting.All(w => w.Key != outbox))
                changes.Add(Change.Insert(outbox, FlowRows.OutboxColumns(new(outbox, "", show, version + 1, 0, clock.GetUtcNow(), null, null, null, 0))));
        }
        var turn = new TurnCommit(FlowRows.TableName, FlowRows.PartitionOf(key), [.. changes.Take(StoreLimits.BatchChanges)], new(new WakeMessage(key, version + 1).Body, TimeSpan.Zero), null);
        return (await store.Commit(turn, cancel)).Batch.Committed;
    }

    /// <summary>
    /// Deletes the record of that version with its files; false where it has changed since. The files go last, so that none is missed by a report that goes on:
    /// those that a program leaves which ends in between are deleted as all that no report names (<see cref="Flows.OrphanFiles"/>).
    /// </summary>
    public async Task<bool> Delete(FlowKey key, int version, CancellationToken cancel)
    {
        var record = await rows.Read(key, cancel);
        if (record.Version != version || record.State is null)
            return false;
        string[] others = [.. record.Waiting.Select(w => w.Key), .. record.Standing.Keys, .. record.Seen];
        Change[] changes = [Change.Delete(FlowRows.StateKey(key), record.ETag), .. others.Select(r => Change.Delete(r, "*"))];
        if (!(await Table.Commit(FlowRows.PartitionOf(key), [.. changes.Take(StoreLimits.BatchChanges)], cancel)).Committed)
            return false;
        // Each by itself: the outbox may have taken one away meanwhile.
        foreach (var change in changes.Skip(StoreLimits.BatchChanges))
            await Table.Commit(FlowRows.PartitionOf(key), [change], cancel);
        await DeleteFiles(record.State, cancel);
        return true;
    }

    /// <summary>Deletes the files of a report.</summary>
    public async Task DeleteFiles(FlowState state, CancellationToken cancel)
    {
        if (state is not Incident report)
            return;
        foreach (var file in report.Files.Select(f => f.Name).Concat(report.Leaving))
            await store.Files.Delete(file, cancel);
    }

    /// <summary>Rows beside the state in which the person stands: cards of theirs, and what was taken of their records.</summary>
    private static IEnumerable<string> RowsOf(FlowRecord record, string person) =>
        record.Waiting.Where(w => w.Effect is Show s && s.Slot.Person == person).Select(w => w.Key)
            .Concat(record.Standing.Where(p => p.Value.Slot.Person == person).Select(p => p.Key))
            .Concat(record.Seen.Where(s => Tells(s, person)));

    /// <summary>Names of what was taken are references and names of signals; one that goes in vain is missed by nobody, because its source has been told.</summary>
    private static bool Tells(string seen, string person) =>
        Keys.Plain(seen[(seen.LastIndexOf('!') + 1)..]).Split('/').Any(part => $".{part}.".Contains($".{person}.", StringComparison.Ordinal));
}
