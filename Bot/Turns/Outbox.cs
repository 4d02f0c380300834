using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Cards;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Performs the effects of a record. Notices: claim, send, delete the row (at least once). Prompts: take the wish off the row, then send
/// (at most once). What is drawn is always the state read after the claim, and one process at a time draws a card.
/// </summary>
public sealed class Outbox(Turns turns, ITable table, IReadOnlyDictionary<string, IFlow> flows, ICardDelivery delivery, Func<string, CancellationToken, ValueTask<CardMessage>> moved, TimeProvider clock, ILogger<Outbox> log)
{
    /// <summary>How long a claim keeps others away: longer than the Connector's own tries.</summary>
    public static readonly TimeSpan ClaimFor = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Performs all that is free. What remains in the answer is claimed by others or waits for its time.</summary>
    public async Task<FlowRecord> Drain(FlowKey key, CancellationToken cancel)
    {
        var tried = new HashSet<(string Key, int Version)>();
        while (true)
        {
            var record = await turns.Rows.Read(key, cancel);
            var now = clock.GetUtcNow();
            var row = record.Waiting.FirstOrDefault(w => w.FreeAt(now) <= now && !tried.Contains((w.Key, w.Version)));
            if (row is null)
                return record;
            if (!await Try(record, row, cancel))
                tried.Add((row.Key, row.Version));
        }
    }

    /// <summary>One effect that fails must not keep the others of its record: it is left for later, when its claim has run out.</summary>
    private async Task<bool> Try(FlowRecord record, OutboxRow row, CancellationToken cancel)
    {
        try
        {
            return await Perform(record, row, cancel);
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            log.LogError("An effect of {Kind} failed and is tried again: {Fault}", record.Key.Kind, e.GetType().Name);
            return false;
        }
    }

    /// <summary>False when the row is to be left for later.</summary>
    private Task<bool> Perform(FlowRecord record, OutboxRow row, CancellationToken cancel) => row.Effect switch
    {
        Signal signal => Signal(record, row, signal, cancel),
        Show show when row.Wants > record.PlacesOf(show.Slot).PostedFor => Post(record, row, show, cancel),
        Show show => Redraw(record, row, show, cancel),
        _ => Delete(record, row, cancel),
    };

    private async Task<bool> Signal(FlowRecord record, OutboxRow row, Signal signal, CancellationToken cancel)
    {
        if (await turns.Hand(signal, record.Key, cancel) is { State: null })
            log.LogError("A signal of {Kind} met no record and is dropped", record.Key.Kind);
        return await Delete(record, row, cancel);
    }

    private async Task<bool> Post(FlowRecord record, OutboxRow row, Show show, CancellationToken cancel)
    {
        var prompt = show.Delivery == Delivery.Prompt;
        // A prompt that is begun is no longer wanted: whatever happens from here on, nobody sends it a second time.
        var claimed = await Claim(record, prompt ? row with { Wants = 0 } : row, cancel);
        if (claimed is null)
            return true;
        record = await turns.Rows.Read(record.Key, cancel);
        // What came between reading and claiming may have made the card pointless.
        if (record.Waiting.All(w => w.ETag != claimed.ETag))
            return await Finish(record, claimed, show.Slot, record.PlacesOf(show.Slot), cancel);
        var card = await flows[record.Key.Kind].Draw(record.State!, show.Slot, cancel);
        var sent = await delivery.Post(show.Slot.Person, card, prompt ? Repeat.OnlyDefinite : Repeat.AlsoUnclear, cancel);
        switch (sent.Outcome)
        {
            case SendOutcome.Sent:
                var stood = record.PlacesOf(show.Slot);
                var stands = sent.ActivityId is { } activity ? stood.With(activity, row.Wants) : stood with { PostedFor = row.Wants };
                stands = show.Delivery switch
                {
                    // A prompt may come while its older copy is being filled in: that is retired only when the answer is there.
                    Delivery.Prompt => stands,
                    Delivery.Line => stands with { Activities = [.. stands.Activities.TakeLast(1)] },
                    _ => await Retire(stands, cancel),
                };
                return await Finish(record, claimed, show.Slot, stands, cancel);
            case SendOutcome.NotNow:
                return await Pause(record, claimed with { Wants = row.Wants }, sent, cancel);
            case SendOutcome.Unclear when prompt:
                return await Finish(record, claimed, show.Slot, record.PlacesOf(show.Slot) with { PostedFor = row.Wants }, cancel);
            case SendOutcome.Unclear:
                return await Pause(record, claimed, sent, cancel);
            default:
                log.LogWarning("A card of {Kind} cannot reach its reader: {Reason}", record.Key.Kind, sent.Reason);
                await Finish(record, claimed, show.Slot, record.PlacesOf(show.Slot) with { PostedFor = row.Wants }, cancel);
                if (flows[record.Key.Kind].Undeliverable(show.Slot) is { } told)
                    await turns.Take(new(record.Key, told), cancel);
                return true;
        }
    }

    private async Task<bool> Redraw(FlowRecord record, OutboxRow row, Show show, CancellationToken cancel)
    {
        if (record.PlacesOf(show.Slot).Activities.Count == 0)
            return await Delete(record, row, cancel);
        var claimed = await Claim(record, row, cancel);
        if (claimed is null)
            return true;
        record = await turns.Rows.Read(record.Key, cancel);
        var places = record.PlacesOf(show.Slot);
        var card = await flows[record.Key.Kind].Draw(record.State!, show.Slot, cancel);
        while (places.Live is { } live)
        {
            var sent = await delivery.Update(show.Slot.Person, live, card, cancel);
            if (sent.Outcome is SendOutcome.Sent)
                break;
            if (sent.Outcome is not (SendOutcome.Gone or SendOutcome.Refused))
                return await Pause(record, claimed, sent, cancel);
            places = places.Without(live);
        }
        return await Finish(record, claimed, show.Slot, await Retire(places, cancel), cancel);
    }

    /// <summary>Older copies become one line without buttons, so that a chat never shows two states of one thing. What fails is tried at the next drawing.</summary>
    private async Task<CardPlaces> Retire(CardPlaces places, CancellationToken cancel)
    {
        foreach (var copy in places.Activities.SkipLast(1))
        {
            var sent = await delivery.Update(places.Slot.Person, copy, await moved(places.Slot.Person, cancel), cancel);
            if (sent.Outcome is SendOutcome.Sent or SendOutcome.Gone or SendOutcome.Refused)
                places = places.Without(copy);
        }
        return places;
    }

    /// <summary>Null when somebody else was first, or the row is gone.</summary>
    private async Task<OutboxRow?> Claim(FlowRecord record, OutboxRow row, CancellationToken cancel)
    {
        var claimed = row with { ClaimedBy = Guid.NewGuid().ToString("N"), ClaimedUntil = clock.GetUtcNow() + ClaimFor, NotBefore = null };
        var result = await table.Commit(FlowRows.PartitionOf(record.Key), [Change.Replace(row.Key, FlowRows.OutboxColumns(claimed), row.ETag)], cancel);
        return result.Committed ? claimed with { ETag = result.ETags[0] } : null;
    }

    /// <summary>Writes where the card stands and deletes the row; if a newer wish took its place meanwhile, the claim on that is released.</summary>
    private async Task<bool> Finish(FlowRecord record, OutboxRow claimed, Slot slot, CardPlaces places, CancellationToken cancel)
    {
        var partition = FlowRows.PartitionOf(record.Key);
        var stands = Change.Upsert(FlowRows.PlacesKey(record.Key, slot), FlowRows.PlacesColumns(places));
        var done = await table.Commit(partition, [stands, Change.Delete(claimed.Key, claimed.ETag)], cancel);
        if (done.Committed)
            return true;
        await Release(record, claimed, [stands], cancel);
        return true;
    }

    /// <summary>A newer wish has taken the row's place and with it the claim: it is freed, however often it is replaced meanwhile.</summary>
    private async Task Release(FlowRecord record, OutboxRow claimed, IReadOnlyList<Change> stands, CancellationToken cancel)
    {
        var partition = FlowRows.PartitionOf(record.Key);
        while (true)
        {
            var newer = (await turns.Rows.Read(record.Key, cancel)).Waiting.FirstOrDefault(w => w.Key == claimed.Key);
            if (newer is null || newer.ClaimedBy != claimed.ClaimedBy)
            {
                if (stands.Count > 0)
                    await table.Commit(partition, stands, cancel);
                return;
            }
            var free = newer with { ClaimedBy = null, ClaimedUntil = null };
            if ((await table.Commit(partition, [.. stands, Change.Replace(newer.Key, FlowRows.OutboxColumns(free), newer.ETag)], cancel)).Committed)
                return;
        }
    }

    private async Task<bool> Pause(FlowRecord record, OutboxRow claimed, SendResult sent, CancellationToken cancel)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(claimed.Tries + 1, 10))));
        if (sent.RetryAfter > pause)
            pause = sent.RetryAfter.Value;
        log.LogInformation("A card of {Kind} waits {Seconds} s: {Reason}", record.Key.Kind, pause.TotalSeconds, sent.Reason);
        var later = claimed with { ClaimedBy = null, ClaimedUntil = null, NotBefore = clock.GetUtcNow() + pause, Tries = claimed.Tries + 1 };
        var paused = await table.Commit(FlowRows.PartitionOf(record.Key), [Change.Replace(claimed.Key, FlowRows.OutboxColumns(later), claimed.ETag)], cancel);
        if (!paused.Committed)
            await Release(record, claimed, [], cancel);
        return false;
    }

    private async Task<bool> Delete(FlowRecord record, OutboxRow row, CancellationToken cancel)
    {
        await table.Commit(FlowRows.PartitionOf(record.Key), [Change.Delete(row.Key, row.ETag)], cancel);
        return true;
    }
}
