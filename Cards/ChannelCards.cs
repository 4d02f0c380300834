using CheckInBot.Dialogs.Channels;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>That a channel is a team's now, or no longer. What stands in a channel has no buttons: their answers would stand there too.</summary>
public static class ChannelCards
{
    /// <summary>In the channel, when it was bound.</summary>
    /// <param name="team">The team's name, as the roster writes it.</param>
    public static CardMessage Bound(ChannelBinding binding, string team, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.ChannelSummary,
            t.ChannelSummary,
            Heading(t.ChannelIsHere(PlainText.Name(team))),
            Line(t.WhatComesHere),
            Quiet(t.BoundBy(c.Named(binding.By), c.Said(binding.At))));
    }

    /// <summary>In the channel of before, when another one was bound: one line.</summary>
    public static CardMessage MovedAway(string team, CardContext c) =>
        Card(c, c.Texts.ChannelSummary, c.Texts.ChannelSummary, Line(c.Texts.ChannelMovedAway(PlainText.Name(team))));

    /// <summary>To the leader who bound it, when that ended; drawn anew when it is bound again.</summary>
    public static CardMessage News(TeamChannel state, string team, CardContext c)
    {
        var (t, name) = (c.Texts, PlainText.Name(team));
        return state is { EndedAt: { } at, Ended: { } why }
            ? Card(c, t.ChannelSummary, t.ChannelSummary, Heading(t.ChannelEnded(name)), Line(t.ChannelEndedWhy(why, c.Said(at))), Line(t.BindAgain))
            : Card(c, t.ChannelSummary, t.ChannelSummary, Heading(t.ChannelAgain(name)), state.Last is { } last ? Line(t.BoundBy(c.Named(last.By), c.Said(last.At))) : null);
    }
}
