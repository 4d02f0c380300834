using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>Whether it helped is judged by the person, and "not yet" counts.</summary>
public sealed class ReturnVisitTests
{
    [Fact]
    public void The_person_is_told_what_was_done_and_asked_at_the_next_shift()
    {
        var story = OneCase.ResolvedByWang();
        Assert.Equal(Delivery.Line, story.To(story.State.News));
        Assert.Equal(Hall.NextStart, story.State.NextAt);
        Assert.Equal(Delivery.Notice, story.WhenDue().To(story.State.Visit));
        Assert.Equal(CasePhase.Visiting, story.State.Phase);
    }

    [Fact]
    public void Without_a_shift_soon_the_person_is_asked_after_a_day()
    {
        foreach (var next in new DateTimeOffset?[] { null, Hall.ShiftEnd.AddDays(9), Hall.ShiftEnd.AddHours(-1), Hall.ShiftEnd })
        {
            var story = OneCase.TakenByWang();
            story.NextShift = next;
            Assert.Equal(story.Now.AddDays(1), story.Hears(new Resolve(Hall.Wang, Done.Break, null)).State.NextAt);
        }
    }

    [Fact]
    public void Whoever_is_on_leave_by_then_is_asked_when_they_are_back()
    {
        var story = OneCase.ResolvedByWang();
        var back = Hall.NextStart.AddDays(4);
        story.Back = back;
        Assert.DoesNotContain(story.WhenDue().Shows, s => s.Delivery is Delivery.Notice or Delivery.Prompt);
        Assert.Equal((CasePhase.Resolved, back), (story.State.Phase, story.State.NextAt));
        story.Back = null;
        Assert.Equal(Delivery.Notice, story.WhenDue().To(story.State.Visit));
    }

    [Fact]
    public void It_helped_and_the_case_is_at_rest()
    {
        var story = OneCase.In(CasePhase.Visiting).Hears(new ReturnVisit(Hall.Lin, true));
        Assert.Equal((CasePhase.Closed, true), (story.State.Phase, story.State.Helped));
        Assert.Null(story.State.NextAt);
        Assert.Equal(new See(story.State.Visit), story.Last.Reply);
        Assert.Equal(Delivery.Withdraw, story.CardOf(Hall.Wang));
        Assert.Empty(story.Hears(new ReturnVisit(Hall.Lin, true)).Last.Effects);
    }

    [Fact]
    public void Without_an_answer_it_rests_and_nothing_is_concluded()
    {
        var story = OneCase.In(CasePhase.Visiting).WhenDue();
        Assert.Equal((CasePhase.Closed, null), (story.State.Phase, story.State.Helped));
        Assert.Null(story.State.NextAt);
    }

    [Fact]
    public void A_late_it_helped_is_kept()
    {
        var story = OneCase.In(CasePhase.Visiting).WhenDue().After(TimeSpan.FromDays(1)).Hears(new ReturnVisit(Hall.Lin, true));
        Assert.True(story.State.Helped);
    }

    [Fact]
    public void Not_yet_reopens_with_its_history()
    {
        var note = new Words(Hall.Wang, "sealed");
        var story = OneCase.TakenByWang().Hears(new Resolve(Hall.Wang, Done.Break, note)).WhenDue();
        var resolved = story.State.ResolvedAt!.Value;
        story.Hears(new ReturnVisit(Hall.Lin, false));
        Assert.Equal(CasePhase.Asking, story.State.Phase);
        Assert.Equal([new PastRound(Hall.Wang, Route.Leader, Done.Break, note, resolved)], story.State.History.ToArray());
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Wang));
        Assert.Equal(new See(story.State.Visit), story.Last.Reply);
        Assert.Equal(story.Now + Hall.Wait, story.State.NextAt);
    }

    [Fact]
    public void Not_yet_twice_reopens_once()
    {
        var story = OneCase.In(CasePhase.Visiting).Hears(new ReturnVisit(Hall.Lin, false));
        var again = story.State;
        Assert.Same(again, story.Hears(new ReturnVisit(Hall.Lin, false)).State);
        Assert.NotNull(story.Last.Reply);
    }

    [Fact]
    public void Reopened_the_chain_goes_on_past_the_one_who_was_asked_first()
    {
        var story = OneCase.In(CasePhase.Visiting).Hears(new ReturnVisit(Hall.Lin, false)).WhenDue();
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Chen));
    }

    [Fact]
    public void Reopened_while_the_former_owner_is_away_the_chain_begins_anew()
    {
        var story = OneCase.In(CasePhase.Visiting).Without(Hall.Wang).Hears(new ReturnVisit(Hall.Lin, false));
        Assert.Equal((CasePhase.Asking, Delivery.Notice), (story.State.Phase, story.CardOf(Hall.Chen)));
        Assert.Equal(new See(story.State.Visit), story.Last.Reply);
    }

    [Fact]
    public void Reopened_when_nobody_is_left_the_person_is_told()
    {
        var story = OneCase.In(CasePhase.Visiting);
        story.People = [];
        story.Hears(new ReturnVisit(Hall.Lin, false));
        Assert.Equal((CasePhase.Unanswered, Delivery.Notice), (story.State.Phase, story.To(story.State.Mine)));
    }

    [Fact]
    public void Reopened_an_unreachable_former_owner_is_passed_over() =>
        Assert.Equal(Delivery.Notice, OneCase.In(CasePhase.Visiting).Hears(new ReturnVisit(Hall.Lin, false)).Hears(new Unreachable(Hall.Wang)).CardOf(Hall.Chen));

    [Fact]
    public void Not_yet_counts_also_after_the_question_lapsed_and_after_it_helped()
    {
        Assert.Equal(CasePhase.Asking, OneCase.In(CasePhase.Visiting).WhenDue().Hears(new ReturnVisit(Hall.Lin, false)).State.Phase);
        Assert.Equal(CasePhase.Asking, OneCase.In(CasePhase.Closed).Hears(new ReturnVisit(Hall.Lin, false)).State.Phase);
    }

    [Fact]
    public void Each_round_is_kept()
    {
        var story = OneCase.In(CasePhase.Visiting).Hears(new ReturnVisit(Hall.Lin, false)).Hears(new Take(Hall.Wang))
            .Hears(new Resolve(Hall.Wang, Done.Post, null)).Hears(new ReturnVisit(Hall.Lin, false));
        Assert.Equal([Done.Talked, Done.Post], story.State.History.Select(r => r.Done));
    }
}
