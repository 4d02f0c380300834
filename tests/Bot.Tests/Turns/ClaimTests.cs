using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Care;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Whatever happens while a card is on its way: no copy is lost, no wish is lost, nothing is done after its claim ran out.</summary>
public sealed class ClaimTests
{
    private static readonly FlowKey Key = Board.KeyOf("ann");
    private static readonly Slot Card = new("card", "lee");

    private static Told Show(Delivery delivery) => new([new Show(Card, delivery)]);

    private static async Task<Hall> Opened(Func<IStore, IStore>? around = null)
    {
        var hall = new Hall(around);
        await hall.Open();
        return hall;
    }

    private static async Task<CardPlaces> Places(Hall hall) => (await hall.Turns.Rows.Read(Key, default)).PlacesOf(Card);

    private static async Task<OutboxRow> Waiting(Hall hall) => Assert.Single((await hall.Turns.Rows.Read(Key, default)).Waiting);

    private static async Task Drain(Hall hall, TimeSpan after)
    {
        hall.Time.Advance(after);
        await hall.Outbox.Drain(Key, default);
    }

    internal static Func<string, Task<SendResult?>> Once(Func<Task<SendResult?>> what)
    {
        var done = false;
        return _ =>
        {
            var first = !done;
            done = true;
            return first ? what() : Task.FromResult<SendResult?>(null);
        };
    }

    [Fact]
    public async Task A_new_card_stands_in_the_store_before_its_older_copy_becomes_a_line()
    {
        await using var hall = await Opened();
        await hall.Happens(Key, Show(Delivery.Notice));
        var older = (await Places(hall)).Live!;
        var touched = new List<string>();
        hall.Channel.BeforeUpdate = async activity =>
        {
            touched.Add(activity);
            Assert.Equal(2, (await Places(hall)).PostedFor);
            return null;
        };

        await hall.Happens(Key, Show(Delivery.Notice));

        Assert.Equal([older], touched);
        Assert.DoesNotContain("count", hall.Channel.Drawn[older], StringComparison.Ordinal);
        Assert.Contains("count 2", hall.Channel.Drawn[Assert.Single((await Places(hall)).Activities)], StringComparison.Ordinal);
        Assert.Empty((await hall.Turns.Rows.Read(Key, default)).Waiting);
    }

    [Fact]
    public async Task However_slow_the_channel_and_however_many_the_copies_no_call_outlives_its_claim()
    {
        await using var hall = await Opened();
        await hall.Happens(Key, Show(Delivery.Withdraw));
        string[] copies = ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"];
        await hall.Inner.Table(FlowRows.TableName).Commit(FlowRows.PartitionOf(Key), [FlowRows.PlacesChange(Key, new(Card, copies, 0))]);
        hall.Channel.BeforeUpdate = async activity =>
        {
            hall.Time.Advance(TimeSpan.FromSeconds(12));
            Assert.True((await Waiting(hall)).ClaimedUntil >= hall.Clock.GetUtcNow());
            return activity == "c8" ? new(SendOutcome.Gone) : null;
        };

        await hall.Happens(Key, Show(Delivery.Refresh));

        Assert.Contains("count 2", hall.Channel.Drawn["c7"], StringComparison.Ordinal);
        Assert.Equal(["c7"], (await Places(hall)).Activities);
        Assert.All(copies[..6], c => Assert.DoesNotContain("count", hall.Channel.Drawn[c], StringComparison.Ordinal));
        Assert.Empty((await hall.Turns.Rows.Read(Key, default)).Waiting);
    }

    [Theory]
    [InlineData(Delivery.Notice)]
    [InlineData(Delivery.Prompt)]
    [InlineData(Delivery.Refresh)]
    public async Task The_last_call_that_may_begin_ends_before_the_claim_runs_out(Delivery delivery)
    {
        await using var hall = await Opened();
        await hall.Happens(Key, Show(Delivery.Notice));
        DateTimeOffset? until = null;
        async Task<SendResult?> Look(string _)
        {
            until = (await Waiting(hall)).ClaimedUntil;
            return null;
        }
        (hall.Channel.BeforePost, hall.Channel.BeforeUpdate) = (Look, Look);
        await hall.Happens(Key, Show(delivery));
        Assert.InRange(hall.Channel.LastCalls.Last() + ConnectorClient.LongestCall, hall.Clock.GetUtcNow(), until!.Value);
    }

    [Fact]
    public async Task An_older_copy_that_cannot_be_reached_now_becomes_a_line_later_and_is_given_up_in_the_end()
    {
        await using var hall = await Opened();
        await hall.Happens(Key, Show(Delivery.Notice));
        var older = (await Places(hall)).Live!;
        var calls = 0;
        hall.Channel.BeforeUpdate = _ => Task.FromResult<SendResult?>(++calls > 0 ? new(SendOutcome.NotNow) : null);
        await hall.Happens(Key, Show(Delivery.Notice));
        Assert.NotNull((await Waiting(hall)).NotBefore);

        for (var i = 0; i < 10; i++)
            await Drain(hall, TimeSpan.FromMinutes(10));
        Assert.Equal(7, calls);
        Assert.Empty((await hall.Turns.Rows.Read(Key, default)).Waiting);

        hall.Channel.BeforeUpdate = null;
        await hall.Happens(Key, Show(Delivery.Refresh));
        Assert.DoesNotContain("count", hall.Channel.Drawn[older], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_pressed_while_a_new_copy_is_sent_keeps_its_place()
    {
        await using var hall = await Opened();
        await hall.Happens(Key, Show(Delivery.Prompt));
        hall.Channel.BeforePost = Once(async () =>
        {
            await hall.Turns.Take(new(Key, new Told([], new See(Card)), Pressed: "pressed"));
            return null;
        });

        await hall.Happens(Key, Show(Delivery.Prompt));

        Assert.Equal(["a1", "pressed", "a2"], (await Places(hall)).Activities);
    }

    [Fact]
    public async Task A_new_copy_sent_while_a_card_is_pressed_keeps_its_place()
    {
        FaultyStore? store = null;
        await using var hall = await Opened(inner => store = new FaultyStore(inner));
        var release = new TaskCompletionSource();
        var sending = new TaskCompletionSource();
        hall.Channel.BeforePost = async _ =>
        {
            sending.SetResult();
            await release.Task;
            return null;
        };
        await hall.Turns.Take(new(Key, Show(Delivery.Prompt)));
        await sending.Task;
        store!.Before = async request =>
        {
            // The press was read and decided; before it is stored, the copy arrives.
            if (request == "Commit" && release.TrySetResult())
                await hall.Turns.Settled();
        };

        await hall.Turns.Take(new(Key, new Told([], new See(Card)), Pressed: "pressed"));

        Assert.Equal(["a1", "pressed"], (await Places(hall)).Activities);
    }

    [Fact]
    public async Task When_another_copy_is_pressed_and_nothing_changes_the_one_that_stood_until_then_becomes_a_line()
    {
        await using var hall = await Opened();
        await hall.Happens(Key, Show(Delivery.Prompt));
        await hall.Happens(Key, Show(Delivery.Prompt));
        Assert.Equal(["a1", "a2"], (await Places(hall)).Activities);

        await hall.Turns.Take(new(Key, new Told([], new See(Card)), Pressed: "a1"));
        await hall.Turns.Settled();

        Assert.Equal(["a1"], (await Places(hall)).Activities);
        Assert.DoesNotContain("count", hall.Channel.Drawn["a2"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_pressed_while_it_becomes_a_line_is_drawn_as_itself_again()
    {
        await using var hall = await Opened();
        await hall.Happens(Key, Show(Delivery.Notice));
        var older = (await Places(hall)).Live!;
        hall.Channel.BeforeUpdate = Once(async () =>
        {
            await hall.Turns.Take(new(Key, new Told([], new See(Card)), Pressed: older));
            return null;
        });

        await hall.Happens(Key, Show(Delivery.Notice));

        Assert.Equal([older], (await Places(hall)).Activities);
        Assert.Contains("count 3", hall.Channel.Drawn[older], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Delivery.Notice)]
    [InlineData(Delivery.Refresh)]
    [InlineData(Delivery.Withdraw)]
    public async Task What_is_newer_waits_as_long_as_the_channel_asked(Delivery newer)
    {
        await using var hall = await Opened();
        hall.Channel.BeforePost = Once(() => Task.FromResult<SendResult?>(new(SendOutcome.NotNow, RetryAfter: TimeSpan.FromMinutes(10))));
        await hall.Happens(Key, Show(Delivery.Notice));
        var until = (await Waiting(hall)).NotBefore;

        await hall.Happens(Key, Show(newer));

        var row = await Waiting(hall);
        Assert.Equal((until, 1), (row.NotBefore, row.Tries));
        await Drain(hall, TimeSpan.FromMinutes(11));
        Assert.Equal(newer == Delivery.Withdraw ? 0 : 1, hall.Channel.PostsTo("lee"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_may_have_seen_a_card_of_which_nobody_knows_gets_another_that_tells_the_end(bool died)
    {
        await using var hall = await Opened();
        // Whoever dies leaves the claim.
        hall.Channel.BeforePost = Once(() => died ? throw new InvalidOperationException("died") : Task.FromResult<SendResult?>(new(SendOutcome.Unclear)));
        await hall.Happens(Key, Show(Delivery.Notice));
        await hall.Happens(Key, Show(Delivery.Withdraw));
        Assert.Equal(0, hall.Channel.PostsTo("lee"));
        await Drain(hall, TimeSpan.FromMinutes(1));
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Contains("count 2", hall.Channel.Drawn[Assert.Single((await Places(hall)).Activities)], StringComparison.Ordinal);
        Assert.Empty((await hall.Turns.Rows.Read(Key, default)).Waiting);
    }

    [Theory]
    [InlineData(1, Delivery.Refresh)]
    [InlineData(0, Delivery.Withdraw)]
    [InlineData(0, Delivery.Withdraw, Delivery.Refresh)]
    [InlineData(1, Delivery.Prompt, Delivery.Refresh)]
    public async Task A_prompt_refused_for_now_is_sent_later_whatever_was_drawn_meanwhile_unless_it_was_withdrawn(int sent, params Delivery[] meanwhile)
    {
        await using var hall = await Opened();
        hall.Channel.BeforePost = Once(async () =>
        {
            foreach (var delivery in meanwhile)
                await hall.Turns.Take(new(Key, Show(delivery)));
            return new(SendOutcome.NotNow, RetryAfter: TimeSpan.FromMinutes(10));
        });
        await hall.Happens(Key, Show(Delivery.Prompt));
        Assert.Equal(0, hall.Channel.PostsTo("lee"));
        Assert.NotNull((await Waiting(hall)).NotBefore);

        await Drain(hall, TimeSpan.FromMinutes(11));

        Assert.Equal(sent, hall.Channel.PostsTo("lee"));
        Assert.Empty((await hall.Turns.Rows.Read(Key, default)).Waiting);
    }

    [Fact]
    public async Task A_prompt_overtaken_by_a_drawing_before_it_is_begun_is_still_sent()
    {
        FaultyStore? store = null;
        await using var hall = await Opened(inner => store = new FaultyStore(inner));
        bool claimed = false, overtaken = false;
        store!.Before = async request =>
        {
            // The first read after the claim: meanwhile something else was drawn.
            if (request == "Flows.Range" && claimed && !overtaken)
            {
                overtaken = true;
                await hall.Turns.Take(new(Key, Show(Delivery.Refresh)));
            }
            claimed |= request == "Flows.Commit";
        };
        await hall.Happens(Key, Show(Delivery.Prompt));
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
    }

    [Fact]
    public async Task A_signal_that_fails_is_tried_again_later_and_less_often()
    {
        await using var hall = await Opened();
        await hall.Happens(Key, new Told([new Signal("s", Board.KeyOf("broken"), new CaseClosed("case"))]));
        List<double> pauses = [];
        for (var i = 0; i < 3; i++)
        {
            var row = await Waiting(hall);
            var pause = row.NotBefore!.Value - hall.Clock.GetUtcNow();
            pauses.Add(pause.TotalSeconds);
            await Drain(hall, pause);
        }
        Assert.Equal([2, 4, 8], pauses);
    }
}
