using System.Text.Json.Nodes;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Turns;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>Nobody is heard faster than the limit; nobody else notices; and a call for people passes always.</summary>
public sealed class FrontDoorTests
{
    private static readonly JsonObject Language = new() { ["do"] = "command", ["command"] = "language" };

    [Fact]
    public async Task Of_a_flood_so_many_are_taken_as_the_limit_says_and_one_sentence_answers_the_rest()
    {
        var taken = new Counting();
        await using var bot = await Open(taken, perPerson: 5);
        for (var i = 0; i < 1000; i++)
            Assert.Equal(200, (await bot.Type("ann", $"words {i}")).Status);
        Assert.Equal(5, taken.By("ann"));
        Assert.Contains("half a minute", Assert.Single(bot.Channel.Sent).Body, StringComparison.Ordinal);
        await bot.Type("ben", "hello");
        Assert.Equal(1, taken.By("ben"));
    }

    [Fact]
    public async Task After_half_a_minute_the_sender_is_heard_again_and_never_faster()
    {
        var taken = new Counting();
        await using var bot = await Open(taken, perPerson: 5);
        for (var second = 0; second < 300; second++)
        {
            for (var i = 0; i < 10; i++)
                await bot.Type("ann", "words");
            bot.Time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(50, taken.By("ann"));
        Assert.InRange(bot.Channel.Sent.Count, 9, 10);
    }

    [Fact]
    public async Task A_press_that_is_too_fast_is_answered_each_time_in_the_persons_language()
    {
        var taken = new Counting();
        await using var bot = await Open(taken, perPerson: 1);
        await bot.Press("ann", Language);
        for (var i = 0; i < 3; i++)
            Assert.Contains("half a minute", (await bot.Press("ann", Language)).Body!["value"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(1, taken.By("ann"));
        Assert.Empty(bot.Channel.Sent);
    }

    [Theory]
    [InlineData("sos!")]
    [InlineData("sos")]
    [InlineData("紧急！有人砸东西")]
    [InlineData("person")]
    [InlineData("我想找个人")]
    public async Task Typed_calls_for_people_pass_however_much_came_before(string call)
    {
        var taken = new Counting();
        await using var bot = await Open(taken, perPerson: 1);
        for (var i = 0; i < 20; i++)
            await bot.Type("ann", "words");
        await bot.Type("ann", call);
        Assert.Equal(2, taken.By("ann"));
    }

    [Theory]
    [InlineData("incident.sos")]
    [InlineData("incident.sos.confirm")]
    [InlineData("incident.sos.cancel")]
    [InlineData("incident.sos.take")]
    [InlineData("incident.sos.safe")]
    [InlineData("help.person")]
    [InlineData("command", "sos")]
    [InlineData("command", "person")]
    public async Task Pressed_calls_for_people_pass_however_much_came_before(string verb, string? command = null)
    {
        var taken = new Counting();
        await using var bot = await Open(taken, perPerson: 1);
        for (var i = 0; i < 20; i++)
            await bot.Press("ann", Language);
        await bot.Press("ann", new() { ["do"] = verb, ["sos"] = "ann/999999", ["command"] = command });
        Assert.Equal(2, taken.By("ann"));
    }

    [Fact]
    public async Task A_flood_of_the_same_call_is_one_call_in_two_seconds_and_each_is_answered()
    {
        var taken = new Counting();
        await using var bot = await Open(taken, perPerson: 1);
        await bot.Type("ann", "words");
        for (var i = 0; i < 100; i++)
            Assert.Equal(200, (await bot.Type("ann", $"sos! {i}")).Status);
        Assert.Equal(2, taken.By("ann"));
        bot.Time.Advance(Urgent.Together);
        await bot.Type("ann", "sos!");
        Assert.Equal(3, taken.By("ann"));
    }

    [Fact]
    public async Task A_conversation_has_a_limit_of_its_own_also_over_its_threads()
    {
        var taken = new Counting();
        await using var bot = await Open(taken, perPerson: null, perConversation: 4);
        for (var i = 0; i < 10; i++)
        {
            var activity = WholeBot.By(i % 2 == 0 ? "ann" : "ben", "message", new() { ["text"] = "words" });
            activity["conversation"] = new JsonObject { ["id"] = $"19:team;messageid={i}", ["conversationType"] = "channel" };
            await bot.Deliver(activity);
        }
        Assert.Equal(4, taken.By("ann") + taken.By("ben"));
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task A_stranger_who_floods_is_not_even_answered()
    {
        var taken = new Counting();
        await using var bot = await Open(taken, perPerson: 2);
        for (var i = 0; i < 50; i++)
            await bot.Type("nobody", "words");
        Assert.Equal(2, taken.By("nobody"));
        Assert.Empty(bot.Channel.Sent);
    }

    [Fact]
    public async Task When_too_many_are_inside_words_go_back_to_the_channel_and_a_press_hears_that_it_was_not_saved()
    {
        var taken = new Counting { Gate = new TaskCompletionSource() };
        await using var bot = await Open(taken, perPerson: null);
        var inside = Enumerable.Range(0, FrontDoor.MostAtOnce).Select(_ => bot.Type("ann", "words")).ToList();
        Assert.Equal(503, (await bot.Type("ben", "words")).Status);
        Assert.Contains("112", (await bot.Press("ben", Language)).Body!["value"]!.GetValue<string>(), StringComparison.Ordinal);
        var call = bot.Type("ben", "sos!");
        taken.Gate.SetResult();
        Assert.Equal(200, (await call).Status);
        await Task.WhenAll(inside);
        Assert.Equal(200, (await bot.Type("ben", "words")).Status);
    }

    [Fact]
    public async Task Without_a_limit_everything_is_taken()
    {
        var taken = new Counting();
        await using var bot = await Open(taken, perPerson: null);
        for (var i = 0; i < 500; i++)
            await bot.Type("ann", "words");
        Assert.Equal(500, taken.By("ann"));
    }

    [Theory]
    [InlineData(120)]
    [InlineData(9000)]
    public async Task Words_with_a_long_and_odd_id_are_taken_and_taken_once(int length)
    {
        await using var bot = new WholeBot(Hall.Organisation(null), Hall.Opening);
        await bot.Open();
        for (var i = 0; i < 2; i++)
        {
            foreach (var text in new[] { "check in", "sos!", "language" })
            {
                var words = WholeBot.By("ann", "message", new() { ["text"] = text });
                words["id"] = new string(',', length);
                Assert.Equal(200, (await bot.Deliver(words)).Status);
            }
        }
        await bot.Turns.Settled();
        Assert.Single((await bot.Turns.Rows.ReadSome("sos", "ann", "", 4, CancellationToken.None)).Records);
    }

    private static async Task<WholeBot> Open(Counting taken, int? perPerson, int? perConversation = null)
    {
        var bot = new WholeBot(Hall.Organisation(null), Hall.Opening, new($"{perPerson}" is { Length: > 0 } p ? p : null, $"{perConversation}" is { Length: > 0 } c ? c : null, HasChannel: false), inner: taken);
        await bot.Open();
        return bot;
    }

    /// <summary>Counts whose activities come through.</summary>
    private sealed class Counting : IActivityHandler
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> taken = new();

        public TaskCompletionSource? Gate { get; init; }

        public int By(string person) => taken.GetValueOrDefault($"29:{person}");

        public async Task<ActivityAnswer> Handle(Activity activity, CancellationToken cancel)
        {
            taken.AddOrUpdate(activity.From!.Id!, 1, (_, n) => n + 1);
            if (Gate is not null)
                await Gate.Task;
            return ActivityAnswer.Done;
        }
    }
}
