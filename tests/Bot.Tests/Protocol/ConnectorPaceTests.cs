using CheckInBot.Bot.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>The Connector's client takes a place for each request, waits a moment for one, and holds back what would wait longer.</summary>
public sealed class ConnectorPaceTests : IAsyncLifetime
{
    private readonly SkippingTime _time = new();
    private PretendConnector _teams = null!;

    public async Task InitializeAsync() => _teams = await PretendConnector.Start();

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    [Fact]
    public async Task What_finds_no_place_in_time_is_held_back_and_the_channel_is_not_asked()
    {
        using var pace = Pace(40);
        pace.Refused("a:1", TimeSpan.FromMinutes(5));
        var sent = await Send(pace, Repeat.AlsoUnclear);
        Assert.Equal((SendOutcome.NotNow, true, TimeSpan.FromMinutes(5)), (sent.Outcome, sent.Held, sent.RetryAfter));
        Assert.Empty(_teams.Requests);
    }

    [Theory]
    [InlineData(1, 7, 1)]
    [InlineData(3, 2, 1)]
    [InlineData(14, 1, 2)]
    public async Task No_more_conversations_are_created_than_the_channel_takes_new_ones_whatever_room_the_tenant_has(int live, int most, int seconds)
    {
        using var pace = Pace(1000);
        pace.Live = live;
        var client = PretendConnector.Client(_time, pace: pace);
        for (var round = 1; round <= 2; round++)
        {
            for (var n = 0; n < most; n++)
                Assert.Equal(SendOutcome.Sent, (await client.Create(_teams.Conversation($"a:{round}.{n}"), SendPriority.News)).Outcome);
            var full = await client.Create(_teams.Conversation("a:more"), SendPriority.News);
            Assert.Equal((SendOutcome.NotNow, TimeSpan.FromSeconds(seconds)), (full.Outcome, full.RetryAfter));
            Assert.Equal(round * most, _teams.Requests.Count);
            // A card to somebody who has a conversation waits for none of this.
            Assert.Null(await pace.Enter("other", SendPriority.News, TimeSpan.Zero, default));
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public async Task Each_try_takes_a_place_and_the_last_answer_stands_where_there_is_none()
    {
        using var pace = Pace(40);
        for (var i = 0; i < 6; i++)
            Assert.Null(await pace.Enter("a:1", SendPriority.News, TimeSpan.Zero, default));
        _teams.Then(503);
        var sent = await Send(pace, Repeat.AlsoUnclear);
        // The seventh was answered 503; for the eighth the conversation has a place a second later, for the ninth only after two.
        Assert.Equal(SendOutcome.Sent, sent.Outcome);
        Assert.Equal(2, _teams.Requests.Count);
        Assert.NotNull(await pace.Enter("a:1", SendPriority.News, TimeSpan.Zero, default));
    }

    [Fact]
    public async Task A_429_slows_everybody_a_moment_and_its_conversation_for_as_long_as_the_channel_wishes()
    {
        using var pace = Pace(40);
        _teams.Then(429, retryAfter: "60");
        var sent = await Send(pace, Repeat.OnlyDefinite);
        Assert.Equal((SendOutcome.NotNow, false, 429), (sent.Outcome, sent.Held, sent.Status));
        Assert.NotNull(await pace.Enter("other", SendPriority.News, TimeSpan.Zero, default));
        Assert.Null(await pace.Enter("other", SendPriority.Alert, TimeSpan.Zero, default));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await pace.Enter("other", SendPriority.News, TimeSpan.Zero, default));
        Assert.NotNull(await pace.Enter("a:1", SendPriority.News, TimeSpan.Zero, default));
    }

    [Theory]
    [InlineData(412, 2, 2)]
    [InlineData(429, 2, 2)]
    [InlineData(502, 1, 2)]
    [InlineData(503, 1, 2)]
    [InlineData(504, 1, 2)]
    public async Task After_412_and_429_all_is_sent_again_and_after_502_503_and_504_a_notice_but_never_a_prompt(int status, int prompts, int notices)
    {
        using var pace = Pace(40);
        _teams.Then(status, retryAfter: "1");
        await Send(pace, Repeat.OnlyDefinite);
        Assert.Equal(prompts, _teams.Requests.Count);
        _teams.Then(status, retryAfter: "1");
        await Send(pace, Repeat.AlsoUnclear);
        Assert.Equal(prompts + notices, _teams.Requests.Count);
        // With jitter: never just as long as the channel said.
        Assert.Contains(TimeSpan.FromSeconds(1.2), _time.Waits);
    }

    private ChannelPace Pace(int perSecond) => new(perSecond, _time, NullLogger<ChannelPace>.Instance);

    private Task<SendResult> Send(ChannelPace pace, Repeat repeat) =>
        PretendConnector.Client(_time, pace: pace).Send(_teams.Conversation(), new() { Text = "你好" }, repeat, SendPriority.News);
}
