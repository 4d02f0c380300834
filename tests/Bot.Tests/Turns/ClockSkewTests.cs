using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Clocks of two machines that are seconds apart: nobody takes over what another still does under its claim.</summary>
public sealed class ClockSkewTests
{
    private static readonly FlowKey Key = Board.KeyOf("ann");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static Told Show(Delivery delivery) => new([new Show(new("card", "lee"), delivery)]);

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public async Task A_new_card_that_is_slow_is_not_sent_by_the_other_machine_too(int ahead)
    {
        await using var hall = new Hall();
        await hall.Open();
        var other = TwoProcessesTests.Another(hall, new AheadBy(hall.Clock, TimeSpan.FromSeconds(ahead)));
        var (begun, stalls, release) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource<SendResult?>());
        hall.Channel.BeforePost = _ =>
        {
            var first = ++begun == 1;
            stalls.TrySetResult();
            return first ? release.Task : Task.FromResult<SendResult?>(null);
        };
        await hall.Turns.Take(new(Key, Show(Delivery.Notice)));
        await stalls.Task.WaitAsync(Patience);
        // The last call that the claim allows, at its longest.
        hall.Time.Advance(hall.Channel.LastCalls.Single() - hall.Clock.GetUtcNow() + ConnectorClient.LongestCall);

        await other.Outbox.Drain(Key, default);

        Assert.Equal(1, begun);
        release.SetResult(null);
        await hall.Turns.Settled();
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Empty((await hall.Turns.Rows.Read(Key, default)).Waiting);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public async Task A_drawing_that_a_turn_claimed_with_its_commit_is_not_drawn_by_the_other_machine_meanwhile(int ahead)
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Key, Show(Delivery.Notice));
        var other = TwoProcessesTests.Another(hall, new AheadBy(hall.Clock, TimeSpan.FromSeconds(ahead)));
        var (begun, stalls, release) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource<SendResult?>());
        hall.Channel.LastCalls.Clear();
        hall.Channel.BeforeUpdate = _ =>
        {
            var first = ++begun == 1;
            stalls.TrySetResult();
            return first ? release.Task : Task.FromResult<SendResult?>(null);
        };
        await hall.Turns.Take(new(Key, Show(Delivery.Refresh)));
        await stalls.Task.WaitAsync(Patience);
        hall.Time.Advance(hall.Channel.LastCalls.Single() - hall.Clock.GetUtcNow() + ConnectorClient.LongestCall);

        await other.Outbox.Drain(Key, default);

        Assert.Equal(1, begun);
        release.SetResult(null);
        await hall.Turns.Settled();
        Assert.Empty((await hall.Turns.Rows.Read(Key, default)).Waiting);
    }
}
