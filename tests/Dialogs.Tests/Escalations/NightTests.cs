using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>What can wait until the morning wakes nobody: outside working hours only people on shift are asked about it.</summary>
public sealed class NightTests
{
    private static readonly DateTimeOffset Night = Hall.ShiftEnd.AddHours(5);

    private static readonly DateTimeOffset Morning = Hall.NextStart;

    private static readonly IReadOnlyList<Candidate> Asleep = [.. Hall.Everybody.Select(c => c with { OnDuty = false })];

    [Fact]
    public void An_offer_accepted_at_night_asks_nobody_off_shift_before_the_morning()
    {
        var story = AcceptedAtNight(Asleep);
        Assert.Equal((CasePhase.Asking, true, Morning), (story.State.Phase, story.State.Resting, story.State.NextAt!.Value));
        Assert.Empty(story.State.Asked);
        Assert.Equal([new Show(story.State.Mine, Delivery.Notice)], story.Shows.Where(s => s.Delivery is not (Delivery.Refresh or Delivery.Withdraw)));

        story.WhenDue();
        Assert.Equal((Delivery.Notice, Delivery.Line), (story.CardOf(Hall.Chen), story.To(story.State.News)));
        Assert.Equal((false, Morning.AddHours(4)), (story.State.Resting, story.State.NextAt!.Value));
    }

    [Fact]
    public void Who_is_on_shift_at_night_is_asked_at_once() =>
        Assert.Equal([Hall.Wang], AcceptedAtNight([.. Asleep.Select(c => c.Person == Hall.Wang ? c with { OnDuty = true } : c)]).State.AskedNow.Select(a => a.Person));

    [Fact]
    public void Who_is_on_shift_is_asked_before_a_step_that_would_wake_somebody() =>
        Assert.Equal([Hall.Su], AcceptedAtNight([.. Asleep.Select(c => c.Person == Hall.Su ? c with { OnDuty = true } : c)], Route.Counsellor).State.AskedNow.Select(a => a.Person));

    [Theory]
    [InlineData(Cause.HardDay, Route.Leader, Hall.Chen)]
    [InlineData(Cause.PersonNow, Route.CrisisContact, Hall.Su)]
    public void What_is_urgent_asks_at_night_too(Cause cause, Route route, string asked) =>
        Assert.Equal([asked], AcceptedAtNight(Asleep, route, cause).State.AskedNow.Select(a => a.Person));

    [Fact]
    public void A_person_now_is_never_made_to_wait_whatever_the_policy_says()
    {
        var patient = Hall.Cases with { UrgencyOf = Hall.Cases.UrgencyOf.SetItem(Cause.PersonNow, Urgency.Normal) };
        Assert.Equal([Hall.Su], AcceptedAtNight(Asleep, Route.CrisisContact, Cause.PersonNow, patient).State.AskedNow.Select(a => a.Person));
    }

    [Fact]
    public void Answers_that_turn_the_day_into_a_very_hard_one_end_the_rest()
    {
        var story = AcceptedAtNight(Asleep).After(TimeSpan.FromHours(1)).Hears(new OtherRoute(Hall.Lin, Route.Leader, Cause: Cause.HardDay));
        Assert.Equal((false, Delivery.Notice, story.Now + Hall.Wait), (story.State.Resting, story.CardOf(Hall.Chen), story.State.NextAt!.Value));
    }

    [Fact]
    public void Not_yet_at_night_asks_the_former_owner_in_the_morning()
    {
        var story = OneCase.Opened(cause: Cause.Offer).Hears(new Take(Hall.Wang)).Hears(new Resolve(Hall.Wang, Done.Talked, null));
        (story.Now, story.People) = (Night, Asleep);
        story.Hears(new ReturnVisit(Hall.Lin, false));
        Assert.Equal((true, Morning, Delivery.Withdraw), (story.State.Resting, story.State.NextAt!.Value, story.CardOf(Hall.Wang)));
        Assert.Equal(Hall.Wang, Assert.Single(story.State.Following(Asleep, 3)!.People));

        story.WhenDue();
        Assert.Equal((Delivery.Notice, -1), (story.CardOf(Hall.Wang), story.State.Step));
    }

    [Fact]
    public void A_wait_that_lasts_until_the_close_ends_in_the_morning()
    {
        var story = AcceptedAtNight(Hall.Everybody, at: Morning.AddHours(5));
        Assert.Equal(Morning.AddDays(1), story.State.NextAt);
    }

    [Fact]
    public void After_an_outage_into_the_night_neither_the_next_nor_a_silent_owner_is_woken()
    {
        var story = OneCase.Opened(cause: Cause.Offer);
        story.People = Asleep;
        Assert.Equal((true, Morning.AddDays(1)), (story.WhenDue(TimeSpan.FromHours(10)).State.Resting, story.State.NextAt!.Value));

        var taken = OneCase.Opened(cause: Cause.Offer).Hears(new Take(Hall.Wang));
        taken.WhenDue(TimeSpan.FromHours(10));
        Assert.Equal((false, Morning.AddDays(1), Delivery.Refresh), (taken.State.OwnerReminded, taken.State.NextAt!.Value, taken.CardOf(Hall.Wang)));
    }

    [Fact]
    public void Whoever_was_asked_before_may_take_it_while_it_rests()
    {
        var story = OneCase.Opened(cause: Cause.Offer);
        (story.Now, story.People) = (Night, Asleep);
        story.Hears(new Unreachable(Hall.Wang));
        Assert.True(story.State.Resting);
        Assert.Equal((CasePhase.Taken, false), (story.Hears(new Take(Hall.Wang)).State.Phase, story.State.Resting));
    }

    [Fact]
    public void A_note_written_while_it_rests_wakes_nobody()
    {
        var story = AcceptedAtNight(Asleep).After(TimeSpan.FromMinutes(5));
        story.Hears(new NoteShared(new Words(Hall.Lin, "n"), new Words(Hall.Lin, "names")));
        Assert.Equal((true, Night), (story.State.Resting, story.State.Since));
    }

    private static OneCase AcceptedAtNight(IReadOnlyList<Candidate> people, Route route = Route.Leader, Cause cause = Cause.Offer, EscalationPolicy? policy = null, DateTimeOffset? at = null) =>
        OneCase.Opened(route, people, cause: cause, policy: policy, at: at ?? Night);
}
