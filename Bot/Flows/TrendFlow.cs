using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Bot.Flows;

/// <summary>Each person's own trend: only check-ins tell it anything, and it shows no card.</summary>
public sealed class TrendFlow() : Flow<Trend>(Trend.Kind, DialogsJson.Default.Trend)
{
    public override bool OnlyListens => true;

    protected override ValueTask<Step<Trend>?> Decide(FlowKey key, Trend? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) =>
        new((state ?? Trend.Begin(key.Owner)).On(e));

    protected override ValueTask<CardMessage> Draw(Trend state, Slot slot, CancellationToken cancel) =>
        throw new InvalidOperationException("A trend shows no card.");
}
