using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Channels;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Cards to people and to channels, and a channel that takes none any more.</summary>
public sealed class CardDeliveryTests
{
    private static readonly string Address = TeamChannel.AddressOf("hall");

    private static readonly CardMessage Card = new(new() { Body = [] }, "A card");

    [Fact]
    public async Task A_card_for_a_team_goes_to_the_channel_itself()
    {
        await using var hall = await Bound();
        var (delivery, connector) = Delivery(hall);
        Assert.Equal(SendOutcome.Sent, (await delivery.Post(Address, Card, Repeat.AlsoUnclear, SendPriority.News, DateTimeOffset.MaxValue, default)).Outcome);
        await delivery.Update(Address, "a1", Card, SendPriority.News, DateTimeOffset.MaxValue, default);
        Assert.Equal(Mentions.Here, Assert.Single(connector.Sent).Conversation);
        Assert.Equal((Mentions.Here, "a1"), Assert.Single(connector.Updated) is var u ? (u.Conversation, u.Activity) : default);
    }

    [Theory]
    [InlineData(SendOutcome.Refused, 403, true)]
    [InlineData(SendOutcome.Gone, 404, true)]
    [InlineData(SendOutcome.Refused, 413, false)]
    [InlineData(SendOutcome.Refused, 400, false)]
    [InlineData(SendOutcome.NotNow, 429, false)]
    [InlineData(SendOutcome.Unclear, 503, false)]
    public async Task A_channel_that_is_shut_or_gone_is_bound_no_more_and_its_leader_hears_it(SendOutcome outcome, int status, bool ends)
    {
        await using var hall = await Bound();
        var (delivery, connector) = Delivery(hall);
        connector.Answer = new(outcome, Status: status);
        Assert.Equal(outcome, (await delivery.Post(Address, Card, Repeat.AlsoUnclear, SendPriority.News, DateTimeOffset.MaxValue, default)).Outcome);
        await hall.Turns.Settled();
        Assert.Equal(ends, await hall.Channels.Of("hall") is null);
        Assert.Equal(ends ? 1 : 0, hall.Channel.PostsTo("lee"));
    }

    [Fact]
    public async Task A_card_that_is_gone_from_a_channel_ends_nothing()
    {
        await using var hall = await Bound();
        var (delivery, connector) = Delivery(hall);
        connector.Answer = new(SendOutcome.Gone, Status: 404);
        await delivery.Update(Address, "a1", Card, SendPriority.News, DateTimeOffset.MaxValue, default);
        Assert.NotNull(await hall.Channels.Of("hall"));
    }

    [Fact]
    public async Task Refused_in_the_channel_of_before_it_is_sent_to_the_one_that_another_process_has_bound_since()
    {
        await using var hall = await Bound();
        var (delivery, connector) = Delivery(hall);
        await delivery.Post(Address, Card, Repeat.AlsoUnclear, SendPriority.News, DateTimeOffset.MaxValue, default);
        await new Mentions(hall).Says("mia", "bind", Mentions.There);
        connector.Answer = new(SendOutcome.Refused, Status: 403);
        await delivery.Post(Address, Card, Repeat.AlsoUnclear, SendPriority.News, DateTimeOffset.MaxValue, default);
        Assert.Equal([Mentions.Here, Mentions.Here, Mentions.There], connector.Sent.Select(s => s.Conversation));
        Assert.Null(await hall.Channels.Of("hall"));
    }

    private static (CardDelivery Delivery, Recorder Connector) Delivery(Hall hall)
    {
        var connector = new Recorder();
        return (new(new References(hall.Store.Table(References.TableName)), hall.OutOfReach, connector, () => hall.Turns, hall.Clock, NullLogger<CardDelivery>.Instance), connector);
    }

    private static async Task<Hall> Bound()
    {
        var hall = new Hall();
        await hall.Open();
        await new Mentions(hall).Says("lee", "bind");
        return hall;
    }
}
