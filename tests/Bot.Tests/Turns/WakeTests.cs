using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Rows are the truth, messages are hints: whatever fails, the queue alone brings every record to rest.</summary>
public sealed class WakeTests
{
    private static readonly Answered High = new("ann", new Answer { Stress = 5, Mood = 3 });

    /// <summary>Lets the queue's messages do their work, without the clock run, until nothing is left before <paramref name="until"/>.</summary>
    private static async Task Pump(Hall hall, DateTimeOffset until)
    {
        for (var idle = 0; idle < 2;)
        {
            IReadOnlyList<QueueMessage> messages = [];
            try
            {
                messages = await hall.Store.Queue.Receive(8, TimeSpan.FromSeconds(90));
                foreach (var message in messages)
                    await hall.Turns.Wake(WakeMessage.Parse(message.Body)!.Value, new(hall.Store.Queue, message));
                await hall.Turns.Settled();
            }
            catch (StoreUnavailableException)
            {
                messages = [];
            }
            if (messages.Count > 0)
                continue;
            if (hall.Clock.GetUtcNow() >= until)
                idle++;
            else
                hall.Time.Advance(TimeSpan.FromSeconds(30));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_prompt_lost_with_the_process_that_sent_it_comes_with_its_reminder(bool sweptBefore)
    {
        await using var hall = new Hall();
        await hall.Open();
        hall.Channel.BeforePost = _ => throw new InvalidOperationException("killed between claim and channel");
        await hall.Pass(TimeSpan.FromHours(9));
        hall.Channel.BeforePost = null;
        var row = Assert.Single((await hall.Turns.Rows.Read(Hall.AnnsCheckIn, default)).Waiting);
        Assert.Equal((0, true), (row.Wants, row.ClaimedUntil > hall.Clock.GetUtcNow()));
        if (sweptBefore)
        {
            hall.Time.Advance(TimeSpan.FromMinutes(1));
            await hall.Outbox.Drain(Hall.AnnsCheckIn, default);
            Assert.Empty((await hall.Turns.Rows.Read(Hall.AnnsCheckIn, default)).Waiting);
        }
        await hall.Pass(Hall.Opening.AddHours(9).AddMinutes(44) - hall.Clock.GetUtcNow());
        Assert.Equal(0, Prompts());

        await hall.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(1, Prompts());
        Assert.Empty((await hall.Turns.Rows.Read(Hall.AnnsCheckIn, default)).Waiting);
        await hall.Pass(TimeSpan.FromHours(3));
        Assert.Equal(1, Prompts());

        int Prompts() => hall.Channel.Posts.Count(p => p.Person == "ann" && p.Card.Contains("checkin.answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_queue_alone_carries_a_day_from_shift_end_to_return_visit()
    {
        await using var hall = new Hall();
        await hall.Open();
        await Pump(hall, Hall.Opening.AddHours(9).AddMinutes(1));
        Assert.Equal(CheckInPhase.Asked, (await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Phase);

        await hall.Happens(Hall.AnnsCheckIn, High);
        await Pump(hall, hall.Clock.GetUtcNow().AddMinutes(16));
        Assert.Equal(1, hall.Channel.PostsTo("mia"));

        await hall.Happens(Hall.AnnsCase, new Take("mia"));
        await hall.Happens(Hall.AnnsCase, new Resolve("mia", Done.Break, null));
        await Pump(hall, hall.Clock.GetUtcNow().AddHours(25));
        Assert.Equal(CasePhase.Visiting, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public async Task Requests_that_fail_before_or_after_they_are_done_lose_nothing_and_prompt_nobody_twice(double share)
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var random = new Random(seed);
            FaultyStore? faulty = null;
            await using var hall = new Hall(inner => faulty = new FaultyStore(inner));
            await hall.Open();
            var prompts = 0;
            hall.Channel.BeforePost = who =>
            {
                lock (random)
                {
                    var roll = random.NextDouble();
                    if (who == "ann" && hall.Clock.GetUtcNow() < Hall.Opening.AddHours(9).AddMinutes(40))
                        prompts++;
                    return Task.FromResult<SendResult?>(roll < share / 2 ? new(SendOutcome.Unclear) : null);
                }
            };
            faulty!.Fails = _ => random.NextDouble() is var roll && roll < share ? roll < share / 2 : null;

            await Pump(hall, Hall.Opening.AddHours(9).AddMinutes(30));
            Assert.True(prompts <= 1, $"seed {seed}: {prompts} prompts");
            // A row of failures may keep the question waiting; it is asked up to two hours late.
            await Pump(hall, Hall.Opening.AddHours(9).AddMinutes(100));
            await UntilTaken(hall, Hall.AnnsCheckIn, High);
            await Pump(hall, hall.Clock.GetUtcNow().AddMinutes(10));
            faulty.Fails = null;
            await Pump(hall, hall.Clock.GetUtcNow().AddMinutes(4));

            Assert.True(hall.Channel.PostsTo("lee") >= 1, $"seed {seed}: the leader was not told");
            var state = (await hall.State<Escalation>(Hall.AnnsCase))!;
            Assert.Equal(CasePhase.Asking, state.Phase);
            Assert.True(state.Asked.Length == 1 && state.Step == 0, $"seed {seed}: opened or stepped twice");
            Assert.Empty((await hall.Turns.Rows.Read(Hall.AnnsCheckIn, default)).Waiting);
            Assert.Empty((await hall.Turns.Rows.Read(Hall.AnnsCase, default)).Waiting);
        }
    }

    [Fact]
    public async Task A_lost_message_is_replaced_by_the_sweep_which_says_so()
    {
        await using var hall = new Hall();
        await hall.Open();
        await Pump(hall, Hall.Opening.AddHours(9).AddMinutes(-1));
        hall.Time.Advance(Hall.Opening.AddHours(9) - hall.Clock.GetUtcNow());
        foreach (var lost in await hall.Store.Queue.Receive(32, TimeSpan.FromSeconds(1)))
            await hall.Store.Queue.Delete(lost);
        Assert.Equal(0, await hall.Sweep.Once());

        hall.Time.Advance(Sweep.Late + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await hall.Sweep.Once());
        await Pump(hall, hall.Clock.GetUtcNow());
        Assert.Equal(CheckInPhase.Asked, (await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Phase);
    }

    [Fact]
    public async Task A_step_costs_one_read_of_its_record_and_one_commit()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9));
        await hall.Happens(Hall.AnnsCheckIn, High);
        // The card's delivery is counted apart: nothing is delivered while the turn is counted.
        hall.Turns.DeliverWith(null!);
        store!.Requests.Clear();

        await hall.Turns.Take(new(Hall.AnnsCase, new Take("lee")));

        Assert.Equal(1, store.Requests["Commit"]);
        Assert.Equal(1, store.Requests["Flows.Range"]);
        // Who could be asked is not looked up where nobody is.
        Assert.Equal(["Commit", "Flows.Range"], store.Requests.Keys.Order());
    }

    private static async Task UntilTaken(Hall hall, FlowKey key, FlowEvent e)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                if ((await hall.Turns.Take(new(key, e))).State is not null)
                    return;
            }
            catch (StoreUnavailableException)
            {
                // The channel delivers again.
            }
        }
        Assert.Fail("The answer was never taken.");
    }
}
