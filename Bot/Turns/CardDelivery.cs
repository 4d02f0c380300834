using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;

namespace CheckInBot.Bot.Turns;

/// <summary>Cards over the Connector, to the conversation that is known for each person.</summary>
public sealed class CardDelivery(References references, IConnector connector) : ICardDelivery
{
    public async Task<SendResult> Post(string person, CardMessage card, Repeat repeat, CancellationToken cancel) =>
        await references.Of(person, cancel) is { } to
            ? await connector.Send(to, Message(to, card), repeat, cancel)
            : new(SendOutcome.Refused, Reason: "no conversation is known");

    public async Task<SendResult> Update(string person, string activity, CardMessage card, CancellationToken cancel) =>
        await references.Of(person, cancel) is { } to
            ? await connector.Update(to, activity, Message(to, card) with { Id = activity }, cancel)
            : new(SendOutcome.Refused, Reason: "no conversation is known");

    /// <summary>A card as a message; its notification shows the neutral summary only.</summary>
    public static OutgoingActivity Message(ConversationReference to, CardMessage card) => new()
    {
        From = new(to.BotId, null, null),
        Summary = card.Summary,
        Attachments = [Attachment.Card(card.ToJson())],
    };
}
