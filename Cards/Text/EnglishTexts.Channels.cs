using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string ChannelSummary => "About your team's channel";

    public override string ChannelIsHere(PlainText team) => $"This is now the channel of {team}";

    public override string WhatComesHere => "What leaders have to approve comes here from now on. What anyone says in a check-in never does.";

    public override string BoundBy(PlainText leader, Moment at) => $"Bound by {leader} {When(at)}. To move it, bind another channel.";

    public override string ChannelMovedAway(PlainText team) => $"Cards of {team} now come in another channel, and no longer here.";

    public override string ChannelEnded(PlainText team) => $"The channel of {team} is disconnected";

    public override string ChannelEndedWhy(ChannelEnd why, Moment at) => why switch
    {
        ChannelEnd.Removed => $"I was removed from that channel, or it was deleted ({Time(at)}).",
        _ => $"That channel stopped taking my cards {When(at)}.",
    };

    public override string BindAgain => $"What has to be approved does not come in a channel for now. To go on: add me to the channel again, mention me there and type \"{Word(Command.Bind)}\".";

    public override string ChannelAgain(PlainText team) => $"The channel of {team} is connected again";

    public override string OnlyLeadersBind => $"A team's channel is bound by its duty leader or by a hall leader. Please ask one of them to mention me in the channel and type \"{Word(Command.Bind)}\".";

    public override string BindInChannel => $"This word works in the team's channel: a duty leader or a hall leader mentions me there and types \"{Word(Command.Bind)}\".";

    public override string WhichTeamToBind(IEnumerable<PlainText> teams) =>
        $"For which team? Mention me and type \"{Word(Command.Bind)}\" and its name. There are: {Names(teams)}.";

    public override string CanBind => $"You lead a team: mention me in its channel and type \"{Word(Command.Bind)}\", and what has to be approved comes there.";
}
