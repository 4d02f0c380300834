using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>Taking a case, keeping it, handing it over and falling silent.</summary>
public sealed class TakingTests
{
    [Fact]
    public void A_take_stops_everything_pending()
    {
        var story = OneCase.Opened().WhenDue().Hears(new Take(Hall.Wang));
        Assert.Equal((CasePhase.Taken, Hall.Wang), (story.State.Phase, story.State.Owner));
        Assert.Equal(Delivery.Withdraw, story.CardOf(Hall.Chen));
        Assert.Equal(Delivery.Refresh, story.CardOf(Hall.Wang));
        Assert.Equal(Delivery.Line, story.To(story.State.News));
        Assert.Equal(Delivery.Refresh, story.To(story.State.Mine));
        Assert.Equal(new See(Escalation.CardOf(Hall.Wang)), story.Last.Reply);
    }

    [Fact]
    public void An_acknowledgement_between_two_notices_stops_the_second()
    {
        var story = OneCase.Opened();
        var second = story.State.NextAt!.Value;
        story.After(TimeSpan.FromMinutes(10)).Hears(new Take(Hall.Wang));
        story.Now = second;
        Assert.Empty(story.Hears(new Due()).Last.Effects);
        Assert.DoesNotContain(Hall.Chen, story.State.Readers);
    }

    [Fact]
    public void Of_two_who_take_it_the_second_sees_who_has_it()
    {
        var story = OneCase.Opened().WhenDue().Hears(new Take(Hall.Chen));
        var taken = story.State;
        Assert.Same(taken, story.Hears(new Take(Hall.Wang)).State);
        Assert.Equal(new See(Escalation.CardOf(Hall.Wang)), story.Last.Reply);
    }

    [Fact]
    public void Taking_it_twice_is_taking_it_once()
    {
        var story = OneCase.TakenByWang();
        var taken = story.State;
        Assert.Same(taken, story.After(TimeSpan.FromMinutes(1)).Hears(new Take(Hall.Wang)).State);
        Assert.Empty(story.Last.Effects);
    }

    [Fact]
    public void A_silent_owner_is_reminded_once_and_then_the_chain_goes_on()
    {
        var story = OneCase.TakenByWang().WhenDue();
        Assert.Equal((CasePhase.Taken, Delivery.Notice), (story.State.Phase, story.CardOf(Hall.Wang)));
        story.WhenDue();
        Assert.Equal((CasePhase.Asking, Delivery.Notice), (story.State.Phase, story.CardOf(Hall.Chen)));
        Assert.Null(story.State.Owner);
        Assert.Equal(Delivery.Line, story.To(story.State.News));
    }

    [Fact]
    public void A_silent_owner_may_take_it_up_again() =>
        Assert.Equal(Hall.Wang, OneCase.TakenByWang().WhenDue().WhenDue().Hears(new Take(Hall.Wang)).State.Owner);

    [Fact]
    public void A_silent_owner_by_hand_over_may_take_it_up_again()
    {
        var story = OneCase.TakenByWang().Hears(new HandOver(Hall.Wang, Hall.Zhao)).Hears(new AcceptHandOver(Hall.Zhao)).WhenDue().WhenDue();
        Assert.Equal(CasePhase.Asking, story.State.Phase);
        Assert.Equal(Hall.Zhao, story.Hears(new Take(Hall.Zhao)).State.Owner);
    }

    [Fact]
    public void A_case_that_everybody_takes_and_nobody_does_ends_as_nobody_answered()
    {
        var story = OneCase.Opened();
        for (var wakes = 0; wakes < 20 && !story.State.IsOver; wakes++)
        {
            foreach (var reader in story.State.Readers)
                story.Hears(new Take(reader));
            story.WhenDue();
        }
        Assert.Equal(CasePhase.Unanswered, story.State.Phase);
    }

    [Fact]
    public void The_giver_stays_owner_until_it_is_accepted()
    {
        var story = OneCase.TakenByWang().Hears(new HandOver(Hall.Wang, Hall.Chen));
        Assert.Equal((Hall.Wang, Hall.Chen), (story.State.Owner, story.State.OfferedTo));
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Chen));
        Assert.Equal(new See(Escalation.CardOf(Hall.Wang)), story.Last.Reply);
        story.Hears(new AcceptHandOver(Hall.Chen));
        Assert.Equal((Hall.Chen, null), (story.State.Owner, story.State.OfferedTo));
        Assert.Equal(Delivery.Withdraw, story.CardOf(Hall.Wang));
        Assert.Equal(Delivery.Line, story.To(story.State.News));
    }

    [Fact]
    public void Handing_over_twice_is_one_card()
    {
        var story = OneCase.TakenByWang().Hears(new HandOver(Hall.Wang, Hall.Chen));
        Assert.Empty(story.Hears(new HandOver(Hall.Wang, Hall.Chen)).Last.Effects);
        Assert.NotNull(story.Last.Reply);
    }

    [Fact]
    public void Offered_to_another_the_first_can_no_longer_accept()
    {
        var story = OneCase.TakenByWang().Hears(new HandOver(Hall.Wang, Hall.Chen)).Hears(new HandOver(Hall.Wang, Hall.Zhao));
        Assert.Equal(Delivery.Withdraw, story.CardOf(Hall.Chen));
        Assert.Equal(Hall.Wang, story.Hears(new AcceptHandOver(Hall.Chen)).State.Owner);
        Assert.Equal(new See(Escalation.CardOf(Hall.Chen)), story.Last.Reply);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Hall.Lin)]
    [InlineData(Hall.Wang)]
    [InlineData(Hall.Su)]
    [InlineData(Hall.Bao)]
    [InlineData("nobody at all")]
    public void It_is_handed_only_to_whom_its_chain_could_ask(string? to)
    {
        var story = OneCase.TakenByWang();
        var before = story.State;
        Assert.Same(before, story.Hears(new HandOver(Hall.Wang, to)).State);
        Assert.Equal(new Say(new Notice.ChooseSomebody()), story.Last.Reply);
    }

    [Fact]
    public void A_counsellor_cannot_hand_it_to_a_leader() =>
        Assert.Equal([Hall.He], OneCase.Opened(Route.Counsellor).Hears(new Take(Hall.Su)).State.Receivers(Hall.Everybody));

    [Fact]
    public void Nobody_on_leave_is_offered_a_case() =>
        Assert.DoesNotContain(Hall.Chen, OneCase.TakenByWang().State.Receivers([.. Hall.Everybody.Select(c => c with { Away = c.Person == Hall.Chen })]));

    [Fact]
    public void An_offer_that_cannot_be_delivered_is_taken_back_and_the_owner_hears_it()
    {
        var story = OneCase.TakenByWang().Hears(new HandOver(Hall.Wang, Hall.Chen)).Hears(new Unreachable(Hall.Chen));
        Assert.Equal((Hall.Wang, null), (story.State.Owner, story.State.OfferedTo));
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Wang));
    }

    [Fact]
    public void Only_the_owner_resolves()
    {
        var story = OneCase.TakenByWang().Hears(new HandOver(Hall.Wang, Hall.Chen));
        var before = story.State;
        Assert.Same(before, story.Hears(new Resolve(Hall.Chen, Done.Talked, null)).State);
        Assert.Equal(new See(Escalation.CardOf(Hall.Chen)), story.Last.Reply);
    }

    [Fact]
    public void Resolving_asks_what_was_done()
    {
        var story = OneCase.TakenByWang();
        var before = story.State;
        Assert.Same(before, story.Hears(new Resolve(Hall.Wang, null, null)).State);
        Assert.Equal(new Say(new Notice.ChooseWhatWasDone()), story.Last.Reply);
    }
}
