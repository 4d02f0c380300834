using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Whoever waits for a channel delays nobody else, and what was begun is finished when the program stops.</summary>
public sealed class PumpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static Told To(string person) => new([new Show(new("card", person), Delivery.Notice)]);

    /// <summary>A board whose effect nobody delivers but the queue's message.</summary>
    private static async Task LeaveToItsMessage(Hall hall, string owner, string reader)
    {
        await hall.Turns.Settled();
        hall.Channel.BeforePost = _ => Task.FromResult<SendResult?>(new(SendOutcome.NotNow));
        await hall.Happens(Board.KeyOf(owner), To(reader));
    }

    [Fact]
    public async Task A_channel_that_stalls_for_one_reader_delays_nobody_else_and_a_stop_waits_for_it()
    {
        await using var hall = new Hall();
        await hall.Open();
        await LeaveToItsMessage(hall, "first", "lee");
        await LeaveToItsMessage(hall, "second", "mia");
        TaskCompletionSource stalls = new(), other = new();
        var release = new TaskCompletionSource<SendResult?>();
        hall.Channel.BeforePost = who =>
        {
            (who == "lee" ? stalls : other).TrySetResult();
            return who == "lee" ? release.Task : Task.FromResult<SendResult?>(null);
        };
        using var pump = hall.Pump();
        await pump.StartAsync(default);
        // The second one's message comes only after the first one's was received and has stalled.
        await hall.Store.Queue.Send(new WakeMessage(Board.KeyOf("first"), 1).Body, TimeSpan.Zero);
        hall.Time.Advance(TimeSpan.FromSeconds(3));
        await stalls.Task.WaitAsync(Patience);
        await hall.Store.Queue.Send(new WakeMessage(Board.KeyOf("second"), 1).Body, TimeSpan.Zero);
        await other.Task.WaitAsync(Patience);

        var stop = pump.StopAsync(default);
        Assert.False(stop.IsCompleted);
        release.SetResult(null);
        await stop.WaitAsync(Patience);
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Empty((await hall.Turns.Rows.Read(Board.KeyOf("first"), default)).Waiting);
    }

    [Fact]
    public async Task Messages_that_fail_or_are_none_of_ours_keep_nobody_from_being_woken()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await LeaveToItsMessage(hall, "first", "lee");
        var told = new TaskCompletionSource();
        hall.Channel.BeforePost = who =>
        {
            told.TrySetResult();
            return Task.FromResult<SendResult?>(null);
        };
        var failures = 3;
        store!.Fails = request => request is "Queue.Receive" && failures-- > 0 ? false : null;
        await hall.Store.Queue.Send("none of ours", TimeSpan.Zero);
        await hall.Store.Queue.Send(new WakeMessage(new("nothing", "like", "this"), 1).Body, TimeSpan.Zero);
        hall.Time.Advance(TimeSpan.FromSeconds(10));
        using var pump = hall.Pump();
        await pump.StartAsync(default);
        await told.Task.WaitAsync(Patience);
        await pump.StopAsync(default);
    }

    [Fact]
    public async Task A_delivery_on_its_way_when_the_program_stops_is_finished()
    {
        await using var hall = new Hall();
        await hall.Open();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(hall.Turns).AddHostedService<LastDeliveries>();
        using var host = builder.Build();
        await host.StartAsync();
        var sending = new TaskCompletionSource();
        var release = new TaskCompletionSource<SendResult?>();
        hall.Channel.BeforePost = _ =>
        {
            sending.SetResult();
            return release.Task;
        };
        await hall.Turns.Take(new(Board.KeyOf("ann"), To("lee")));
        await sending.Task;

        var stop = host.StopAsync();
        Assert.False(stop.IsCompleted);
        release.SetResult(null);
        await stop.WaitAsync(Patience);

        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Empty((await hall.Turns.Rows.Read(Board.KeyOf("ann"), default)).Waiting);
    }

    [Fact]
    public async Task A_delivery_that_never_ends_does_not_keep_the_program_from_stopping()
    {
        await using var hall = new Hall();
        await hall.Open();
        var release = new TaskCompletionSource<SendResult?>();
        hall.Channel.BeforePost = _ => release.Task;
        await hall.Turns.Take(new(Board.KeyOf("ann"), To("lee")));

        await new LastDeliveries(hall.Turns, NullLogger<LastDeliveries>.Instance).StopAsync(new CancellationToken(canceled: true));

        release.SetResult(null);
        await hall.Turns.Settled();
    }

    [Fact]
    public void Hosted_services_stop_in_reverse_order_and_deliveries_are_the_last()
    {
        var hosted = new ServiceCollection().AddTurns().Where(s => s.ServiceType == typeof(IHostedService)).ToList();
        Assert.Equal(typeof(LastDeliveries), hosted[0].ImplementationType);
        Assert.Equal(4, hosted.Count);
    }

    [Fact]
    public async Task A_card_that_stalls_when_it_is_tried_again_does_not_hold_up_the_next_step()
    {
        await using var hall = new Hall();
        await hall.Open();
        hall.Channel.BeforePost = _ => Task.FromResult<SendResult?>(new(SendOutcome.NotNow));
        var key = Board.KeyOf("first");
        await hall.Happens(key, To("lee") with { Later = hall.Clock.GetUtcNow().AddSeconds(6) });
        TaskCompletionSource stalls = new();
        var release = new TaskCompletionSource<SendResult?>();
        hall.Channel.BeforePost = _ =>
        {
            stalls.TrySetResult();
            return release.Task;
        };
        hall.Time.Advance(TimeSpan.FromSeconds(5.7));
        var message = Assert.Single(await hall.Store.Queue.Receive(32, TimeSpan.FromMinutes(2)), m => WakeMessage.Parse(m.Body)?.Key == key);
        var wake = hall.Turns.Wake(new(key, 1), new(hall.Store.Queue, message));
        await stalls.Task.WaitAsync(Patience);
        hall.Time.Advance(TimeSpan.FromSeconds(0.5));
        await wake.WaitAsync(Patience);
        Assert.Equal(2, (await hall.State<Board>(key))!.Count);
        release.SetResult(null);
        await hall.Turns.Settled();
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
    }
}
