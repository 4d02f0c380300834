using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>No button of a case is dead, none shows a card that is not one's own, and none tells a stranger anything, in any phase.</summary>
public sealed class EveryPressTests
{
    public static TheoryData<CasePhase> Phases => new(Enum.GetValues<CasePhase>());

    [Theory]
    [MemberData(nameof(Phases))]
    public void Whoever_presses_gets_an_answer_of_their_own(CasePhase phase)
    {
        foreach (var by in Hall.Names)
        {
            foreach (var e in Presses(by))
            {
                var story = OneCase.In(phase);
                Assert.Equal(phase, story.State.Phase);
                var reply = story.Hears(e).Last.Reply;
                Assert.NotNull(reply);
                Assert.Equal(by, reply is See see ? see.Slot.Person : by);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void A_foreign_press_changes_nothing_and_tells_nothing(CasePhase phase)
    {
        foreach (var e in Presses(Hall.Bao))
        {
            var story = OneCase.In(phase);
            var before = story.State;
            Assert.Same(before, story.Hears(e).State);
            Assert.Empty(story.Last.Effects);
            Assert.Equal(new Say(new Notice.NotYours()), story.Last.Reply);
        }
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void A_wake_before_its_time_does_nothing(CasePhase phase)
    {
        var story = OneCase.In(phase);
        var before = story.State;
        if (before.NextAt is { } next)
            story.Now = next - TimeSpan.FromTicks(1);
        Assert.Same(before, story.Hears(new Due()).State);
        Assert.Empty(story.Last.Effects);
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void The_person_is_never_given_their_own_case_to_take(CasePhase phase)
    {
        var story = OneCase.In(phase);
        foreach (var e in new FlowEvent[] { new Take(Hall.Lin), new AcceptHandOver(Hall.Lin), new HandOver(Hall.Lin, Hall.Chen), new Resolve(Hall.Lin, Done.Talked, null) })
            Assert.Equal(new Say(new Notice.NotYours()), story.Hears(e).Last.Reply);
    }

    private static IEnumerable<FlowEvent> Presses(string by) =>
    [
        new Take(by), new HandOver(by, Hall.Chen), new HandOver(by, null), new AcceptHandOver(by), new Resolve(by, Done.Other, null),
        new Resolve(by, null, null), new OtherRoute(by, Route.Counsellor), new OtherRoute(by, Route.Leader), new ReturnVisit(by, true), new ReturnVisit(by, false),
    ];
}
