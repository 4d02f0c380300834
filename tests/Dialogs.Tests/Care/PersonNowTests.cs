using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Tests.Escalations;

namespace CheckInBot.Dialogs.Tests.Care;

/// <summary>"I need a person now" asks the crisis contact whenever nobody is at it already.</summary>
public sealed class PersonNowTests
{
    private static readonly DateTimeOffset Now = Hall.ShiftEnd;

    private static readonly AskContact Ask = new(Hall.Lin, new ShiftContext("window 3", null, null, null, 0, 0));

    [Fact]
    public void The_crisis_contact_is_asked_and_no_leader()
    {
        var asked = PersonNow.Begin(Hall.Lin).On(Ask, Now);
        var opened = Assert.IsType<Opened>(asked.Effects.OfType<Signal>().Single().Event);
        Assert.Equal((Origin.PersonNow, Route.CrisisContact, Hall.Lin), (opened.Origin, opened.Route, opened.Subject));
        Assert.Equal(new See(asked.State.Numbers), asked.Reply);
        Assert.Null(opened.Note);
    }

    [Fact]
    public void Pressing_it_again_while_somebody_is_asked_opens_no_second_case()
    {
        var asked = PersonNow.Begin(Hall.Lin).On(Ask, Now).State;
        var again = asked.On(Ask, Now);
        Assert.Same(asked, again.State);
        Assert.Empty(again.Effects);
        Assert.Equal(new See(asked.Numbers), again.Reply);
    }

    [Fact]
    public void Nobody_asks_in_another_s_name()
    {
        var quiet = PersonNow.Begin(Hall.Lin);
        var step = quiet.On(Ask with { By = Hall.Wang }, Now);
        Assert.Same(quiet, step.State);
        Assert.Equal(new Say(new Notice.NotYours()), step.Reply);
    }

    [Fact]
    public void After_the_case_a_new_request_is_a_new_case()
    {
        var first = PersonNow.Begin(Hall.Lin).On(Ask, Now).State;
        var rest = first.On(new CaseClosed(first.Case!), Now);
        Assert.Null(rest.State.Case);
        Assert.Equal([new Show(first.Numbers, Delivery.Refresh)], rest.Effects);
        Assert.NotEqual(first.Case, rest.State.On(Ask, Now).State.Case);
    }

    [Fact]
    public void The_end_of_an_earlier_case_does_not_end_the_present_one()
    {
        var first = PersonNow.Begin(Hall.Lin).On(Ask, Now).State;
        var second = first.On(new CaseClosed(first.Case!), Now).State.On(Ask, Now).State;
        Assert.Same(second, second.On(new CaseClosed(first.Case!), Now).State);
    }

    [Fact]
    public void It_never_falls_due_by_itself() => Assert.Null(PersonNow.Begin(Hall.Lin).On(Ask, Now).State.NextAt);

    [Fact]
    public void When_nobody_could_be_asked_the_next_request_is_not_swallowed() =>
        Assert.Equal(new CaseClosed(OneCase.Id), OneCase.Opened(Route.CrisisContact, people: []).Signals.Single().Event);

    [Fact]
    public void When_nobody_answered_the_next_request_is_not_swallowed() =>
        Assert.Equal(new CaseClosed(OneCase.Id), OneCase.Opened(Route.CrisisContact).LeftAlone().Signals.Single().Event);

    [Fact]
    public void Once_the_contact_is_done_a_new_request_that_night_asks_somebody()
    {
        var story = OneCase.Opened(Route.CrisisContact).Hears(new Take(Hall.Su)).Hears(new Resolve(Hall.Su, Done.Talked, null));
        Assert.Equal(new CaseClosed(OneCase.Id), story.Signals.Single(s => s.To == KeyOfLin).Event);
    }

    [Fact]
    public void Another_route_still_ends_for_the_request()
    {
        var story = OneCase.Opened(Route.CrisisContact).Hears(new OtherRoute(Hall.Lin, Route.Buddy)).LeftAlone();
        Assert.Equal(CasePhase.Unanswered, story.State.Phase);
        Assert.Equal(new CaseClosed(OneCase.Id), story.Signals.Single().Event);
    }

    [Fact]
    public void A_case_of_a_check_in_tells_the_numbers_nothing() => Assert.Empty(OneCase.In(CasePhase.Unanswered).Signals);

    private static FlowKey KeyOfLin => PersonNow.KeyOf(Hall.Lin);
}
