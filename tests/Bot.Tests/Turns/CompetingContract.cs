using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Equal processes listen to one queue, and count what fails together.</summary>
public abstract class CompetingContract
{
    private const int Messages = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly WakeMessage Poison = new(Board.KeyOf("ann"), 3);

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    [Fact]
    public async Task Two_pumps_share_what_is_due_and_each_record_steps_once()
    {
        await using var opened = await OpenStore();
        TaskCompletionSource both = new(), all = new();
        bool[] begun = [false, false];
        Hall? reader = null;
        Hall Process(int n) => new(inner => new FaultyStore(opened.Store)
        {
            Before = async request =>
            {
                if (request == "Commit" && reader is not null)
                {
                    begun[n] = true;
                    if (begun is [true, true])
                        both.TrySetResult();
                    // Whoever begins waits for the other, so that one alone cannot do it all.
                    await both.Task.WaitAsync(Patience);
                }
                if (request == "Queue.Receive" && both.Task.IsCompleted && (await Counts(reader!)).All(c => c > 1))
                    all.TrySetResult();
            },
        });
        var (one, other) = (Process(0), Process(1));
        await using var _ = one;
        await using var __ = other;
        await one.Open();
        var now = one.Clock.GetUtcNow();
        foreach (var n in Enumerable.Range(0, Messages))
            await one.Turns.Take(new(Board.KeyOf($"b{n}"), new Told([], Later: now)));
        await one.Turns.Settled();
        reader = one;
        using QueuePump first = one.Pump(TimeProvider.System), second = other.Pump(TimeProvider.System);
        await first.StartAsync(default);
        await second.StartAsync(default);
        await opened.Pass(TimeSpan.FromSeconds(1));
        await all.Task.WaitAsync(Patience);
        await Task.WhenAll(first.StopAsync(default), second.StopAsync(default));
        Assert.All(await Counts(one), c => Assert.Equal(2, c));
    }

    private static async Task<IReadOnlyList<int>> Counts(Hall hall)
    {
        var counts = new List<int>();
        foreach (var n in Enumerable.Range(0, Messages))
            counts.Add((await hall.State<Board>(Board.KeyOf($"b{n}")))!.Count);
        return counts;
    }

    [Fact]
    public async Task Tries_are_counted_together_and_a_newer_version_begins_anew()
    {
        await using var opened = await OpenStore(ParkedRecords.TableName);
        ParkedRecords[] processes = [new(opened.Store, TimeProvider.System), new(opened.Store, TimeProvider.System)];
        var tries = await Task.WhenAll(Enumerable.Range(0, ParkedRecords.MostTries - 1).Select(n => Task.Run(() => processes[n % 2].Failed(Poison, "JsonException", default))));
        Assert.Equal(Enumerable.Range(1, ParkedRecords.MostTries - 1), tries.Order());
        Assert.Empty(await processes[0].All());
        Assert.Equal(ParkedRecords.MostTries, await processes[1].Failed(Poison, "KeyNotFoundException", default));
        var parked = Assert.Single(await processes[0].All());
        Assert.Equal((Poison.Key, 3, ParkedRecords.MostTries, "KeyNotFoundException"), (parked.Key, parked.Version, parked.Tries, parked.Fault));
        Assert.Equal(1, await processes[0].Failed(Poison with { Version = 4 }, "JsonException", default));
        Assert.Empty(await processes[0].All());
        await processes[0].Worked(Poison with { Version = 4 }, default);
        Assert.Empty(await opened.Store.Table(ParkedRecords.TableName).All());
    }

    [Fact]
    public async Task A_start_tries_every_parked_record_once_more()
    {
        await using var opened = await OpenStore(ParkedRecords.TableName);
        var parked = new ParkedRecords(opened.Store, TimeProvider.System);
        for (var n = 0; n < ParkedRecords.MostTries; n++)
            await parked.Failed(Poison, "JsonException", default);
        Assert.Equal(1, await parked.TryAgain());
        Assert.Equal(Poison, WakeMessage.Parse(Assert.Single(await opened.Store.Queue.Receive(8, TimeSpan.FromMinutes(1))).Body));
        Assert.Empty(await parked.All());
        Assert.Equal(0, await parked.TryAgain());
        Assert.Equal(1, await parked.Failed(Poison, "JsonException", default));
    }

    [Fact]
    public async Task A_renewed_message_is_let_go_with_its_newest_proof()
    {
        await using var opened = await OpenStore(ParkedRecords.TableName);
        await opened.Store.Queue.Send(Poison.Body, TimeSpan.Zero);
        var message = Assert.Single(await opened.Store.Queue.Receive(1, TimeSpan.FromMinutes(1)));
        using var held = new HeldMessage(opened.Store.Queue, message);
        Assert.True(await held.Renew(TimeSpan.FromSeconds(1), default));
        await held.Delete(default);
        Assert.False(await held.Renew(TimeSpan.FromSeconds(1), default));
        await opened.Pass(TimeSpan.FromSeconds(2));
        Assert.Empty(await opened.Store.Queue.Receive(1, TimeSpan.FromSeconds(1)));
    }
}

public sealed class SqliteCompetingTests : CompetingContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureCompetingTests(Azurite azurite) : CompetingContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}
