using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Who shares the channel's limit: who began, stopped, died, and an outage of the store.</summary>
public sealed class LiveInstancesTests
{
    [Fact]
    public async Task Whoever_begins_is_counted_at_the_others_next_beat_and_whoever_stops_no_longer()
    {
        await using var hall = await Opened();
        var (one, ones) = Instance(hall);
        await one.StartAsync(default);
        Assert.Equal(1, ones.Live);
        var (two, twos) = Instance(hall);
        await two.StartAsync(default);
        Assert.Equal((1, 2), (ones.Live, twos.Live));
        await one.Once(default);
        Assert.Equal(2, ones.Live);

        await two.StopAsync(default);
        await one.Once(default);
        Assert.Equal(1, ones.Live);
        await one.StopAsync(default);
        Assert.Empty(await hall.Store.Table("System").Range("instances", "", "~"));
    }

    [Fact]
    public async Task Whoever_dies_is_counted_no_longer_than_25_seconds_and_forgotten_after_ten_minutes()
    {
        await using var hall = await Opened();
        var (one, ones) = Instance(hall);
        var (dies, _) = Instance(hall);
        await dies.Once(default);
        await one.Once(default);
        hall.Time.Advance(TimeSpan.FromSeconds(24));
        await one.Once(default);
        Assert.Equal(2, ones.Live);
        hall.Time.Advance(TimeSpan.FromSeconds(1));
        await one.Once(default);
        Assert.Equal(1, ones.Live);
        hall.Time.Advance(TimeSpan.FromMinutes(10));
        await one.Once(default);
        Assert.Single(await hall.Store.Table("System").Range("instances", "", "~"));
    }

    [Fact]
    public async Task An_outage_of_the_store_leaves_the_number_as_it_was_and_keeps_nobody_from_starting()
    {
        FaultyStore? store = null;
        await using var hall = await Opened(inner => store = new FaultyStore(inner));
        var (one, ones) = Instance(hall);
        await Instance(hall).Instances.Once(default);
        await one.Once(default);
        store!.Fails = request => request.StartsWith("System.", StringComparison.Ordinal) ? false : null;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => one.Once(default));
        Assert.Equal(2, ones.Live);
        var (late, lates) = Instance(hall);
        await late.StartAsync(default);
        await late.StopAsync(default);
        Assert.Equal(1, lates.Live);
    }

    [Fact]
    public async Task Whoever_begins_beside_others_sends_one_a_second_until_they_have_counted_it_and_an_SOS_at_once()
    {
        await using var hall = await Opened();
        var (one, ones) = Instance(hall);
        await one.StartAsync(default);
        Assert.Equal(38, await Leave(ones, SendPriority.Case));
        var (two, twos) = Instance(hall);
        await two.StartAsync(default);
        for (var second = 0; second < 5; second++)
        {
            hall.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(38, await Leave(ones, SendPriority.Case));
            Assert.Equal(1, await Leave(twos, SendPriority.Case));
            Assert.Equal(0, await Leave(twos, SendPriority.News));
        }
        Assert.Equal(20 - 1, await Leave(twos, SendPriority.Alert));

        await one.Once(default);
        hall.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((19, 19), (await Leave(ones, SendPriority.Case), await Leave(twos, SendPriority.Case)));
    }

    [Fact]
    public async Task What_waits_while_an_instance_begins_is_not_put_off_for_longer_than_that()
    {
        await using var hall = await Opened();
        var (one, _) = Instance(hall);
        await one.StartAsync(default);
        var (two, twos) = Instance(hall);
        await two.StartAsync(default);
        var latest = Enumerable.Range(0, 60).Max(_ => twos.Later(SendPriority.Prompt, came: false)) ?? default;
        Assert.InRange(latest, LiveInstances.CountedWithin, LiveInstances.CountedWithin + TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_429_to_one_of_two_slows_both_within_a_beat_and_both_recover_in_a_minute()
    {
        await using var hall = await Opened();
        var ((one, ones), (two, twos)) = (Instance(hall), Instance(hall));
        foreach (var beat in new[] { one, two, one })
            await beat.Once(default);
        hall.Time.Advance(LiveInstances.CountedWithin);
        Assert.Equal((19, 19), (await Leave(ones, SendPriority.Case), await Leave(twos, SendPriority.Case)));
        ones.Refused("ann", null);
        for (var second = 0; second < 60; second += 5)
        {
            hall.Time.Advance(LiveInstances.Beat);
            await one.Once(default);
            await two.Once(default);
            var share = (await Leave(ones, SendPriority.Case), await Leave(twos, SendPriority.Case));
            Assert.Equal(share.Item1, share.Item2);
            Assert.InRange(share.Item1, 9, second < 50 ? 18 : 19);
        }
        hall.Time.Advance(LiveInstances.Beat);
        Assert.Equal((19, 19), (await Leave(ones, SendPriority.Case), await Leave(twos, SendPriority.Case)));
    }

    [Fact]
    public async Task Whoever_cannot_say_that_it_lives_takes_the_smallest_share()
    {
        FaultyStore? store = null;
        await using var hall = await Opened(inner => store = new FaultyStore(inner));
        await Instance(hall).Instances.Once(default);
        store!.Fails = request => request.StartsWith("System.", StringComparison.Ordinal) ? false : null;
        var (late, lates) = Instance(hall);
        await late.StartAsync(default);
        Assert.Equal((1, 0), (await Leave(lates, SendPriority.Answer), await Leave(lates, SendPriority.News)));
        await late.StopAsync(default);
    }

    /// <summary>How many requests of different conversations leave at this moment.</summary>
    private static async Task<int> Leave(ChannelPace pace, SendPriority priority)
    {
        for (var left = 0; ; left++)
        {
            if (await pace.Enter($"{Guid.NewGuid()}", priority, TimeSpan.Zero, default) is not null)
                return left;
        }
    }

    private static async Task<Hall> Opened(Func<IStore, IStore>? around = null)
    {
        var hall = new Hall(around);
        await hall.Open();
        return hall;
    }

    private static (LiveInstances Instances, ChannelPace Pace) Instance(Hall hall)
    {
        var pace = new ChannelPace(40, new TimersOf(hall.Time), NullLogger<ChannelPace>.Instance);
        return (new(hall.Store.Table("System"), pace, hall.Time, NullLogger<LiveInstances>.Instance), pace);
    }
}
