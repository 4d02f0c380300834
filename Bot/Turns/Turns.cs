using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;

namespace CheckInBot.Bot.Turns;

/// <summary>How a turn ended. <paramref name="State"/> is null when there is no such record.</summary>
/// <param name="Repeated">It had been taken before; nothing was decided.</param>
/// <param name="Redrawn">The card that the turn draws anew in the background: who answers with the same card need not draw it a second time.</param>
public sealed record TurnOutcome(FlowState? State, Reply? Reply, bool Repeated = false, Redrawing? Redrawn = null);

/// <summary>The four steps of a turn, always in this order: read, decide, commit, deliver. Rows are the truth, messages are hints: a commit after
/// which anything remains leaves a message that finds it again.</summary>
public sealed class Turns(IStore store, FlowRows rows, IReadOnlyDictionary<string, IFlow> flows, TimeProvider clock, ILogger<Turns> log)
{
    /// <summary>How long the outbox of a fresh commit is left to the process that wrote it before anybody else looks.</summary>
    public static readonly TimeSpan OwnDelivery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>A message is held no longer than this; a drain that takes longer is over by then, or has run into its claims.</summary>
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(60);

    private const int MostAttempts = 50;
    private readonly Deliveries deliveries = new(log);
    private readonly ToldTogether together = new(rows, flows);
    private readonly PressGate gate = new(flows, log);
    private Outbox? outbox;

    public FlowRows Rows => rows;

    /// <summary>Who delivers. The outbox hands signals back to the turns, so each is told of the other.</summary>
    public void DeliverWith(Outbox deliverer) => outbox = deliverer;

    public IFlow FlowOf(FlowKey key) => flows[key.Kind];

    /// <summary>Takes an event; whatever it causes is delivered in the background.</summary>
    /// <exception cref="StoreUnavailableException">Nothing may be assumed; the same event may be taken again.</exception>
    public async Task<TurnOutcome> Take(Arrival arrival, CancellationToken cancel = default)
    {
        using var span = Measures.BeginTurn(arrival.Key.Kind, arrival.Event);
        var stepped = await Step(arrival, null, null, cancel);
        if (stepped.Record.Waiting.Count > 0)
            Deliver(stepped);
        return stepped.Outcome;
    }

    /// <summary>A signal of another record: taken once, delivered in the background.</summary>
    public Task<TurnOutcome> Hand(Signal signal, FlowKey from, CancellationToken cancel) =>
        Take(new(signal.To, signal.Event, Once: $"{from.Kind}/{from.Reference}/{signal.Name}"), cancel);

    /// <summary>Steps what is due and drains the outbox, then lets the message go once a successor stands for what remains.</summary>
    public async Task Wake(WakeMessage wake, HeldMessage? message, CancellationToken cancel = default)
    {
        var record = await Rows.Read(wake.Key, cancel);
        if (wake.Version < record.Version || record.State is null)
        {
            if (message is not null)
                await message.Delete(cancel);
            return;
        }
        var covered = false;
        if (record.State.NextAt is { } next && next <= clock.GetUtcNow())
        {
            var stepped = await Step(new(wake.Key, new Due()), record, message, cancel);
            // The commit of this step has left a message of its own.
            covered = stepped.Record.Version > record.Version;
            if (!covered)
                log.LogError("A {Kind} is due and does not step", wake.Key.Kind);
            if (stepped.CauseDeleted)
                message = null;
            record = stepped.Record;
        }
        if (record.Waiting.Count > 0)
        {
            if (await DrainedInTime(record, cancel) is not { } drained)
            {
                await Wake(wake, message, cancel);
                return;
            }
            record = drained;
        }
        if (message is null)
            return;
        if (record.NeedsSuccessor && !covered)
            await message.Replace(store, SuccessorOf(record), cancel);
        else
            await message.Delete(cancel);
    }

    /// <summary>
    /// The record once its outbox is drained; null when its next moment comes before that. Whatever is then still on its way, under claims, goes
    /// on by itself: a slow channel holds up no step.
    /// </summary>
    private async Task<FlowRecord?> DrainedInTime(FlowRecord record, CancellationToken cancel)
    {
        var drain = outbox!.Drain(record.Key, cancel);
        if (record.State?.NextAt - clock.GetUtcNow() is not { } left || left <= TimeSpan.Zero || left > LongestDrain)
            return await drain;
        using var drained = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var first = await Task.WhenAny(drain, Task.Delay(left, clock, drained.Token));
        await drained.CancelAsync();
        if (first == drain || cancel.IsCancellationRequested)
            return await drain;
        deliveries.Add(drain, record.Key);
        return null;
    }

    /// <summary>Completes when everything that turns of this process began to deliver is delivered or left to its message.</summary>
    public Task Settled() => deliveries.Settled();

    /// <summary>The message for what remains of a record: at its next moment, or when its outbox may be tried again.</summary>
    public Successor SuccessorOf(FlowRecord record)
    {
        var now = clock.GetUtcNow();
        // What is due and does not step, for whatever fault, is looked at again, but not in a circle.
        var next = record.State?.NextAt is { } at && at <= now ? now + LookAgain : record.State?.NextAt;
        foreach (var row in record.Waiting)
        {
            var free = row.FreeAt(now + TimeSpan.FromSeconds(1));
            next = next is null || free < next ? free : next;
        }
        var delay = (next ?? now) - now;
        return new(new WakeMessage(record.Key, record.Version).Body, delay > TimeSpan.Zero ? delay : TimeSpan.Zero);
    }

    /// <param name="Own">The message of this turn's commit, which the turn holds until its delay is over.</param>
    private sealed record Stepped(TurnOutcome Outcome, FlowRecord Record, bool CauseDeleted = false, QueueMessage? Own = null);

    /// <param name="read">The record, when it was just read.</param>
    private async Task<Stepped> Step(Arrival arrival, FlowRecord? read, HeldMessage? cause, CancellationToken cancel)
    {
        using var measured = Measures.Turn(arrival.Key.Kind, arrival.Event);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await Attempt(arrival, attempt == 1 ? read : null, cause, cancel) is { } stepped)
            {
                measured?.Decided(stepped.Outcome.Repeated, attempt);
                return stepped;
            }
            // Somebody was first: read again and decide again, a little apart from the others.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 5 * attempt)), cancel);
        }
        throw new RecordContendedException($"A record of kind {arrival.Key.Kind} was changed by others {MostAttempts} times in a row.");
    }

    /// <summary>Read, decide, commit; null when somebody else was first.</summary>
    private async Task<Stepped?> Attempt(Arrival arrival, FlowRecord? read, HeldMessage? cause, CancellationToken cancel)
    {
        var key = arrival.Key;
        var record = read ?? await Rows.Read(key, cancel);
        var seenKey = arrival.Once is { } once && !flows[key.Kind].KnowsRepetitions ? FlowRows.SeenKey(key, once) : null;
        if (seenKey is not null && record.Seen.Contains(seenKey))
            return new(new(record.State, null, Repeated: true), record);
        var decision = await flows[key.Kind].Decide(key, record.State, arrival.Event, clock.GetUtcNow(), cancel);
        decision = gate.Of(arrival, record.State, decision);
        if (decision is null)
            return new(new(record.State, null), record);
        var effects = arrival.Typed && decision.Reply is See see
            ? [.. decision.Effects.Where(e => e is not Show s || s.Slot != see.Slot), new Show(see.Slot, Delivery.Notice)]
            : decision.Effects;
        var (reply, live) = Pressed(arrival, record, decision.Reply);
        // Another copy is the live one from now on: those that stood until now become a line, whether anything else is to be drawn or not.
        if (live is { Activities.Count: > 1 } && effects.Concat(record.Waiting.Select(w => w.Effect)).All(e => e is not Show s || s.Slot != live.Slot))
            effects = [.. effects, new Show(live.Slot, Delivery.Refresh)];
        if (ReferenceEquals(decision.State, record.State) && effects.Count == 0 && live is null)
            return new(new(record.State, reply), record);
        (effects, var told) = await together.Of(key, effects, clock.GetUtcNow(), cancel);

        var version = record.Version + 1;
        // Who takes an event delivers at once, and may hold the drawing from the commit on; who was woken may be told to stop before.
        var held = arrival.Event is not Due && live is null ? OnlyDrawing(record, effects) : null;
        var fresh = effects.Select(e => ReferenceEquals(e, held) ? Claims.Hold(Fresh(key, e, version), clock.GetUtcNow() + Claims.HoldFor) : Fresh(key, e, version)).ToList();
        var columns = Rows.StateColumns(key, decision.State, version);
        List<Change> changes =
        [
            record.State is null ? Change.Insert(FlowRows.StateKey(key), columns) : Change.Replace(FlowRows.StateKey(key), columns, record.ETag),
            .. fresh.Select(row => OutboxChange(record, row)),
            .. told,
        ];
        if (seenKey is not null)
            changes.Add(Change.Insert(seenKey, new Dictionary<string, object> { ["version"] = version }));
        if (live is not null)
            changes.Add(FlowRows.PlacesChange(key, live));

        var waits = effects.Count > 0 || record.Waiting.Count > 0;
        var turn = new TurnCommit(FlowRows.TableName, FlowRows.PartitionOf(key), changes, SuccessorOf(key, version, decision.State, waits), null);
        var result = cause is null ? await store.Commit(turn, cancel) : await cause.Commit(store, turn, cancel);
        if (!result.Batch.Committed)
            return null;
        // The changes begin with the state and the outbox, and so do their ETags.
        var written = fresh.Select((row, i) => row with { ETag = result.Batch.ETags[i + 1] }).ToList();
        var after = record with { State = decision.State, ETag = result.Batch.ETags[0], Version = version, Waiting = [.. record.Waiting, .. written] };
        var redrawn = held is null ? null : new Redrawing(
            after, written.Single(row => row.Effect == held), held.Slot, () => flows[key.Kind].Draw(decision.State, held.Slot, CancellationToken.None).AsTask());
        return new(new(decision.State, reply, Redrawn: redrawn), after, result.CauseDeleted, result.Successor);
    }

    /// <summary>
    /// The only card that the turn shows, when that is one that stands once and for which nothing waits yet: a claim must not wait for other
    /// cards, and this one lasts for one call.
    /// </summary>
    private static Show? OnlyDrawing(FlowRecord record, IReadOnlyList<Effect> effects) =>
        effects.OfType<Show>().ToList() is [{ Delivery: Delivery.Refresh } show]
        && record.PlacesOf(show.Slot).Activities is [_]
        && record.Waiting.All(w => w.Key != FlowRows.OutboxKey(record.Key, show))
            ? show
            : null;

    /// <summary>
    /// A pressed card is answered as itself, whichever card the flow would show, and becomes the live one of its slot. A card
    /// whose place was lost when a process died finds it again this way.
    /// </summary>
    private static (Reply? Reply, CardPlaces? Live) Pressed(Arrival arrival, FlowRecord record, Reply? reply)
    {
        // What is pressed says nothing about where a channel's card stands: it may be one of a channel of before.
        if (arrival.Pressed is not { } pressed || reply is not See see || TeamChannel.TeamOf(see.Slot.Person) is not null)
            return (reply, null);
        if (record.SlotAt(pressed) is { } known && known.Person == see.Slot.Person)
            see = new See(known);
        var places = record.PlacesOf(see.Slot);
        return (see, places.Live == pressed ? null : places.With(pressed, 0));
    }

    private Successor? SuccessorOf(FlowKey key, int version, FlowState state, bool waits)
    {
        if (!waits && state.NextAt is null)
            return null;
        var delay = state.NextAt - clock.GetUtcNow() ?? OwnDelivery;
        if (waits && delay > OwnDelivery)
            delay = OwnDelivery;
        return new(new WakeMessage(key, version).Body, delay > TimeSpan.Zero ? delay : TimeSpan.Zero);
    }

    private OutboxRow Fresh(FlowKey key, Effect effect, int version) => new(
        FlowRows.OutboxKey(key, effect), "", effect, version, effect is Show { Delivery: Delivery.Prompt or Delivery.Notice or Delivery.Line } ? version : 0, clock.GetUtcNow(), null, null, null, 0);

    private Change OutboxChange(FlowRecord record, OutboxRow fresh)
    {
        if (record.Waiting.FirstOrDefault(w => w.Key == fresh.Key) is not { } old)
            return Change.Insert(fresh.Key, FlowRows.OutboxColumns(fresh));
        var wished = old.Effect is Show of && old.Wants > record.PlacesOf(of.Slot).PostedFor;
        // A drawing neither takes the place of a card still on its way, nor brings one back that was withdrawn while it was on its way.
        // Of one that may have been shown nobody knows where it stands: only another one can tell that it is over.
        var tellsEnd = flows[record.Key.Kind].TellsEnd && fresh.Effect is Show { Delivery: Delivery.Withdraw } && old.Effect is Show { Delivery: Delivery.Notice } && wished && old.MayStand;
        var keepsOld = tellsEnd || fresh.Effect is Show { Delivery: Delivery.Refresh } && (wished || old.Effect is Show { Delivery: Delivery.Withdraw });
        // Whoever performs the older one now keeps its claim, so that two drawings of one card never race. What the channel, or a record
        // that is told, could not take now, it cannot take because something newer is to be said.
        var merged = fresh with
        {
            Effect = keepsOld ? old.Effect : fresh.Effect,
            Wants = keepsOld ? old.Wants : fresh.Wants,
            // A reader who waits for a card has waited since the first one, however often it was replaced.
            WrittenAt = wished ? old.WrittenAt : fresh.WrittenAt,
            ClaimedBy = old.ClaimedBy,
            ClaimedUntil = old.ClaimedUntil,
            // A card that was only prompted for may be far back in the line; one that somebody asks for now is not.
            NotBefore = old is { Tries: 0, Effect: Show { Delivery: Delivery.Prompt } } && !keepsOld && fresh.Effect is not Show { Delivery: Delivery.Prompt } ? null : old.NotBefore,
            Tries = old.Tries,
            MaybeShown = old.MaybeShown,
        };
        return Change.Replace(fresh.Key, FlowRows.OutboxColumns(merged), old.ETag);
    }

    private void Deliver(Stepped stepped)
    {
        deliveries.Add(
            Task.Run(async () =>
            {
                var after = await (stepped.Outcome.Redrawn is { } held ? outbox!.Follow(held) : outbox!.Drain(stepped.Record.Key, CancellationToken.None));
                if (stepped.Own is not { } own)
                    return;
                if (after.Waiting.Count == 0)
                    await TakeBack(own, stepped.Record.Version, after);
                else if (after.Version == stepped.Record.Version)
                    await store.Queue.Renew(own, SuccessorOf(after).Delay, CancellationToken.None);
            }),
            stepped.Record.Key);
    }

    /// <summary>
    /// Nothing waits any more for which the commit left its message: it goes, or stays away until the record's next moment. Whatever was
    /// committed since then has a message of its own. Somebody who has received it meanwhile keeps it.
    /// </summary>
    private async Task TakeBack(QueueMessage own, int version, FlowRecord drained)
    {
        // What is due already is stepped by whoever receives it.
        if (drained.State?.NextAt <= clock.GetUtcNow())
            return;
        if (drained.Version == version && drained.State?.NextAt is not null)
            await store.Queue.Renew(own, SuccessorOf(drained).Delay, CancellationToken.None);
        else
            await store.Queue.Delete(own, CancellationToken.None);
    }
}
