using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Flows;

/// <summary>Which channel is a team's, since when, and that it no longer is.</summary>
public sealed class TeamChannelFlow(Roster.Roster roster, Readers readers, Func<FlowRows> rows) : Flow<TeamChannel>(TeamChannel.Kind, DialogsJson.Default.TeamChannel)
{
    protected override async ValueTask<Step<TeamChannel>?> Decide(FlowKey key, TeamChannel? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) =>
        state is null && e is not BindChannel ? null : (state ?? TeamChannel.Begin(key.Owner)).On(e, e is ChannelLost ? await Waiting(key.Owner, at, cancel) : [], at);

    private async ValueTask<IReadOnlyList<FlowKey>> Waiting(string team, DateTimeOffset at, CancellationToken cancel) =>
        [.. (await rows().ReadAll(Swap.Kind, team, Swap.StampOf(at), cancel)).Select(r => r.State).OfType<Swap>().Where(s => s.Phase == SwapPhase.Waiting && s.InChannel is not null).Select(s => s.Key)];

    protected override async ValueTask<CardMessage> Draw(TeamChannel state, Slot slot, CancellationToken cancel)
    {
        var team = roster.NameOf(state.Team);
        return slot == state.Confirmation && state.Last is { } binding
            ? ChannelCards.Bound(binding, team, await readers.For(slot.Person, [], cancel, binding.Language))
            : ChannelCards.News(state, team, await readers.For(slot.Person, [], cancel));
    }
}
