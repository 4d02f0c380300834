using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;

namespace CheckInBot.Bot.Turns;

/// <summary>Brings a card to its reader: a person's own conversation, or a team's channel.</summary>
public interface ICardDelivery
{
    /// <summary>Sends a new card. <see cref="SendOutcome.Refused"/> also where no conversation with the reader is known.</summary>
    /// <param name="lastCall">No call to the channel begins after this, so that the claim under which the card is sent outlasts each; the greatest date where nothing is claimed.</param>
    Task<SendResult> Post(string reader, CardMessage card, Repeat repeat, SendPriority priority, DateTimeOffset lastCall, CancellationToken cancel);

    /// <summary>Draws a standing card anew.</summary>
    /// <param name="lastCall">As for <see cref="Post"/>.</param>
    Task<SendResult> Update(string reader, string activity, CardMessage card, SendPriority priority, DateTimeOffset lastCall, CancellationToken cancel);
}
