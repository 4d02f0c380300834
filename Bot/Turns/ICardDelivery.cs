using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;

namespace CheckInBot.Bot.Turns;

/// <summary>Brings a card to its reader: a person's own conversation, or a team's channel.</summary>
public interface ICardDelivery
{
    /// <summary>Sends a new card. <see cref="SendOutcome.Refused"/> also where no conversation with the reader is known.</summary>
    Task<SendResult> Post(string reader, CardMessage card, Repeat repeat, SendPriority priority, CancellationToken cancel);

    /// <summary>Draws a standing card anew.</summary>
    Task<SendResult> Update(string reader, string activity, CardMessage card, SendPriority priority, CancellationToken cancel);
}
