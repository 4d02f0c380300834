using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;

namespace CheckInBot.Bot.Turns;

/// <summary>Cards over the Connector, to the conversation that is known for each person.</summary>
public sealed class CardDelivery(References references, IConnector connector) : ICardDelivery
{
    public Task<SendResult> Post(string person, CardMessage card, Repeat repeat, CancellationToken cancel) =>
        Reach(person, to => connector.Send(to, Message(to, card), repeat, cancel), cancel);

    public Task<SendResult> Update(string person, string activity, CardMessage card, CancellationToken cancel) =>
        Reach(person, to => connector.Update(to, activity, Message(to, card) with { Id = activity }, cancel), cancel);

    private async Task<SendResult> Reach(string person, Func<ConversationReference, Task<SendResult>> send, CancellationToken cancel)
    {
        if (await references.Of(person, cancel) is not { } to)
            return new(SendOutcome.Refused, Reason: "no conversation is known");
        var sent = await send(to);
        return sent.Outcome is SendOutcome.Refused or SendOutcome.Gone && await references.Again(person, cancel) is { } newer && newer != to
            ? await send(newer)
            : sent;
    }

    /// <summary>A card as a message; its notification shows the neutral summary only.</summary>
    public static OutgoingActivity Message(ConversationReference to, CardMessage card) => new()
    {
        From = new(to.BotId, null, null),
        Summary = card.Summary,
        Attachments = [Attachment.Card(card.Json)],
    };
}
