using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>The week of a team on a real roster: in one's own chat, in the team's channel, and on the card of a swap.</summary>
public sealed class WeekPictureTests
{
    [Fact]
    public async Task Everybody_of_the_team_sees_who_works_when_with_their_own_row_first()
    {
        await using var hall = await Opened();
        var card = PretendChannel.TextOf(await hall.Weeks.Of(Command.Week, hall.Roster.Find("lee")!, default));
        Assert.Contains("The week of Hall", card, StringComparison.Ordinal);
        Assert.Contains("8:00 17:00", card, StringComparison.Ordinal);
        Assert.True(card.IndexOf("\"lee\"", StringComparison.Ordinal) < card.IndexOf("\"ann\"", StringComparison.Ordinal));
        var next = PretendChannel.TextOf(await hall.Weeks.Of(Command.NextWeek, hall.Roster.Find("lee")!, default));
        Assert.Contains("Mon 30 Nov", next, StringComparison.Ordinal);
        Assert.Contains("No duties in the roster for this week", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_another_team_sees_nothing_however_the_button_was_forged_and_a_far_day_is_none()
    {
        var guest = new Person("sam", "sam", "sam@example.com", "entra-sam", Language.English, "other", "W1", [Role.Staff], [], "", "");
        await using var hall = await Opened();
        Assert.Null(await hall.Weeks.Of(new PressWeek("hall"), guest, default));
        Assert.Null(await hall.Weeks.Of(new PressWeek("other") { Other = new("hall") }, guest, default));
        Assert.Null(await hall.Weeks.Of(new PressWeek("gone"), hall.Roster.Find("mia")!, default));
        var first = PretendChannel.TextOf((await hall.Weeks.Of(new PressWeek("hall") { Day = new("1990-01-01"), Part = new("-7") }, hall.Roster.Find("ann")!, default))!);
        Assert.Contains("Mon 16 Nov to Sun 22 Nov", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Week before", first, StringComparison.Ordinal);
        var last = PretendChannel.TextOf((await hall.Weeks.Of(new PressWeek("hall") { Day = new("9999-12-31"), Part = new("x") }, hall.Roster.Find("ann")!, default))!);
        Assert.Contains("Mon 18 Jan to Sun 24 Jan", last, StringComparison.Ordinal);
        Assert.DoesNotContain("Week after", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_bound_channel_the_week_comes_for_everybody_and_in_another_one_it_does_not()
    {
        await using var hall = await Opened();
        var channel = new Mentions(hall);
        await channel.Says("lee", "bind");
        await channel.Says("ann", "week");
        var (conversation, body) = Assert.Single(channel.Connector.Sent);
        Assert.StartsWith(Mentions.Here + ";messageid=", conversation, StringComparison.Ordinal);
        Assert.Contains("The week of Hall", body, StringComparison.Ordinal);
        Assert.DoesNotContain("help.person", body, StringComparison.Ordinal);
        await channel.Says("ann", "week", Mentions.There);
        await channel.Says("stranger", "week");
        Assert.All(channel.Connector.Sent.Skip(1), s => Assert.DoesNotContain("The week of", s.Body, StringComparison.Ordinal));
        Assert.Equal(3, channel.Connector.Sent.Count);
    }

    [Fact]
    public async Task A_waiting_swap_shows_the_week_as_it_is_and_as_it_would_be_and_a_done_one_the_new_truth()
    {
        await using var hall = await Opened();
        await hall.Happens(TeamChannel.KeyOf("hall"), new BindChannel("lee", "c1", null, Language.English));
        var key = await Waiting(hall);
        var waiting = Newest(hall, "#hall");
        Assert.Contains("\"week\"", waiting, StringComparison.Ordinal);
        Assert.Contains("if swapped", waiting, StringComparison.Ordinal);
        await hall.Happens(key, new ApproveSwap("lee", 1, []));
        await hall.Pass(TimeSpan.Zero);
        await hall.Turns.Settled();
        var done = Newest(hall, "#hall");
        Assert.Contains("Bold: swapped.", done, StringComparison.Ordinal);
        Assert.DoesNotContain("if swapped", done, StringComparison.Ordinal);
        Assert.DoesNotContain("\"week\"", Newest(hall, "ann"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cards_of_one_state_of_a_swap_are_drawn_from_one_look_at_the_roster()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Happens(TeamChannel.KeyOf("hall"), new BindChannel("lee", "c1", null, Language.English));
        var key = await Waiting(hall);
        foreach (var phase in new[] { SwapPhase.Waiting, SwapPhase.Done })
        {
            var state = (await hall.State<Swap>(key))! with { Phase = phase };
            store!.Requests.Clear();
            foreach (var slot in new[] { Swap.Decides("lee"), Swap.Decides("mia"), state.InChannel!.Value })
                await ((Bot.Turns.IFlow)hall.Swaps).Draw(state, slot, default);
            // Of the state that stands, the look that drew its cards may serve still.
            Assert.InRange(store.Requests.GetValueOrDefault("Roster.Range"), phase == SwapPhase.Done ? 1 : 0, 1);
            store.Requests.Clear();
            await ((Bot.Turns.IFlow)hall.Swaps).Draw(state, state.Mine, default);
            Assert.False(store.Requests.ContainsKey("Roster.Range"));
        }
    }

    [Fact]
    public async Task Who_is_away_is_blank_like_anybody_without_a_shift()
    {
        await using var hall = await Opened();
        var ben = hall.Roster.Find("ben")!;
        var before = PretendChannel.TextOf(await hall.Weeks.Of(Command.Week, ben, default));
        var organisation = Hall.Organisation(null);
        hall.Roster.TakeOver(new(organisation.Teams, organisation.People, organisation.Shifts, [new("ben", new(2026, 11, 1), new(2026, 12, 31), "sick"), new("ann", new(2026, 11, 23), new(2026, 11, 23), "sick")], organisation.Policy));
        Assert.True(await hall.Absences.IsAway("ben", [Hall.Opening], default));
        Assert.Equal(before, PretendChannel.TextOf(await hall.Weeks.Of(Command.Week, ben, default)));
    }

    private static async Task<Hall> Opened()
    {
        var hall = new Hall();
        await hall.Open();
        return hall;
    }

    private static async Task<FlowKey> Waiting(Hall hall)
    {
        var shift = (await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(2))).Single(s => s.Id == "s3");
        var key = Swap.KeyOf(shift);
        await hall.Happens(key, new AskSwap("ann", "ann", "ben", null));
        await hall.Happens(key, new AcceptSwap("ben", 1));
        return key;
    }

    private static string Newest(Hall hall, string reader) => hall.Channel.Drawn[hall.Channel.Posts.Last(p => p.Person == reader).Activity];
}
