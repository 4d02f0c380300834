using System.Collections.Immutable;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>How urgent a case is says how long each step waits, and how often the chain is gone through.</summary>
public sealed class PaceTests
{
    [Theory]
    [InlineData(Cause.HardDay, Urgency.High)]
    [InlineData(Cause.ChosenHelper, Urgency.High)]
    [InlineData(Cause.Offer, Urgency.Normal)]
    [InlineData(Cause.PersonNow, Urgency.Immediate)]
    public void The_policy_says_how_urgent_a_cause_is_and_the_case_keeps_it(Cause cause, Urgency urgency)
    {
        var story = OneCase.Opened(cause: cause);
        Assert.Equal((cause, urgency, Hall.Cases.Paces[urgency]), (story.State.Cause, story.State.Urgency, story.State.Pace));
    }

    [Theory]
    [InlineData(Route.Leader, Urgency.High)]
    [InlineData(Route.CrisisContact, Urgency.Immediate)]
    public void Where_an_earlier_version_sent_no_cause_the_origin_tells(Route route, Urgency urgency) =>
        Assert.Equal(urgency, OneCase.Opened(route).State.Urgency);

    [Fact]
    public void A_person_now_is_gone_through_three_times_one_minute_each()
    {
        var story = OneCase.Opened(Route.CrisisContact);
        var began = story.Now;
        foreach (var (round, step, who) in new[] { (0, 1, Hall.He), (1, 0, Hall.Su), (1, 1, Hall.He), (2, 0, Hall.Su), (2, 1, Hall.He) })
        {
            story.WhenDue();
            Assert.Equal((CasePhase.Asking, round, step), (story.State.Phase, story.State.Round, story.State.Step));
            Assert.Equal([who], story.State.AskedNow.Select(a => a.Person));
            Assert.Equal((Delivery.Notice, Delivery.Line), (story.CardOf(who), story.To(story.State.News)));
        }
        story.WhenDue();
        Assert.Equal((CasePhase.Unanswered, TimeSpan.FromMinutes(6)), (story.State.Phase, story.Now - began));
    }

    [Fact]
    public void A_day_that_turns_out_harder_goes_through_the_round_that_has_begun_though_it_has_fewer_of_them()
    {
        var twice = Hall.Cases with
        {
            UrgencyOf = Hall.Cases.UrgencyOf.SetItem(Cause.ChosenHelper, Urgency.Normal),
            Paces = Hall.Cases.Paces.SetItem(Urgency.Normal, new(TimeSpan.FromHours(4), false, 2)),
        };
        var story = OneCase.Opened(cause: Cause.ChosenHelper, policy: twice);
        while (story.State.Round == 0)
            story.WhenDue();
        var asked = story.State.Step;
        story.Hears(new OtherRoute(Hall.Lin, Route.Leader, Cause: Cause.HardDay)).WhenDue();
        Assert.Equal((CasePhase.Asking, 1, true), (story.State.Phase, story.State.Round, story.State.Step > asked));
    }

    [Fact]
    public void Who_was_asked_in_an_earlier_round_may_take_it_at_any_time() =>
        Assert.Equal(Hall.He, OneCase.Opened(Route.CrisisContact).WhenDue().WhenDue().Hears(new Take(Hall.He)).State.Owner);

    [Fact]
    public void Who_is_out_of_reach_is_not_tried_again_in_a_later_round()
    {
        var story = OneCase.Opened(Route.CrisisContact).Hears(new Unreachable(Hall.Su)).WhenDue();
        Assert.Equal((1, 0), (story.State.Round, story.State.Step));
        Assert.Equal([Hall.He], story.State.AskedNow.Select(a => a.Person));
        Assert.Equal(CasePhase.Unanswered, story.Hears(new Unreachable(Hall.He)).State.Phase);
    }

    [Fact]
    public void A_round_in_which_somebody_has_come_on_duty_asks_them_first()
    {
        var story = OneCase.Opened(Route.CrisisContact, [.. Hall.Everybody.Where(c => c.Person != Hall.Su)]);
        story.People = Hall.Everybody;
        Assert.Equal(Delivery.Notice, story.WhenDue().CardOf(Hall.Su));
        Assert.Equal((0, 1), (story.State.Round, story.State.Step));
    }

    [Fact]
    public void An_offer_waits_in_working_hours_and_rests_overnight()
    {
        // Asked on Monday at 17:00; half an hour of the four is left of the day.
        var story = OneCase.Opened(cause: Cause.Offer);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(8)), story.State.NextAt);
        Assert.Empty(story.After(TimeSpan.FromHours(15)).Hears(new Due()).Last.Effects);
    }

    [Fact]
    public void An_owner_of_an_offer_is_reminded_in_working_hours_and_one_of_a_hard_day_by_the_clock()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(8)), OneCase.Opened(cause: Cause.Offer).Hears(new Take(Hall.Wang)).State.NextAt);
        Assert.Equal(Hall.ShiftEnd.AddHours(4), OneCase.TakenByWang().State.NextAt);
    }

    [Fact]
    public void A_changed_policy_meets_a_running_case_only_when_its_route_changes()
    {
        var story = OneCase.Opened();
        story.Policy = Hall.Cases with { Paces = Hall.Cases.Paces.SetItem(Urgency.High, new(TimeSpan.FromMinutes(40), false, 2)) };
        Assert.Equal(story.Now + Hall.Wait, story.State.NextAt);
        Assert.Equal(Hall.Wait, story.WhenDue().State.NextAt - story.Now);
        Assert.Equal(TimeSpan.FromMinutes(40), story.Hears(new OtherRoute(Hall.Lin, Route.Counsellor)).State.NextAt - story.Now);
        Assert.Equal(2, story.State.Pace!.Rounds);
    }

    /// <summary>Cases that were opened before waits belonged to urgencies go on as they began, beside those of today.</summary>
    [Fact]
    public void A_case_of_an_earlier_version_goes_on_with_the_waits_of_its_steps()
    {
        ImmutableArray<ChainStep> chain =
        [
            new(StepRole.CrisisContact, false, TimeSpan.FromMinutes(2)),
            new(StepRole.CrisisContact, false, TimeSpan.FromMinutes(3), Again: true),
            new(StepRole.CrisisContact, false, TimeSpan.FromMinutes(5)),
        ];
        var facts = new EscalationFacts(Hall.Cases, Hall.Everybody, default, null) { Working = Hall.Working };
        var at = Hall.ShiftEnd;
        var old = OneCase.Opened(Route.CrisisContact).State with { Chain = chain, Cause = null, Urgency = null, Pace = null, Until = at + TimeSpan.FromMinutes(2) };
        foreach (var (who, wait) in new[] { (Hall.Su, 3), (Hall.He, 5) })
        {
            at = old.NextAt!.Value;
            old = old.On(new Due(), facts, at).State;
            Assert.Equal([who], old.AskedNow.Select(a => a.Person));
            Assert.Equal(at.AddMinutes(wait), old.NextAt);
        }
        at = old.NextAt!.Value;
        Assert.Equal(CasePhase.Unanswered, (old = old.On(new Due(), facts, at).State).Phase);
        // The person asks again on a route of today: from here on it goes as today's cases do.
        old = old.On(new OtherRoute(Hall.Lin, Route.Counsellor), facts, at).State;
        Assert.Equal((Urgency.Immediate, at.AddMinutes(1)), (old.Urgency, old.NextAt));
    }
}
