using System.Security.Cryptography;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A record that cannot be woken is parked after a bounded number of tries; an outage is no try, and a long turn keeps its lease.</summary>
public sealed class ParkingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly FlowKey Poison = Board.KeyOf("ann");

    /// <summary>A board whose stored state no program can read.</summary>
    private static async Task Spoil(Hall hall, FlowKey key)
    {
        var table = hall.Store.Table(FlowRows.TableName);
        var row = (await table.Get(FlowRows.PartitionOf(key), FlowRows.StateKey(key)))!;
        var columns = new Dictionary<string, object>(row.Columns) { ["count"] = "no number" };
        Assert.True((await table.Commit(row.Partition, [Change.Replace(row.Key, columns, row.ETag)])).Committed);
    }

    private static async Task<(Hall Hall, FaultyStore Store)> WithPoison()
    {
        FaultyStore? store = null;
        var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Happens(Poison, new Told([], Later: hall.Clock.GetUtcNow().AddMinutes(1)));
        await Spoil(hall, Poison);
        return (hall, store!);
    }

    /// <summary>Lets a pump work, with five minutes between two looks at the queue, until it is told to stop.</summary>
    private static async Task Work(Hall hall, FaultyStore store, Task enough)
    {
        var before = store.Before;
        store.Before = request =>
        {
            if (request == "Queue.Receive")
                hall.Time.Advance(TimeSpan.FromMinutes(5));
            return before?.Invoke(request) ?? Task.CompletedTask;
        };
        using var pump = hall.Pump();
        await pump.StartAsync(default);
        await enough.WaitAsync(Patience);
        await pump.StopAsync(default);
        store.Before = before;
    }

    private static async Task<IReadOnlyList<QueueMessage>> MessagesOf(Hall hall, FlowKey key)
    {
        hall.Time.Advance(TimeSpan.FromDays(1));
        return [.. (await hall.Store.Queue.Receive(32, TimeSpan.FromSeconds(1))).Where(m => WakeMessage.Parse(m.Body)?.Key == key)];
    }

    [Fact]
    public async Task A_record_that_fails_again_and_again_is_parked_with_its_reason_and_an_administrator_sees_how_many()
    {
        var (hall, store) = await WithPoison();
        await using var _ = hall;
        var parked = new TaskCompletionSource();
        store.Before = async request =>
        {
            if (request == "Queue.Receive" && (await hall.Parked.All()).Count > 0)
                parked.TrySetResult();
        };
        await Work(hall, store, parked.Task);
        var record = Assert.Single(await hall.Parked.All());
        Assert.Equal((Poison, 1, ParkedRecords.MostTries, "JsonException"), (record.Key, record.Version, record.Tries, record.Fault));
        Assert.Empty(await MessagesOf(hall, Poison));

        var found = await hall.Auditor.Once();
        await hall.Turns.Settled();
        Assert.Equal((1, false), (found.Parked, found.IsWell));
        Assert.Contains("1 record failed again and again", Assert.Single(hall.Channel.Posts, p => p.Person == "ada" && p.Card.Contains("put aside", StringComparison.Ordinal)).Card, StringComparison.Ordinal);
    }

    [Fact]
    public void Twelve_tries_take_a_little_over_an_hour() =>
        Assert.Equal(TimeSpan.FromSeconds(4094), TimeSpan.FromTicks(Enumerable.Range(1, ParkedRecords.MostTries - 1).Sum(n => ParkedRecords.PauseAfter(n).Ticks)));

    [Fact]
    public async Task An_outage_of_the_store_is_no_try()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Happens(Poison, new Told([], Later: hall.Clock.GetUtcNow().AddMinutes(1)));
        var tries = 0;
        var often = new TaskCompletionSource();
        store!.Fails = request =>
        {
            if (request != "Flows.Range")
                return null;
            if (++tries > 2 * ParkedRecords.MostTries)
                often.TrySetResult();
            return false;
        };
        await Work(hall, store, often.Task);
        store.Fails = null;
        Assert.Empty(await hall.Store.Table(ParkedRecords.TableName).Scan().ToListAsync());
        Assert.Single(await MessagesOf(hall, Poison));
    }

    [Fact]
    public async Task A_record_whose_commit_is_always_refused_is_no_outage_and_is_parked_too()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Happens(Poison, new Told([], Later: hall.Clock.GetUtcNow().AddMinutes(1)));
        for (var n = 1; n < ParkedRecords.MostTries; n++)
            await hall.Parked.Failed(new(Poison, 1), "before", default);
        var parked = new TaskCompletionSource();
        store!.Before = async request =>
        {
            // The state is another one just before each commit, at the same version.
            if (request == "Commit" && (await hall.Inner.Table(FlowRows.TableName).Get(FlowRows.PartitionOf(Poison), FlowRows.StateKey(Poison))) is { } row)
                await hall.Inner.Table(FlowRows.TableName).Commit(row.Partition, [Change.Replace(row.Key, row.Columns, row.ETag)]);
            if (request == "Queue.Receive" && (await hall.Parked.All()).Count > 0)
                parked.TrySetResult();
        };
        hall.Time.Advance(TimeSpan.FromMinutes(2));
        using var pump = hall.Pump();
        await pump.StartAsync(default);
        await parked.Task.WaitAsync(Patience);
        await pump.StopAsync(default);
        Assert.Equal("RecordContendedException", Assert.Single(await hall.Parked.All()).Fault);
        Assert.Empty(await MessagesOf(hall, Poison));
    }

    [Fact]
    public async Task A_message_of_somebody_else_is_parked_by_the_hash_of_its_body_and_no_start_tries_it()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Store.Queue.Send("none of ours", TimeSpan.Zero);
        await hall.Store.Queue.Send("none of ours", TimeSpan.Zero);
        var deleted = new TaskCompletionSource();
        store!.Before = async request =>
        {
            if (request == "Queue.Receive" && (await Rows()).Any(r => (int)r.Columns["tries"] == 2))
                deleted.TrySetResult();
        };
        await Work(hall, store, deleted.Task);
        var row = Assert.Single(await Rows());
        Assert.Equal(("NoWakeMessage", Convert.ToHexStringLower(SHA256.HashData("none of ours"u8))), (row.Columns["fault"], row.Columns["id"]));
        Assert.DoesNotContain(row.Columns.Values, v => v is string text && text.Contains("ours", StringComparison.Ordinal));
        Assert.Empty(await hall.Parked.All());
        Assert.Equal(1, await hall.Parked.ForeignMessages());
        await hall.Parked.TryAgain();
        Assert.Equal(1, await hall.Parked.ForeignMessages());
        hall.Time.Advance(ParkedRecords.ForeignKept);
        Assert.Equal(0, await hall.Parked.TryAgain());
        Assert.Empty(await Rows());
        Assert.DoesNotContain(await hall.Store.Queue.Receive(32, TimeSpan.FromSeconds(1)), m => WakeMessage.Parse(m.Body) is null);

        async Task<List<Row>> Rows() => await hall.Inner.Table(ParkedRecords.TableName).Scan().ToListAsync();
    }

    [Fact]
    public async Task The_sweep_leaves_a_parked_record_alone_and_finds_the_others()
    {
        var (hall, _) = await WithPoison();
        await using var __ = hall;
        for (var n = 0; n < ParkedRecords.MostTries; n++)
            await hall.Parked.Failed(new(Poison, 1), "JsonException", default);
        await hall.Happens(Board.KeyOf("ben"), new Told([], Later: hall.Clock.GetUtcNow().AddMinutes(1)));
        hall.Time.Advance(TimeSpan.FromMinutes(10));
        await hall.Store.Queue.Receive(32, TimeSpan.FromDays(2));
        Assert.Equal(1, await hall.Sweep.Once());
        Assert.Equal(Board.KeyOf("ben"), WakeMessage.Parse(Assert.Single(await hall.Store.Queue.Receive(32, TimeSpan.FromDays(2))).Body)!.Value.Key);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_keeps_the_sweep_from_nobody()
    {
        var (hall, _) = await WithPoison();
        await using var __ = hall;
        hall.Channel.BeforePost = _ => Task.FromResult<SendResult?>(new(SendOutcome.NotNow));
        await hall.Happens(Board.KeyOf("cyd"), new Told([new Show(new("card", "lee"), Delivery.Notice)]));
        await Spoil(hall, Board.KeyOf("cyd"));
        hall.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(2, await hall.Sweep.Once());
    }

    [Fact]
    public async Task Something_new_that_happens_to_a_parked_record_wakes_it_as_ever()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Poison, new Told([], Later: hall.Clock.GetUtcNow().AddMinutes(1)));
        for (var n = 0; n < ParkedRecords.MostTries; n++)
            await hall.Parked.Failed(new(Poison, 1), "InvalidOperationException", default);
        await hall.Happens(Poison, new Told([], Later: hall.Clock.GetUtcNow().AddMinutes(2)));
        hall.Time.Advance(TimeSpan.FromMinutes(3));
        foreach (var message in (await hall.Store.Queue.Receive(32, TimeSpan.FromMinutes(2))).Where(m => WakeMessage.Parse(m.Body)?.Key == Poison))
            await hall.Turns.Wake(WakeMessage.Parse(message.Body)!.Value, new(hall.Store.Queue, message));
        Assert.Equal(3, (await hall.State<Board>(Poison))!.Count);
        await hall.Sweep.Once();
        Assert.Empty(await hall.Parked.All());
    }

    [Fact]
    public async Task While_a_long_turn_works_its_lease_is_renewed_and_nobody_else_receives_its_message()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        hall.Channel.BeforePost = _ => Task.FromResult<SendResult?>(new(SendOutcome.NotNow));
        await hall.Happens(Poison, new Told([new Show(new("card", "lee"), Delivery.Notice)]));
        TaskCompletionSource stalls = new();
        var release = new TaskCompletionSource<SendResult?>();
        hall.Channel.BeforePost = _ =>
        {
            stalls.TrySetResult();
            return release.Task;
        };
        hall.Time.Advance(TimeSpan.FromSeconds(10));
        var timers = new HandTimers();
        using var pump = hall.Pump(timers);
        await pump.StartAsync(default);
        await stalls.Task.WaitAsync(Patience);
        for (var n = 0; n < 6; n++)
        {
            hall.Time.Advance(QueuePump.RenewedEvery);
            var renewed = new TaskCompletionSource();
            store!.Fails = request =>
            {
                if (request == "Queue.Renew")
                    renewed.TrySetResult();
                return null;
            };
            timers.GoOff();
            await renewed.Task.WaitAsync(Patience);
            // The writes of this store go one after the other: what is asked now comes behind the renewal.
            await hall.Store.Queue.Delete(new("none", "none", "", 1));
        }
        Assert.DoesNotContain(await hall.Store.Queue.Receive(32, TimeSpan.FromSeconds(1)), m => WakeMessage.Parse(m.Body)?.Key == Poison);
        var stop = pump.StopAsync(default);
        release.SetResult(null);
        await stop.WaitAsync(Patience);
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
    }
}
