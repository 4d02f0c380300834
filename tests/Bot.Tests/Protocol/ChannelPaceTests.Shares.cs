using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>How the limit shrinks and is shared, the times that are handed out, and what is forgotten.</summary>
public sealed partial class ChannelPaceTests
{
    [Fact]
    public async Task A_429_halves_the_rate_and_a_minute_later_it_is_whole_again()
    {
        var pace = Pace(40);
        pace.Refused("ann", TimeSpan.FromMinutes(10));
        // Those that were on their way together count once.
        pace.Refused("ben", TimeSpan.FromMinutes(10));
        Assert.Equal(0, await Leave(pace, SendPriority.News));
        Assert.NotNull(await pace.Enter("ann", SendPriority.News, TimeSpan.Zero, default));
        await Advance(2 * Second);
        Assert.InRange(await Leave(pace, SendPriority.News), 18, 19);
        await Advance(28 * Second);
        Assert.InRange(await Leave(pace, SendPriority.News), 26, 27);
        await Advance(30 * Second);
        Assert.Equal(36, await Leave(pace, SendPriority.News));
        Assert.NotNull(await pace.Enter("ann", SendPriority.News, TimeSpan.Zero, default));
    }

    [Fact]
    public async Task One_conversations_long_wish_silences_no_alert()
    {
        var pace = Pace(40);
        for (var i = 0; i < 10; i++)
        {
            pace.Refused("ann", TimeSpan.FromHours(1));
            await Advance(Second);
        }
        pace.Refused("ann", TimeSpan.FromHours(1));
        Assert.Equal(40, await Leave(pace, SendPriority.Alert));
        await Advance(2 * Second);
        Assert.Null(await pace.Enter("ann", SendPriority.Alert, TimeSpan.Zero, default));
    }

    [Theory]
    [InlineData(40, 2, 20)]
    [InlineData(40, 3, 13)]
    [InlineData(40, 40, 1)]
    public async Task The_share_is_the_whole_part_of_the_limit_by_the_live_instances(int perSecond, int live, int places)
    {
        var pace = Pace(perSecond);
        pace.Live = live;
        Assert.Equal(places, await Leave(pace, SendPriority.Alert));
    }

    [Fact]
    public async Task More_instances_than_places_send_one_in_several_seconds()
    {
        var pace = Pace(1);
        pace.Live = 4;
        Assert.Equal(1, await Leave(pace, SendPriority.Alert));
        await Advance(3 * Second);
        Assert.Equal(0, await Leave(pace, SendPriority.Alert));
        await Advance(Second);
        Assert.Equal(1, await Leave(pace, SendPriority.Alert));
    }

    [Fact]
    public void Twenty_thousand_prompts_are_spread_by_their_number_and_the_rate_in_order()
    {
        var pace = Pace(40);
        var slots = Enumerable.Range(0, 20_000).Select(_ => pace.Later(SendPriority.Prompt, came: false) ?? TimeSpan.Zero).ToList();
        Assert.Equal(30, slots.Count(s => s == TimeSpan.Zero));
        Assert.True(slots.Zip(slots.Skip(1)).All(p => p.First <= p.Second));
        Holds(slots, 30, 1);
        Assert.InRange(slots[^1].TotalSeconds, 20_000 / 30.0 - 2, 20_000 / 30.0 + 2);
        Assert.Null(pace.Later(SendPriority.News, came: false));
        Assert.Null(pace.Later(SendPriority.Alert, came: false));
    }

    [Fact]
    public async Task What_comes_at_its_time_goes_and_what_finds_a_crowd_gets_another_time_soon()
    {
        var pace = Pace(1);
        Assert.Null(pace.Later(SendPriority.Prompt, came: true));
        Assert.Null(await pace.Enter("first", SendPriority.News, TimeSpan.Zero, default));
        List<Task> all = [.. Enumerable.Range(0, 8).Select(i => pace.Enter($"p{i}", SendPriority.Prompt, 3 * Second, default).AsTask())];
        Assert.Equal([Second, 2 * Second, 3 * Second], Enumerable.Range(0, 3).Select(_ => pace.Later(SendPriority.Prompt, came: true)!.Value));
        Assert.Null(pace.Later(SendPriority.Case, came: true));
        await Through(all);
    }

    [Fact]
    public async Task A_conversation_that_has_been_quiet_for_an_hour_is_forgotten()
    {
        var pace = Pace(1000);
        for (var i = 0; i < 500; i++)
            await pace.Enter($"c{i}", SendPriority.News, TimeSpan.Zero, default);
        await Advance(TimeSpan.FromMinutes(59));
        await pace.Enter("late", SendPriority.News, TimeSpan.Zero, default);
        Assert.Equal(501, pace.Remembered);
        await Advance(TimeSpan.FromMinutes(2));
        await pace.Enter("later", SendPriority.News, TimeSpan.Zero, default);
        Assert.Equal(2, pace.Remembered);
    }

    [Fact]
    public async Task A_thread_of_a_channel_is_that_channels()
    {
        var pace = Pace(40);
        for (var i = 0; i < 7; i++)
            Assert.Null(await pace.Enter($"19:abc@thread.tacv2;messageid={i}", SendPriority.News, TimeSpan.Zero, default));
        Assert.NotNull(await pace.Enter("19:abc@thread.tacv2", SendPriority.News, TimeSpan.Zero, default));
    }

    [Fact]
    public async Task Where_nobody_counts_nothing_waits()
    {
        var pace = Pace(null);
        for (var i = 0; i < 1000; i++)
            Assert.Null(await pace.Enter("ann", SendPriority.Prompt, TimeSpan.Zero, default));
        pace.Refused("ann", Second);
        Assert.Null(pace.Later(SendPriority.Prompt, came: false));
        Assert.Equal(0, pace.Remembered);
    }
}
