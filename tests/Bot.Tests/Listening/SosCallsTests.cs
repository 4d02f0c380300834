using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>Whoever calls for people is heard once, and has the numbers when nobody can be called.</summary>
public sealed class SosCallsTests
{
    private static readonly SosWords AtOnce = new(true, null), Softly = new(false, null);

    [Fact]
    public async Task A_new_call_after_an_alert_that_is_over_is_a_new_alert()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (calls, _) = Calls(hall);
        await Typed(hall, calls, AtOnce, "1");
        var first = Alert.KeyAfter("ann", null);
        await hall.Happens(first, new AlertSafe("ann"));
        await Typed(hall, calls, AtOnce, "2");
        Assert.Equal(AlertPhase.Safe, (await hall.State<Alert>(first))!.Phase);
        Assert.Equal(AlertPhase.Calling, (await hall.State<Alert>(Alert.KeyAfter("ann", first)))!.Phase);
        Assert.Equal(2, hall.Channel.PostsTo("ben"));
    }

    [Fact]
    public async Task The_same_words_delivered_again_call_nobody_again_even_after_it_was_safe()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (calls, _) = Calls(hall);
        await Typed(hall, calls, AtOnce, "1");
        await hall.Happens(Alert.KeyAfter("ann", null), new AlertSafe("ann"));
        await Typed(hall, calls, AtOnce, "1");
        Assert.Equal(1, hall.Channel.PostsTo("ben"));
        Assert.Null(await hall.State<Alert>(Alert.KeyAfter("ann", Alert.KeyAfter("ann", null))));
    }

    [Fact]
    public async Task A_guard_with_a_short_name_who_is_named_is_not_called()
    {
        await using var hall = new Hall(also: new("wu", "Wu", "", "entra-wu", Language.English, "hall", "Door", [Role.Security], [], "", ""));
        await hall.Open();
        var (calls, _) = Calls(hall);
        await Typed(hall, calls, new(true, new("Wu hits me")), "1");
        await hall.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((0, 1), (hall.Channel.PostsTo("wu"), hall.Channel.PostsTo("ben")));
    }

    [Fact]
    public async Task Words_at_the_same_time_are_one_alert()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (calls, _) = Calls(hall);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => calls.Typed(n % 2 == 0 ? AtOnce : Softly, hall.Roster.Find("ann")!, Activity($"{n}"), default)));
        await hall.Turns.Settled();
        Assert.Equal(1, hall.Channel.PostsTo("ben"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_the_store_hangs_or_is_gone_numbers_come_and_the_words_are_asked_for_again(bool hangs)
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        var (calls, connector) = Calls(hall);
        if (hangs)
            store!.Before = _ => Task.Delay(Timeout.Infinite);
        else
            store!.Fails = _ => false;
        Assert.Equal(503, (await calls.Typed(AtOnce, hall.Roster.Find("ann")!, Activity("1"), default).WaitAsync(TimeSpan.FromSeconds(5))).Status);
        Assert.Contains("112", Assert.Single(connector.Sent).Body, StringComparison.Ordinal);
        var pressed = await calls.Pressed(hall.Roster.Find("ann")!, Activity("2"), default).WaitAsync(TimeSpan.FromSeconds(5));
        Assert.IsType<Notice.NumbersBelow>(pressed.Notice);

        (store.Before, store.Fails) = (null, null);
        await Typed(hall, calls, AtOnce, "1");
        Assert.Equal(1, hall.Channel.PostsTo("ben"));
    }

    private static async Task Typed(Hall hall, SosCalls calls, SosWords words, string id)
    {
        Assert.Equal(200, (await calls.Typed(words, hall.Roster.Find("ann")!, Activity(id), default)).Status);
        await hall.Turns.Settled();
    }

    private static (SosCalls Calls, Recorder Connector) Calls(Hall hall)
    {
        var connector = new Recorder();
        var answers = new Answers(hall.Readers, hall.Roster, hall.PersonNow, () => hall.Turns.Rows, connector);
        return (new(hall.Turns, new References(hall.Store.Table(References.TableName)), hall.Sealing, hall.Roster, answers), connector);
    }

    private static Activity Activity(string id) => new()
    {
        Type = "message",
        Id = id,
        ServiceUrl = "https://channel.example/",
        From = new("29:ann", "ann", null),
        Recipient = new("28:bot", null, null),
        Conversation = new("a:ann", "personal", null, null),
    };
}
