using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A swap on the real turns and a real roster: Ann gives tomorrow's duty to Ben, Lee leads, Mia leads the hall.</summary>
public sealed class SwapTurnTests
{
    [Fact]
    public async Task The_roster_changes_when_a_leader_approves_and_both_are_told()
    {
        await using var hall = await Opened();
        var key = await Asked(hall);
        Assert.Contains("swap.accept", Newest(hall, "ben"), StringComparison.Ordinal);
        await hall.Happens(key, new AcceptSwap("ben", 1));
        Assert.Equal("ann", await Holder(hall));
        Assert.Contains("swap.approve", Newest(hall, "lee"), StringComparison.Ordinal);
        await hall.Happens(key, new ApproveSwap("lee", 1, []));
        await Settle(hall);
        Assert.Equal("ben", await Holder(hall));
        Assert.Equal(SwapPhase.Done, (await hall.State<Swap>(key))!.Phase);
        Assert.Contains("Swapped", Newest(hall, "ann"), StringComparison.Ordinal);
        Assert.Contains("Swapped", Newest(hall, "ben"), StringComparison.Ordinal);
        Assert.DoesNotContain("swap.approve", CardOf(hall, "lee"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_bound_channel_the_team_sees_it_there_and_no_reason_in_anybodys_words()
    {
        await using var hall = await Opened();
        await hall.Happens(TeamChannel.KeyOf("hall"), new BindChannel("lee", "c1", null, Dialogs.People.Language.English));
        var key = await Asked(hall);
        Assert.Equal(1, hall.Channel.PostsTo("#hall"));
        await hall.Happens(key, new AcceptSwap("ben", 1));
        Assert.Equal(2, hall.Channel.PostsTo("#hall"));
        Assert.Equal(0, hall.Channel.PostsTo("lee"));
        var reason = new Words("lee", await hall.Vault.Seal("lee", "BECAUSE"));
        await hall.Happens(key, new RefuseSwap("lee", 1, reason));
        Assert.Contains("Not approved", CardOf(hall, "#hall"), StringComparison.Ordinal);
        Assert.DoesNotContain("BECAUSE", CardOf(hall, "#hall"), StringComparison.Ordinal);
        Assert.Contains("BECAUSE", Newest(hall, "ann"), StringComparison.Ordinal);
        Assert.Contains("BECAUSE", Newest(hall, "ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_in_is_asked_of_who_really_worked()
    {
        await using var hall = await Opened();
        foreach (var person in new[] { "ann", "ben" })
            await hall.Happens(Contact.KeyOf(person), new Consent(person, [Purpose.CheckIn]));
        await Swapped(hall);
        var end = Hall.Opening.AddHours(33);
        await hall.Pass(end - hall.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        Assert.NotNull(await hall.State<CheckIn>(CheckIn.KeyOf("ben", CheckIn.IdOf(end))));
        Assert.Null(await hall.State<CheckIn>(CheckIn.KeyOf("ann", CheckIn.IdOf(end))));
    }

    [Fact]
    public async Task Who_asked_reads_on_their_duties_how_it_ended_and_can_ask_for_the_same_duty_again()
    {
        await using var hall = await Opened();
        var ann = hall.Roster.Find("ann")!;
        await hall.Happens(await Asked(hall), new DeclineSwap("ben", 1, null));
        var mine = PretendChannel.TextOf(await hall.Desk.Duties(ann, ann, default));
        Assert.Contains("ben cannot take it", mine, StringComparison.Ordinal);
        Assert.Contains("\"s3\"", mine, StringComparison.Ordinal);
        var ben = hall.Roster.Find("ben")!;
        Assert.DoesNotContain("ben cannot take it", PretendChannel.TextOf(await hall.Desk.Duties(ben, ben, default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_read_on_their_duties_that_it_was_taken_back()
    {
        await using var hall = await Opened();
        await hall.Happens(await Swapped(hall), new UndoSwap("mia", 1));
        await Settle(hall);
        foreach (var person in new[] { "ann", "ben" })
        {
            var reader = hall.Roster.Find(person)!;
            Assert.Contains("Taken back", PretendChannel.TextOf(await hall.Desk.Duties(reader, reader, default)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_leader_of_another_hall_does_not_decide()
    {
        await using var hall = await Opened();
        var moe = new Dialogs.People.Person("moe", "moe", "", "entra-moe", Dialogs.People.Language.English, "hall", "", [Dialogs.People.Role.HallLeader], [], "", "") { Hall = "east" };
        var known = Hall.Organisation(moe);
        hall.Roster.TakeOver(known with { Teams = [.. known.Teams.Select(t => t with { Hall = "main" })] });
        Assert.False(hall.Swaps.MayDecide("moe", "hall"));
        Assert.True(hall.Swaps.MayDecide("mia", "hall"));
    }

    [Fact]
    public async Task Who_works_now_follows_at_once_in_the_process_that_changed_it()
    {
        await using var hall = await Opened();
        var during = Hall.Opening.AddHours(25);
        Assert.Contains("ann", await hall.Roster.Working("hall", during));
        await Swapped(hall);
        Assert.Equal(["ben"], await hall.Roster.Working("hall", during));
    }

    [Fact]
    public async Task A_leader_takes_it_back_and_the_old_duty_stands()
    {
        await using var hall = await Opened();
        var key = await Swapped(hall);
        await hall.Happens(key, new UndoSwap("mia", 1));
        await Settle(hall);
        Assert.Equal("ann", await Holder(hall));
        Assert.Equal(SwapPhase.Undone, (await hall.State<Swap>(key))!.Phase);
    }

    [Fact]
    public async Task Stopped_after_the_roster_was_changed_it_is_found_done_and_not_changed_again()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        var key = await Asked(hall);
        await hall.Happens(key, new AcceptSwap("ben", 1));
        await hall.Happens(key, new ApproveSwap("lee", 1, []));
        // The roster takes the change; the commit that would tell so is never made.
        store!.Fails = request => request == "Commit" ? false : null;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => hall.Turns.Take(new(key, new Due())));
        Assert.Equal("ben", await Holder(hall));
        Assert.Equal(SwapPhase.Changing, (await hall.State<Swap>(key))!.Phase);
        store.Fails = null;
        await Settle(hall);
        Assert.Equal("ben", await Holder(hall));
        Assert.Equal(SwapPhase.Done, (await hall.State<Swap>(key))!.Phase);
    }

    [Fact]
    public async Task A_shift_that_went_to_somebody_else_meanwhile_is_said_so_and_nothing_changes()
    {
        await using var hall = await Opened();
        var key = await Asked(hall);
        await hall.Happens(key, new AcceptSwap("ben", 1));
        var shift = await Shift(hall);
        await new ShiftChanges(hall.Store.Table("Roster"), hall.Roster).Make(
            "other", new(shift, "lee"), (Hall.Opening, Hall.Opening.AddDays(3)), _ => null, "mia", hall.Clock.GetUtcNow(), default);
        await hall.Happens(key, new ApproveSwap("mia", 1, []));
        Assert.Equal("lee", await Holder(hall));
        Assert.Equal(SwapPhase.Overtaken, (await hall.State<Swap>(key))!.Phase);
        Assert.Contains("lee has that duty now", Newest(hall, "ann"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_that_the_roster_overtakes_is_told_to_whoever_approved_it()
    {
        await using var hall = await Opened();
        await hall.Happens(TeamChannel.KeyOf("hall"), new BindChannel("lee", "c1", null, Dialogs.People.Language.English));
        var key = await Asked(hall);
        await hall.Happens(key, new AcceptSwap("ben", 1));
        await hall.Happens(key, new ApproveSwap("mia", 1, []));
        await new ShiftChanges(hall.Store.Table("Roster"), hall.Roster).Make(
            "other", new(await Shift(hall), "lee"), (Hall.Opening, Hall.Opening.AddDays(3)), _ => null, "mia", hall.Clock.GetUtcNow(), default);
        await Settle(hall);
        Assert.Contains("You approved it", Newest(hall, "mia"), StringComparison.Ordinal);
        Assert.Contains("lee has that duty now", Newest(hall, "mia"), StringComparison.Ordinal);
        Assert.DoesNotContain("You approved it", CardOf(hall, "#hall"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_bot_is_taken_out_of_the_channel_the_leaders_are_asked_in_their_chats_at_once()
    {
        await using var hall = await Opened();
        await hall.Happens(TeamChannel.KeyOf("hall"), new BindChannel("mia", "c1", null, Dialogs.People.Language.English));
        var key = await Asked(hall);
        await hall.Happens(key, new AcceptSwap("ben", 1));
        Assert.Equal(0, hall.Channel.PostsTo("lee"));
        await hall.Happens(TeamChannel.KeyOf("hall"), new ChannelLost("c1", ChannelEnd.Removed));
        Assert.Contains("swap.approve", Newest(hall, "lee"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_leaders_press_at_once_and_one_decides()
    {
        await using var hall = await Opened();
        var key = await Asked(hall);
        await hall.Happens(key, new AcceptSwap("ben", 1));
        await Task.WhenAll(
            Task.Run(() => hall.Turns.Take(new(key, new ApproveSwap("lee", 1, [])))),
            Task.Run(() => hall.Turns.Take(new(key, new RefuseSwap("mia", 1, null)))));
        await hall.Turns.Settled();
        await Settle(hall);
        var swap = (await hall.State<Swap>(key))!;
        Assert.Equal(swap.Phase == SwapPhase.Done ? ("lee", "ben") : ("mia", "ann"), (swap.DecidedBy, await Holder(hall)));
    }

    [Fact]
    public async Task The_desk_asks_one_question_after_the_other_and_then_asks_the_colleague()
    {
        await using var hall = await Opened();
        var ann = hall.Roster.Find("ann")!;
        Assert.Contains("\"s3\"", PretendChannel.TextOf(await hall.Desk.Duties(ann, ann, default)), StringComparison.Ordinal);
        var who = await hall.Desk.Next(new() { Shift = new("s3") }, ann, default);
        Assert.Contains("\"ben\"", PretendChannel.TextOf(who.Card!), StringComparison.Ordinal);
        var inReturn = await hall.Desk.Next(new() { Shift = new("s3"), Colleague = new("ben") }, ann, default);
        Assert.Contains("\"none\"", PretendChannel.TextOf(inReturn.Card!), StringComparison.Ordinal);
        var ask = await hall.Desk.Next(new() { Shift = new("s3"), Colleague = new("ben"), TheirShift = new("none") }, ann, default);
        Assert.Equal(new AskSwap("ann", "ann", "ben", null), ask.Ask!.Value.Event);
    }

    [Fact]
    public async Task Nobody_but_a_leader_asks_for_somebody_else()
    {
        await using var hall = await Opened();
        var forged = new PressAskSwap { For = new("ann"), Shift = new("s3"), Colleague = new("ben"), TheirShift = new("none") };
        Assert.Equal(new Notice.NotYours(), (await hall.Desk.Next(forged, hall.Roster.Find("ben")!, default)).Notice);
        Assert.Equal("lee", (await hall.Desk.Next(forged, hall.Roster.Find("lee")!, default)).Ask!.Value.Event.By);
    }

    [Fact]
    public async Task Nobody_gets_a_duty_who_has_left_the_roster_since_they_agreed()
    {
        var cal = new Dialogs.People.Person("cal", "cal", "cal@example.com", "entra-cal", Dialogs.People.Language.English, "hall", "W1", [Dialogs.People.Role.Staff], [], "", "");
        await using var before = new Hall(also: cal);
        await before.Open();
        var key = Swap.KeyOf(await Shift(before));
        await before.Happens(key, new AskSwap("ann", "ann", "cal", null));
        await before.Happens(key, new AcceptSwap("cal", 1));
        await using var hall = new Hall(_ => before.Inner);
        await hall.Open();
        await hall.Happens(key, new ApproveSwap("lee", 1, []));
        await Settle(hall);
        Assert.Equal("ann", await Holder(hall));
        Assert.Equal(SwapPhase.Overtaken, (await hall.State<Swap>(key))!.Phase);
        Assert.Equal("cal", (await hall.State<Swap>(key))!.Because!.Left);
    }

    [Fact]
    public async Task An_approved_swap_that_the_roster_never_takes_alarms_the_administrator_and_goes_on_by_itself()
    {
        await using var hall = await Opened();
        var key = await Asked(hall);
        await hall.Happens(key, new AcceptSwap("ben", 1));
        await hall.Happens(key, new ApproveSwap("lee", 1, []));
        hall.Time.Advance(Auditor.Late + TimeSpan.FromMinutes(1));
        Assert.True((await hall.Auditor.Once()).IsWell);
        hall.Time.Advance(Auditor.Every);
        var found = await hall.Auditor.Once();
        Assert.Equal((1, 0), (found.Unnumbered, found.Stalled.Length));
        await Settle(hall);
        Assert.Equal("ben", await Holder(hall));
        Assert.True((await hall.Auditor.Once()).IsWell);
    }

    private static async Task<Hall> Opened()
    {
        var hall = new Hall();
        await hall.Open();
        return hall;
    }

    private static async Task<FlowKey> Asked(Hall hall)
    {
        var key = Swap.KeyOf(await Shift(hall));
        await hall.Happens(key, new AskSwap("ann", "ann", "ben", null));
        return key;
    }

    private static async Task<FlowKey> Swapped(Hall hall)
    {
        var key = await Asked(hall);
        await hall.Happens(key, new AcceptSwap("ben", 1));
        await hall.Happens(key, new ApproveSwap("lee", 1, []));
        await Settle(hall);
        return key;
    }

    /// <summary>What is due at this moment happens, as a wake-up would bring it.</summary>
    private static async Task Settle(Hall hall)
    {
        await hall.Pass(TimeSpan.Zero);
        await hall.Turns.Settled();
    }

    private static async Task<Shift> Shift(Hall hall) => (await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(2))).Single(s => s.Id == "s3");

    private static async Task<string> Holder(Hall hall) => (await Shift(hall)).Person;

    private static string Newest(Hall hall, string reader) => hall.Channel.Drawn[hall.Channel.Posts.Last(p => p.Person == reader).Activity];

    private static string CardOf(Hall hall, string reader) => string.Join('\n', hall.Channel.Posts.Where(p => p.Person == reader).Select(p => hall.Channel.Drawn[p.Activity]));
}
