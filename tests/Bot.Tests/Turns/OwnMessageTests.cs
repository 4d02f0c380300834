using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A turn that delivered everything takes the message of its commit back; one that left anything leaves it.</summary>
public sealed class OwnMessageTests
{
    private static readonly FlowKey Board1 = Board.KeyOf("first");

    private static Show To(string person) => new(new("card", person), Delivery.Notice);

    private static async Task<IReadOnlyList<QueueMessage>> Received(Hall hall, TimeSpan after)
    {
        hall.Time.Advance(after);
        return [.. (await hall.Store.Queue.Receive(32, TimeSpan.FromMinutes(1))).Where(m => WakeMessage.Parse(m.Body)?.Key == Board1)];
    }

    [Fact]
    public async Task After_everything_was_delivered_nobody_is_woken()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Board1, new Told([To("lee"), To("mia")]));
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
        Assert.Empty(await Received(hall, TimeSpan.FromDays(3)));
    }

    [Fact]
    public async Task After_everything_was_delivered_the_next_moment_still_wakes_once()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Board1, new Told([To("lee")], Later: hall.Clock.GetUtcNow().AddHours(2)));
        Assert.Empty(await Received(hall, TimeSpan.FromMinutes(119)));
        var message = Assert.Single(await Received(hall, TimeSpan.FromMinutes(1)));
        Assert.Equal(new WakeMessage(Board1, 1), WakeMessage.Parse(message.Body));
    }

    [Fact]
    public async Task What_is_due_as_soon_as_it_is_committed_wakes_at_once()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Board1, new Told([To("lee")], Later: hall.Clock.GetUtcNow()));
        Assert.Single(await Received(hall, TimeSpan.Zero));
    }

    [Fact]
    public async Task What_a_channel_did_not_take_is_found_by_its_message()
    {
        await using var hall = new Hall();
        await hall.Open();
        hall.Channel.BeforePost = who => Task.FromResult<SendResult?>(who == "mia" ? new(SendOutcome.NotNow) : null);
        await hall.Happens(Board1, new Told([To("lee"), To("mia")]));
        Assert.Single(await Received(hall, OwnDelivery));
    }

    [Fact]
    public async Task A_later_turn_that_delivers_its_own_does_not_silence_what_an_earlier_one_left()
    {
        await using var hall = new Hall();
        await hall.Open();
        hall.Channel.BeforePost = _ => Task.FromResult<SendResult?>(new(SendOutcome.NotNow));
        await hall.Happens(Board1, new Told([To("mia")]));
        hall.Channel.BeforePost = _ => Task.FromResult<SendResult?>(null);
        await hall.Happens(Board1, new Told([To("lee")]));
        Assert.Equal((1, 0), (hall.Channel.PostsTo("lee"), hall.Channel.PostsTo("mia")));

        var newest = (await Received(hall, OwnDelivery)).Select(m => WakeMessage.Parse(m.Body)!.Value).MaxBy(w => w.Version);
        await hall.Turns.Wake(newest, null);
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
    }

    private static TimeSpan OwnDelivery => CheckInBot.Bot.Turns.Turns.OwnDelivery;
}
