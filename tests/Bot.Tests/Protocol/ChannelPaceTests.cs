using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>Whatever comes, in whatever order: no window of the channel is ever overfilled, urgent goes first, and everybody's turn comes.</summary>
public sealed partial class ChannelPaceTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly (int Most, double Seconds)[] Windows = [(7, 1), (8, 2), (60, 30), (1800, 3600)];

    private readonly ManualClock clock = new();
    private readonly TimersOf time;
    private ChannelPace? made;
    private int asking;

    public ChannelPaceTests() => time = new(clock);

    public void Dispose() => made?.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(200)]
    public async Task Whatever_comes_no_conversation_and_no_tenant_gets_more_than_its_windows_hold(int perSecond)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var random = new Random(seed);
            var pace = Pace(perSecond);
            List<(string To, TimeSpan At)> left = [];
            List<Task> all = [];
            for (var i = 0; i < 3000; i++)
            {
                // Now and then a crowd at once, now and then quiet, often the same few.
                if (random.Next(20) == 0)
                    await Advance(TimeSpan.FromMilliseconds(random.Next(random.Next(10) == 0 ? 20000 : 700)));
                all.Add(Ask(pace, $"c{random.Next(random.Next(2) == 0 ? 3 : 100)}", (SendPriority)random.Next(5), left, TimeSpan.FromSeconds(random.Next(5))));
                if (random.Next(500) == 0)
                    pace.Refused($"c{random.Next(3)}", random.Next(2) == 0 ? null : TimeSpan.FromSeconds(random.Next(10)));
            }
            await Through(all);
            Assert.True(left.Count > 50, $"{left.Count} left");
            Holds([.. left.Select(l => l.At)], perSecond, 1);
            foreach (var conversation in left.GroupBy(l => l.To))
            {
                foreach (var (most, seconds) in Windows)
                    Holds([.. conversation.Select(c => c.At)], most, seconds);
            }
        }
    }

    [Fact]
    public async Task One_conversation_gets_1800_requests_in_an_hour_and_then_goes_on()
    {
        var pace = Pace(40);
        List<(string To, TimeSpan At)> left = [];
        while (Now < TimeSpan.FromHours(2))
        {
            await Ask(pace, "ann", SendPriority.News, left, TimeSpan.Zero);
            await Advance(TimeSpan.FromMilliseconds(700));
        }
        Holds([.. left.Select(l => l.At)], 1800, 3600);
        Assert.InRange(left.Count, 3500, 3600);
    }

    [Fact]
    public async Task Whoever_waits_goes_by_priority_and_then_by_arrival()
    {
        var pace = Pace(1);
        List<string> order = [];
        Assert.Null(await pace.Enter("before", SendPriority.Prompt, TimeSpan.Zero, default));
        List<Task> all = [];
        foreach (var name in new[] { "prompt 1", "prompt 2", "news 1", "answer 1", "case 1", "news 2", "alert 1", "alert 2", "case 2" })
            all.Add(Named(pace, name, Enum.Parse<SendPriority>(name[..^2], ignoreCase: true), order));
        await Through(all);
        Assert.Equal(["alert 1", "alert 2", "case 1", "case 2", "answer 1", "news 1", "news 2", "prompt 1", "prompt 2"], order);
    }

    [Fact]
    public async Task A_conversation_that_is_full_holds_up_nobody_behind_it()
    {
        var pace = Pace(40);
        List<string> order = [];
        for (var i = 0; i < 7; i++)
            Assert.Null(await pace.Enter("ann", SendPriority.News, TimeSpan.Zero, default));
        var waits = pace.Enter("ann", SendPriority.Case, 2 * Second, default);
        Assert.False(waits.IsCompleted);
        Assert.Null(await pace.Enter("ben", SendPriority.Prompt, TimeSpan.Zero, default));
        await Through([waits.AsTask()]);
        Assert.Empty(order);
    }

    [Fact]
    public async Task Beside_endless_news_every_tenth_place_is_a_prompts()
    {
        var pace = Pace(20);
        List<(string To, TimeSpan At)> news = [], prompts = [];
        List<Task> all = [];
        for (var tick = 0; tick < 600; tick++)
        {
            for (var i = 0; i < 2; i++)
                all.Add(Ask(pace, $"n{tick}.{i}", SendPriority.News, news, Second));
            all.Add(Ask(pace, $"p{tick}", SendPriority.Prompt, prompts, 3 * Second));
            await Advance(TimeSpan.FromMilliseconds(50));
        }
        await Through(all);
        Assert.InRange(news.Count, 450, 600);
        Assert.True(prompts.Count >= news.Count / 10 - 5, $"{prompts.Count} prompts beside {news.Count} news");
    }

    [Fact]
    public async Task An_alert_leaves_at_once_beside_any_number_of_prompts()
    {
        var pace = Pace(40);
        List<(string To, TimeSpan At)> left = [];
        List<Task> all = [.. Enumerable.Range(0, 10_000).Select(i => Ask(pace, $"p{i}", SendPriority.Prompt, left, 3 * Second))];
        for (var i = 0; i < 10; i++)
            Assert.Null(await pace.Enter($"sos{i}", SendPriority.Alert, TimeSpan.Zero, default));
        Assert.Equal(30, left.Count);
        await Through(all);
    }

    [Fact]
    public async Task Several_processes_together_give_one_conversation_no_more_than_its_windows_hold()
    {
        List<TimeSpan> left = [];
        var paces = Enumerable.Range(0, 3).Select(_ => new ChannelPace(40, time, NullLogger<ChannelPace>.Instance) { Live = 3 }).ToList();
        made = paces[0];
        for (var tick = 0; tick < 3000; tick++)
        {
            foreach (var pace in paces)
            {
                if (await pace.Enter("ann", SendPriority.Case, TimeSpan.Zero, default) is null)
                    left.Add(Now);
            }
            clock.Advance(TimeSpan.FromMilliseconds(50));
        }
        Assert.True(left.Count > 100, $"{left.Count} left");
        foreach (var (most, seconds) in Windows)
            Holds(left, most, seconds);
        paces.ForEach(p => p.Dispose());
    }

    [Fact]
    public async Task No_more_than_eight_prompts_wait_at_once_and_they_keep_no_news_from_waiting()
    {
        var pace = Pace(1);
        Assert.Null(await pace.Enter("first", SendPriority.News, TimeSpan.Zero, default));
        var all = Enumerable.Range(0, 20).Select(i => pace.Enter($"p{i}", SendPriority.Prompt, 3 * Second, default)).ToList();
        Assert.Equal(ChannelPace.MostWaiting, all.Count(w => !w.IsCompleted));
        Assert.False(pace.Enter("case", SendPriority.Case, 3 * Second, default).AsTask().IsCompleted);
        Assert.False(pace.Enter("news", SendPriority.News, 3 * Second, default).AsTask().IsCompleted);
        Assert.All(all.Where(w => w.IsCompleted), w => Assert.NotNull(w.Result));
        await Through([.. all.Where(w => !w.IsCompleted).Select(w => w.AsTask())]);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_their_patience_and_is_told_how_long_it_would_be()
    {
        var pace = Pace(1);
        Assert.Null(await pace.Enter("a", SendPriority.News, TimeSpan.Zero, default));
        Assert.Equal(Second, await pace.Enter("b", SendPriority.News, 0.5 * Second, default));
        var first = pace.Enter("c", SendPriority.News, 1.5 * Second, default);
        var second = pace.Enter("d", SendPriority.News, 1.5 * Second, default);
        await Advance(1.5 * Second);
        Assert.Null(await first);
        Assert.Equal(0.5 * Second, await second);
    }

    [Fact]
    public async Task Whoever_goes_away_leaves_the_place_to_others()
    {
        var pace = Pace(1);
        Assert.Null(await pace.Enter("a", SendPriority.News, TimeSpan.Zero, default));
        using var stop = new CancellationTokenSource();
        var first = pace.Enter("b", SendPriority.Case, 2 * Second, stop.Token);
        var second = pace.Enter("c", SendPriority.News, 2 * Second, default);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await first);
        await Advance(Second);
        Assert.Null(await second);
    }

    private TimeSpan Now => clock.GetUtcNow() - new ManualClock().GetUtcNow();

    private ChannelPace Pace(int? perSecond) => made = new(perSecond, time, NullLogger<ChannelPace>.Instance);

    /// <summary>Ring by ring; whoever was let through has written it down before the clock moves on.</summary>
    private async Task Advance(TimeSpan by)
    {
        var end = clock.GetUtcNow() + by;
        do
        {
            while (Volatile.Read(ref asking) > made!.Waiting)
                await Task.Yield();
        }
        while (time.Step(end));
    }

    /// <summary>No window of that length, closed at one end, holds more.</summary>
    private static void Holds(IReadOnlyList<TimeSpan> at, int most, double seconds) =>
        Assert.All(at.Skip(most).Zip(at), p => Assert.True(p.First - p.Second >= TimeSpan.FromSeconds(seconds), $"{most + 1} in {p.First - p.Second}, at most {most} in {seconds} s"));

    /// <summary>How many leave at once now.</summary>
    private static async Task<int> Leave(ChannelPace pace, SendPriority priority)
    {
        for (var n = 0; ; n++)
        {
            if (await pace.Enter($"{priority}{n}", priority, TimeSpan.Zero, default) is not null)
                return n;
        }
    }

    private Task Named(ChannelPace pace, string name, SendPriority priority, List<string> order) => Told(pace, name, priority, TimeSpan.FromSeconds(20), () => order.Add(name));

    private Task Ask(ChannelPace pace, string to, SendPriority priority, List<(string, TimeSpan)> left, TimeSpan patience) =>
        Told(pace, to, priority, patience, () => left.Add((to, Now)));

    private async Task Told(ChannelPace pace, string to, SendPriority priority, TimeSpan patience, Action leaves)
    {
        Interlocked.Increment(ref asking);
        if (await pace.Enter(to, priority, patience, default) is null)
        {
            lock (time)
                leaves();
        }
        Interlocked.Decrement(ref asking);
    }

    /// <summary>Lets time pass until all have left or gave up.</summary>
    private async Task Through(IReadOnlyList<Task> all)
    {
        while (!all.All(t => t.IsCompleted))
        {
            await Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
        await Task.WhenAll(all);
    }
}
