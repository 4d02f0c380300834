using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;

namespace CheckInBot.Bot.Flows;

/// <summary>Which channel is a team's, since when, and that it no longer is.</summary>
public sealed class TeamChannelFlow(Roster.Roster roster, Readers readers) : Flow<TeamChannel>(TeamChannel.Kind, DialogsJson.Default.TeamChannel)
{
    protected override ValueTask<Step<TeamChannel>?> Decide(FlowKey key, TeamChannel? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) =>
        new(state is null && e is not BindChannel ? null : (state ?? TeamChannel.Begin(key.Owner)).On(e, at));

    protected override async ValueTask<CardMessage> Draw(TeamChannel state, Slot slot, CancellationToken cancel)
    {
        var team = roster.NameOf(state.Team);
        return slot == state.Confirmation && state.Last is { } binding
            ? ChannelCards.Bound(binding, team, await readers.For(slot.Person, [], cancel, binding.Language))
            : ChannelCards.News(state, team, await readers.For(slot.Person, [], cancel));
    }
}
