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

    [Fact]
    public async Task In_a_channel_it_is_a_call_by_who_wrote_it_and_the_channel_reads_one_line_without_name_or_post()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (calls, connector) = Calls(hall);
        await Met(hall);
        for (var n = 0; n < 2; n++)
            Assert.Equal(200, (await calls.InChannel(AtOnce, hall.Roster.Find("ann")!, InTheHall("1"), default)).Status);
        await hall.Turns.Settled();
        Assert.Equal((1, 1), (hall.Channel.PostsTo("ben"), hall.Channel.PostsTo("ann")));
        Assert.Contains("incident.sos.cancel", Assert.Single(hall.Channel.Posts, p => p.Person == "ann").Card, StringComparison.Ordinal);
        Assert.All(connector.Sent.Select(s => s.Body), line =>
        {
            Assert.Contains("People are called", line, StringComparison.Ordinal);
            Assert.Contains("112", line, StringComparison.Ordinal);
            Assert.DoesNotMatch("ann\\b|W1|Action", line);
        });
        // The personal chat stays where it was.
        Assert.Equal("a:ann", (await new References(hall.Store.Table(References.TableName)).Of("ann"))!.ConversationId);
    }

    [Fact]
    public async Task In_a_channel_without_the_exclamation_mark_the_tap_is_asked_for_in_the_own_chat()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (calls, connector) = Calls(hall);
        await Met(hall);
        await calls.InChannel(Softly, hall.Roster.Find("ann")!, InTheHall("1"), default);
        await hall.Turns.Settled();
        Assert.Equal((0, 1), (hall.Channel.PostsTo("ben"), hall.Channel.PostsTo("ann")));
        Assert.Contains("our own chat", Assert.Single(connector.Sent).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stranger_in_a_channel_or_somebody_never_met_gets_the_numbers(bool stranger)
    {
        await using var hall = new Hall();
        await hall.Open();
        var (calls, connector) = Calls(hall);
        Assert.Equal(200, (await calls.InChannel(AtOnce, stranger ? null : hall.Roster.Find("ann"), InTheHall("1"), default)).Status);
        await hall.Turns.Settled();
        Assert.Contains("112", Assert.Single(connector.Sent).Body, StringComparison.Ordinal);
        Assert.Empty(hall.Channel.Posts);
    }

    [Fact]
    public async Task In_a_channel_without_the_store_the_numbers_come_without_a_button_and_the_words_are_asked_for_again()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        var (calls, connector) = Calls(hall);
        store!.Fails = _ => false;
        Assert.Equal(503, (await calls.InChannel(AtOnce, hall.Roster.Find("ann")!, InTheHall("1"), default)).Status);
        Assert.Contains("112", Assert.Single(connector.Sent).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Action", connector.Sent.First().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_tap_calls_in_one_tap_also_where_another_alert_came_after_it()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (calls, _) = Calls(hall);
        await Typed(hall, calls, Softly, "1");
        var first = Alert.KeyAfter("ann", null);
        await hall.Pass(TimeSpan.FromSeconds(61));
        await Tapped(hall, calls, first);
        Assert.Equal(AlertPhase.Calling, (await hall.State<Alert>(first))!.Phase);
        Assert.Equal(1, hall.Channel.PostsTo("ben"));
        await hall.Happens(first, new AlertSafe("ann"));

        await Typed(hall, calls, Softly, "2");
        var second = Alert.KeyAfter("ann", first);
        await hall.Pass(TimeSpan.FromSeconds(61));
        await Typed(hall, calls, AtOnce, "3");
        var third = Alert.KeyAfter("ann", second);
        // While the third is open the tap on the second joins it; once it is over it is a call of its own.
        await Tapped(hall, calls, second);
        Assert.Equal((AlertPhase.Unconfirmed, 2), ((await hall.State<Alert>(second))!.Phase, hall.Channel.PostsTo("ben")));
        await hall.Happens(third, new AlertSafe("ann"));
        await Tapped(hall, calls, second);
        Assert.Equal(AlertPhase.Calling, (await hall.State<Alert>(Alert.KeyAfter("ann", third)))!.Phase);
        Assert.Equal(3, hall.Channel.PostsTo("ben"));
        // On a card of a call that is over there is nothing to confirm.
        await hall.Happens(Alert.KeyAfter("ann", third), new AlertSafe("ann"));
        await Tapped(hall, calls, third);
        Assert.Equal(3, hall.Channel.PostsTo("ben"));
    }

    [Fact]
    public async Task Who_calls_again_a_moment_after_somebody_else_said_that_it_is_safe_is_heard()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (calls, _) = Calls(hall);
        await Typed(hall, calls, AtOnce, "1");
        var first = Alert.KeyAfter("ann", null);
        await hall.Happens(first, new AlertTaken("ben"));
        await hall.Pass(TimeSpan.FromMinutes(1));
        await hall.Happens(first, new AlertSafe("ben"));
        // The card that Ann looks at still has the button of the second call.
        await Tapped(hall, calls, first, again: 1);
        var second = Alert.KeyAfter("ann", first);
        Assert.Equal((AlertPhase.Safe, AlertPhase.Calling), ((await hall.State<Alert>(first))!.Phase, (await hall.State<Alert>(second))!.Phase));
        var posts = hall.Channel.PostsTo("ben");
        // Twice is once.
        await Tapped(hall, calls, first, again: 1);
        Assert.Equal((posts, null), (hall.Channel.PostsTo("ben"), await hall.State<Alert>(Alert.KeyAfter("ann", second))));
    }

    [Fact]
    public async Task A_call_again_that_was_taken_calls_nobody_once_it_is_safe()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (calls, _) = Calls(hall);
        await Typed(hall, calls, AtOnce, "1");
        var first = Alert.KeyAfter("ann", null);
        await hall.Happens(first, new AlertTaken("ben"));
        await Tapped(hall, calls, first, again: 1);
        Assert.Equal(1, (await hall.State<Alert>(first))!.Round);
        await hall.Happens(first, new AlertSafe("ann"));
        await Tapped(hall, calls, first, again: 1);
        Assert.Null(await hall.State<Alert>(Alert.KeyAfter("ann", first)));
    }

    [Fact]
    public async Task A_tap_without_the_store_brings_the_numbers()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        var (calls, connector) = Calls(hall);
        await Typed(hall, calls, Softly, "1");
        store!.Before = _ => Task.Delay(Timeout.Infinite);
        var answer = await Tap(hall, calls, Alert.KeyAfter("ann", null)).WaitAsync(TimeSpan.FromSeconds(5));
        Assert.IsType<Notice.NumbersBelow>(answer.Notice);
        Assert.Contains("112", Assert.Single(connector.Sent).Body, StringComparison.Ordinal);
    }

    private static async Task Tapped(Hall hall, SosCalls calls, FlowKey alert, int? again = null)
    {
        await Tap(hall, calls, alert, again);
        await hall.Turns.Settled();
    }

    private static Task<PressAnswer> Tap(Hall hall, SosCalls calls, FlowKey alert, int? again = null) => calls.Confirmed(
        new(alert.Reference) { Again = new(again?.ToString(System.Globalization.CultureInfo.InvariantCulture)) },
        hall.Roster.Find("ann")!,
        Activity("tap"),
        async () =>
        {
            await hall.Turns.Take(new(alert, new AlertConfirmed("ann", null, again)));
            return default;
        },
        default);

    /// <summary>The bot has a conversation with Ann.</summary>
    private static async Task Met(Hall hall) =>
        await new References(hall.Store.Table(References.TableName)).Keep("ann", Callers.ReferenceOf(Activity("0"))!);

    private static Activity InTheHall(string id) => Activity(id) with { Conversation = new("19:hall", "channel", null, null) };

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
