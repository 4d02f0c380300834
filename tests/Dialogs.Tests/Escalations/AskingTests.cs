using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>A case asks one step after the other until somebody takes it, or says that nobody did.</summary>
public sealed class AskingTests
{
    [Fact]
    public void The_leader_on_shift_gets_a_card_and_the_person_is_told_to_whom_it_went()
    {
        var story = OneCase.Opened();
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Wang));
        Assert.Equal(Delivery.Notice, story.To(story.State.Mine));
        Assert.Null(story.To(story.State.News));
        Assert.Equal(story.Now + Hall.Wait, story.State.NextAt);
        Assert.Equal((36, 4), (story.State.Context.HoursThisWeek, story.State.Context.DaysInARow));
    }

    [Fact]
    public void Opening_it_twice_is_opening_it_once()
    {
        var story = OneCase.Opened();
        var before = story.State;
        story.Hears(new Opened(Origin.HardDay, before.Source, Hall.Lin, Route.Buddy, before.Context, null));
        Assert.Same(before, story.State);
        Assert.Empty(story.Last.Effects);
    }

    [Fact]
    public void Not_taken_in_time_it_goes_to_the_next_step()
    {
        var story = OneCase.Opened().WhenDue();
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Chen));
        Assert.Equal(Delivery.Refresh, story.CardOf(Hall.Wang));
        Assert.Equal(Delivery.Line, story.To(story.State.News));
        Assert.Equal(story.Now + Hall.Wait, story.State.NextAt);
    }

    [Fact]
    public void After_an_outage_one_step_is_taken_not_five()
    {
        var story = OneCase.Opened().WhenDue(late: TimeSpan.FromDays(1));
        Assert.Equal(1, story.State.Step);
        Assert.Equal(story.Now + Hall.Wait, story.State.NextAt);
        Assert.Empty(story.Hears(new Due()).Last.Effects);
    }

    [Fact]
    public void A_step_without_anybody_is_passed_over_at_once()
    {
        var story = OneCase.Opened(people: [.. Hall.Everybody.Where(c => c.Person != Hall.Wang)]);
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Chen));
        Assert.Equal(1, story.State.Step);
    }

    [Fact]
    public void Each_step_finds_its_person_when_it_is_taken()
    {
        var story = OneCase.Opened().Without(Hall.Chen);
        story.People = [.. story.People, Hall.Somebody("new", Role.HallLeader)];
        Assert.Equal(Delivery.Notice, story.WhenDue().CardOf("new"));
    }

    [Fact]
    public void The_end_of_the_chain_is_told_to_the_person()
    {
        var story = OneCase.Opened().WhenDue().WhenDue().WhenDue();
        Assert.Equal(CasePhase.Unanswered, story.State.Phase);
        Assert.Null(story.State.NextAt);
        Assert.Equal(Delivery.Notice, story.To(story.State.Mine));
        Assert.Null(story.To(story.State.News));
        Assert.Equal(Delivery.Withdraw, story.CardOf(Hall.Wang));
    }

    [Fact]
    public void When_there_is_nobody_at_all_the_person_hears_it_at_once()
    {
        var story = OneCase.Opened(people: []);
        Assert.Equal(CasePhase.Unanswered, story.State.Phase);
        Assert.Equal(Delivery.Notice, story.To(story.State.Mine));
    }

    [Fact]
    public void A_chosen_counsellor_means_that_no_leader_is_asked()
    {
        var story = OneCase.Opened(Route.Counsellor).WhenDue();
        Assert.Equal([Hall.Su, Hall.He], story.State.Readers.ToArray());
        Assert.Equal(CasePhase.Unanswered, story.WhenDue().State.Phase);
        Assert.Equal([Hall.Su, Hall.He], story.State.Readers.ToArray());
    }

    [Fact]
    public void I_need_a_person_now_asks_the_crisis_contacts_and_no_leader()
    {
        var story = OneCase.Opened(Route.CrisisContact).LeftAlone();
        Assert.Equal([Hall.Su, Hall.He], story.State.Readers.ToArray());
        Assert.Equal(CasePhase.Unanswered, story.State.Phase);
    }

    [Fact]
    public void A_running_case_keeps_its_chain()
    {
        var story = OneCase.Opened();
        Assert.Equal(Hall.Cases.Chains[Route.Leader], story.State.Chain);
        Assert.Equal(story.State.Chain, story.WhenDue().State.Chain);
    }

    [Fact]
    public void Who_cannot_be_reached_is_passed_over_at_once()
    {
        var story = OneCase.Opened().Hears(new Unreachable(Hall.Wang));
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Chen));
        var before = story.State;
        Assert.Same(before, story.Hears(new Unreachable(Hall.Wang)).State);
    }

    [Fact]
    public void One_unreachable_buddy_leaves_the_others_their_time()
    {
        var story = OneCase.Opened(Route.Buddy);
        var before = story.State;
        story.Hears(new Unreachable(Hall.Bao));
        Assert.Equal((CasePhase.Asking, before.Step, before.Until), (story.State.Phase, story.State.Step, story.State.Until));
    }

    [Fact]
    public void When_no_buddy_can_be_reached_nobody_waits_for_them() =>
        Assert.Equal(CasePhase.Unanswered, OneCase.Opened(Route.Buddy).Hears(new Unreachable(Hall.Bao)).Hears(new Unreachable(Hall.Ding)).State.Phase);

    [Fact]
    public void Who_comes_after_the_chain_has_ended_may_still_take_it()
    {
        var story = OneCase.Opened(Route.Buddy).WhenDue();
        Assert.Equal(CasePhase.Unanswered, story.State.Phase);
        Assert.Equal((CasePhase.Taken, Hall.Bao), (story.Hears(new Take(Hall.Bao)).State.Phase, story.State.Owner));
    }

    [Fact]
    public void Asking_again_when_nobody_is_at_it_any_more_starts_the_chain_anew()
    {
        var unanswered = OneCase.Opened(Route.CrisisContact).LeftAlone();
        Assert.Equal(CasePhase.Unanswered, unanswered.State.Phase);
        Assert.Equal((CasePhase.Asking, 0), (unanswered.Hears(new AskedAgain()).State.Phase, unanswered.State.Step));

        var resolved = OneCase.Opened().Hears(new Take(Hall.Wang)).Hears(new Resolve(Hall.Wang, Done.Talked, null));
        Assert.Equal(CasePhase.Asking, resolved.Hears(new AskedAgain()).State.Phase);
    }

    [Fact]
    public void Who_is_asked_may_hand_over_at_once_and_owns_it_until_the_other_accepts()
    {
        var story = OneCase.Opened().Hears(new HandOver(Hall.Wang, Hall.Chen));
        Assert.Equal((CasePhase.Taken, Hall.Wang, Hall.Chen), (story.State.Phase, story.State.Owner, story.State.OfferedTo));
        Assert.Equal((Delivery.Notice, Delivery.Line), (story.CardOf(Hall.Chen), story.To(story.State.News)));
        Assert.Equal(Hall.Chen, story.Hears(new AcceptHandOver(Hall.Chen)).State.Owner);
    }

    [Fact]
    public void Handing_over_to_nobody_leaves_the_case_as_it_was()
    {
        var story = OneCase.Opened();
        var before = story.State;
        story.Hears(new HandOver(Hall.Wang, null));
        Assert.Same(before, story.State);
        Assert.IsType<Say>(story.Last.Reply);
    }

    [Fact]
    public void A_route_on_which_nobody_is_there_shows_the_person_who_still_has_it()
    {
        var story = OneCase.Opened();
        story.People = [.. story.People.Where(c => !c.Fits(StepRole.Counsellor))];
        story.Hears(new OtherRoute(Hall.Lin, Route.Counsellor));
        Assert.Equal((Route.Leader, Delivery.Notice), (story.State.Route, story.To(story.State.Mine)));
        Assert.IsType<Notice.NobodyThere>(Assert.IsType<Say>(story.Last.Reply).Notice);
    }

    [Fact]
    public void Asking_again_shows_the_case_anew_to_whoever_is_asked_or_has_it()
    {
        var story = OneCase.Opened().Hears(new AskedAgain());
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Wang));
        Assert.Equal(Delivery.Notice, story.Hears(new Take(Hall.Wang)).Hears(new AskedAgain()).CardOf(Hall.Wang));
    }

    [Fact]
    public void Two_records_never_open_the_same_case()
    {
        Assert.Equal(Escalation.IdOf("lin/1"), Escalation.IdOf("lin/1"));
        Assert.NotEqual(Escalation.IdOf("lin/1"), Escalation.IdOf("lin/2"));
        Assert.DoesNotContain(Hall.Lin, Escalation.NumberOf(Escalation.IdOf("lin/1")), StringComparison.Ordinal);
    }
}
