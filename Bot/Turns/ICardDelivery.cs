using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;

namespace CheckInBot.Bot.Turns;

/// <summary>Brings a card to a person's own conversation.</summary>
public interface ICardDelivery
{
    /// <summary>Sends a new card. <see cref="SendOutcome.Refused"/> also where no conversation with the person is known.</summary>
    Task<SendResult> Post(string person, CardMessage card, Repeat repeat, CancellationToken cancel);

    /// <summary>Draws a standing card anew.</summary>
    Task<SendResult> Update(string person, string activity, CardMessage card, CancellationToken cancel);
}
