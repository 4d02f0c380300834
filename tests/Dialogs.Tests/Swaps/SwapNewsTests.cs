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
    public void Who_asked_hears_at_once_that_the_colleague_cannot_be_reached()
    {
        Assert.Equal(["mine@lin"], OneSwap.Asked().Then(new SwapUnreachable(Hall.Bao)).Notified);
        Assert.Equal(["decide@wang", "mine@lin"], OneSwap.Asked(by: Hall.Wang).Then(new SwapUnreachable(Hall.Bao)).Notified);
    }

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
