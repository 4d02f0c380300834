using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A cover on the real turns. Cid asks; Ben is the B-role, Ann is free too, Lee leads, Gus and Zoe are the peak post.</summary>
public sealed class CoverTurnTests
{
    private static readonly Person Cid = new("cid", "cid", "cid@example.com", "entra-cid", Language.English, "hall", "W2", [Role.Staff], [], "ben", "");

    private static readonly FlowKey Key = Cover.KeyAfter("cid", null);

    [Fact]
    public async Task The_B_role_is_asked_first_and_after_a_minute_Ann_and_the_first_has_it_until_the_clock_gives_it_back()
    {
        await using var hall = await Opened();
        await Asked(hall);
        Assert.Contains("cover.take", CardOf(hall, "ben"), StringComparison.Ordinal);
        Assert.Equal(0, hall.Channel.PostsTo("ann"));
        await hall.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("W2", CardOf(hall, "ann"), StringComparison.Ordinal);
        await hall.Happens(Key, new CoverTaken("ann"));
        Assert.Contains("ann stands in until 09:11", CardOf(hall, "cid"), StringComparison.Ordinal);
        Assert.DoesNotContain("cover.take", CardOf(hall, "ben"), StringComparison.Ordinal);
        Assert.Contains("ann stands in for cid", CardOf(hall, "lee"), StringComparison.Ordinal);
        await hall.Pass(TimeSpan.FromMinutes(10));
        Assert.Contains("yours again", CardOf(hall, "cid"), StringComparison.Ordinal);
        Assert.Contains("Time is up", CardOf(hall, "ann"), StringComparison.Ordinal);
        await hall.Pass(TimeSpan.FromMinutes(5));
        foreach (var person in new[] { "cid", "ann", "lee" })
            Assert.Contains("5 minutes over", CardOf(hall, person), StringComparison.Ordinal);
        await hall.Happens(Key, new CoverGivenBack("ann"));
        Assert.Equal(CoverPhase.Back, (await hall.State<Cover>(Key))!.Phase);
        Assert.Null((await hall.State<StandIn>(StandIn.KeyOf("ann")))!.Now);
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
    }

    [Fact]
    public async Task Nobody_takes_it_and_the_person_hears_so_and_the_leader_can_call_reinforcement()
    {
        await using var hall = await Opened();
        await Asked(hall);
        await hall.Pass(TimeSpan.FromMinutes(2));
        Assert.Contains("Nobody has taken it yet", CardOf(hall, "cid"), StringComparison.Ordinal);
        Assert.Contains("lee (duty leader) can see it", CardOf(hall, "cid"), StringComparison.Ordinal);
        Assert.Contains("reinforce", CardOf(hall, "lee"), StringComparison.Ordinal);
        var call = Reinforcement.KeyAfter("hall", null);
        await hall.Turns.Take(new(call, new ReinforcementAsked("lee"), Typed: true));
        await hall.Turns.Settled();
        Assert.Contains("I am coming", CardOf(hall, "gus"), StringComparison.Ordinal);
        await hall.Happens(call, new ReinforcementTaken("gus"));
        await hall.Happens(call, new ReinforcementTaken("zoe"));
        Assert.Contains("Coming: gus, zoe", CardOf(hall, "lee"), StringComparison.Ordinal);
        await hall.Pass(TimeSpan.FromHours(2));
        Assert.Contains("Reinforcement is over", CardOf(hall, "gus"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_have_said_that_they_cannot_and_one_who_can_after_all_still_has_a_button()
    {
        await using var hall = await Opened();
        await Asked(hall);
        foreach (var person in new[] { "ben", "ann" })
            await hall.Happens(Key, new CoverGivenBack(person));
        Assert.Contains("Nobody can right now", CardOf(hall, "cid"), StringComparison.Ordinal);
        foreach (var person in new[] { "ben", "ann" })
            Assert.Contains("cover.take", CardOf(hall, person), StringComparison.Ordinal);
        await hall.Happens(Key, new CoverTaken("ben"));
        Assert.Contains("ben stands in", CardOf(hall, "cid"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_an_SOS_open_is_asked_once_it_is_over()
    {
        await using var hall = await Opened();
        var sos = Alert.KeyAfter("ben", null);
        await hall.Turns.Take(new(sos, new AlertRaised("ben", null), Typed: true));
        await hall.Turns.Settled();
        await Asked(hall);
        await hall.Happens(Key, new CoverGivenBack("ann"));
        Assert.DoesNotContain((await hall.State<Cover>(Key))!.Asked, a => a.Person == "ben");
        await hall.Happens(sos, new AlertSafe("ben"));
        await hall.Pass(TimeSpan.FromMinutes(5));
        Assert.Contains("cover.take", CardOf(hall, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_nobody_answered_rings_again_when_it_is_called_again()
    {
        await using var hall = await Opened();
        var words = new CoverWords(hall.Turns, hall.OnDuty, hall.Colleagues, hall.Clock);
        for (var n = 1; n <= 2; n++)
        {
            var (key, e) = (await words.Of(Command.Reinforce, Cid, $"m.{n}", CancellationToken.None))!.Value;
            await hall.Turns.Take(new(key, e, Once: $"m.{n}", Typed: true));
            await hall.Turns.Settled();
            Assert.Equal(n, hall.Channel.PostsTo("gus"));
            await hall.Pass(TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public async Task A_call_from_an_office_that_serves_nobody_is_for_the_team_with_counter_staff()
    {
        await using var hall = await Opened();
        Assert.Equal("hall", hall.Colleagues.FrontOf(Cid with { Id = "max", Team = "office", Roles = [Role.HallLeader] }));
        Assert.Equal("hall", hall.Colleagues.FrontOf(Cid));
    }

    [Fact]
    public async Task Of_two_who_take_it_at_the_same_moment_one_has_it()
    {
        await using var hall = await Opened();
        await Asked(hall);
        await hall.Pass(TimeSpan.FromMinutes(1));
        await Task.WhenAll(hall.Turns.Take(new(Key, new CoverTaken("ann"))), hall.Turns.Take(new(Key, new CoverTaken("ben"))));
        await hall.Turns.Settled();
        var cover = (await hall.State<Cover>(Key))!;
        var other = cover.By == "ann" ? "ben" : "ann";
        Assert.Equal(1, cover.Takes);
        Assert.Contains($"{cover.By} stands in", CardOf(hall, other), StringComparison.Ordinal);
        Assert.Null(await hall.State<StandIn>(StandIn.KeyOf(other)));
    }

    [Fact]
    public async Task One_who_takes_two_at_the_same_moment_has_one_and_the_other_asks_on()
    {
        await using var hall = await Opened();
        var anns = Cover.KeyAfter("ann", null);
        await Asked(hall);
        await hall.Turns.Take(new(anns, new CoverAsked("ann", 10), Typed: true));
        await hall.Turns.Settled();
        // Both decide before either is known: what the two turns of one moment see.
        await Task.WhenAll(hall.Turns.Take(new(Key, new CoverTaken("ben"))), hall.Turns.Take(new(anns, new CoverTaken("ben"))));
        await hall.Turns.Settled();
        FlowKey[] keys = [Key, anns];
        var covers = await Task.WhenAll(keys.Select(async k => (await hall.State<Cover>(k))!));
        var has = Assert.Single(covers, c => c.IsCovered);
        Assert.Equal(has.Key.Reference, (await hall.State<StandIn>(StandIn.KeyOf("ben")))!.Now!.Cover);
    }

    [Fact]
    public async Task Who_has_a_post_in_hand_or_an_SOS_open_or_has_gone_home_is_not_asked()
    {
        await using var hall = await Opened();
        await hall.Turns.Take(new(Alert.KeyAfter("ben", null), new AlertRaised("ben", null), Typed: true));
        await hall.Turns.Settled();
        await Asked(hall);
        Assert.DoesNotContain((await hall.State<Cover>(Key))!.Asked, a => a.Person == "ben");
        Assert.Equal("ann", Assert.Single((await hall.State<Cover>(Key))!.Asked).Person);
        await hall.Happens(Key, new CoverTaken("ann"));
        var bens = Cover.KeyAfter("ben", null);
        await hall.Turns.Take(new(bens, new CoverAsked("ben", 10), Typed: true));
        Assert.Equal(CoverPhase.Unanswered, (await hall.State<Cover>(bens))!.Phase);
        // Ann's shift ends at five, Ben's and Cid's at eight.
        Assert.DoesNotContain((await hall.Colleagues.For(Cid, 30, Hall.Opening.AddHours(8.9), CancellationToken.None)).Others, p => p == "ann");
    }

    [Fact]
    public async Task Who_goes_to_somebodys_SOS_is_asked_neither_to_stand_in_nor_to_come_to_the_peak_post()
    {
        await using var hall = await Opened();
        var sos = Alert.KeyAfter("lee", null);
        await hall.Turns.Take(new(sos, new AlertRaised("lee", null), Typed: true));
        await hall.Pass(TimeSpan.FromMinutes(2));
        foreach (var person in new[] { "ben", "gus" })
            await hall.Happens(sos, new AlertTaken(person));
        await Asked(hall);
        Assert.DoesNotContain((await hall.State<Cover>(Key))!.Asked, a => a.Person == "ben");
        var call = Reinforcement.KeyAfter("hall", null);
        await hall.Turns.Take(new(call, new ReinforcementAsked("cid"), Typed: true));
        await hall.Turns.Settled();
        var goes = (await hall.State<Alert>(sos))!.Going.Select(g => g.Person).ToList();
        Assert.Contains("ben", goes);
        Assert.Equal(new[] { "gus", "zoe" }.Except(goes), (await hall.State<Reinforcement>(call))!.Called.Select(c => c.Person));
        await hall.Happens(sos, new AlertSafe("lee"));
        Assert.Equal("ben", (await hall.Colleagues.For(Cid, 10, hall.Clock.GetUtcNow(), CancellationToken.None)).BRole);
    }

    [Fact]
    public async Task A_card_that_cannot_reach_the_B_role_costs_no_minute()
    {
        await using var hall = await Opened();
        hall.Channel.BeforePost = person => Task.FromResult<SendResult?>(person == "ben" ? new(SendOutcome.Gone) : null);
        await Asked(hall);
        Assert.Contains("cover.take", CardOf(hall, "ann"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_shift_a_sentence_says_why_and_nothing_begins()
    {
        await using var hall = await Opened();
        var words = new CoverWords(hall.Turns, hall.OnDuty, hall.Colleagues, hall.Clock);
        var gus = hall.Roster.Find("gus")!;
        Assert.IsType<Notice.NoShiftNow>(await words.Refusal(Command.TenMinutes, gus, default));
        Assert.IsType<Notice.NoReinforcementFromHere>(await words.Refusal(Command.Reinforce, gus, default));
        Assert.Null(await words.Refusal(Command.Cover, hall.Roster.Find("cid")!, default));
        Assert.Null(await words.Refusal(Command.Reinforce, hall.Roster.Find("lee")!, default));
        Assert.Null((await hall.Happens(Cover.KeyAfter("gus", null), new CoverAsked("gus", 10))).State);
    }

    [Fact]
    public async Task Words_delivered_twice_ask_once_and_after_the_end_a_new_cover_begins()
    {
        await using var hall = await Opened();
        var words = new CoverWords(hall.Turns, hall.OnDuty, hall.Colleagues, hall.Clock);
        for (var n = 0; n < 2; n++)
        {
            var (key, e) = (await words.Of(Command.TenMinutes, Cid, "m.1", CancellationToken.None))!.Value;
            await hall.Turns.Take(new(key, e, Once: "m.1", Typed: true));
            await hall.Turns.Settled();
            await hall.Happens(Key, new CoverGivenBack("cid"));
        }
        Assert.Equal(1, hall.Channel.PostsTo("ben"));
        Assert.Equal(Cover.KeyAfter("cid", Key), (await words.Of(Command.TenMinutes, Cid, "m.2", CancellationToken.None))!.Value.Key);
    }

    private static async Task<Hall> Opened()
    {
        Shift Of(string person, string post, double end) => new($"x-{person}", person, "hall", post, Hall.Opening, Hall.Opening.AddHours(end));
        var hall = new Hall(also: Cid, more: [Of("cid", "W2", 12), Of("ben", "W3", 12)]);
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(1));
        Assert.Equal(0, hall.Channel.PostsTo("ben"));
        return hall;
    }

    private static async Task Asked(Hall hall)
    {
        await hall.Turns.Take(new(Key, new CoverAsked("cid", 10), Typed: true));
        await hall.Turns.Settled();
    }

    /// <summary>The newest card of a person as it is drawn now.</summary>
    private static string CardOf(Hall hall, string person) => hall.Channel.Drawn[hall.Channel.Posts.Last(p => p.Person == person).Activity];
}
