using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>A view of one's own, on a card that others read too.</summary>
public sealed class PressAnswersTests
{
    private static readonly FlowKey Key = Board.KeyOf("hall");

    private static readonly Slot Everybodys = new("card", TeamChannel.AddressOf("hall")), Own = new("card", "lee");

    [Fact]
    public async Task A_view_of_ones_own_is_drawn_and_stands_nowhere()
    {
        await using var hall = await Posted();
        var before = await hall.Turns.Rows.Read(Key, default);
        var outcome = await hall.Turns.Take(new(Key, new Told([], new SeeOwn(Own)), Pressed: before.PlacesOf(Everybodys).Live));
        var answer = await Answers(hall).Of(Key, outcome, default);
        Assert.Contains("count 2", PretendChannel.TextOf(answer.Card!), StringComparison.Ordinal);
        Assert.False(answer.IsChannels);
        var after = await hall.Turns.Rows.Read(Key, default);
        Assert.Empty(after.PlacesOf(Own).Activities);
        Assert.Equal(before.PlacesOf(Everybodys).Activities, after.PlacesOf(Everybodys).Activities);
    }

    [Fact]
    public async Task A_press_that_changes_the_channels_card_answers_with_the_own_view_and_redraws_the_other_for_everybody()
    {
        await using var hall = await Posted();
        var live = (await hall.Turns.Rows.Read(Key, default)).PlacesOf(Everybodys).Live!;
        var outcome = await hall.Turns.Take(new(Key, new Told([new Show(Everybodys, Delivery.Refresh)], new SeeOwn(Own))));
        Assert.False((await Answers(hall).Of(Key, outcome, default)).IsChannels);
        await hall.Turns.Settled();
        Assert.Contains("count 2", hall.Channel.Drawn[live], StringComparison.Ordinal);
        Assert.Equal([live], (await hall.Turns.Rows.Read(Key, default)).PlacesOf(Everybodys).Activities);
    }

    [Fact]
    public async Task A_press_moves_no_card_of_a_channel_wherever_it_was_pressed()
    {
        await using var hall = await Posted();
        var before = (await hall.Turns.Rows.Read(Key, default)).PlacesOf(Everybodys).Activities;
        var outcome = await hall.Turns.Take(new(Key, new Told([], new See(Everybodys)), Pressed: "in a channel of before"));
        await hall.Turns.Settled();
        Assert.True((await Answers(hall).Of(Key, outcome, default)).IsChannels);
        Assert.Equal(before, (await hall.Turns.Rows.Read(Key, default)).PlacesOf(Everybodys).Activities);
    }

    [Fact]
    public async Task An_old_client_in_a_channel_reads_its_own_view_or_a_sentence_in_the_personal_chat()
    {
        await using var hall = await Posted();
        var (channel, lee) = (new Mentions(hall), hall.Roster.Find("lee")!);
        await channel.References.Keep("lee", new("https://channel.example/", "a:lee", "28:bot", null, "29:lee"));
        var outcome = await hall.Turns.Take(new(Key, new Told([], new SeeOwn(Own))));
        var answers = new PressAnswers(hall.Turns, channel.References, channel.Answers, hall.Looks);
        await answers.Submitted(await answers.Of(Key, outcome, default), lee, Pressed, default);
        await answers.Submitted(new(null, new Notice.NotYours()), lee, Pressed, default);
        Assert.Equal(["a:lee", "a:lee"], channel.Connector.Sent.Select(s => s.Conversation));
        Assert.Empty(channel.Connector.Updated);
    }

    [Fact]
    public async Task Without_a_personal_chat_the_channel_hears_only_where_to_write()
    {
        await using var hall = await Posted();
        var channel = new Mentions(hall);
        var outcome = await hall.Turns.Take(new(Key, new Told([], new SeeOwn(Own))));
        var answers = new PressAnswers(hall.Turns, channel.References, channel.Answers, hall.Looks);
        await answers.Submitted(await answers.Of(Key, outcome, default), hall.Roster.Find("lee")!, Pressed, default);
        var (_, body) = Assert.Single(channel.Connector.Sent);
        Assert.Contains(Texts.English.NotHere, body, StringComparison.Ordinal);
        Assert.DoesNotContain("count", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_client_in_a_channel_gets_what_is_the_channels_in_the_place_of_the_card()
    {
        await using var hall = await Posted();
        var channel = new Mentions(hall);
        var outcome = await hall.Turns.Take(new(Key, new Told([], new See(Everybodys))));
        var answers = new PressAnswers(hall.Turns, channel.References, channel.Answers, hall.Looks);
        await answers.Submitted(await answers.Of(Key, outcome, default), hall.Roster.Find("lee")!, Pressed, default);
        Assert.Equal("pressed", Assert.Single(channel.Connector.Updated).Activity);
        Assert.Empty(channel.Connector.Sent);
    }

    [Fact]
    public async Task Whoever_guesses_the_number_of_a_report_reads_the_same_whether_there_is_one_or_not()
    {
        await using var hall = new Hall();
        await hall.Open();
        var anns = Incident.KeyOf("ann", "20261123010000");
        await hall.Happens(anns, new BeginReport("ann"));
        await hall.Happens(anns, new FillReport("ann", new() { Kinds = [ViolenceKind.SexualHarassment], Injuries = Injury.None, Over = true, Post = "W1" }, Keep: false));
        const string number = "INC-20261123-999";
        Assert.True((await hall.State<Review>(ReviewKeys.Of(number)))!.Restricted);
        foreach (var guessed in new[] { number, "INC-20261123-998" })
        {
            (FlowKey, FlowEvent)[] guesses =
            [
                (ReviewKeys.Of(guessed), new TakeReview("lee")), (ReviewKeys.Of(guessed), new CorrectionDone("lee", 1)), (Statement.KeyOf("ann", guessed), new AnswerHowAreYou("lee", null)),
                (Incident.KeyOf("ann", guessed == number ? anns.Id : "20261123010001"), new OpenReport("lee")),
            ];
            foreach (var (key, e) in guesses)
                Assert.Equal(new PressAnswer(null, new Notice.NotYours()), await Answers(hall).Of(key, await hall.Turns.Take(new(key, e)), default));
        }
    }

    private static Activity Pressed => Mentions.By("lee", Mentions.Here) with { Type = "message", ReplyToId = "pressed" };

    private static PressAnswers Answers(Hall hall)
    {
        var channel = new Mentions(hall);
        return new(hall.Turns, channel.References, channel.Answers, hall.Looks);
    }

    /// <summary>A hall with a card that stands in its team's channel.</summary>
    private static async Task<Hall> Posted()
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Happens(Key, new Told([new Show(Everybodys, Delivery.Notice)]));
        return hall;
    }
}
