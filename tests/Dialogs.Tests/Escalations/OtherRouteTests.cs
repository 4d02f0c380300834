using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>The person may want somebody else at any time, and may think better of a hard answer.</summary>
public sealed class OtherRouteTests
{
    [Theory]
    [InlineData(CasePhase.Asking)]
    [InlineData(CasePhase.Taken)]
    [InlineData(CasePhase.Resolved)]
    [InlineData(CasePhase.Visiting)]
    [InlineData(CasePhase.Closed)]
    [InlineData(CasePhase.Unanswered)]
    public void A_counsellor_instead_of_my_leader_in_any_phase(CasePhase phase)
    {
        var story = OneCase.In(phase).Hears(new OtherRoute(Hall.Lin, Route.Counsellor));
        Assert.Equal((CasePhase.Asking, Route.Counsellor), (story.State.Phase, story.State.Route));
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Su));
        Assert.Equal(Delivery.Withdraw, story.CardOf(Hall.Wang));
        Assert.False(story.State.Concerns(Hall.Wang));
        Assert.Equal(new See(story.State.Mine), story.Last.Reply);
        Assert.Equal(story.Now + Hall.Wait, story.State.NextAt);
        Assert.Null(story.State.Owner);
    }

    [Fact]
    public void The_former_leader_can_no_longer_take_it()
    {
        var story = OneCase.Opened().Hears(new OtherRoute(Hall.Lin, Route.Counsellor));
        var before = story.State;
        Assert.Same(before, story.Hears(new Take(Hall.Wang)).State);
        Assert.Equal(new See(Escalation.CardOf(Hall.Wang)), story.Last.Reply);
    }

    [Fact]
    public void A_counsellor_s_silence_never_goes_back_to_the_leader()
    {
        var story = OneCase.Opened().Hears(new OtherRoute(Hall.Lin, Route.Counsellor)).WhenDue().WhenDue();
        Assert.Equal(CasePhase.Unanswered, story.State.Phase);
        Assert.False(story.State.Concerns(Hall.Wang));
    }

    [Fact]
    public void The_same_route_again_changes_nothing()
    {
        var story = OneCase.Opened();
        var before = story.State;
        Assert.Same(before, story.Hears(new OtherRoute(Hall.Lin, Route.Leader)).State);
        Assert.Equal(new See(before.Mine), story.Last.Reply);
    }

    [Fact]
    public void The_same_route_asks_anew_when_nobody_had_answered() =>
        Assert.Equal(Delivery.Notice, OneCase.In(CasePhase.Unanswered).Hears(new OtherRoute(Hall.Lin, Route.Leader)).CardOf(Hall.Wang));

    [Fact]
    public void A_press_on_an_old_card_does_not_bring_a_withdrawn_case_back()
    {
        var story = OneCase.TakenByWang().Hears(new ConsentWithdrawn());
        var before = story.State;
        Assert.Same(before, story.Hears(new OtherRoute(Hall.Lin, Route.Counsellor)).State);
        Assert.Equal(new See(before.Mine), story.Last.Reply);
    }

    [Fact]
    public void A_day_that_has_grown_hard_is_waited_for_less()
    {
        var story = OneCase.Opened(cause: Cause.Offer);
        var patient = story.State.Until!.Value;
        story.Hears(new OtherRoute(Hall.Lin, Route.Leader, null, Cause.HardDay));
        Assert.Equal((CasePhase.Asking, Urgency.High), (story.State.Phase, story.State.Urgency));
        Assert.InRange(story.State.Until!.Value, story.Now, patient - TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void When_nobody_is_there_the_old_route_stays_and_the_person_hears_it()
    {
        var story = OneCase.Opened().Without(Hall.Su, Hall.He);
        var before = story.State;
        Assert.Same(before, story.Hears(new OtherRoute(Hall.Lin, Route.Counsellor)).State);
        Assert.Equal(new Say(new Notice.NobodyThere()), story.Last.Reply);
    }

    [Fact]
    public void A_route_without_a_chain_has_nobody()
    {
        var story = OneCase.Opened();
        var facts = new EscalationFacts(Hall.Cases with { Chains = Hall.Cases.Chains.Remove(Route.Buddy) }, Hall.Everybody, default, null);
        Assert.Equal(new Say(new Notice.NobodyThere()), story.State.On(new OtherRoute(Hall.Lin, Route.Buddy), facts, story.Now).Reply);
    }

    [Theory]
    [InlineData(Hall.Wang)]
    [InlineData(Hall.Su)]
    public void Nobody_else_chooses_the_route_or_judges(string by)
    {
        var story = OneCase.In(CasePhase.Visiting);
        var before = story.State;
        foreach (var e in new FlowEvent[] { new OtherRoute(by, Route.Buddy), new ReturnVisit(by, true), new ReturnVisit(by, false) })
        {
            Assert.Same(before, story.Hears(e).State);
            Assert.Equal(new Say(new Notice.NotYours()), story.Last.Reply);
        }
    }

    [Fact]
    public void A_lowered_answer_leaves_the_case_open_with_a_line()
    {
        var story = OneCase.Opened();
        var due = story.State.NextAt;
        story.Hears(new AnswerLowered());
        Assert.True(story.State.Lowered);
        Assert.Equal((CasePhase.Asking, due), (story.State.Phase, story.State.NextAt));
        Assert.Equal(Delivery.Refresh, story.CardOf(Hall.Wang));
        Assert.Empty(story.Hears(new AnswerLowered()).Last.Effects);
    }

    [Fact]
    public void A_hard_answer_once_more_takes_the_line_back()
    {
        var story = OneCase.Opened().Hears(new AnswerLowered()).Hears(new OtherRoute(Hall.Lin, Route.Leader));
        Assert.False(story.State.Lowered);
        Assert.Equal(Delivery.Refresh, story.CardOf(Hall.Wang));
        Assert.Equal(Route.Leader, story.State.Route);
    }

    [Fact]
    public void A_lowered_answer_does_not_wake_a_case_at_rest()
    {
        var story = OneCase.In(CasePhase.Closed);
        var before = story.State;
        Assert.Same(before, story.Hears(new AnswerLowered()).State);
    }

    [Fact]
    public void A_note_taken_back_is_gone_from_the_case_and_every_card_follows()
    {
        var note = new Words(Hall.Lin, "sealed");
        var story = OneCase.Opened(note: note).Hears(new NoteShared(null));
        Assert.Null(story.State.Note);
        Assert.Equal(Delivery.Refresh, story.CardOf(Hall.Wang));
        Assert.Empty(story.Hears(new NoteShared(null)).Last.Effects);
        Assert.Equal(note, story.Hears(new NoteShared(note)).State.Note);
    }
}
