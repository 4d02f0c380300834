using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A channel behind the pace, as <see cref="ConnectorClient"/> stands there: who finds no place in time is held back, and a 429 is told.</summary>
internal sealed class PacedChannel(ICardDelivery channel, ChannelPace pace) : ICardDelivery
{
    public Task<SendResult> Post(string reader, CardMessage card, Repeat repeat, SendPriority priority, DateTimeOffset lastCall, CancellationToken cancel) =>
        Through(reader, priority, () => channel.Post(reader, card, repeat, priority, lastCall, cancel), cancel);

    public Task<SendResult> Update(string reader, string activity, CardMessage card, SendPriority priority, DateTimeOffset lastCall, CancellationToken cancel) =>
        Through(reader, priority, () => channel.Update(reader, activity, card, priority, lastCall, cancel), cancel);

    private async Task<SendResult> Through(string reader, SendPriority priority, Func<Task<SendResult>> send, CancellationToken cancel)
    {
        if (await pace.Enter(reader, priority, ConnectorClient.LastStart, cancel) is { } wait)
            return new(SendOutcome.NotNow, RetryAfter: wait, Held: true);
        var sent = await send();
        if (sent.Status == 429)
            pace.Refused(reader, sent.RetryAfter);
        return sent;
    }
}
