using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Who performs a row of the outbox, and how that ends: what is left of the row and where its card stands now are one batch, each written
/// on the version that was read. Whatever was changed meanwhile is read again and kept.
/// </summary>
public sealed class Claims(FlowRows rows, ITable table, TimeProvider clock)
{
    /// <summary>How long a claim keeps others away: longer than anything that is done under one (<see cref="LastCall"/>).</summary>
    public static readonly TimeSpan ClaimFor = TimeSpan.FromSeconds(45);

    /// <summary>What is left of a claim, when its last call to the channel is over, for writing down how it ended; and so far the clocks of two machines may be apart.</summary>
    private static readonly TimeSpan ForTheEnd = TimeSpan.FromSeconds(5);

    /// <summary>The same for a turn that draws one card, which is one call: soon after a crash another process may draw it.</summary>
    public static readonly TimeSpan HoldFor = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>When it is tried again to take a wish off its row, or to write down one that stands nowhere any more, in real time: a store that is away for a minute is sat out.</summary>
    private static readonly TimeSpan[] Again = [TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30)];

    /// <summary>The claimed row and the record as it is from then on; null when somebody else was first, or the row is gone.</summary>
    public async Task<(OutboxRow Row, FlowRecord Record)?> Claim(FlowRecord record, OutboxRow row, CancellationToken cancel)
    {
        var claimed = Hold(row, clock.GetUtcNow() + ClaimFor);
        var result = await table.Commit(FlowRows.PartitionOf(record.Key), [Change.Replace(row.Key, FlowRows.OutboxColumns(claimed), row.ETag)], cancel);
        return result.Committed ? (claimed with { ETag = result.ETags[0] }, await rows.Read(record.Key, cancel)) : null;
    }

    /// <summary>
    /// The same for a prompt, whose wish the claim takes off the row: nobody else could send it any more, so the claim is tried until it is known. A second
    /// try that is refused has met the first, or somebody else; the row tells.
    /// </summary>
    public async Task<(OutboxRow Row, FlowRecord Record)?> Begin(FlowRecord record, OutboxRow row, CancellationToken cancel)
    {
        var claimed = Hold(row with { Wants = 0 }, clock.GetUtcNow() + ClaimFor);
        var result = CommitResult.Refused(0);
        var again = await Patiently(async () => result = await table.Commit(FlowRows.PartitionOf(record.Key), [Change.Replace(row.Key, FlowRows.OutboxColumns(claimed), row.ETag)], cancel));
        if (result.Committed)
        {
            claimed = claimed with { ETag = result.ETags[0] };
            return (claimed, record with { Waiting = [.. record.Waiting.Select(w => w.Key == row.Key ? claimed : w)] });
        }
        if (!again)
            return null;
        FlowRecord? after = null;
        await Patiently(async () => after = await rows.Read(record.Key, cancel));
        return after!.Waiting.FirstOrDefault(w => w.Key == row.Key && w.ClaimedBy == claimed.ClaimedBy) is { } mine
            ? (mine.Version == row.Version ? claimed with { ETag = mine.ETag } : claimed, after)
            : null;
    }

    /// <summary>When the last call to the channel may begin under the row's claim: 28 s after an ordinary one was made, 3 s after a turn's own commit.</summary>
    public static DateTimeOffset LastCall(OutboxRow claimed) => claimed.ClaimedUntil!.Value - ConnectorClient.LongestCall - ForTheEnd;

    /// <summary>The row as somebody holds it until then.</summary>
    public static OutboxRow Hold(OutboxRow row, DateTimeOffset until) =>
        row with { ClaimedBy = Guid.NewGuid().ToString("N"), ClaimedUntil = until, NotBefore = null };

    /// <summary>What was claimed was done, or cannot be done: the row goes, but for what <paramref name="left"/> makes of it.</summary>
    /// <param name="told">Signals of the record that were told, whose rows go too.</param>
    /// <returns>Whether nothing of the record waits any more, as far as <paramref name="record"/> knew and nobody changed meanwhile.</returns>
    public Task<bool> Finish(FlowRecord record, OutboxRow claimed, Slot slot, Func<CardPlaces, CardPlaces> stands, Func<CardPlaces, OutboxRow?> left, IReadOnlyList<OutboxRow> told, CancellationToken cancel) =>
        End(record, claimed, slot, stands, left, (newer, places) => newer with { Wants = newer.Wants > places.PostedFor ? newer.Wants : 0, NotBefore = null, Tries = 0, MaybeShown = false }, told, cancel);

    /// <summary>Nothing was done: a newer wish took the row's place before it was begun.</summary>
    public Task GiveBack(FlowRecord record, OutboxRow claimed, OutboxRow wish, Slot slot, CancellationToken cancel) => Unsent(record, claimed, wish, slot, p => p, row => row, cancel);

    /// <summary>It could not be done now: later, and each time less often. That holds for a newer wish too, which goes the same way.</summary>
    /// <param name="wish">The row as it is to be tried again.</param>
    /// <param name="tries">0 when nothing was tried: waiting alone makes no later wait longer.</param>
    public Task Pause(FlowRecord record, OutboxRow claimed, OutboxRow wish, Slot? slot, Func<CardPlaces, CardPlaces> stands, TimeSpan pause, int tries, CancellationToken cancel)
    {
        var notBefore = clock.GetUtcNow() + pause;
        return Unsent(record, claimed, wish, slot, stands, row => row with { NotBefore = notBefore, Tries = claimed.Tries + tries }, cancel);
    }

    /// <summary>A prompt's wish was taken off its row, and nothing was sent: were it not written down again, the prompt would be lost although nobody died.</summary>
    private Task Unsent(FlowRecord record, OutboxRow claimed, OutboxRow wish, Slot? slot, Func<CardPlaces, CardPlaces> stands, Func<OutboxRow, OutboxRow> later, CancellationToken cancel)
    {
        Task End() => this.End(record, claimed, slot, stands, _ => later(wish), (newer, places) => later(Restored(newer, wish, places)), [], cancel, later(wish));
        return wish.Wants > claimed.Wants ? Patiently(End) : End();
    }

    /// <summary>How long a row waits after one more failure: 2 s, doubled each time, at most 5 min, or as long as the channel wishes.</summary>
    public static TimeSpan PauseAfter(OutboxRow row, TimeSpan? wished = null)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(row.Tries + 1, 10))));
        return wished > pause ? wished.Value : pause;
    }

    public async Task Delete(FlowRecord record, OutboxRow row, CancellationToken cancel) =>
        await table.Commit(FlowRows.PartitionOf(record.Key), [Change.Delete(row.Key, row.ETag)], cancel);

    /// <summary>A wish that was taken off the row, and was not fulfilled, stands again where only a drawing came after it.</summary>
    private static OutboxRow Restored(OutboxRow newer, OutboxRow wish, CardPlaces? places) =>
        newer is { Wants: 0, Effect: Show { Delivery: Delivery.Refresh } } && wish.Wants > places?.PostedFor
            ? newer with { Effect = wish.Effect, Wants = wish.Wants }
            : newer;

    /// <returns>Whether it took more than one try.</returns>
    private static async Task<bool> Patiently(Func<Task> request)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await request();
                return tries > 0;
            }
            catch (StoreUnavailableException) when (tries < Again.Length)
            {
                await Task.Delay(Again[tries]);
            }
        }
    }

    /// <summary>What is left of somebody's row, or of none, when a claim ran out before its prompt was sent: whoever found it could not know that.</summary>
    private static Change? BroughtBack(FlowRecord record, OutboxRow claimed, OutboxRow unsent, CardPlaces places) =>
        record.State is null || unsent.Wants <= claimed.Wants || unsent.Wants <= places.PostedFor ? null
        : record.Waiting.FirstOrDefault(w => w.Key == claimed.Key) is not { } row ? Change.Insert(claimed.Key, FlowRows.OutboxColumns(unsent with { ClaimedBy = null, ClaimedUntil = null }))
        : Restored(row, unsent, places) is var restored && restored != row ? Change.Replace(row.Key, FlowRows.OutboxColumns(restored), row.ETag)
        : null;

    /// <summary>However often the row is replaced meanwhile, the claim that was handed on with it is taken off.</summary>
    private async Task<bool> End(
        FlowRecord record,
        OutboxRow claimed,
        Slot? slot,
        Func<CardPlaces, CardPlaces> stands,
        Func<CardPlaces, OutboxRow?> own,
        Func<OutboxRow, CardPlaces, OutboxRow> replaced,
        IReadOnlyList<OutboxRow> told,
        CancellationToken cancel,
        OutboxRow? unsent = null)
    {
        for (var first = true; ; first = false)
        {
            List<Change> changes = [];
            var gone = false;
            var stood = slot is { } of ? record.PlacesOf(of) : CardPlaces.None;
            var places = stands(stood);
            if (!places.Same(stood))
                changes.Add(FlowRows.PlacesChange(record.Key, places));
            if (record.Waiting.FirstOrDefault(w => w.Key == claimed.Key) is { } row && row.ClaimedBy == claimed.ClaimedBy)
            {
                var left = row.ETag == claimed.ETag ? own(places) : replaced(row, places);
                gone = left is null;
                changes.Add(left is null
                    ? Change.Delete(row.Key, row.ETag)
                    : Change.Replace(row.Key, FlowRows.OutboxColumns(left with { ClaimedBy = null, ClaimedUntil = null }), row.ETag));
            }
            else if (unsent is not null && BroughtBack(record, claimed, unsent, places) is { } back)
            {
                changes.Add(back);
            }
            var over = told.Where(t => record.Waiting.Any(w => w.Key == t.Key && w.ETag == t.ETag)).ToList();
            changes.AddRange(over.Select(t => Change.Delete(t.Key, t.ETag)));
            if (changes.Count == 0 || (await table.Commit(FlowRows.PartitionOf(record.Key), changes, cancel)).Committed)
                return first && gone && record.Waiting.Count == 1 + over.Count;
            record = await rows.Read(record.Key, cancel);
        }
    }
}
