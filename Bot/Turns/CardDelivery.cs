using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Channels;

namespace CheckInBot.Bot.Turns;

/// <summary>Cards over the Connector, to the conversation that is known for each reader. A team's channel that takes no new card any more is told to its record.</summary>
public sealed class CardDelivery(References references, IConnector connector, Func<Turns> turns) : ICardDelivery
{
    public async Task<SendResult> Post(string reader, CardMessage card, Repeat repeat, SendPriority priority, CancellationToken cancel)
    {
        var (sent, to) = await Reach(reader, to => connector.Send(to, Message(to, card), repeat, priority, cancel), cancel);
        // Of a card that stood only the card may be gone; a new one that is refused finds the whole conversation closed.
        if (sent.IsClosed && to is not null && TeamChannel.TeamOf(reader) is { } team)
            await turns().Take(new(TeamChannel.KeyOf(team), new ChannelLost(to.ConversationId, ChannelEnd.Refused)), cancel);
        return sent;
    }

    public async Task<SendResult> Update(string reader, string activity, CardMessage card, SendPriority priority, CancellationToken cancel) =>
        (await Reach(reader, to => connector.Update(to, activity, Message(to, card) with { Id = activity }, priority, cancel), cancel)).Sent;

    private async Task<(SendResult Sent, ConversationReference? To)> Reach(string reader, Func<ConversationReference, Task<SendResult>> send, CancellationToken cancel)
    {
        if (await references.Of(reader, cancel) is not { } to)
            return (new(SendOutcome.Refused, Reason: "no conversation is known"), null);
        var sent = await send(to);
        return sent.Outcome is SendOutcome.Refused or SendOutcome.Gone && await references.Again(reader, cancel) is { } newer && newer != to
            ? (await send(newer), newer)
            : (sent, to);
    }

    /// <summary>A card as a message; its notification shows the neutral summary only.</summary>
    public static OutgoingActivity Message(ConversationReference to, CardMessage card) => new()
    {
        From = new(to.BotId, null, null),
        Summary = card.Summary,
        Attachments = [Attachment.Card(card.Json)],
    };
}
