using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Signals to a record that stands in the partition of the one that tells, shows nothing and waits for nothing: it hears of them in the
/// same commit, so that neither is ever without the other and nothing is left to be delivered.
/// </summary>
internal sealed class ToldTogether(FlowRows rows, IReadOnlyDictionary<string, IFlow> flows)
{
    /// <summary>The effects that are left to the outbox, and what the commit changes in the records that are told.</summary>
    public async ValueTask<(IReadOnlyList<Effect> Left, IReadOnlyList<Change> Changes)> Of(FlowKey teller, IReadOnlyList<Effect> effects, DateTimeOffset at, CancellationToken cancel)
    {
        if (!effects.Any(e => IsTogether(teller, e)))
            return (effects, []);
        var changes = new List<Change>();
        foreach (var told in effects.Where(e => IsTogether(teller, e)).Cast<Signal>().GroupBy(s => s.To))
        {
            var record = await rows.ReadState(told.Key, cancel);
            var state = record.State;
            foreach (var signal in told)
                state = (await flows[told.Key.Kind].Decide(told.Key, state, signal.Event, at, cancel))?.State ?? state;
            if (state is null || ReferenceEquals(state, record.State))
                continue;
            var columns = rows.StateColumns(told.Key, state, record.Version + 1);
            changes.Add(record.State is null
                ? Change.Insert(FlowRows.StateKey(told.Key), columns)
                : Change.Replace(FlowRows.StateKey(told.Key), columns, record.ETag));
        }
        return ([.. effects.Where(e => !IsTogether(teller, e))], changes);
    }

    private bool IsTogether(FlowKey teller, Effect effect) =>
        effect is Signal { To: var to } && to != teller && FlowRows.PartitionOf(to) == FlowRows.PartitionOf(teller) && flows[to.Kind].OnlyListens;
}
