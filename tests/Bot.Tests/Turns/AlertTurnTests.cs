using System.Text.RegularExpressions;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>An alert on the real turns: who sees what within which second, and what the rows keep. Ann calls; Lee leads, Ben is her buddy, Mia leads the hall.</summary>
public sealed partial class AlertTurnTests
{
    private static readonly FlowKey Key = Alert.KeyAfter("ann", null);

    [Fact]
    public async Task Cards_go_out_in_the_first_turn_with_who_and_where()
    {
        await using var hall = await Opened();
        await Raised(hall);
        foreach (var person in new[] { "lee", "ben" })
        {
            var card = Assert.Single(hall.Channel.Posts, p => p.Person == person).Card;
            Assert.Contains("W1", card, StringComparison.Ordinal);
            Assert.Contains("ann", card, StringComparison.Ordinal);
            Assert.Contains("incident.sos.take", card, StringComparison.Ordinal);
        }
        Assert.Equal(0, hall.Channel.PostsTo("mia"));
        Assert.Contains("incident.sos.safe", CardOf(hall, "ann"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_thirty_seconds_the_hall_leader_is_called_and_after_ninety_the_person_knows_that_nobody_answered()
    {
        await using var hall = await Opened();
        await Raised(hall);
        await hall.Pass(TimeSpan.FromSeconds(29));
        Assert.Equal(0, hall.Channel.PostsTo("mia"));
        await hall.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
        await hall.Pass(TimeSpan.FromSeconds(60));
        Assert.Contains("nobody has answered", CardOf(hall, "ann"), StringComparison.Ordinal);
        Assert.Contains("112", CardOf(hall, "ann"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_slow_to_reach_holds_up_nobody_else()
    {
        await using var hall = await Opened();
        var stalled = new TaskCompletionSource();
        hall.Channel.BeforePost = async person =>
        {
            if (person == "ben")
                await stalled.Task;
            return null;
        };
        await hall.Turns.Take(new(Key, new AlertRaised("ann", null), Typed: true));
        await Reached(hall, "lee");
        await Reached(hall, "ann");
        Assert.Equal(0, hall.Channel.PostsTo("ben"));
        stalled.SetResult();
        await hall.Turns.Settled();
        Assert.Equal(1, hall.Channel.PostsTo("ben"));
    }

    [Fact]
    public async Task The_first_who_goes_stands_on_every_card_and_safe_closes_them_all()
    {
        await using var hall = await Opened();
        await Raised(hall);
        await hall.Happens(Key, new AlertTaken("ben"));
        Assert.Contains("ben is going", CardOf(hall, "ann"), StringComparison.Ordinal);
        Assert.Contains("ben is going", CardOf(hall, "lee"), StringComparison.Ordinal);
        await hall.Happens(Key, new AlertTaken("lee"));
        await hall.Happens(Key, new AlertSafe("lee"));
        foreach (var person in new[] { "ann", "ben", "lee" })
            Assert.DoesNotContain("\"incident.sos.", CardOf(hall, person), StringComparison.Ordinal);
        await hall.Pass(TimeSpan.FromHours(5));
        Assert.Equal(0, hall.Channel.PostsTo("mia"));
        Assert.Equal(0, hall.Channel.PostsTo("ada"));
    }

    [Fact]
    public async Task Taken_back_within_ten_seconds_every_card_says_so_and_a_card_on_its_way_is_not_begun()
    {
        await using var hall = await Opened();
        hall.Channel.BeforePost = person => Task.FromResult<SendResult?>(person == "ben" ? new(SendOutcome.NotNow) : null);
        await Raised(hall);
        hall.Channel.BeforePost = null;
        await hall.Happens(Key, new AlertCancelled("ann"));
        Assert.Contains("mistake", CardOf(hall, "lee"), StringComparison.Ordinal);
        await hall.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(0, hall.Channel.PostsTo("ben"));
    }

    [Fact]
    public async Task Two_presses_at_once_are_one_alert_and_nobody_is_called_twice()
    {
        await using var hall = await Opened();
        await hall.Happens(Key, new AlertAsked("ann", null));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hall.Turns.Take(new(Key, new AlertConfirmed("ann", null)))));
        await hall.Turns.Settled();
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Equal(1, hall.Channel.PostsTo("ben"));
    }

    [Fact]
    public async Task The_same_words_delivered_again_are_one_alert()
    {
        await using var hall = await Opened();
        for (var n = 0; n < 2; n++)
            await hall.Turns.Take(new(Key, new AlertRaised("ann", null), Once: "m.1", Typed: true));
        await hall.Turns.Settled();
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Equal(1, hall.Channel.PostsTo("ann"));
    }

    [Fact]
    public async Task When_the_program_dies_before_a_card_is_out_its_message_brings_the_cards()
    {
        await using var hall = await Opened();
        var dying = true;
        hall.Channel.BeforePost = _ => dying ? throw new ProgramDied() : Task.FromResult<SendResult?>(null);
        await Raised(hall);
        Assert.Equal((0, 0), (hall.Channel.PostsTo("lee"), hall.Channel.PostsTo("ben")));
        dying = false;
        await hall.Pass(TimeSpan.FromSeconds(60));
        Assert.NotEqual(0, hall.Channel.PostsTo("lee"));
        Assert.NotEqual(0, hall.Channel.PostsTo("ben"));
    }

    // What is sealed is any letters at all.
    [GeneratedRegex("\"seal\":\"[^\"]*\"")]
    private static partial Regex Seal();

    [Fact]
    public async Task Who_is_named_is_not_called_and_no_row_tells_so()
    {
        await using var hall = await Opened();
        var (_, named) = await hall.Sealing.Note("ann", new("Lee hits me"));
        await hall.Turns.Take(new(Key, new AlertRaised("ann", named), Typed: true));
        await hall.Turns.Settled();
        await hall.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(0, hall.Channel.PostsTo("lee"));
        Assert.Equal(1, hall.Channel.PostsTo("ben"));
        await foreach (var row in hall.Store.Table(FlowRows.TableName).Scan())
        {
            if (row.Partition.StartsWith("sos!", StringComparison.Ordinal))
                Assert.DoesNotContain(row.Columns.Values, v => v is string text && Seal().Replace(text, "").Contains("lee", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Out_of_reach_means_the_next_at_once()
    {
        await using var hall = await Opened();
        hall.Channel.BeforePost = person => Task.FromResult<SendResult?>(person is "lee" or "ben" ? new(SendOutcome.Refused, Reason: "test") : null);
        await Raised(hall);
        await hall.Turns.Settled();
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task That_somebody_is_out_of_reach_is_never_forgotten_wherever_the_program_stops(int commits)
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        var left = int.MaxValue;
        hall.Channel.BeforePost = person =>
        {
            if (person is not ("lee" or "ben"))
                return Task.FromResult<SendResult?>(null);
            left = Math.Min(left, commits);
            return Task.FromResult<SendResult?>(new(SendOutcome.Refused, Reason: "test"));
        };
        store!.Fails = request => request.Contains("Commit", StringComparison.Ordinal) && left != int.MaxValue && left-- <= 0 ? false : null;
        await hall.Turns.Take(new(Key, new AlertRaised("ann", null), Typed: true));
        await hall.Turns.Settled();
        store.Fails = null;
        await hall.Pass(TimeSpan.FromSeconds(60));
        var called = (await hall.State<Alert>(Key))!.Called;
        Assert.All(called.Where(c => c.Person is "lee" or "ben"), c => Assert.True(c.OutOfReach, $"{c.Person} counts as called"));
    }

    [Fact]
    public async Task From_when_somebody_goes_the_card_has_the_button_that_calls_again()
    {
        await using var hall = await Opened();
        await Raised(hall);
        Assert.DoesNotContain("\"again\"", CardOf(hall, "ann"), StringComparison.Ordinal);
        await hall.Happens(Key, new AlertTaken("ben"));
        Assert.Contains("\"again\":\"1\"", CardOf(hall, "ann"), StringComparison.Ordinal);
        await hall.Happens(Key, new AlertConfirmed("ann", "W1", Again: 1));
        Assert.Equal((2, 2), (hall.Channel.PostsTo("ben"), hall.Channel.PostsTo("lee")));
    }

    [Fact]
    public async Task A_report_begun_from_the_safe_card_knows_post_and_time()
    {
        await using var hall = await Opened();
        await Raised(hall);
        var raised = hall.Clock.GetUtcNow();
        await hall.Pass(TimeSpan.FromMinutes(5));
        await hall.Happens(Key, new AlertSafe("ann"));
        Assert.Contains("incident.begin", CardOf(hall, "ann"), StringComparison.Ordinal);
        var presses = new Presses(hall.Sealing, hall.Roster);
        Assert.Null(await presses.Read(new BeginIncident(Sos: Key.Reference), "ben", new("", null, null, null, 0, 0)));
        var (report, begin) = (await presses.Read(new BeginIncident(Sos: Key.Reference), "ann", new("", null, null, null, 0, 0)))!.Value;
        await hall.Happens(report, begin);
        var draft = (await hall.State<Dialogs.Incidents.Incident>(report))!.Draft;
        Assert.Equal(("W1", raised), (draft.Post, draft.OccurredAt));
    }

    [Fact]
    public async Task A_post_that_only_shifts_know_can_be_chosen()
    {
        await using var hall = new Hall(shiftPost: "Gate");
        await hall.Open();
        await hall.Happens(Key, new AlertAsked("ann", null));
        await hall.Happens(Key, new AlertConfirmed("ann", "Gate"));
        Assert.Equal("Gate", (await hall.State<Alert>(Key))!.Post);
    }

    [Fact]
    public async Task An_alert_that_nobody_closes_reminds_and_ends_with_a_line_to_the_administrator()
    {
        await using var hall = await Opened();
        await Raised(hall);
        await hall.Happens(Key, new AlertTaken("lee"));
        var before = hall.Channel.PostsTo("lee");
        await hall.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(before + 1, hall.Channel.PostsTo("lee"));
        await hall.Pass(TimeSpan.FromHours(4));
        var card = Assert.Single(hall.Channel.Posts, p => p.Person == "ada").Card;
        Assert.Contains(Alert.NumberOf(Key), card, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bann\b|W1", card);
        Assert.Equal(AlertPhase.Lapsed, (await hall.State<Alert>(Key))!.Phase);
    }

    [Fact]
    public async Task An_alert_that_stands_still_alarms_the_administrator_with_its_number()
    {
        await using var hall = await Opened();
        await Raised(hall);
        hall.Time.Advance(Auditor.Late + TimeSpan.FromMinutes(1));
        Assert.Empty((await hall.Auditor.Once()).Stalled);
        Assert.Equal(Alert.NumberOf(Key), Assert.Single((await hall.Auditor.Once()).Stalled).Number);
    }

    private static async Task<Hall> Opened()
    {
        var hall = new Hall();
        await hall.Open();
        return hall;
    }

    private static async Task Raised(Hall hall)
    {
        await hall.Turns.Take(new(Key, new AlertRaised("ann", null), Typed: true));
        await hall.Turns.Settled();
    }

    private static async Task Reached(Hall hall, string person)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (hall.Channel.PostsTo(person) == 0)
        {
            soon.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>The newest card of a person as it is drawn now.</summary>
    private static string CardOf(Hall hall, string person) => hall.Channel.Drawn[hall.Channel.Posts.Last(p => p.Person == person).Activity];

    private sealed class ProgramDied : Exception;
}
