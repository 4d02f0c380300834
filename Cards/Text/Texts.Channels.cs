using CheckInBot.Dialogs.Channels;

namespace CheckInBot.Cards;

/// <summary>A team's channel.</summary>
public abstract partial class Texts
{
    public abstract string ChannelSummary { get; }

    public abstract string ChannelIsHere(PlainText team);

    public abstract string WhatComesHere { get; }

    /// <summary>Who bound it, and how it is moved.</summary>
    public abstract string BoundBy(PlainText leader, Moment at);

    public abstract string ChannelMovedAway(PlainText team);

    public abstract string ChannelEnded(PlainText team);

    public abstract string ChannelEndedWhy(ChannelEnd why, Moment at);

    public abstract string BindAgain { get; }

    public abstract string ChannelAgain(PlainText team);

    public abstract string OnlyLeadersBind { get; }

    public abstract string BindInChannel { get; }

    public abstract string WhichTeamToBind(IEnumerable<PlainText> teams);

    /// <summary>For who leads: how a channel is bound.</summary>
    public abstract string CanBind { get; }
}
