using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.Tests.Swaps;

/// <summary>Nobody waits for what cannot come: who hears of it, and when.</summary>
public sealed class SwapNewsTests
{
    [Fact]
    public void Who_has_the_duty_by_now_is_not_held_up_by_an_earlier_request_for_it()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Given = OneSwap.Given with { Person = Hall.Ding } };
        swap.Then(new AskSwap(Hall.Ding, Hall.Ding, Hall.Bao, null));
        Assert.Equal(SwapPhase.Overtaken, swap.State!.Phase);
        Assert.Contains("mine@lin", swap.Notified);
        swap.Then(new AskSwap(Hall.Ding, Hall.Ding, Hall.Bao, null));
        Assert.Equal((SwapPhase.Asked, 2, Hall.Ding), (swap.State!.Phase, swap.State.Round, swap.State.Asker));
    }

    [Fact]
    public void Once_the_duty_is_asked_for_anew_no_card_offers_to_take_the_earlier_swap_back()
    {
        var swap = OneSwap.Done();
        swap.Then(new AskSwap(Hall.Bao, Hall.Bao, Hall.Ding, null));
        Assert.Equal((SwapPhase.Asked, 2, Hall.Bao), (swap.State!.Phase, swap.State.Round, swap.State.Asker));
        Assert.Contains(new Show(new("channel", OneSwap.Channel), Delivery.Refresh), swap.Effects);
        Assert.False(swap.State.IsOfThisRound(new("channel", OneSwap.Channel)));
        Assert.False(swap.State.IsOfThisRound(new("mine", Hall.Lin)));
        Assert.Equal(["theirs@ding"], swap.Notified);
    }

    [Fact]
    public void Leaders_who_had_cards_of_the_earlier_swap_are_shown_that_it_is_past()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Channel = null };
        swap.Then(new AcceptSwap(Hall.Bao, 1)).Then(new ApproveSwap(Hall.Wang, 1, [])).RosterSays(null);
        swap.Then(new AskSwap(Hall.Bao, Hall.Bao, Hall.Ding, null));
        Assert.All([Hall.Wang, Hall.Zhao], l => Assert.Contains(new Show(Swap.Decides(l), Delivery.Refresh), swap.Effects));
    }

    [Fact]
    public void Nobody_is_reminded_of_a_duty_that_has_gone_to_somebody_else()
    {
        foreach (var swap in new[] { OneSwap.Asked(), OneSwap.Agreed() })
        {
            swap.Facts = swap.Facts with { Given = OneSwap.Given with { Person = Hall.Ding } };
            swap.Until(OneSwap.Start + SwapPolicy.Shipped.RemindAfter);
            Assert.Equal(SwapPhase.Overtaken, swap.State!.Phase);
            Assert.Contains("mine@lin", swap.Notified);
        }
    }

    [Fact]
    public void A_leader_who_asked_for_somebody_ill_hears_how_it_ends_and_that_nobody_answers()
    {
        Assert.Equal(["decide@wang", "mine@lin"], OneSwap.Asked(by: Hall.Wang).Then(new DeclineSwap(Hall.Bao, 1, null)).Notified);
        var swap = OneSwap.Asked(by: Hall.Wang).Until(OneSwap.Start + SwapPolicy.Shipped.HallLeadersAfter);
        Assert.Equal(["decide@wang", "mine@lin", "theirs@bao"], swap.Notified);
        swap.Until(swap.State!.LapsesAt);
        Assert.Equal(SwapPhase.Lapsed, swap.State!.Phase);
        Assert.Equal(["decide@wang", "mine@lin"], swap.Notified);
    }

    [Fact]
    public void A_leader_who_asked_and_then_refuses_is_not_told_of_it_anew()
    {
        var swap = OneSwap.Asked(by: Hall.Wang).Then(new AcceptSwap(Hall.Bao, 1)).Then(new RefuseSwap(Hall.Wang, 1, null));
        Assert.Equal(["mine@lin", "theirs@bao"], swap.Notified);
    }

    [Fact]
    public void A_duty_of_which_only_the_time_changed_is_not_said_to_be_somebody_elses()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Given = OneSwap.Given with { End = OneSwap.Given.End.AddHours(1) } };
        swap.Then(new SwapShiftsMoved());
        Assert.Equal((SwapPhase.Overtaken, null), (swap.State!.Phase, swap.State.Because!.Holder));
        swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { InReturn = OneSwap.Theirs with { End = OneSwap.Theirs.End.AddHours(1) } };
        swap.Then(new SwapShiftsMoved());
        Assert.Equal((SwapPhase.Overtaken, null), (swap.State!.Phase, swap.State.Because!.Holder));
    }

    [Fact]
    public void A_colleague_who_has_gone_on_leave_is_not_reminded_and_who_asked_hears_at_once_that_no_answer_came()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Away = new HashSet<string> { Hall.Bao } };
        swap.Until(OneSwap.Start + SwapPolicy.Shipped.RemindAfter);
        Assert.Equal(["mine@lin"], swap.Notified);
        Assert.True(swap.State!.Reminders > 1);
        swap.Until(OneSwap.Start + SwapPolicy.Shipped.HallLeadersAfter);
        Assert.Empty(swap.Notified);
    }

    [Fact]
    public void A_colleague_who_is_back_by_then_is_reminded_again()
    {
        var swap = OneSwap.Asked();
        var there = swap.Facts;
        swap.Facts = there with { Away = new HashSet<string> { Hall.Bao } };
        swap.Until(OneSwap.Start + SwapPolicy.Shipped.RemindAfter);
        swap.Facts = there;
        swap.Until(OneSwap.Start + SwapPolicy.Shipped.HallLeadersAfter);
        Assert.Equal(["theirs@bao"], swap.Notified);
    }

    [Fact]
    public void Leaders_on_leave_are_not_asked_to_approve_and_those_of_the_hall_are_when_all_are_away()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Channel = null, Away = new HashSet<string> { Hall.Zhao } };
        swap.Then(new AcceptSwap(Hall.Bao, 1));
        Assert.Equal(["decide@wang", "mine@lin"], swap.Notified);
        swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Channel = null, Away = new HashSet<string> { Hall.Wang, Hall.Zhao } };
        swap.Then(new AcceptSwap(Hall.Bao, 1));
        Assert.Equal(["decide@chen", "mine@lin"], swap.Notified);
    }

    [Fact]
    public void A_leader_who_goes_on_leave_is_not_reminded()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Channel = null };
        swap.Then(new AcceptSwap(Hall.Bao, 1));
        swap.Facts = swap.Facts with { Away = new HashSet<string> { Hall.Wang, Hall.Chen } };
        swap.Until(OneSwap.Start + SwapPolicy.Shipped.RemindAfter);
        Assert.Equal(["decide@zhao"], swap.Notified);
        swap.Until(OneSwap.Start + SwapPolicy.Shipped.HallLeadersAfter);
        Assert.Equal(["decide@zhao"], swap.Notified);
    }

    [Fact]
    public void Where_every_leader_is_away_the_first_who_is_back_is_asked()
    {
        var swap = OneSwap.Asked();
        var there = swap.Facts with { Channel = null };
        swap.Facts = there with { Away = new HashSet<string> { Hall.Wang, Hall.Zhao, Hall.Chen } };
        swap.Then(new AcceptSwap(Hall.Bao, 1)).Until(Hall.ShiftEnd);
        Assert.Empty(swap.State!.Leaders);
        swap.Facts = there with { Away = new HashSet<string> { Hall.Zhao, Hall.Chen } };
        swap.Until(Hall.NextStart.AddHours(4));
        Assert.Equal([Hall.Wang], swap.State.Leaders.AsEnumerable());
    }

    [Fact]
    public void Who_asked_hears_at_once_that_the_colleague_cannot_be_reached()
    {
        Assert.Equal(["mine@lin"], OneSwap.Asked().Then(new SwapUnreachable(Hall.Bao)).Notified);
        Assert.Equal(["decide@wang", "mine@lin"], OneSwap.Asked(by: Hall.Wang).Then(new SwapUnreachable(Hall.Bao)).Notified);
    }

    [Fact]
    public void A_leader_whose_approval_came_too_late_for_the_roster_is_told_so_in_their_chat()
    {
        var swap = OneSwap.Agreed().Then(new ApproveSwap(Hall.Wang, 1, [])).RosterSays(new("s-lin", Hall.Ding, []));
        Assert.Equal(["decide@wang", "mine@lin", "theirs@bao"], swap.Notified);
        swap = OneSwap.Done().Then(new UndoSwap(Hall.Zhao, 1)).RosterSays(new("s-lin", Hall.Ding, []));
        Assert.Equal(["decide@zhao"], swap.Notified);
    }

    [Fact]
    public void Who_was_asked_in_an_earlier_round_hears_who_has_the_duty_now_and_since_when()
    {
        var swap = OneSwap.Asked().Then(new DeclineSwap(Hall.Bao, 1, null)).Then(new AskSwap(Hall.Lin, Hall.Lin, Hall.Ding, null));
        swap.Then(new AcceptSwap(Hall.Bao, 1));
        Assert.Equal(new Say(new Notice.SwapStands(OneSwap.Given.Start, Hall.Lin, null)), swap.Reply);
        swap = OneSwap.Done();
        swap.Then(new AcceptSwap(Hall.Ding, 1));
        Assert.Equal(new Say(new Notice.SwapStands(OneSwap.Given.Start, Hall.Bao, OneSwap.Start)), swap.Reply);
    }

    [Fact]
    public void Somebody_of_another_team_hears_nothing_of_it()
    {
        var swap = OneSwap.Done();
        swap.Facts = swap.Facts with { OfTeam = false };
        Assert.Equal(new Say(new Notice.NotYours()), swap.Then(new AcceptSwap(OneSwap.Stranger, 1)).Reply);
    }

    [Fact]
    public void Whoever_reads_in_the_channel_sees_its_card_and_elsewhere_only_the_team_does()
    {
        var swap = OneSwap.Done();
        swap.Facts = swap.Facts with { OfTeam = false };
        Assert.Equal(new See(swap.State!.InChannel!.Value), swap.Then(new ViewSwap(OneSwap.Stranger) { InChannel = true }).Reply);
        Assert.Equal(new Say(new Notice.NotYours()), swap.Then(new ViewSwap(OneSwap.Stranger)).Reply);
    }

    [Fact]
    public void A_shift_in_return_that_somebody_asked_for_before_is_not_offered_twice()
    {
        var swap = new OneSwap();
        swap.Facts = swap.Facts with { Rivals = [Rival(agreed: false, "s-bao")] };
        Assert.Null(swap.Then(new AskSwap(Hall.Lin, Hall.Lin, Hall.Bao, "s-bao")).State);
        Assert.Equal(new Notice.SwapPromised(), Swap.Refusal(new(Hall.Lin, Hall.Lin, Hall.Bao, "s-bao"), swap.Facts, swap.Now));
        // What is only wished for does not bind whose duty it is.
        swap.Facts = swap.Facts with { Rivals = [Rival(agreed: false, "s-lin")] };
        Assert.NotNull(swap.Then(new AskSwap(Hall.Lin, Hall.Lin, Hall.Bao, "s-bao")).State);
    }

    [Fact]
    public void Who_has_agreed_to_give_a_duty_away_agrees_to_no_other_swap_of_it()
    {
        var swap = OneSwap.Asked();
        swap.Facts = swap.Facts with { Rivals = [Rival(agreed: true, "s-bao")] };
        var before = swap.State;
        swap.Then(new AcceptSwap(Hall.Bao, 1));
        Assert.Same(before, swap.State);
        Assert.Equal(new Say(new Notice.SwapPromised()), swap.Reply);
    }

    [Fact]
    public void Another_swap_of_the_same_shift_is_over_as_soon_as_the_roster_has_taken_this_one_and_both_of_it_are_told()
    {
        var done = OneSwap.Agreed().Then(new ApproveSwap(Hall.Wang, 1, []));
        done.Facts = done.Facts with { Rivals = [Rival(agreed: true, "s-bao")] };
        done.RosterSays(null);
        var told = Assert.Single(done.Effects.OfType<Signal>());
        Assert.Equal(Rival(true, "s-bao").Key, told.To);
        var other = OneSwap.Agreed();
        other.Facts = other.Facts with { InReturn = OneSwap.Theirs with { Person = Hall.Ding } };
        other.Then(told.Event);
        Assert.Equal((SwapPhase.Overtaken, Hall.Ding), (other.State!.Phase, other.State.Because!.Holder));
        Assert.Equal(["mine@lin", "theirs@bao"], other.Notified);
        // Where nothing of it has moved, nothing ends.
        var still = OneSwap.Agreed();
        Assert.Same(still.State, still.State!.On(told.Event, still.Facts, still.Now).State);
    }

    [Fact]
    public void When_the_channel_is_lost_every_leader_who_decides_gets_a_new_card_also_one_who_has_an_older_one()
    {
        var swap = OneSwap.Asked(by: Hall.Wang).Then(new AcceptSwap(Hall.Bao, 1)).Then(new SwapUnreachable(OneSwap.Channel));
        Assert.Equal(["decide@wang", "decide@zhao"], swap.Notified);
    }

    private static RivalSwap Rival(bool agreed, string shift) => new(new(Swap.Kind, "north", "202611260030-s-other"), [shift], agreed);

    [Fact]
    public void A_channel_that_is_bound_no_longer_leaves_the_leaders_of_the_team_asked_in_their_chats_at_the_next_reminder()
    {
        foreach (var reminders in new[] { 0, 1 })
        {
            var swap = OneSwap.Agreed();
            if (reminders == 1)
                swap.Until(OneSwap.Start + SwapPolicy.Shipped.RemindAfter);
            swap.Facts = swap.Facts with { Channel = null };
            swap.At(swap.State!.NextAt!.Value).Then(new Due());
            Assert.Null(swap.State!.Channel);
            Assert.Superset(new HashSet<string> { "decide@wang", "decide@zhao" }, swap.Notified.ToHashSet());
        }
    }
}
