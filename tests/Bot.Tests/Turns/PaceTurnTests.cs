using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A big shift ends: its prompts are spread, nothing is lost or doubled, and whoever calls for people does not stand behind them.</summary>
public sealed class PaceTurnTests
{
    private const int Prompts = 1000;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private readonly List<(string Person, DateTimeOffset At)> left = [];
    private readonly List<(TimersOf Time, ChannelPace Pace)> paces = [];

    private static FlowKey BoardOf(int n) => Board.KeyOf($"p{n}");

    private static Told Prompt(int n, Delivery delivery = Delivery.Prompt) => new([new Show(new("card", $"p{n}"), delivery)]);

    [Fact]
    public async Task A_thousand_prompts_leave_evenly_each_once_and_a_call_for_people_in_the_middle_leaves_at_once()
    {
        FaultyStore? store = null;
        await using var hall = await Opened(inner => store = new FaultyStore(inner));
        await ShiftEnds(hall);
        Assert.Equal(30, left.Count);
        await Pass(hall, TimeSpan.FromSeconds(5));

        var at = hall.Clock.GetUtcNow();
        await hall.Happens(Alert.KeyAfter("ann", null), new AlertRaised("ann", null));
        Assert.All(["lee", "ben"], who => Assert.Contains((who, at), left));

        store!.Requests.Clear();
        await Pass(hall, TimeSpan.FromSeconds(Prompts / 30.0));
        EachOnce();
        Holds(40);
        Assert.InRange((LastPrompt - Hall.Opening).TotalSeconds, Prompts / 30.0 - 2, Prompts / 30.0 + 2);
    }

    [Fact]
    public async Task A_prompt_that_waits_for_its_time_is_written_once_more_and_woken_once()
    {
        FaultyStore? store = null;
        await using var hall = await Opened(inner => store = new FaultyStore(inner));
        store!.Requests.Clear();
        await ShiftEnds(hall);
        await Pass(hall, TimeSpan.FromSeconds(Prompts / 30.0 + 2));
        EachOnce();
        // Each: claimed and ended; all but the first thirty: given their time.
        Assert.InRange(store.Requests["Flows.Commit"], (3 * Prompts) - 30, (3 * Prompts) - 30 + 20);
    }

    [Fact]
    public async Task A_429_in_the_middle_slows_all_and_loses_none()
    {
        await using var hall = await Opened();
        await ShiftEnds(hall);
        DateTimeOffset? refused = null;
        hall.Channel.BeforePost = who =>
        {
            if (refused is not null)
                return Task.FromResult(Note(hall, who));
            refused = hall.Clock.GetUtcNow();
            return Task.FromResult<SendResult?>(new(SendOutcome.NotNow, RetryAfter: TimeSpan.FromSeconds(20), Status: 429));
        };
        await Pass(hall, TimeSpan.FromMinutes(2));
        EachOnce();
        // Two seconds of quiet, then about half of three hundred.
        Assert.InRange(left.Count(l => l.At > refused && l.At <= refused + TimeSpan.FromSeconds(10)), 60, 180);
        Assert.DoesNotContain(left, l => l.At > refused && l.At < refused + TimeSpan.FromSeconds(2));
        Holds(40);
    }

    [Fact]
    public async Task After_a_restart_in_the_middle_each_comes_at_its_time_and_once()
    {
        await using var hall = await Opened();
        await ShiftEnds(hall);
        await Pass(hall, TimeSpan.FromSeconds(10));
        Assert.InRange(Count, 200, 400);

        var other = Beside(hall);
        await Pass(hall, TimeSpan.FromSeconds(Prompts / 30.0), other);
        EachOnce();
        Holds(40);
    }

    [Fact]
    public async Task After_an_outage_in_the_middle_all_that_was_due_is_spread_anew()
    {
        await using var hall = await Opened();
        await ShiftEnds(hall);
        hall.Time.Advance(TimeSpan.FromMinutes(10));
        await Pass(hall, TimeSpan.FromSeconds(Prompts / 30.0 + 10));
        EachOnce();
        Holds(40);
    }

    [Fact]
    public async Task Two_instances_share_the_limit_and_a_backlog()
    {
        await using var hall = await Opened();
        var other = Beside(hall);
        LiveInstances[] beats = [Beats(hall, hall.Pace), Beats(hall, other.Pace)];
        foreach (var one in beats.Concat(beats))
            await one.Once(default);
        Assert.Equal((2, 2), (hall.Pace.Live, other.Pace.Live));

        for (var n = 0; n < Prompts; n++)
            await (n % 2 == 0 ? hall.Turns : other.Turns).Take(new(BoardOf(n), Prompt(n)));
        await hall.Turns.Settled();
        await other.Turns.Settled();
        await Pass(hall, TimeSpan.FromSeconds(Prompts / 30.0 + 15), other, hall.Turns);
        EachOnce();
        Holds(40);
    }

    [Fact]
    public async Task A_card_that_somebody_asks_for_now_does_not_stand_where_its_prompt_stood()
    {
        await using var hall = await Opened();
        await ShiftEnds(hall);
        Assert.DoesNotContain(left, l => l.Person == "p999");
        await hall.Happens(BoardOf(999), Prompt(999, Delivery.Notice));
        Assert.Contains(("p999", hall.Clock.GetUtcNow()), left);
        await Pass(hall, TimeSpan.FromMinutes(1));
        EachOnce();
    }

    [Fact]
    public async Task A_prompt_that_is_withdrawn_while_it_waits_is_never_sent()
    {
        await using var hall = await Opened();
        await ShiftEnds(hall);
        await hall.Happens(BoardOf(999), Prompt(999, Delivery.Withdraw));
        await Pass(hall, TimeSpan.FromMinutes(1));
        Assert.Equal(Prompts - 1, Count);
        Assert.DoesNotContain(left, l => l.Person == "p999");
    }

    [Fact]
    public async Task A_pressed_card_is_answered_although_the_channel_takes_nothing()
    {
        await using var hall = await Opened();
        await hall.Happens(BoardOf(5000), Prompt(5000, Delivery.Notice));
        await ShiftEnds(hall);
        hall.Pace.Refused("lee", TimeSpan.FromMinutes(1));
        var outcome = await hall.Turns.Take(new(BoardOf(5000), Prompt(5000, Delivery.Refresh)));
        Assert.Contains("count 2", PretendChannel.TextOf(await outcome.Redrawn!.Card), StringComparison.Ordinal);
        await Settle(hall.Turns);
        await Pass(hall, TimeSpan.FromSeconds(5));
        Assert.Contains("count 2", hall.Channel.Drawn["a1"], StringComparison.Ordinal);
    }

    private int Count => left.Count(l => l.Person.StartsWith('p'));

    private DateTimeOffset LastPrompt => left.Where(l => l.Person.StartsWith('p')).Max(l => l.At);

    private async Task<Hall> Opened(Func<IStore, IStore>? around = null)
    {
        var hall = new Hall(around, pace: PaceOn);
        await hall.Open();
        hall.Channel.Posts.Clear();
        hall.Channel.BeforePost = who => Task.FromResult(Note(hall, who));
        return hall;
    }

    private ChannelPace PaceOn(ManualClock clock)
    {
        var time = new TimersOf(clock);
        paces.Add((time, new(40, time, NullLogger<ChannelPace>.Instance)));
        return paces[^1].Pace;
    }

    private static LiveInstances Beats(Hall hall, ChannelPace pace) =>
        new(hall.Store.Table("System"), pace, hall.Time, NullLogger<LiveInstances>.Instance);

    /// <summary>Another process on the same store and channel.</summary>
    private (Bot.Turns.Turns Turns, ChannelPace Pace) Beside(Hall hall)
    {
        var flows = new Dictionary<string, IFlow> { ["board"] = new BoardFlow() };
        var pace = PaceOn(hall.Time);
        var turns = new Bot.Turns.Turns(hall.Store, new(hall.Store.Table(FlowRows.TableName), flows), flows, hall.Clock, NullLogger<Bot.Turns.Turns>.Instance);
        turns.DeliverWith(new(turns, hall.Store.Table(FlowRows.TableName), flows, new PacedChannel(hall.Channel, pace), hall.Readers.Moved, pace, hall.Clock, NullLogger<Outbox>.Instance));
        return (turns, pace);
    }

    private async Task ShiftEnds(Hall hall)
    {
        for (var n = 0; n < Prompts; n++)
            await hall.Turns.Take(new(BoardOf(n), Prompt(n)));
        await Settle(hall.Turns);
    }

    private SendResult? Note(Hall hall, string who)
    {
        lock (left)
            left.Add((who, hall.Clock.GetUtcNow()));
        return null;
    }

    /// <summary>Whoever waits for a place under a claim needs the clock to move.</summary>
    private async Task Settle(Bot.Turns.Turns turns) => await Done(turns.Settled());

    private async Task Done(Task task)
    {
        var spins = 0;
        while (!task.IsCompleted)
        {
            await Task.Yield();
            if (++spins % 5000 == 0 && paces.Find(p => p.Pace.Waiting > 0).Time is { } time)
                time.Step(time.GetUtcNow() + TimeSpan.FromMilliseconds(50));
        }
        await task;
    }

    /// <summary>Time passes, and what wakes is taken by the processes in turn.</summary>
    private async Task Pass(Hall hall, TimeSpan by, (Bot.Turns.Turns Turns, ChannelPace Pace)? other = null, Bot.Turns.Turns? and = null)
    {
        Bot.Turns.Turns[] processes = (other, and) switch
        {
            ({ } one, { } two) => [one.Turns, two],
            ({ } one, null) => [one.Turns],
            _ => [hall.Turns],
        };
        var next = 0;
        for (var end = hall.Time.GetUtcNow() + by; hall.Time.GetUtcNow() < end;)
        {
            hall.Time.Advance(Tick);
            while (await hall.Store.Queue.Receive(16, TimeSpan.FromSeconds(90)) is { Count: > 0 } messages)
            {
                await Done(Task.WhenAll(messages.Select(m => WakeMessage.Parse(m.Body) is { Key.Kind: "board" } wake
                    ? processes[next++ % processes.Length].Wake(wake, new HeldMessage(hall.Store.Queue, m))
                    : Task.CompletedTask)));
            }
            foreach (var turns in processes)
                await Settle(turns);
        }
    }

    private void EachOnce()
    {
        Assert.Equal(Prompts, Count);
        Assert.Equal(Prompts, left.Where(l => l.Person.StartsWith('p')).DistinctBy(l => l.Person).Count());
    }

    /// <summary>No second holds more than the limit and five percent.</summary>
    private void Holds(int perSecond)
    {
        var at = left.Select(l => l.At).Order().ToList();
        var most = perSecond + (perSecond / 20);
        Assert.All(at.Skip(most).Zip(at), p => Assert.True(p.First - p.Second >= TimeSpan.FromSeconds(1), $"{most + 1} in {p.First - p.Second}"));
    }
}
