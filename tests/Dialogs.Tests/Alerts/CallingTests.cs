using CheckInBot.Dialogs.Alerts;
using static CheckInBot.Dialogs.Tests.Alerts.OneAlert;

namespace CheckInBot.Dialogs.Tests.Alerts;

/// <summary>Who is called, and when.</summary>
public sealed class CallingTests
{
    [Fact]
    public void The_duty_leader_security_and_the_buddies_are_called_at_once_with_the_post()
    {
        var alert = Raised();
        Assert.Equal([Hall.Bao, Hall.Ding, Guard, Hall.Wang], alert.Notified);
        Assert.Equal(("window 3", AlertPhase.Calling), (alert.State!.Post, alert.State.Phase));
        Assert.Equal(new See(alert.State.Mine), alert.Reply);
    }

    [Fact]
    public void After_thirty_seconds_the_next_are_called_and_after_sixty_everybody_on_duty()
    {
        var alert = Raised().After(29);
        Assert.Equal(4, alert.Called.Count());
        Assert.Equal([Hall.Chen, Hall.Zhao], alert.After(1).Notified);
        Assert.Equal([Neighbour], alert.After(30).Notified);
        Assert.Equal(TimeSpan.FromSeconds(60), alert.Now - Start);
    }

    [Fact]
    public void When_nobody_answers_the_person_hears_so_with_a_new_card()
    {
        var alert = Raised().After(90);
        Assert.NotNull(alert.State!.SilentSince);
        Assert.Contains(new Show(alert.State.Mine, Delivery.Notice), alert.Effects);
        Assert.Empty(alert.Notified);
    }

    [Fact]
    public void When_nobody_can_be_called_the_person_hears_so_at_once()
    {
        var alert = new OneAlert { Facts = new(Policy, [], "", []) }.Then(new AlertRaised(Hall.Lin, null));
        Assert.Equal((Start, AlertPhase.Calling), (alert.State!.SilentSince, alert.State.Phase));
        Assert.Equal(new See(alert.State.Mine), alert.Reply);
        Assert.NotNull(alert.State.NextAt);
    }

    [Fact]
    public void A_step_without_anybody_is_passed_over_at_once()
    {
        var alert = new OneAlert();
        alert.Facts = alert.Facts with { Candidates = [.. Everybody.Where(c => c.Person is Hall.Chen or Neighbour)] };
        Assert.Equal([Hall.Chen], alert.Then(new AlertRaised(Hall.Lin, null)).Notified);
    }

    [Fact]
    public void Who_is_named_is_not_called_at_any_step()
    {
        var words = new Words(Hall.Lin, "seal");
        var alert = new OneAlert();
        alert.Facts = alert.Facts with { Named = new HashSet<string> { Hall.Wang, Neighbour } };
        alert.Then(new AlertRaised(Hall.Lin, words)).After(120);
        Assert.DoesNotContain(Hall.Wang, alert.Called);
        Assert.DoesNotContain(Neighbour, alert.Called);
        Assert.Equal(words, Assert.Single(alert.State!.Named));
    }

    [Fact]
    public void Whoever_was_named_while_a_tap_was_waited_for_is_remembered() =>
        Assert.Single(new OneAlert().Then(new AlertAsked(Hall.Lin, null, new Words(Hall.Lin, "seal"))).Then(new AlertConfirmed(Hall.Lin, null)).State!.Named);

    [Fact]
    public void Whoever_is_named_after_the_call_has_it_no_longer_and_closes_nothing()
    {
        foreach (FlowEvent words in new FlowEvent[] { new AlertRaised(Hall.Lin, new Words(Hall.Lin, "seal")), new AlertAsked(Hall.Lin, null, new Words(Hall.Lin, "seal")) })
        {
            var alert = Raised();
            alert.Facts = alert.Facts with { Named = new HashSet<string> { Hall.Wang } };
            Assert.Empty(alert.After(5).Then(words).Notified);
            Assert.DoesNotContain(Hall.Wang, alert.Called);
            Assert.Contains(new Show(Alert.CardOf(Hall.Wang), Delivery.Withdraw), alert.Effects);
            Assert.Equal(new See(alert.State!.Mine), alert.Reply);
            var before = alert.State;
            Assert.Same(before, alert.Then(new AlertTaken(Hall.Wang)).Then(new AlertSafe(Hall.Wang)).State);
            Assert.DoesNotContain(Hall.Wang, alert.After(120).Called);
        }
    }

    [Fact]
    public void When_only_whom_the_person_names_is_going_everybody_else_is_called_anew()
    {
        var alert = Raised().Then(new AlertTaken(Hall.Wang)).After(20);
        alert.Facts = alert.Facts with { Named = new HashSet<string> { Hall.Wang } };
        Assert.Equal([Hall.Bao, Hall.Ding, Guard], alert.Then(new AlertRaised(Hall.Lin, new Words(Hall.Lin, "seal"))).Notified);
        Assert.Equal((AlertPhase.Calling, 0), (alert.State!.Phase, alert.State.Going.Length));
        Assert.Contains(new Show(Alert.CardOf(Hall.Wang), Delivery.Withdraw), alert.Effects);
    }

    [Fact]
    public void When_somebody_else_is_going_too_they_go_on()
    {
        var alert = Raised().Then(new AlertTaken(Hall.Wang)).Then(new AlertTaken(Guard));
        alert.Facts = alert.Facts with { Named = new HashSet<string> { Hall.Wang } };
        Assert.Empty(alert.Then(new AlertRaised(Hall.Lin, new Words(Hall.Lin, "seal"))).Notified);
        Assert.Equal((AlertPhase.Answered, Guard), (alert.State!.Phase, Assert.Single(alert.State.Going).Person));
    }

    [Fact]
    public void Whoever_is_named_in_a_further_call_has_it_no_longer()
    {
        var alert = Raised().Then(new AlertTaken(Hall.Wang)).After(60);
        alert.Facts = alert.Facts with { Named = new HashSet<string> { Hall.Wang } };
        alert.Then(new AlertRaised(Hall.Lin, new Words(Hall.Lin, "seal")));
        Assert.False(alert.State!.WasCalled(Hall.Wang));
        Assert.Contains(new Show(Alert.CardOf(Hall.Wang), Delivery.Withdraw), alert.Effects);
    }

    [Fact]
    public void When_all_of_a_step_are_named_the_next_are_called_at_once()
    {
        var alert = new OneAlert();
        alert.Facts = alert.Facts with { Candidates = [.. Everybody.Where(c => c.Person is Hall.Wang or Hall.Chen)] };
        alert.Then(new AlertRaised(Hall.Lin, null));
        alert.Facts = alert.Facts with { Named = new HashSet<string> { Hall.Wang } };
        Assert.Equal([Hall.Chen], alert.Then(new AlertRaised(Hall.Lin, new Words(Hall.Lin, "seal"))).Notified);
    }

    [Fact]
    public void In_a_very_large_team_only_so_many_are_called_as_one_commit_can_hold()
    {
        var alert = new OneAlert();
        alert.Facts = alert.Facts with { Candidates = [.. Everybody, .. Enumerable.Range(0, 300).Select(n => Hall.Somebody($"p{n}", Dialogs.People.Role.Staff))], Administrators = [.. Enumerable.Range(0, 50).Select(n => $"a{n}")] };
        alert.Then(new AlertRaised(Hall.Lin, null)).After(60);
        Assert.Equal(Alert.Most, alert.State!.Called.Length);
        Assert.InRange(alert.Effects.Count, Alert.Most, 95);
        Assert.InRange(alert.After(24 * 3600).Effects.Count, Alert.Most, 95);
        Assert.Equal(AlertPhase.Lapsed, alert.State.Phase);
    }

    [Fact]
    public void A_leader_named_after_the_call_is_not_called_by_any_later_step_or_call()
    {
        var alert = Raised();
        alert.Facts = alert.Facts with { Named = new HashSet<string> { Hall.Zhao, Hall.Chen } };
        alert.Then(new AlertRaised(Hall.Lin, new Words(Hall.Lin, "seal"))).After(100);
        Assert.NotNull(alert.State!.SilentSince);
        alert.Then(new AlertConfirmed(Hall.Lin, null, Again: 1)).After(100);
        Assert.DoesNotContain(alert.State!.Called, c => c.Person is Hall.Zhao or Hall.Chen);
    }

    [Fact]
    public void A_leader_who_calls_is_not_called()
    {
        var alert = new OneAlert();
        alert.Facts = alert.Facts with { Candidates = [.. Everybody, Hall.Somebody(Hall.Lin, Dialogs.People.Role.Leader)] };
        Assert.DoesNotContain(Hall.Lin, alert.Then(new AlertRaised(Hall.Lin, null)).After(120).Called);
    }

    [Fact]
    public void Who_is_away_is_not_called()
    {
        var alert = new OneAlert();
        alert.Facts = alert.Facts with { Candidates = [.. Everybody.Select(c => c with { Away = c.Person == Hall.Bao })] };
        Assert.DoesNotContain(Hall.Bao, alert.Then(new AlertRaised(Hall.Lin, null)).After(120).Called);
    }

    [Fact]
    public void When_all_of_a_step_are_out_of_reach_the_next_are_called_at_once()
    {
        var alert = Raised();
        foreach (var person in new[] { Hall.Bao, Hall.Ding, Guard })
            Assert.Empty(alert.Then(new AlertUnreachable(person)).Notified);
        Assert.Equal([Hall.Chen, Hall.Zhao], alert.Then(new AlertUnreachable(Hall.Wang)).Notified);
    }

    [Fact]
    public void After_an_outage_one_step_is_taken_and_not_all_that_were_missed()
    {
        var alert = Raised();
        var late = alert.State!.On(new Due(), alert.Facts, Start.AddMinutes(5)).State;
        Assert.Equal((1, Start.AddMinutes(5).AddSeconds(30)), (late.Step, late.NextAt));
    }

    [Fact]
    public void A_second_call_joins_the_first_and_shows_it()
    {
        var alert = Raised().After(20);
        var before = alert.State;
        alert.Then(new AlertRaised(Hall.Lin, null));
        Assert.Same(before, alert.State);
        Assert.Equal(new See(before!.Mine), alert.Reply);
        alert.Then(new AlertAsked(Hall.Lin, null)).Then(new AlertConfirmed(Hall.Lin, null));
        Assert.Same(before, alert.State);
    }

    [Fact]
    public void While_people_are_being_called_a_second_call_does_not_go_back_to_the_first_step()
    {
        var alert = Raised().After(70);
        Assert.Empty(alert.Then(new AlertRaised(Hall.Lin, null)).Notified);
        Assert.Equal(2, alert.State!.Step);
    }

    [Fact]
    public void An_alert_that_somebody_answered_long_ago_does_not_swallow_a_new_call()
    {
        var alert = Raised().Then(new AlertTaken(Hall.Wang)).After(50).Then(new AlertRaised(Hall.Lin, null));
        Assert.Empty(alert.Notified);
        Assert.Equal([Hall.Bao, Hall.Ding, Guard, Hall.Wang], alert.After(10).Then(new AlertRaised(Hall.Lin, null)).Notified);
        Assert.Equal((AlertPhase.Calling, 1), (alert.State!.Phase, alert.State.Round));
        Assert.Equal([Hall.Chen, Hall.Zhao], alert.After(30).Notified);
    }

    [Fact]
    public void When_nobody_answered_the_person_can_call_everybody_again()
    {
        var alert = Raised().After(90);
        Assert.True(alert.State!.CallsAgain(Policy, alert.Now));
        Assert.Equal([Hall.Bao, Hall.Ding, Guard, Hall.Wang], alert.Then(new AlertConfirmed(Hall.Lin, null)).Notified);
        Assert.Null(alert.State!.SilentSince);
    }

    [Fact]
    public void From_when_somebody_goes_the_button_calls_everybody_again_and_two_taps_are_one()
    {
        var alert = Raised().After(3).Then(new AlertTaken(Hall.Wang));
        Assert.True(alert.State!.CanCallAgain);
        Assert.Equal([Hall.Bao, Hall.Ding, Guard, Hall.Wang], alert.Then(new AlertConfirmed(Hall.Lin, "window 4", Again: 1)).Notified);
        Assert.Equal(("window 4", 1), (alert.State.Post, alert.State.Round));
        alert.Then(new AlertTaken(Guard));
        Assert.Empty(alert.Then(new AlertConfirmed(Hall.Lin, "hall", Again: 1)).Notified);
        Assert.Equal(("window 4", AlertPhase.Answered), (alert.State.Post, alert.State.Phase));
        Assert.NotEmpty(alert.Then(new AlertConfirmed(Hall.Lin, "hall", Again: 2)).Notified);
    }

    [Theory]
    [InlineData("window 3", "hall")]
    [InlineData("", "hall")]
    [InlineData("window 4", "window 4")]
    public void Called_again_by_words_the_post_is_the_one_last_said_unless_a_new_shift_is_elsewhere(string rostered, string post)
    {
        var alert = new OneAlert().Then(new AlertAsked(Hall.Lin, "hall")).Then(new AlertConfirmed(Hall.Lin, null)).Then(new AlertTaken(Hall.Wang)).After(600);
        alert.Facts = alert.Facts with { Post = rostered };
        Assert.Equal(post, alert.State!.PostBy(rostered));
        Assert.Equal(post, alert.Then(new AlertRaised(Hall.Lin, null)).State!.Post);
    }

    [Fact]
    public void A_call_that_is_under_way_when_the_policy_loses_steps_goes_on_with_the_last_ones_wait()
    {
        var shorter = Policy with { Steps = [Policy.Steps[0] with { Wait = TimeSpan.FromSeconds(45) }] };
        Assert.Equal(TimeSpan.FromSeconds(45), shorter.WaitOf(2));
    }
}
