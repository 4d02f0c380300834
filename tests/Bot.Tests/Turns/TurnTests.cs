using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;

using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>The promises of a turn on a real store: nothing said before it is saved, nothing saved is lost, nothing done twice.</summary>
public sealed class TurnTests
{
    private static readonly Answered High = new("ann", new Answer { Stress = 5, Mood = 3 });

    private static async Task<Hall> AtShiftEnd()
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9));
        return hall;
    }

    [Fact]
    public async Task A_shift_ends_the_person_is_asked_a_high_answer_reaches_the_leader_and_comes_back_as_a_question()
    {
        await using var hall = await AtShiftEnd();
        Assert.Equal(CheckInPhase.Asked, (await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Phase);
        var before = hall.Channel.PostsTo("ann");

        await hall.Happens(Hall.AnnsCheckIn, High);
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Equal(before + 1, hall.Channel.PostsTo("ann"));

        await hall.Happens(Hall.AnnsCase, new Take("lee"));
        await hall.Happens(Hall.AnnsCase, new Resolve("lee", Done.Talked, null));
        await hall.Pass(TimeSpan.FromHours(24));
        Assert.Equal(CasePhase.Visiting, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
        await hall.Happens(Hall.AnnsCase, new ReturnVisit("ann", Helped: true));
        Assert.Equal(CasePhase.Closed, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
    }

    [Fact]
    public async Task A_hundred_equal_answers_at_once_are_one_record_one_case_and_one_card_for_the_leader()
    {
        await using var hall = await AtShiftEnd();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => hall.Turns.Take(new(Hall.AnnsCheckIn, High)))));
        await hall.Turns.Settled();

        Assert.All(outcomes, o => Assert.IsType<See>(o.Reply));
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Single((await hall.State<Escalation>(Hall.AnnsCase))!.Asked);
    }

    [Fact]
    public async Task Two_people_who_take_at_once_leave_one_owner_and_both_are_told_the_same()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var hall = await AtShiftEnd();
            await hall.Happens(Hall.AnnsCheckIn, High);
            await hall.Pass(TimeSpan.FromMinutes(16));
            await Task.WhenAll(
                Task.Run(() => hall.Turns.Take(new(Hall.AnnsCase, new Take("lee")))),
                Task.Run(() => hall.Turns.Take(new(Hall.AnnsCase, new Take("mia")))));
            await hall.Turns.Settled();

            var state = (await hall.State<Escalation>(Hall.AnnsCase))!;
            Assert.Equal(CasePhase.Taken, state.Phase);
            Assert.Contains(state.Owner, new[] { "lee", "mia" });
        }
    }

    [Fact]
    public async Task A_prompt_whose_sending_stays_unclear_is_not_sent_a_second_time()
    {
        await using var hall = new Hall();
        await hall.Open();
        var tries = 0;
        hall.Channel.BeforePost = _ =>
        {
            tries++;
            return Task.FromResult<SendResult?>(new(SendOutcome.Unclear));
        };
        await hall.Pass(TimeSpan.FromHours(9) + TimeSpan.FromMinutes(30));
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_prompt_that_the_channel_refused_for_now_is_sent_later()
    {
        await using var hall = new Hall();
        await hall.Open();
        var refusals = 2;
        hall.Channel.BeforePost = _ => Task.FromResult<SendResult?>(refusals-- > 0 ? new(SendOutcome.NotNow) : null);
        var before = hall.Channel.PostsTo("ann");
        await hall.Pass(TimeSpan.FromHours(9));
        Assert.Equal(before, hall.Channel.PostsTo("ann"));

        await Drain(hall, Hall.AnnsCheckIn, TimeSpan.FromMinutes(1));
        await Drain(hall, Hall.AnnsCheckIn, TimeSpan.FromMinutes(1));
        Assert.Equal(before + 1, hall.Channel.PostsTo("ann"));
    }

    [Fact]
    public async Task A_notice_whose_sending_stays_unclear_is_sent_again_until_it_is_clear()
    {
        await using var hall = await AtShiftEnd();
        var unclear = 3;
        hall.Channel.BeforePost = who => Task.FromResult<SendResult?>(who == "lee" && unclear-- > 0 ? new(SendOutcome.Unclear) : null);
        await hall.Happens(Hall.AnnsCheckIn, High);
        Assert.Equal(0, hall.Channel.PostsTo("lee"));

        for (var i = 0; i < 3; i++)
            await Drain(hall, Hall.AnnsCase, TimeSpan.FromMinutes(1));
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
    }

    [Fact]
    public async Task A_take_before_the_next_notice_is_begun_stops_it()
    {
        await using var hall = await AtShiftEnd();
        await hall.Happens(Hall.AnnsCheckIn, High);
        // The hall leader's notice cannot leave; meanwhile the duty leader takes the case.
        hall.Channel.BeforePost = who => Task.FromResult<SendResult?>(who == "mia" ? new(SendOutcome.NotNow) : null);
        await hall.Pass(TimeSpan.FromMinutes(16));
        await hall.Happens(Hall.AnnsCase, new Take("lee"));
        hall.Channel.BeforePost = null;
        await Drain(hall, Hall.AnnsCase, TimeSpan.FromHours(1));

        Assert.Equal(0, hall.Channel.PostsTo("mia"));
        Assert.Empty((await hall.Turns.Rows.Read(Hall.AnnsCase, default)).Waiting);
    }

    [Fact]
    public async Task A_take_while_a_notice_is_on_its_way_leaves_the_late_card_with_the_new_state()
    {
        await using var hall = await AtShiftEnd();
        await hall.Happens(Hall.AnnsCheckIn, High);
        var taken = false;
        hall.Channel.BeforePost = async who =>
        {
            if (who == "mia" && !taken)
            {
                taken = true;
                await hall.Turns.Take(new(Hall.AnnsCase, new Take("lee")));
            }
            return null;
        };
        await hall.Pass(TimeSpan.FromMinutes(16));
        await hall.Turns.Settled();

        var late = Assert.Single(hall.Channel.Posts, p => p.Person == "mia");
        Assert.DoesNotContain("escalation.take", hall.Channel.Drawn[late.Activity], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_out_of_reach_is_passed_over_at_once()
    {
        await using var hall = await AtShiftEnd();
        hall.Channel.BeforePost = who => Task.FromResult<SendResult?>(who == "lee" ? new(SendOutcome.Refused, Reason: "403 BotDisabledByAdmin") : null);
        await hall.Happens(Hall.AnnsCheckIn, High);
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
    }

    [Fact]
    public async Task A_shift_end_is_claimed_once_by_many_who_wake_at_once()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9) - TimeSpan.FromSeconds(1));
        var before = hall.Channel.PostsTo("ann");
        hall.Time.Advance(TimeSpan.FromSeconds(1));
        var version = (await hall.Turns.Rows.Read(ShiftEnds.KeyOf("hall"), default)).Version;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => hall.Turns.Wake(new(ShiftEnds.KeyOf("hall"), version), null))));
        await hall.Turns.Settled();
        Assert.Equal(before + 1, hall.Channel.PostsTo("ann"));
    }

    [Fact]
    public async Task A_check_in_that_is_three_hours_late_is_not_asked_but_recorded()
    {
        await using var hall = new Hall();
        await hall.Open();
        var before = hall.Channel.PostsTo("ann");
        hall.Time.Advance(TimeSpan.FromHours(12));
        await hall.Pass(TimeSpan.Zero);
        Assert.Equal(before, hall.Channel.PostsTo("ann"));
        Assert.Equal(CheckInPhase.Dropped, (await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Phase);
    }

    [Fact]
    public async Task A_signal_handed_over_twice_is_taken_once()
    {
        await using var hall = await AtShiftEnd();
        var signal = new Signal("open", Hall.AnnsCase, new Opened(Origin.HardDay, "x", "ann", Route.Leader, new("W1", null, null, null, 0, 0), null));
        await hall.Turns.Hand(signal, Hall.AnnsCheckIn, default);
        await hall.Turns.Hand(signal, Hall.AnnsCheckIn, default);
        await hall.Turns.Settled();
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
    }

    [Fact]
    public async Task After_the_chain_has_ended_the_person_can_ask_again()
    {
        await using var hall = await AtShiftEnd();
        var key = PersonNow.KeyOf("ann");
        await hall.Happens(key, new AskContact("ann", new("W1", null, null, null, 0, 0)));
        Assert.Equal(1, hall.Channel.PostsTo("gus"));
        await hall.Pass(TimeSpan.FromMinutes(10));
        Assert.Null((await hall.State<PersonNow>(key))!.Case);
        await hall.Happens(key, new AskContact("ann", new("W1", null, null, null, 0, 0)));
        Assert.Equal(2, hall.Channel.PostsTo("gus"));
    }

    [Fact]
    public async Task A_card_sent_anew_leaves_one_line_without_buttons_where_it_stood_before()
    {
        await using var hall = await AtShiftEnd();
        await hall.Happens(Hall.AnnsCheckIn, High);
        await hall.Happens(Hall.AnnsCase, new Take("lee"));
        await hall.Pass(TimeSpan.FromHours(4));
        var cards = hall.Channel.Posts.Where(p => p.Person == "lee").Select(p => hall.Channel.Drawn[p.Activity]).ToList();
        Assert.Equal(2, cards.Count);
        Assert.DoesNotContain("escalation.", cards[0], StringComparison.Ordinal);
        Assert.Contains("escalation.resolve", cards[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_leaves_the_older_check_in_alone_until_one_of_them_is_answered()
    {
        await using var hall = await AtShiftEnd();
        await hall.Pass(TimeSpan.FromMinutes(46));
        var asked = hall.Channel.Posts.Where(p => p.Person == "ann" && p.Card.Contains("checkin.answer", StringComparison.Ordinal)).Select(p => p.Activity).ToList();
        Assert.Equal(2, asked.Count);
        Assert.All(asked, a => Assert.Contains("checkin.answer", hall.Channel.Drawn[a], StringComparison.Ordinal));

        // The older one is answered: it is the live one from then on.
        await hall.Turns.Take(new(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 2 }), Pressed: asked[0]));
        await hall.Turns.Settled();
        Assert.Contains("checkin.edit", hall.Channel.Drawn[asked[0]], StringComparison.Ordinal);
        Assert.DoesNotContain("checkin.", hall.Channel.Drawn[asked[1]], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_on_a_card_whose_place_was_lost_finds_it_again()
    {
        await using var hall = await AtShiftEnd();
        hall.Channel.BeforePost = _ => Task.FromResult<SendResult?>(new(SendOutcome.Sent));
        await hall.Happens(Hall.AnnsCheckIn, High);
        hall.Channel.BeforePost = null;
        await hall.Turns.Take(new(Hall.AnnsCase, new Take("lee"), Pressed: "lost"));
        await hall.Happens(Hall.AnnsCase, new Resolve("lee", Done.Talked, null));
        Assert.DoesNotContain("escalation.resolve", hall.Channel.Drawn["lost"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_whose_shared_note_cannot_be_opened_reaches_the_leader_without_it()
    {
        await using var hall = await AtShiftEnd();
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5, Note = new Words("ann", "w1.AAAA"), ShareNote = true }));
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
    }

    private static async Task Drain(Hall hall, FlowKey key, TimeSpan after)
    {
        hall.Time.Advance(after);
        await hall.Outbox.Drain(key, default);
        await hall.Turns.Settled();
    }
}
