using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Who is on leave by their own word is asked by nobody, from the commit on and until the day after.</summary>
public sealed class LeaveTurnTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public async Task No_check_in_is_asked_in_that_time_and_on_the_day_after_it_is_asked_again()
    {
        await using var hall = await Opened(new Shift("s4", "ann", "hall", "W1", Hall.Opening.AddHours(48), Hall.Opening.AddHours(57)));
        await Away(hall, "ann", Monday.AddDays(1));
        var before = hall.Channel.PostsTo("ann");
        await hall.Pass(TimeSpan.FromHours(34));
        Assert.Equal(before, hall.Channel.PostsTo("ann"));
        foreach (var hours in new[] { 9, 33 })
        {
            var checkIn = await CheckInAt(hall, hours);
            Assert.Equal((CheckInPhase.NotAsked, Unasked.Away), (checkIn.Phase, checkIn.Unasked));
        }

        await hall.Pass(TimeSpan.FromHours(23.5));
        Assert.Equal(CheckInPhase.Asked, (await CheckInAt(hall, 57)).Phase);
        Assert.Equal(before + 1, hall.Channel.PostsTo("ann"));
        Assert.Contains("Your leave is over", ReceiptOf(hall, "ann"), StringComparison.Ordinal);
        Assert.Equal(OwnLeave.Begin("ann"), await hall.State<OwnLeave>(OwnLeave.KeyOf("ann")));
    }

    [Fact]
    public async Task Leave_that_begins_later_lets_the_check_in_before_it_come()
    {
        await using var hall = await Opened();
        await hall.Happens(OwnLeave.KeyOf("ann"), new SayLeave("ann", Monday.AddDays(1), Monday.AddDays(1)));
        await hall.Pass(TimeSpan.FromHours(34));
        Assert.True((await CheckInAt(hall, 9)).Reminded);
        Assert.Equal(CheckInPhase.NotAsked, (await CheckInAt(hall, 33)).Phase);
    }

    [Fact]
    public async Task An_open_check_in_is_no_longer_reminded_of()
    {
        await using var hall = await Opened();
        await hall.Pass(TimeSpan.FromHours(9));
        await Away(hall, "ann", Monday);
        var before = hall.Channel.PostsTo("ann");
        await hall.Pass(TimeSpan.FromHours(2));
        Assert.Equal(before, hall.Channel.PostsTo("ann"));
        Assert.False((await CheckInAt(hall, 9)).Reminded);
    }

    [Fact]
    public async Task Whoever_is_back_early_is_asked_again()
    {
        await using var hall = await Opened();
        await Away(hall, "ann", Monday.AddDays(3));
        await hall.Happens(OwnLeave.KeyOf("ann"), new EndLeave("ann"));
        await hall.Pass(TimeSpan.FromHours(9));
        Assert.Equal(CheckInPhase.Asked, (await CheckInAt(hall, 9)).Phase);
    }

    [Fact]
    public async Task A_case_a_cover_a_call_and_a_review_pass_over_whoever_is_away_and_come_to_them_again()
    {
        await using var hall = await Opened();
        var ann = hall.Roster.Find("ann")!;
        foreach (var away in new[] { false, true, false })
        {
            if (away)
                await Away(hall, "lee", Monday);
            else
                await hall.Happens(OwnLeave.KeyOf("lee"), new EndLeave("lee"));
            var at = hall.Clock.GetUtcNow();
            Assert.Equal(away, (await hall.OnDuty.CandidatesFor(ann, at, default)).Single(c => c.Person == "lee").Away);
            Assert.Equal(away, (await hall.OnDuty.AskableFor(ann, hall.Roster.Policy.Escalation.Chains[Route.Leader], at, default)).Single(c => c.Person == "lee").Away);
            Assert.Equal(away, (await hall.OnDuty.CallableFor(ann, at, default)).Single(c => c.Person == "lee").Away);
            Assert.Equal(away ? [] : new[] { "lee" }, await hall.Colleagues.LeadersOf("hall", at, default));
        }
        await Away(hall, "gus", Monday);
        Assert.Equal(["zoe"], await hall.Colleagues.PeakPost(ann, hall.Clock.GetUtcNow(), default));
    }

    [Fact]
    public async Task A_hard_day_goes_past_a_leader_who_is_away()
    {
        await using var hall = await Opened();
        await Away(hall, "lee", Monday);
        await hall.Pass(TimeSpan.FromHours(9));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        await hall.Turns.Settled();
        Assert.Equal(["mia"], (await hall.State<Escalation>(Hall.AnnsCase))!.Asked.Select(a => a.Person));
    }

    [Fact]
    public async Task A_swap_says_of_them_what_it_says_of_anybody_on_leave_and_no_more()
    {
        await using var hall = await Opened();
        var given = (await hall.Duty.Around("hall", hall.Clock.GetUtcNow())).Single(s => s.Id == "s3");
        await hall.Happens(OwnLeave.KeyOf("ben"), new SayLeave("ben", Monday, Monday.AddDays(4)));
        var findings = hall.Duty.Judge(new(given, "ben", null), await hall.Duty.Look("hall", hall.Clock.GetUtcNow(), default), hall.Clock.GetUtcNow());
        Assert.Equal([(DutyRule.OnLeave, "ben", Monday.AddDays(1))], findings.Select(f => (f.Rule, f.Person, f.Day)));
        var card = PretendChannel.TextOf((await hall.Desk.Next(new PressAskSwap { Shift = new("s3") }, hall.Roster.Find("ann")!, default)).Card!);
        Assert.Contains("ben isn't there on Tue", card, StringComparison.Ordinal);
        Assert.DoesNotContain("leave", card, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("27 Nov", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_on_leave_is_asked_to_take_a_duty_of_a_later_day_nor_reminded_of_one()
    {
        await using var hall = await Opened();
        var ask = new AskSwap("ann", "ann", "ben", null);
        var given = (await hall.Duty.Around("hall", hall.Clock.GetUtcNow())).Single(s => s.Id == "s3");
        var key = Swap.KeyOf(given);
        await Away(hall, "ben", Monday);
        var card = PretendChannel.TextOf((await hall.Desk.Next(new PressAskSwap { Shift = new("s3") }, hall.Roster.Find("ann")!, default)).Card!);
        Assert.Contains("ben isn't there on Mon", card, StringComparison.Ordinal);
        await hall.Happens(key, ask);
        Assert.Null(await hall.State<Swap>(key));
        await hall.Happens(OwnLeave.KeyOf("ben"), new EndLeave("ben"));
        await hall.Happens(key, ask);
        Assert.Equal(SwapPhase.Asked, (await hall.State<Swap>(key))!.Phase);
        await Away(hall, "ben", Monday);
        var before = hall.Channel.PostsTo("ben");
        await hall.Pass(TimeSpan.FromHours(5));
        Assert.Equal(before, hall.Channel.PostsTo("ben"));
        Assert.Contains("ben has not answered yet", hall.Channel.Posts.Last(p => p.Person == "ann").Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_asked_how_they_are_after_a_case_is_asked_when_they_are_back()
    {
        await using var hall = await Opened();
        await hall.Pass(TimeSpan.FromHours(9));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        await hall.Happens(Hall.AnnsCase, new Take("lee"));
        await hall.Happens(Hall.AnnsCase, new Resolve("lee", Done.Talked, null));
        await Away(hall, "ann", Monday.AddDays(2));
        await hall.Pass(TimeSpan.FromHours(40));
        var waiting = (await hall.State<Escalation>(Hall.AnnsCase))!;
        var opening = hall.Roster.WorkingHoursOf("hall")!;
        Assert.Equal((CasePhase.Resolved, LocalTime.ToInstant(Monday.AddDays(3).ToDateTime(opening.From), opening.Zone)), (waiting.Phase, waiting.NextAt));
        await hall.Pass(TimeSpan.FromHours(40));
        Assert.Equal(CasePhase.Visiting, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
    }

    [Fact]
    public async Task It_is_kept_over_a_restart_and_an_import_changes_nothing_of_it()
    {
        await using var hall = await Opened();
        await Away(hall, "ann", Monday.AddDays(2));
        hall.Roster.TakeOver(Hall.Organisation(null) with { Leaves = [new("ben", Monday, Monday, "annual")] });
        var fresh = new Bot.Flows.Absences(new Bot.Roster.Roster(hall.Store.Table("Roster"), Hall.Organisation(null)), hall.Store.Table(FlowRows.TableName));
        foreach (var absences in new[] { hall.Absences, fresh })
        {
            Assert.True(await absences.IsAway("ann", [Hall.Opening.AddDays(2)], default));
            Assert.False(await absences.IsAway("ann", [Hall.Opening.AddDays(3)], default));
        }
        Assert.True(await hall.Absences.IsAway("ben", [Hall.Opening], default));
        Assert.False(await fresh.IsAway("ben", [Hall.Opening], default));
    }

    [Fact]
    public async Task The_receipt_counts_the_duties_that_stay_theirs_and_my_data_shows_the_days_to_them_alone()
    {
        await using var hall = await Opened();
        await Away(hall, "ann", Monday.AddDays(2));
        Assert.Contains("You have one duty in that time.", ReceiptOf(hall, "ann"), StringComparison.Ordinal);
        await hall.Turns.Take(new(Contact.KeyOf("ann"), new ShowMyData("ann"), Typed: true));
        await hall.Turns.Settled();
        Assert.Contains("Mon 23 Nov to Wed 25 Nov", hall.Channel.Posts.Last(p => p.Person == "ann").Card, StringComparison.Ordinal);
        Assert.All(hall.Channel.Posts.Where(p => p.Person != "ann"), p => Assert.DoesNotContain("25 Nov", p.Card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_answers_leaves_leave_that_is_not_over()
    {
        await using var hall = await Opened();
        await Away(hall, "ann", Monday.AddDays(2));
        await hall.Happens(Contact.KeyOf("ann"), new EraseAnswers("ann", null));
        await hall.Happens(Contact.KeyOf("ann"), new EraseAnswers("ann", true));
        await hall.Pass(TimeSpan.FromMinutes(1));
        Assert.NotNull(await hall.Absences.OwnOf("ann", default));
        Assert.Contains("leave until it is over", hall.Channel.Posts.Last(p => p.Person == "ann").Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_reads_nothing_of_leave_and_a_prompt_reads_one_row_of_it()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        store!.Requests.Clear();
        Assert.False(await hall.Absences.IsAway("ann", [Hall.Opening, Hall.Opening.AddHours(9), Hall.Opening.AddHours(10)], default));
        Assert.Equal((1, 1), (store.Requests.Count, store.Requests["Flows.Get"]));
    }

    private static async Task<Hall> Opened(params Shift[] more)
    {
        var hall = new Hall(more: more);
        await hall.Open();
        return hall;
    }

    private static async Task Away(Hall hall, string person, DateOnly to)
    {
        await hall.Turns.Take(new(OwnLeave.KeyOf(person), new SayLeave(person, null, to), Typed: true));
        await hall.Turns.Settled();
    }

    private static async Task<CheckIn> CheckInAt(Hall hall, int hours) => (await hall.State<CheckIn>(CheckIn.KeyOf("ann", CheckIn.IdOf(Hall.Opening.AddHours(hours)))))!;

    /// <summary>The person's newest card about their leave, as it stands now.</summary>
    private static string ReceiptOf(Hall hall, string person) =>
        hall.Channel.Drawn[hall.Channel.Posts.Last(p => p.Person == person && p.Card.Contains("On leave: ", StringComparison.Ordinal)).Activity];
}
