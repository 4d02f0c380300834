using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>Who owns many cases already is asked last, but somebody is always asked.</summary>
public sealed class CaseloadTests
{
    [Fact]
    public void A_case_tells_who_owns_it_and_who_no_longer_does()
    {
        var story = OneCase.TakenByWang();
        Assert.Equal([(Hall.Wang, (FlowEvent)new CaseTaken(OneCase.Id, 1))], Told(story));
        story.Hears(new HandOver(Hall.Wang, Hall.Chen));
        Assert.Empty(story.Signals);
        story.Hears(new AcceptHandOver(Hall.Chen));
        Assert.Equal([(Hall.Wang, new CaseReleased(OneCase.Id, 1)), (Hall.Chen, (FlowEvent)new CaseTaken(OneCase.Id, 2))], Told(story));
        Assert.Equal([(Hall.Chen, (FlowEvent)new CaseReleased(OneCase.Id, 2))], Told(story.Hears(new Resolve(Hall.Chen, Done.Talked, null))));
    }

    [Fact]
    public void A_silent_owner_no_longer_owns_it() =>
        Assert.Equal([(Hall.Wang, (FlowEvent)new CaseReleased(OneCase.Id, 1))], Told(OneCase.TakenByWang().WhenDue().WhenDue()));

    [Fact]
    public void An_owner_of_the_time_before_was_never_told_and_is_not_told_of_the_end()
    {
        var story = OneCase.TakenByWang();
        var facts = new EscalationFacts(Hall.Cases, Hall.Everybody, default, null);
        Assert.Empty((story.State with { Terms = 0 }).On(new Resolve(Hall.Wang, Done.Talked, null), facts, story.Now).Effects.OfType<Signal>());
    }

    [Fact]
    public void In_whatever_order_and_however_often_they_come_the_terms_leave_only_what_is_open() => Walks.Each(3000, (random, story) =>
    {
        var told = new List<FlowEvent>();
        var open = new List<Term>();
        for (var c = 0; c < 4; c++)
        {
            // Between these terms others own it.
            var terms = Enumerable.Range(1, 6).Where(_ => random.Once(2)).Select(n => new Term($"case{c}", n)).ToList();
            foreach (var term in terms)
            {
                told.Add(new CaseTaken(term.Case, term.Number));
                if (term == terms[^1] && random.Once(2))
                    open.Add(term);
                else
                    told.Add(new CaseReleased(term.Case, term.Number));
            }
        }
        var load = Caseload.Begin(Hall.Wang);
        foreach (var e in told.Concat(told.Where(_ => random.Once(2))).OrderBy(_ => random.Next()))
        {
            story.Add(e.ToString);
            load = load.On(e).State;
        }
        Assert.Equal(open.OrderBy(t => t.Case), load.Open.OrderBy(t => t.Case));
        Assert.All(told, e => Assert.Same(load, load.On(e).State));
    });

    [Fact]
    public void What_is_over_is_remembered_of_a_limited_number_of_cases_only()
    {
        var load = Caseload.Begin(Hall.Wang).On(new CaseTaken("open", 1)).State;
        for (var n = 0; n < 3 * Caseload.Most; n++)
            load = load.On(new CaseTaken($"c{n}", 1)).State.On(new CaseReleased($"c{n}", 1)).State;
        Assert.Equal(["open"], load.Open.Select(t => t.Case));
        Assert.Equal(Caseload.Most, load.Ended.Length);
        Assert.Same(load, load.On(new CaseTaken($"c{3 * Caseload.Most - 1}", 1)).State);
    }

    [Fact]
    public void Who_has_many_cases_is_passed_over()
    {
        var story = OneCase.Opened(people: Burdened(Hall.Wang));
        Assert.Equal((1, Delivery.Notice), (story.State.Step, story.CardOf(Hall.Chen)));
    }

    [Fact]
    public void One_case_less_than_many_is_not_many() =>
        Assert.Equal(Delivery.Notice, OneCase.Opened(people: [.. Hall.Everybody.Select(c => c with { Open = Hall.Cases.OpenCases - 1 })]).CardOf(Hall.Wang));

    [Fact]
    public void When_everybody_has_many_they_are_asked_all_the_same() =>
        Assert.Equal(Delivery.Notice, OneCase.Opened(people: Burdened([.. Hall.Names])).CardOf(Hall.Wang));

    [Fact]
    public void When_only_they_are_left_in_the_chain_they_are_asked_after_all()
    {
        var story = OneCase.Opened(Route.Counsellor, Burdened(Hall.Su));
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.He));
        Assert.Equal(Delivery.Notice, story.WhenDue().CardOf(Hall.Su));
    }

    [Fact]
    public void Of_all_buddies_those_without_many_cases_are_asked() =>
        Assert.Equal([Hall.Ding], OneCase.Opened(Route.Buddy, Burdened(Hall.Bao)).State.Readers.ToArray());

    [Fact]
    public void Who_was_passed_over_is_asked_before_it_is_said_that_nobody_answered()
    {
        var story = OneCase.Opened(Route.Buddy, Burdened(Hall.Bao)).WhenDue();
        Assert.Equal((CasePhase.Asking, Delivery.Notice), (story.State.Phase, story.CardOf(Hall.Bao)));
        Assert.Equal(CasePhase.Unanswered, story.WhenDue().State.Phase);
    }

    private static List<Candidate> Burdened(params string[] people) =>
        [.. Hall.Everybody.Select(c => people.Contains(c.Person) ? c with { Open = Hall.Cases.OpenCases } : c)];

    private static IEnumerable<(string Person, FlowEvent Event)> Told(OneCase story) => story.Signals.Select(s => (s.To.Owner, s.Event));
}
