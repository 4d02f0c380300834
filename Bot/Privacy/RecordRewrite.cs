using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Privacy;

/// <summary>Changes records where no event of their conversation does: because somebody is forgotten, or something is too old. On the version that was read; whoever came between is read again.</summary>
public sealed class RecordRewrite(IStore store, FlowRows rows, TimeProvider clock)
{
    private ITable Table => store.Table(FlowRows.TableName);

    /// <summary>Puts a state in the place of the one of that version; every card of the record is drawn anew.</summary>
    /// <param name="leaves">Somebody who is to stand in no row of it any more; null for nobody.</param>
    public async Task<bool> Replace(FlowKey key, int version, FlowState state, string? leaves, CancellationToken cancel)
    {
        var old = await Rows(key, cancel);
        var record = await rows.Read(key, cancel);
        if (record.Version != version || old.FirstOrDefault(r => r.Key == FlowRows.StateKey(key)) is not { } row)
            return false;
        List<Change> changes = [Change.Replace(row.Key, rows.StateColumns(key, state, version + 1), row.ETag)];
        if (leaves is not null)
            changes.AddRange(old.Where(r => r.Key != row.Key && Holdings.Stands(r, leaves)).Select(r => Change.Delete(r.Key, "*")));
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

    /// <summary>Deletes the record with its files: those first, since without its row nobody would know them.</summary>
    public async Task Delete(FlowKey key, CancellationToken cancel)
    {
        await DeleteFiles(key, cancel);
        foreach (var batch in (await Rows(key, cancel)).Chunk(StoreLimits.BatchChanges))
            await Table.Commit(FlowRows.PartitionOf(key), [.. batch.Select(r => Change.Delete(r.Key, "*"))], cancel);
    }

    /// <summary>Deletes the files of a report.</summary>
    public async Task DeleteFiles(FlowKey key, CancellationToken cancel)
    {
        if (key.Kind != Incident.Kind || (await rows.Read(key, cancel)).State is not Incident report)
            return;
        foreach (var file in report.Files.Select(f => f.Name).Concat(report.Leaving))
            await store.Files.Delete(file, cancel);
    }

    private ValueTask<IReadOnlyList<Row>> Rows(FlowKey key, CancellationToken cancel) =>
        Table.Range(FlowRows.PartitionOf(key), Keys.Join(key.Id) + "!", Keys.Join(key.Id) + Keys.AfterSeparator, cancel: cancel);
}
