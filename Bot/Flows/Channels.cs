using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;

namespace CheckInBot.Bot.Flows;

/// <summary>Which channel is a team's at this moment.</summary>
public sealed class Channels(ITable flowTable)
{
    /// <summary>What is bound for the team, by one point read; null when nothing is, so that its cards go to people.</summary>
    public async ValueTask<ChannelBinding?> Of(string team, CancellationToken cancel = default) =>
        (await FlowRows.StateOf(flowTable, TeamChannel.KeyOf(team), DialogsJson.Default.TeamChannel, cancel))?.Bound;
}
