using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A prompt is sent at most once, and what was not sent is not lost while its process lives.</summary>
public sealed class PromptClaimTests
{
    private static readonly FlowKey Key = Board.KeyOf("ann");
    private static readonly Slot Card = new("card", "lee");

    private static Told Prompt => new([new Show(Card, Delivery.Prompt)]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_prompt_that_the_channel_did_not_take_is_not_lost_because_the_store_is_away_for_a_moment(bool done)
    {
        FaultyStore? store = null;
        await using var hall = await Opened(inner => store = new FaultyStore(inner));
        hall.Channel.BeforePost = ClaimTests.Once(() =>
        {
            var first = true;
            store!.Fails = request => request == "Flows.Commit" && first && !(first = false) ? done : null;
            return Task.FromResult<SendResult?>(new(SendOutcome.NotNow));
        });
        await hall.Happens(Key, Prompt);
        Assert.Null((await Places(hall)).Live);
        await Drain(hall, TimeSpan.FromSeconds(5));
        Assert.NotNull((await Places(hall)).Live);
        Assert.Equal(1, hall.Channel.PostsTo(Card.Person));
    }

    [Theory]
    [InlineData("Flows.Commit", false)]
    [InlineData("Flows.Commit", true)]
    [InlineData("Flows.Range", false)]
    public async Task A_prompt_is_not_lost_because_the_store_is_away_for_a_moment_while_it_is_begun(string what, bool done)
    {
        FaultyStore? store = null;
        await using var hall = await Opened(inner => store = new FaultyStore(inner));
        var (commits, failed) = (0, false);
        store!.Fails = request =>
        {
            // From the claim on: that is the first commit of a row beside the turn's own.
            commits += request == "Flows.Commit" ? 1 : 0;
            return !failed && commits > 0 && request == what && (failed = true) ? done : null;
        };
        await hall.Happens(Key, Prompt);
        for (var minutes = 0; minutes < 3; minutes++)
            await Drain(hall, TimeSpan.FromMinutes(1));
        Assert.True(failed);
        Assert.Equal(1, hall.Channel.PostsTo(Card.Person));
        Assert.NotNull((await Places(hall)).Live);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_prompt_is_not_lost_because_its_claim_ran_out_before_it_could_be_sent(bool drawnMeanwhile)
    {
        await using var hall = await Opened(inner => inner);
        hall.Channel.BeforePost = ClaimTests.Once(async Task<SendResult?> () =>
        {
            // Another process finds a claim that ran out, of a prompt that somebody began.
            await Drain(hall, Claims.ClaimFor + TimeSpan.FromSeconds(1));
            Assert.Empty((await hall.Turns.Rows.Read(Key, default)).Waiting);
            if (drawnMeanwhile)
                await hall.Turns.Take(new(Key, new Told([new Show(Card, Delivery.Refresh)])), default);
            return new SendResult(SendOutcome.NotNow, Reason: "no time is left under the claim");
        });
        await hall.Happens(Key, Prompt);
        Assert.Null((await Places(hall)).Live);
        await Drain(hall, TimeSpan.FromSeconds(5));
        Assert.NotNull((await Places(hall)).Live);
        Assert.Equal(1, hall.Channel.PostsTo(Card.Person));
    }

    private static async Task<Hall> Opened(Func<IStore, IStore> around)
    {
        var hall = new Hall(around);
        await hall.Open();
        return hall;
    }

    private static async Task<CardPlaces> Places(Hall hall) => (await hall.Turns.Rows.Read(Key, default)).PlacesOf(Card);

    private static async Task Drain(Hall hall, TimeSpan after)
    {
        hall.Time.Advance(after);
        await hall.Outbox.Drain(Key, default);
    }
}
