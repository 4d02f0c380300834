using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.Tests.Swaps;

public sealed class SwapTests
{
    [Fact]
    public void A_colleague_is_asked_then_the_channel_then_the_roster_is_changed_and_both_are_told()
    {
        var swap = OneSwap.Asked();
        Assert.Equal(["theirs@bao"], swap.Notified);
        Assert.Equal(new See(swap.State!.Mine), swap.Reply);
        swap.Then(new AcceptSwap(Hall.Bao, 1));
        Assert.Equal(["channel@#north", "mine@lin"], swap.Notified);
        swap.Then(new ApproveSwap(Hall.Wang, 1, []));
        Assert.Equal(SwapPhase.Changing, swap.State!.Phase);
        Assert.Equal(swap.Now, swap.State.NextAt);
        Assert.Empty(swap.Notified);
        swap.RosterSays(null);
        Assert.Equal(SwapPhase.Done, swap.State!.Phase);
        Assert.Equal(["mine@lin", "theirs@bao"], swap.Notified);
    }

    [Fact]
    public void Without_a_channel_the_leaders_of_the_team_are_asked_in_their_chats()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Channel = null };
        swap.Then(new AcceptSwap(Hall.Bao, 1));
        Assert.Equal(["decide@wang", "decide@zhao", "mine@lin"], swap.Notified);
    }

    [Fact]
    public void When_the_channel_is_lost_the_leaders_are_asked_in_their_chats()
    {
        var swap = OneSwap.Agreed().Then(new SwapUnreachable(OneSwap.Channel));
        Assert.Equal(["decide@wang", "decide@zhao"], swap.Notified);
        Assert.Null(swap.State!.Channel);
    }

    [Fact]
    public void A_leader_whom_no_card_reaches_is_replaced_by_one_of_the_hall()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Channel = null, Leaders = [Hall.Wang] };
        swap.Then(new AcceptSwap(Hall.Bao, 1)).Then(new SwapUnreachable(Hall.Wang));
        Assert.Equal(["decide@chen"], swap.Notified);
    }

    [Fact]
    public void A_leader_who_swaps_does_not_decide_and_is_not_asked()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Channel = null, Leaders = [Hall.Lin, Hall.Wang] };
        swap.Then(new AcceptSwap(Hall.Bao, 1));
        Assert.Equal(["decide@wang", "mine@lin"], swap.Notified);
        swap.Then(new ApproveSwap(Hall.Lin, 1, []));
        Assert.Equal(new Say(new Notice.SwapIsYours()), swap.Reply);
        Assert.Equal(SwapPhase.Waiting, swap.State!.Phase);
    }

    [Fact]
    public void What_a_rule_forbids_is_not_even_asked()
    {
        var swap = new OneSwap();
        swap.Facts = swap.Facts with { Findings = [OneSwap.Block] };
        swap.Then(new AskSwap(Hall.Lin, Hall.Lin, Hall.Bao, null));
        Assert.Null(swap.State);
        Assert.Equal(OneSwap.Block, Assert.Single(((Notice.SwapForbidden)Swap.Refusal(new(Hall.Lin, Hall.Lin, Hall.Bao, null), swap.Facts, swap.Now)!).Findings));
    }

    [Fact]
    public void A_rule_that_forbids_it_by_now_ends_it_when_the_colleague_or_a_leader_presses()
    {
        foreach (var press in new FlowEvent[] { new AcceptSwap(Hall.Bao, 1), new ApproveSwap(Hall.Wang, 1, []) })
        {
            var swap = press is AcceptSwap ? OneSwap.Asked() : OneSwap.Agreed();
            swap.Facts = swap.Facts with { Findings = [OneSwap.Block] };
            swap.Then(press);
            Assert.Equal(SwapPhase.Overtaken, swap.State!.Phase);
            Assert.Equal(OneSwap.Block, Assert.Single(swap.State.Because!.Findings));
            Assert.Contains("mine@lin", swap.Notified);
        }
    }

    [Fact]
    public void A_warning_has_to_be_ticked_before_it_is_approved()
    {
        var swap = OneSwap.Agreed();
        swap.Facts = swap.Facts with { Findings = [OneSwap.Warning] };
        swap.Then(new ApproveSwap(Hall.Wang, 1, []));
        Assert.Equal(SwapPhase.Waiting, swap.State!.Phase);
        Assert.Equal(OneSwap.Warning, Assert.Single(((Notice.SwapTickFirst)((Say)swap.Reply!).Notice).Findings));
        swap.Then(new ApproveSwap(Hall.Wang, 1, [OneSwap.Warning.Key]));
        Assert.Equal(SwapPhase.Changing, swap.State!.Phase);
        Assert.Equal(OneSwap.Warning.Key, Assert.Single(swap.State.Ticked));
    }

    [Fact]
    public void A_shift_that_has_gone_to_somebody_else_says_who_has_it_now()
    {
        var swap = OneSwap.Agreed();
        swap.Facts = swap.Facts with { Given = OneSwap.Given with { Person = Hall.Ding } };
        swap.Then(new ApproveSwap(Hall.Wang, 1, []));
        Assert.Equal(SwapPhase.Overtaken, swap.State!.Phase);
        Assert.Equal(Hall.Ding, swap.State.Because!.Holder);
    }

    [Fact]
    public void When_the_roster_is_faster_the_swap_is_overtaken_and_nothing_changed()
    {
        var swap = OneSwap.Agreed().Then(new ApproveSwap(Hall.Wang, 1, [])).RosterSays(new("s-lin", Hall.Ding, []));
        Assert.Equal(SwapPhase.Overtaken, swap.State!.Phase);
        Assert.Equal(["decide@wang", "mine@lin", "theirs@bao"], swap.Notified);
    }

    [Fact]
    public void Nobody_can_stop_it_once_it_is_approved()
    {
        var swap = OneSwap.Agreed().Then(new ApproveSwap(Hall.Wang, 1, []));
        foreach (var late in new FlowEvent[] { new CancelSwap(Hall.Lin, 1), new DeclineSwap(Hall.Bao, 1, null), new RefuseSwap(Hall.Zhao, 1, null), new ApproveSwap(Hall.Zhao, 1, []) })
            Assert.Same(swap.State, swap.State!.On(late, swap.Facts, swap.Now).State);
    }

    [Fact]
    public void Two_leaders_at_once_the_second_sees_who_decided()
    {
        var swap = OneSwap.Agreed().Then(new ApproveSwap(Hall.Wang, 1, []));
        swap.Then(new RefuseSwap(Hall.Zhao, 1, null));
        Assert.Equal(Hall.Wang, swap.State!.DecidedBy);
        Assert.Equal(new SeeOwn(Swap.Decides(Hall.Zhao)), swap.Reply);
    }

    [Fact]
    public void It_lapses_before_the_first_of_the_shifts_and_the_original_duty_stands()
    {
        var swap = OneSwap.Agreed().Until(OneSwap.Given.Start.AddMinutes(-30));
        Assert.Equal(SwapPhase.Lapsed, swap.State!.Phase);
        Assert.Equal(["mine@lin", "theirs@bao"], swap.Notified);
        swap.Then(new ApproveSwap(Hall.Wang, 1, []));
        Assert.Equal(SwapPhase.Lapsed, swap.State!.Phase);
    }

    [Fact]
    public void A_press_after_its_time_finds_it_lapsed_even_if_nobody_woke_it()
    {
        var swap = OneSwap.Agreed();
        var late = swap.State!.On(new ApproveSwap(Hall.Wang, 1, []), swap.Facts, swap.State.LapsesAt);
        Assert.Equal(SwapPhase.Lapsed, late.State.Phase);
    }

    [Fact]
    public void The_colleague_is_reminded_in_working_hours_and_then_the_asker_hears_that_nobody_answered()
    {
        var swap = OneSwap.Asked().Until(OneSwap.Start + SwapPolicy.Shipped.RemindAfter);
        Assert.Equal(["theirs@bao"], swap.Notified);
        swap.Until(OneSwap.Start + SwapPolicy.Shipped.HallLeadersAfter);
        Assert.Equal(["mine@lin", "theirs@bao"], swap.Notified);
        Assert.Equal(swap.State!.LapsesAt, swap.State.NextAt);
    }

    [Fact]
    public void The_channel_is_reminded_and_then_the_hall_leader_is_asked_too()
    {
        var swap = OneSwap.Agreed().Until(OneSwap.Start + SwapPolicy.Shipped.RemindAfter);
        Assert.Equal(["channel@#north"], swap.Notified);
        swap.Until(OneSwap.Start + SwapPolicy.Shipped.HallLeadersAfter);
        Assert.Equal(["decide@chen"], swap.Notified);
    }

    [Fact]
    public void A_request_at_the_end_of_the_day_reminds_nobody_at_night()
    {
        var swap = new OneSwap().At(Hall.ShiftEnd).Then(new AskSwap(Hall.Lin, Hall.Lin, Hall.Bao, null));
        Assert.Equal(Hall.NextStart.AddMinutes(90), swap.State!.RemindAt);
    }

    [Fact]
    public void A_leader_takes_it_back_while_there_is_time_and_the_roster_agrees()
    {
        var swap = OneSwap.Done().Then(new UndoSwap(Hall.Zhao, 1));
        Assert.Equal(SwapPhase.Reverting, swap.State!.Phase);
        Assert.NotEqual(OneSwap.Agreed().State!.ChangeName, swap.State.ChangeName);
        swap.RosterSays(null);
        Assert.Equal(SwapPhase.Undone, swap.State!.Phase);
        Assert.Equal(["mine@lin", "theirs@bao"], swap.Notified);
    }

    [Fact]
    public void What_the_roster_does_not_give_back_stays_swapped_and_says_so()
    {
        var swap = OneSwap.Done().Then(new UndoSwap(Hall.Zhao, 1)).RosterSays(new("s-lin", Hall.Ding, []));
        Assert.Equal(SwapPhase.Done, swap.State!.Phase);
        Assert.NotNull(swap.State.Because);
        Assert.False(swap.State.CanBeUndone(swap.Now));
    }

    [Fact]
    public void Neither_of_the_two_takes_it_back_and_nobody_does_after_its_time()
    {
        var swap = OneSwap.Done();
        Assert.Equal(new Say(new Notice.SwapIsYours()), swap.State!.On(new UndoSwap(Hall.Lin, 1), swap.Facts, swap.Now).Reply);
        swap.Until(swap.Now + SwapPolicy.Shipped.UndoFor).Then(new UndoSwap(Hall.Wang, 1));
        Assert.Equal(SwapPhase.Done, swap.State!.Phase);
        Assert.Null(swap.State.NextAt);
    }

    [Fact]
    public void A_leader_acts_for_somebody_who_is_ill_and_that_person_learns_of_it()
    {
        var swap = OneSwap.Asked(by: Hall.Wang);
        Assert.Equal(["mine@lin", "theirs@bao"], swap.Notified);
        Assert.Equal(new See(Swap.Decides(Hall.Wang)), swap.Reply);
        Assert.Equal(Hall.Wang, swap.State!.By);
    }

    [Fact]
    public void After_a_no_the_same_duty_can_be_asked_of_somebody_else_and_the_old_card_does_nothing()
    {
        var swap = OneSwap.Asked().Then(new DeclineSwap(Hall.Bao, 1, null)).Then(new AskSwap(Hall.Lin, Hall.Lin, Hall.Bao, null));
        Assert.Equal(2, swap.State!.Round);
        Assert.Null(swap.State.InReturn);
        var before = swap.State;
        swap.Then(new AcceptSwap(Hall.Bao, 1));
        Assert.Same(before, swap.State);
        Assert.Equal(new See(before.Theirs), swap.Reply);
    }

    [Fact]
    public void A_second_request_while_one_is_open_asks_nobody()
    {
        var swap = OneSwap.Asked();
        var before = swap.State;
        swap.Then(new AskSwap(Hall.Lin, Hall.Lin, Hall.Ding, null));
        Assert.Same(before, swap.State);
        Assert.Equal(new See(before!.Mine), swap.Reply);
    }

    [Fact]
    public void Somebody_who_agreed_can_still_say_no_while_nobody_has_decided()
    {
        var swap = OneSwap.Agreed().Then(new DeclineSwap(Hall.Bao, 1, null));
        Assert.Equal(SwapPhase.Declined, swap.State!.Phase);
        Assert.Equal(["mine@lin"], swap.Notified);
    }
}
