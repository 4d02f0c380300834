using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>Whoever asks for a person sees phone numbers, whatever else fails.</summary>
public sealed class NumbersTests
{
    [Fact]
    public async Task Numbers_do_not_wait_for_a_store_that_hangs()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        store!.Before = _ => Task.Delay(Timeout.Infinite);
        Assert.Contains("112", await NumbersOf(hall), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_do_not_need_a_store_that_is_gone()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        store!.Fails = _ => false;
        Assert.Contains("112", await NumbersOf(hall), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_does_not_wait_for_a_store_that_hangs()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        var gus = hall.Roster.Find("gus")!;
        store!.Before = _ => Task.Delay(Timeout.Infinite);
        var answers = new Answers(hall.Readers, hall.Roster, hall.PersonNow, () => hall.Turns.Rows, new Silence());
        var sentence = await answers.Text(new Notice.NumbersBelow(), gus, default).AsTask().WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(Texts.For(gus.Language).NumbersBelow, sentence);
    }

    [Fact]
    public async Task With_a_store_the_crisis_contact_stands_on_the_card()
    {
        await using var hall = new Hall();
        await hall.Open();
        Assert.Contains("gus", await NumbersOf(hall), StringComparison.Ordinal);
    }

    private static async Task<string> NumbersOf(Hall hall)
    {
        var answers = new Answers(hall.Readers, hall.Roster, hall.PersonNow, () => hall.Turns.Rows, new Silence());
        return PretendChannel.TextOf(await answers.Numbers(hall.Roster.Find("ann")!, default));
    }

    private sealed class Silence : IConnector
    {
        public Task<SendResult> Send(ConversationReference to, OutgoingActivity activity, Repeat repeat, SendPriority priority, CancellationToken cancel = default) =>
            Task.FromResult(new SendResult(SendOutcome.Unclear));

        public Task<SendResult> Update(ConversationReference to, string activityId, OutgoingActivity activity, SendPriority priority, CancellationToken cancel = default) =>
            Task.FromResult(new SendResult(SendOutcome.Unclear));

        public Task<SendResult> Create(ConversationReference known, SendPriority priority, CancellationToken cancel = default) => Task.FromResult(new SendResult(SendOutcome.Unclear));
    }
}
