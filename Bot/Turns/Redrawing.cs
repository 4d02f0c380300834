using CheckInBot.Cards;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// A card that a turn draws anew, claimed by the turn's own commit: nobody could have come between. It is drawn once, for the answer to a
/// press and for the channel alike, from the state that was committed.
/// </summary>
/// <param name="record">The record right after the commit.</param>
/// <param name="row">The claimed row.</param>
public sealed class Redrawing(FlowRecord record, OutboxRow row, Slot slot, Func<Task<CardMessage>> draw)
{
    private readonly Lazy<Task<CardMessage>> card = new(draw);

    public FlowRecord Record => record;

    public OutboxRow Row => row;

    public Slot Slot => slot;

    /// <summary>The card; it fails for everybody who asks when it cannot be drawn.</summary>
    public Task<CardMessage> Card => card.Value;
}

/// <summary>What is left of a record to be performed at once.</summary>
internal enum Left
{
    /// <summary>Nothing waits any more.</summary>
    Nothing,

    /// <summary>Something may wait: it has to be looked at.</summary>
    Something,

    /// <summary>The effect itself is left for later.</summary>
    Later,
}
