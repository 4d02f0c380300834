using System.Collections.Concurrent;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Cards;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Performs the effects of a record. Notices: claim, send, delete the row (at least once). Prompts: draw, take the wish off the row, then send
/// (at most once). What a notice shows is always the state read after the claim; whatever changes what a prompt shows rewrites its row, which is then not begun. One process at a time draws a card.
/// </summary>
public sealed class Outbox(Turns turns, ITable table, IReadOnlyDictionary<string, IFlow> flows, ICardDelivery delivery, Func<string, CancellationToken, ValueTask<CardMessage>> moved, ChannelPace pace, TimeProvider clock, ILogger<Outbox> log)
{
    /// <summary>How many cards are drawn under one claim; none is begun after <see cref="Claims.LastCall"/>.</summary>
    public const int CallsPerClaim = 3;

    /// <summary>An older copy that could not be reached so often is left to the next drawing.</summary>
    private const int MostTriesToRetire = 6;

    /// <summary>How many cards of a record go out at once, where they go side by side.</summary>
    private const int Lanes = 8;

    private static readonly Task<IReadOnlyList<OutboxRow>> NothingTold = Task.FromResult<IReadOnlyList<OutboxRow>>([]);

    private readonly Claims claims = new(turns.Rows, table, clock);
    private readonly Admission admission = new(table, flows, pace, clock);

    /// <summary>Performs all that is free. What remains in the answer is claimed by others or waits for its time.</summary>
    /// <param name="cancel">Stops between two effects; one that was begun is finished.</param>
    public async Task<FlowRecord> Drain(FlowKey key, CancellationToken cancel)
    {
        var tried = new ConcurrentDictionary<(string Key, int Version), byte>();
        if (!flows[key.Kind].SideBySide)
            return await Lane(key, tried, null, cancel);
        var begun = new ConcurrentDictionary<string, byte>();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Lane(key, tried, begun, cancel)));
        // A lane that found nothing has not seen what the others did.
        return await turns.Rows.Read(key, cancel);
    }

    /// <summary>One effect after the other. <paramref name="begun"/>: rows that a lane beside this one performs now; null when there is none.</summary>
    private async Task<FlowRecord> Lane(FlowKey key, ConcurrentDictionary<(string Key, int Version), byte> tried, ConcurrentDictionary<string, byte>? begun, CancellationToken cancel)
    {
        while (true)
        {
            var record = await turns.Rows.Read(key, cancel);
            var now = clock.GetUtcNow();
            var row = record.Waiting.FirstOrDefault(w => w.FreeAt(now) <= now && !tried.ContainsKey((w.Key, w.Version)) && IsFirstToItsTarget(record, w) && begun?.TryAdd(w.Key, 0) != false);
            if (row is null)
                return record;
            try
            {
                cancel.ThrowIfCancellationRequested();
                if (!await admission.Admits(record, row, cancel) || !await Try(record, () => Perform(record, row, CancellationToken.None)))
                    tried.TryAdd((row.Key, row.Version), 0);
            }
            finally
            {
                begun?.TryRemove(row.Key, out byte _);
            }
        }
    }

    /// <summary>
    /// Performs what a turn of this process has just committed, without reading it again: draws the card that is held since the commit, and
    /// tells other records at the same time. The rows of what was told go with the end of the drawing.
    /// </summary>
    /// <returns>The record as it is then, as <see cref="Drain"/> leaves it.</returns>
    public async Task<FlowRecord> Follow(Redrawing held)
    {
        var left = Left.Something;
        var telling = Tell(held.Record, held.Row.Version);
        await Try(held.Record, async () => (left = await Redraw(held.Record, held.Row, held.Slot, held, telling, CancellationToken.None)) is not Left.Later);
        await telling;
        return left is Left.Nothing ? held.Record with { Waiting = [] } : await Drain(held.Record.Key, CancellationToken.None);
    }

    /// <summary>What one record tells another arrives in order: whoever hears of an end has heard of the beginning.</summary>
    private static bool IsFirstToItsTarget(FlowRecord record, OutboxRow row) =>
        row.Effect is not Signal signal || record.Waiting.First(w => w.Effect is Signal s && s.To == signal.To).Key == row.Key;

    /// <summary>Tells what the commit of that version wants told; the rows of what was taken.</summary>
    private async Task<IReadOnlyList<OutboxRow>> Tell(FlowRecord record, int version)
    {
        List<OutboxRow> told = [];
        foreach (var row in record.Waiting)
        {
            var first = IsFirstToItsTarget(record with { Waiting = [.. record.Waiting.Except(told)] }, row);
            if (first && row is { Effect: Signal signal } && row.Version == version && await Try(record, () => Tell(record, row, signal, CancellationToken.None)))
                told.Add(row);
        }
        return told;
    }

    /// <summary>One effect that fails must not keep the others of its record: it is left for later.</summary>
    private async Task<bool> Try(FlowRecord record, Func<Task<bool>> perform)
    {
        try
        {
            return await perform();
        }
        catch (Exception e) when (e is not StoreUnavailableException)
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
        Show show when record.PlacesOf(show.Slot).Activities.Count > 0 => Redraw(record, row, show, cancel),
        _ => Delete(record, row, cancel),
    };

    private async Task<bool> Delete(FlowRecord record, OutboxRow row, CancellationToken cancel)
    {
        await claims.Delete(record, row, cancel);
        return true;
    }

    private async Task<bool> Signal(FlowRecord record, OutboxRow row, Signal signal, CancellationToken cancel) =>
        await Tell(record, row, signal, cancel) && await Delete(record, row, cancel);

    /// <summary>False when it could not be told and is told again later.</summary>
    private async Task<bool> Tell(FlowRecord record, OutboxRow row, Signal signal, CancellationToken cancel)
    {
        try
        {
            if (await turns.Hand(signal, record.Key, cancel) is { State: null })
                log.LogError("A signal of {Kind} met no record and is dropped", record.Key.Kind);
        }
        catch (Exception e) when (e is not StoreUnavailableException)
        {
            return await Fault(record, row, null, e, cancel);
        }
        return true;
    }

    private async Task<bool> Post(FlowRecord before, OutboxRow row, Show show, CancellationToken cancel)
    {
        var (slot, prompt) = (show.Slot, show.Delivery == Delivery.Prompt);
        // Drawn first, since a prompt that is begun is no longer wanted: whatever happens from there on, nobody sends it a second time.
        var card = prompt ? await Draw(before, row, slot, cancel) : null;
        if (prompt && card is null)
            return false;
        if (await (prompt ? claims.Begin(before, row, cancel) : claims.Claim(before, row, cancel)) is not var (claimed, record))
            return true;
        var wish = claimed with { Wants = row.Wants };
        // What came between reading and claiming may have made the card pointless.
        if (record.Waiting.All(w => w.ETag != claimed.ETag))
        {
            await claims.GiveBack(record, claimed, wish, slot, cancel);
            return true;
        }
        card ??= await Draw(record, claimed, slot, cancel);
        if (card is null)
            return false;
        var sent = await delivery.Post(slot.Person, card, prompt ? Repeat.OnlyDefinite : Repeat.AlsoUnclear, admission.PriorityOf(record, row), Claims.LastCall(claimed), cancel);
        switch (sent.Outcome)
        {
            case SendOutcome.Sent:
                // Older copies are another claim's work. A prompt may come while its older copy is being filled in: that is retired only when the answer is there.
                await claims.Finish(
                    record, claimed, slot, p => p.Posted(show.Delivery, sent.ActivityId, row.Wants),
                    p => show.Delivery is Delivery.Notice && p.Activities.Count > 1 ? wish with { Tries = 0, MaybeShown = false } : null, [], cancel);
                return true;
            case SendOutcome.NotNow:
                return await Pause(record, claimed, wish, slot, p => p, sent, cancel);
            case SendOutcome.Unclear when !prompt:
                return await Pause(record, claimed, claimed with { MaybeShown = true }, slot, p => p, sent, cancel);
            case not SendOutcome.Unclear:
                log.LogWarning("A card of {Kind} cannot reach its reader: {Reason}", record.Key.Kind, sent.Reason);
                // Told first: whoever dies in between is refused again, and tells it again, which means nothing the second time.
                if (flows[record.Key.Kind].Undeliverable(slot) is { } told)
                    await turns.Take(new(record.Key, told), cancel);
                break;
        }
        await claims.Finish(record, claimed, slot, p => p.Fulfilled(row.Wants), _ => null, [], cancel);
        return true;
    }

    private async Task<bool> Redraw(FlowRecord before, OutboxRow row, Show show, CancellationToken cancel)
    {
        if (await claims.Claim(before, row, cancel) is not var (claimed, record))
            return true;
        if (record.Waiting.All(w => w.ETag != claimed.ETag))
        {
            await claims.GiveBack(record, claimed, claimed, show.Slot, cancel);
            return true;
        }
        return await Redraw(record, claimed, show.Slot, null, NothingTold, cancel) is not Left.Later;
    }

    /// <summary>
    /// Draws the live card anew; then older copies become one line without buttons, so that a chat never shows two states of one thing.
    /// What more than one claim can do is left to the next. A card that is gone from the chat of somebody who waits for what it says comes anew.
    /// </summary>
    /// <param name="telling">Signals of the same record that are told meanwhile: their rows go with the end of the drawing.</param>
    private async Task<Left> Redraw(FlowRecord record, OutboxRow claimed, Slot slot, Redrawing? held, Task<IReadOnlyList<OutboxRow>> telling, CancellationToken cancel)
    {
        // Of a fulfilled wish only the older copies are left: its own card was just drawn.
        var drawn = claimed.Wants > 0;
        if (await Draw(record, claimed, slot, cancel, older: drawn, held) is not { } card)
            return Left.Later;
        List<string> gone = [], retired = [];
        var missing = false;
        CardPlaces Stands(CardPlaces p) => p.But(gone, retired);
        for (var calls = 0; ; calls++)
        {
            var standing = Stands(record.PlacesOf(slot));
            var copy = drawn ? standing.Oldest : standing.Live;
            if (copy is null && missing && record.Version > record.PlacesOf(slot).PostedFor && flows[record.Key.Kind].IsAwaited(record.State!, slot))
            {
                // Its places are left as they are: should a newer drawing have come meanwhile, it finds the same.
                await claims.Finish(record, claimed, slot, p => p, _ => claimed with { Effect = new Show(slot, Delivery.Notice), Wants = record.Version, Tries = 0 }, await telling, cancel);
                return Left.Something;
            }
            if (copy is null || calls == CallsPerClaim)
            {
                var nothing = await claims.Finish(record, claimed, slot, Stands, p => Over(claimed, p, retired, copy is null), await telling, cancel);
                return nothing ? Left.Nothing : Left.Something;
            }
            var sent = await delivery.Update(slot.Person, copy, card, admission.PriorityOf(record, claimed), Claims.LastCall(claimed), cancel);
            if (sent.Outcome is SendOutcome.Gone or SendOutcome.Refused)
            {
                gone.Add(copy);
                missing |= !drawn && sent.Outcome is SendOutcome.Gone;
            }
            else if (sent.Outcome is not SendOutcome.Sent)
            {
                if (!drawn || sent.Held || claimed.Tries < MostTriesToRetire)
                {
                    await Pause(record, claimed, claimed, slot, Stands, sent, cancel);
                    return Left.Later;
                }
                await claims.Finish(record, claimed, slot, Stands, _ => null, await telling, cancel);
                return Left.Something;
            }
            else if (drawn)
            {
                retired.Add(copy);
            }
            else
            {
                (drawn, missing) = (true, false);
                card = await moved(slot.Person, cancel);
            }
        }
    }

    /// <summary>A copy that was pressed while it became a line is the live card now, and is drawn once more.</summary>
    private static OutboxRow? Over(OutboxRow claimed, CardPlaces places, List<string> retired, bool done) =>
        places.Live is { } live && retired.Contains(live) ? claimed with { Wants = 0, Tries = 0 }
        : done ? null
        : claimed with { Tries = 0 };

    /// <summary>Null when it could not be drawn and is tried again later.</summary>
    private async Task<CardMessage?> Draw(FlowRecord record, OutboxRow row, Slot slot, CancellationToken cancel, bool older = false, Redrawing? held = null)
    {
        try
        {
            return older ? await moved(slot.Person, cancel)
                : held is not null ? await held.Card
                : await flows[record.Key.Kind].Draw(record.State!, slot, cancel);
        }
        catch (Exception e) when (e is not StoreUnavailableException)
        {
            await Fault(record, row, slot, e, cancel);
            return null;
        }
    }

    private async Task<bool> Pause(FlowRecord record, OutboxRow claimed, OutboxRow wish, Slot slot, Func<CardPlaces, CardPlaces> stands, SendResult sent, CancellationToken cancel)
    {
        if (sent.Held)
        {
            await claims.Pause(record, claimed, wish, slot, stands, admission.Again(record, claimed, sent), tries: 0, cancel);
            return false;
        }
        var pause = Claims.PauseAfter(claimed, sent.RetryAfter);
        log.LogInformation("A card of {Kind} waits {Seconds} s: {Reason}", record.Key.Kind, pause.TotalSeconds, sent.Reason);
        await claims.Pause(record, claimed, wish, slot, stands, pause, tries: 1, cancel);
        return false;
    }

    /// <summary>What fails in this program itself is tried again too, each time later, so that it neither gets lost nor fills the log.</summary>
    private async Task<bool> Fault(FlowRecord record, OutboxRow row, Slot? slot, Exception e, CancellationToken cancel)
    {
        var pause = Claims.PauseAfter(row);
        log.LogError("An effect of {Kind} failed and is tried again in {Seconds} s: {Fault}", record.Key.Kind, pause.TotalSeconds, e.GetType().Name);
        await claims.Pause(record, row, row, slot, p => p, pause, tries: 1, cancel);
        return false;
    }
}
