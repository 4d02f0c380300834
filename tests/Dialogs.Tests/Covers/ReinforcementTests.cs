using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Dialogs.Tests.Covers;

/// <summary>A call to the back office: Lin calls, He and Su are the peak post, Wang leads.</summary>
public sealed class ReinforcementTests
{
    private static readonly ReinforcementFacts Facts = new(OneCover.Policy, MayAsk: true, [Hall.He, Hall.Su], [Hall.Wang]);

    private static readonly DateTimeOffset Start = OneCover.Start;

    private static Step<Reinforcement> Asked(ReinforcementFacts? facts = null) =>
        Reinforcement.Begin(Reinforcement.KeyAfter("hall", null), new ReinforcementAsked(Hall.Lin), facts ?? Facts, Start)!;

    [Fact]
    public void Everybody_of_the_peak_post_is_called_and_the_leader_sees_it()
    {
        var step = Asked();
        Assert.Equal([Hall.He, Hall.Su, Hall.Wang], step.Effects.OfType<Show>().Where(s => s.Delivery is Delivery.Notice or Delivery.Prompt).Select(s => s.Slot.Person));
        Assert.Equal(new See(Reinforcement.SeenBy(Hall.Lin)), step.Reply);
        Assert.Equal(Start.AddMinutes(2), step.State.NextAt);
    }

    [Fact]
    public void Several_may_come_and_the_first_is_news_to_those_who_wait()
    {
        var first = Asked().State.On(new ReinforcementTaken(Hall.He), Facts, Start.AddMinutes(1));
        Assert.Contains(new Show(Reinforcement.SeenBy(Hall.Lin), Delivery.Notice), first.Effects);
        var second = first.State.On(new ReinforcementTaken(Hall.Su), Facts, Start.AddMinutes(1));
        Assert.Contains(new Show(Reinforcement.SeenBy(Hall.Lin), Delivery.Refresh), second.Effects);
        Assert.Equal([Hall.He, Hall.Su], second.State.Coming.Select(c => c.Person));
        Assert.Same(second.State, second.State.On(new ReinforcementTaken(Hall.Su), Facts, Start.AddMinutes(1)).State);
    }

    [Fact]
    public void Nobody_who_comes_is_said_and_nobody_to_call_at_once()
    {
        var silent = Asked().State.On(new Due(), Facts, Start.AddMinutes(2));
        Assert.True(silent.State.Silent);
        Assert.Contains(new Show(Reinforcement.SeenBy(Hall.Wang), Delivery.Notice), silent.Effects);
        Assert.Contains(new Show(Reinforcement.SeenBy(Hall.Lin), Delivery.Notice), silent.Effects);
        Assert.Equal(Hall.He, silent.State.On(new ReinforcementTaken(Hall.He), Facts, Start.AddMinutes(9)).State.Coming.Single().Person);
        Assert.True(Asked(Facts with { PeakPost = [] }).State.IsOver);
    }

    [Fact]
    public void Who_called_or_leads_ends_it_and_whoever_came_hears_so_and_after_two_hours_it_ends_by_itself()
    {
        var comes = Asked().State.On(new ReinforcementTaken(Hall.He), Facts, Start.AddMinutes(1)).State;
        foreach (var by in new[] { Hall.Lin, Hall.Wang })
        {
            var over = comes.On(new ReinforcementGivenBack(by), Facts, Start.AddMinutes(30));
            Assert.Equal((true, by), (over.State.IsOver, over.State.EndedBy));
            Assert.Contains(new Show(Reinforcement.CardOf(Hall.He), Delivery.Notice), over.Effects);
            Assert.Contains(new Show(Reinforcement.CardOf(Hall.Su), Delivery.Withdraw), over.Effects);
        }
        var waits = comes.On(new Due(), Facts, comes.NextAt!.Value).State;
        Assert.Equal(Start.AddHours(2), waits.NextAt);
        Assert.True(waits.On(new Due(), Facts, Start.AddHours(2)).State is { IsOver: true, EndedBy: null });
    }

    [Fact]
    public void Who_goes_back_is_seen_and_may_come_again()
    {
        var left = Asked().State.On(new ReinforcementTaken(Hall.He), Facts, Start).State.On(new ReinforcementGivenBack(Hall.He), Facts, Start.AddMinutes(20));
        Assert.False(left.State.IsOver);
        Assert.Empty(left.State.Coming);
        Assert.Contains(new Show(Reinforcement.SeenBy(Hall.Lin), Delivery.Notice), left.Effects);
        Assert.Single(left.State.On(new ReinforcementTaken(Hall.He), Facts, Start.AddMinutes(25)).State.Coming);
    }

    [Fact]
    public void The_second_tap_of_a_hurried_thumb_sends_nobody_back()
    {
        var comes = Asked().State.On(new ReinforcementTaken(Hall.He), Facts, Start).State;
        var tapped = comes.On(new ReinforcementGivenBack(Hall.He), Facts, Start.AddSeconds(1));
        Assert.Same(comes, tapped.State);
        Assert.Equal(new See(Reinforcement.CardOf(Hall.He)), tapped.Reply);
    }

    [Fact]
    public void A_second_who_calls_sees_the_same_call_and_a_stranger_nothing()
    {
        var second = Asked().State.On(new ReinforcementAsked(Hall.Ding), Facts, Start);
        Assert.Contains(Hall.Ding, second.State.Seers);
        Assert.Equal(2, second.State.Called.Length);
        foreach (FlowEvent e in new FlowEvent[] { new ReinforcementTaken("stranger"), new ReinforcementGivenBack("stranger"), new ReinforcementAsked("stranger") })
            Assert.Equal(new Say(new Notice.NotYours()), Asked().State.On(e, Facts with { MayAsk = false }, Start).Reply);
        Assert.Null(Reinforcement.Begin(Reinforcement.KeyAfter("hall", null), new ReinforcementAsked("stranger"), Facts with { MayAsk = false }, Start));
    }

    [Fact]
    public void Called_again_when_nobody_said_that_they_come_it_rings_once_more_and_a_double_click_rings_once()
    {
        var silent = Asked().State.On(new Due(), Facts, Start.AddMinutes(2)).State;
        var again = silent.On(new ReinforcementAsked(Hall.Ding), Facts, Start.AddMinutes(30));
        Assert.Equal([Hall.He, Hall.Su], Rung(again));
        Assert.Equal((false, Hall.Ding, Start.AddMinutes(30), Start.AddMinutes(32)), (again.State.Silent, again.State.AskedBy, again.State.AskedAt, again.State.NextAt));
        Assert.Equal(new See(Reinforcement.SeenBy(Hall.Ding)), again.Reply);
        Assert.Empty(Rung(again.State.On(new ReinforcementAsked(Hall.Ding), Facts, Start.AddMinutes(30))));
    }

    [Fact]
    public void Called_again_when_whoever_came_has_gone_back_it_rings_once_more_also_for_who_is_at_work_by_now()
    {
        var left = Asked(Facts with { PeakPost = [Hall.He] }).State.On(new ReinforcementTaken(Hall.He), Facts, Start).State.On(new ReinforcementGivenBack(Hall.He), Facts, Start.AddMinutes(20)).State;
        var again = left.On(new ReinforcementAsked(Hall.Lin), Facts, Start.AddMinutes(40));
        Assert.Equal([Hall.He, Hall.Su], Rung(again));
        Assert.Empty(Rung(again.State.On(new ReinforcementAsked(Hall.Lin), Facts, Start.AddMinutes(40))));
        // While somebody comes, a second who calls sees who.
        var comes = again.State.On(new ReinforcementTaken(Hall.Su), Facts, Start.AddMinutes(41)).State;
        Assert.Same(comes, comes.On(new ReinforcementAsked(Hall.Lin), Facts, Start.AddMinutes(42)).State);
    }

    [Fact]
    public void When_nobody_who_was_called_can_be_reached_it_is_said_at_once()
    {
        var one = Asked().State.On(new ReinforcementUnreachable(Hall.He), Facts, Start);
        Assert.False(one.State.Silent);
        var all = one.State.On(new ReinforcementUnreachable(Hall.Su), Facts, Start);
        Assert.True(all.State.Silent);
        Assert.Contains(new Show(Reinforcement.SeenBy(Hall.Lin), Delivery.Notice), all.Effects);
    }

    private static IEnumerable<string> Rung(Step<Reinforcement> step) => step.Effects.OfType<Show>().Where(s => s is { Slot.Name: "call", Delivery: Delivery.Notice }).Select(s => s.Slot.Person);

    [Fact]
    public void Whatever_happens_it_has_a_next_moment_until_it_ends_and_whoever_acts_sees_something() => Walks.Each(1500, (random, story) =>
    {
        string[] people = [Hall.Lin, Hall.He, Hall.Su, Hall.Wang, Hall.Ding, "stranger"];
        var (state, at) = (Asked().State, Start);
        for (var n = 0; n < 25; n++)
        {
            at += random.Any(Walks.Steps[..5]);
            var by = random.Any(people);
            FlowEvent e = random.Next(6) switch { 0 => new ReinforcementAsked(by), 1 => new ReinforcementTaken(by), 2 => new ReinforcementGivenBack(by), 3 => new ReinforcementUnreachable(by), _ => new Due() };
            var before = state;
            story.Add(() => $"{before.Phase} {e}");
            var step = before.On(e, Facts with { MayAsk = by != "stranger" }, at);
            state = step.State;
            Assert.Equal(state.IsOver, state.NextAt is null);
            Assert.True(e is not PersonEvent || step.Reply is not null);
            Assert.True(!before.IsOver || ReferenceEquals(before, state));
        }
        for (var n = 0; n < 5 && state.NextAt is { } next; n++)
            state = state.On(new Due(), Facts, next).State;
        Assert.True(state.IsOver);
    });
}
