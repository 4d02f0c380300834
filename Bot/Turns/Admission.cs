using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// What the channel takes no card for now is not begun: the row stays unclaimed until the time that <see cref="ChannelPace"/> gives it, by which
/// any process may begin it. A wait under a claim would outlive the claim.
/// </summary>
internal sealed class Admission(ITable table, IReadOnlyDictionary<string, IFlow> flows, ChannelPace pace, TimeProvider clock)
{
    /// <summary>How long after its time a row counts as one that comes at its time. After an outage all would come at once: they are spread anew.</summary>
    private static readonly TimeSpan OnTime = TimeSpan.FromSeconds(30);

    /// <summary>A card's priority is its flow's; a prompt of news waits behind them.</summary>
    public SendPriority PriorityOf(FlowRecord record, OutboxRow row) => (flows[record.Key.Kind].Priority, row.Effect) switch
    {
        (SendPriority.News, Show { Delivery: Delivery.Prompt } show) when row.Wants > record.PlacesOf(show.Slot).PostedFor => SendPriority.Prompt,
        var (priority, _) => priority,
    };

    /// <summary>Whether it may be begun; if not, the row has its time by now, or was changed by somebody else.</summary>
    public async Task<bool> Admits(FlowRecord record, OutboxRow row, CancellationToken cancel)
    {
        if (row.Effect is not Show show || (row.Wants <= record.PlacesOf(show.Slot).PostedFor && record.PlacesOf(show.Slot).Activities.Count == 0))
            return true;
        var now = clock.GetUtcNow();
        if (pace.Later(PriorityOf(record, row), came: row.NotBefore is { } time && now - time <= OnTime) is not { } wait)
            return true;
        await table.Commit(
            FlowRows.PartitionOf(record.Key), [Change.Replace(row.Key, FlowRows.OutboxColumns(row with { ClaimedBy = null, ClaimedUntil = null, NotBefore = now + wait }), row.ETag)], cancel);
        return false;
    }

    /// <summary>How long something waits that was begun and found no place.</summary>
    public TimeSpan Again(FlowRecord record, OutboxRow row, SendResult held) =>
        pace.Again(PriorityOf(record, row)) is var again && held.RetryAfter > again ? held.RetryAfter.Value : again;
}
