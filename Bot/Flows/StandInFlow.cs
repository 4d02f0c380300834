using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Bot.Flows;

/// <summary>Where a person stands in; covers tell it, and nobody sees it.</summary>
public sealed class StandInFlow() : Flow<StandIn>(StandIn.Kind, DialogsJson.Default.StandIn)
{
    public override bool KnowsRepetitions => true;

    protected override ValueTask<Step<StandIn>?> Decide(FlowKey key, StandIn? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) =>
        new(e is StandInBegan or StandInEnded ? (state ?? StandIn.Begin(key.Owner)).On(e) : null);

    protected override ValueTask<CardMessage> Draw(StandIn state, Slot slot, CancellationToken cancel) =>
        throw new InvalidOperationException("Where somebody stands in is no card.");
}
