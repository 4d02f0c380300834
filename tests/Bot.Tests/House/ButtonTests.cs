using System.Collections.Immutable;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Bot.Tests.House;

/// <summary>A button never does nothing.</summary>
public sealed class ButtonTests
{
    private static readonly ShiftContext Now = new("", null, null, null, 0, 0);

    public static TheoryData<Type> Actions => [.. Verbs.All.Keys.Where(a => a != typeof(RunCommand) && a != typeof(CallForHelp) && a != typeof(PressAskSwap) && a != typeof(PressWeek) && a != typeof(ExportMyData) && a != typeof(ForgetMe) && !a.IsSubclassOf(typeof(RosterAction)))];

    [Fact]
    public void Every_action_has_a_verb() =>
        Rule.Holds(typeof(UserAction).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(UserAction)) && !t.IsAbstract).Except(Verbs.All.Keys).Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Every_action_means_an_event_of_its_own(Type action)
    {
        var meant = await Listening().Read(Pressed(action), "u1", Now);
        Assert.NotNull(meant);
        // Asking for a person is what an unknown action would fall back to.
        Assert.Equal(action == typeof(PersonPlease), meant.Value.Event is AskContact);
    }

    [Fact]
    public void A_button_that_says_a_command_calls_for_people_brings_a_roster_asks_the_next_question_of_a_swap_looks_at_a_week_or_is_about_ones_own_data_is_listened_to()
    {
        Assert.Contains("is RosterAction", RepositoryRoot.Read("Bot/Listening/ActivityListener.cs"), StringComparison.Ordinal);
        Assert.Contains("is RunCommand", RepositoryRoot.Read("Bot/Listening/ActivityListener.cs"), StringComparison.Ordinal);
        Assert.Contains("is PressAskSwap", RepositoryRoot.Read("Bot/Listening/ActivityListener.cs"), StringComparison.Ordinal);
        Assert.Contains("is PressWeek", RepositoryRoot.Read("Bot/Listening/ActivityListener.cs"), StringComparison.Ordinal);
        Assert.Contains("data.Pressed(action", RepositoryRoot.Read("Bot/Listening/ActivityListener.cs"), StringComparison.Ordinal);
        Assert.Contains("ExportMyData =>", RepositoryRoot.Read("Bot/Privacy/DataDesk.cs"), StringComparison.Ordinal);
        Assert.Contains("ForgetMe forget =>", RepositoryRoot.Read("Bot/Privacy/DataDesk.cs"), StringComparison.Ordinal);
        Assert.Contains("is CallForHelp", RepositoryRoot.Read("Bot/Listening/ActivityListener.cs"), StringComparison.Ordinal);
    }

    /// <summary>The action as a card would send it: a reference to a record, and no input filled in but those that the button itself holds.</summary>
    private static UserAction Pressed(Type action)
    {
        if (action == typeof(AnswerVisit))
            return new AnswerVisit("u1/r1") { Helped = new Input("yes") };
        var parameters = action.GetConstructors().Single().GetParameters();
        Assert.All(parameters, p => Assert.Equal(typeof(string), p.ParameterType));
        return (UserAction)Activator.CreateInstance(action, [.. parameters.Select(_ => (object)"u1/r1")])!;
    }

    private static Presses Listening()
    {
        var checkIn = new CheckInPolicy(4, 2, TimeSpan.FromHours(2), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(8), 3, new(4, 3), new(10, 20, 1.5m, 0.5m, 2, 3), []);
        var escalation = new EscalationPolicy(
            ImmutableSortedDictionary<Route, ImmutableArray<ChainStep>>.Empty,
            ImmutableSortedDictionary<Urgency, Pace>.Empty,
            ImmutableSortedDictionary<Cause, Urgency>.Empty,
            3,
            TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        var policy = new Policy(checkIn, escalation, [], new Dictionary<string, Hotline>()) { Sos = new(default, default, [], default, default, default) };
        // No words are pressed here, so that nothing is sealed or stored.
        var roster = new Roster.Roster(null!, new Organisation([], [], [], [], policy));
        return new Presses(new Sealing(null!, roster), roster);
    }
}
