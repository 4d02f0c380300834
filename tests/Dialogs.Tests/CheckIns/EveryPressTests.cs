using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>No button is dead and none tells a stranger anything, in any phase.</summary>
public sealed class EveryPressTests
{
    public static TheoryData<CheckInPhase> Phases => new(Enum.GetValues<CheckInPhase>());

    [Theory]
    [MemberData(nameof(Phases))]
    public void Whatever_the_person_does_is_answered(CheckInPhase phase)
    {
        foreach (var e in Presses(Hall.Lin).Append(new Pulled(Hall.Shift)))
        {
            var evening = OneCheckIn.In(phase);
            Assert.Equal(phase, evening.State.Phase);
            Assert.NotNull(evening.Hears(e).Last.Reply);
        }
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void A_foreign_press_changes_nothing_and_tells_nothing(CheckInPhase phase)
    {
        foreach (var e in Presses(Hall.Wang))
        {
            var evening = OneCheckIn.In(phase);
            var before = evening.State;
            Assert.Same(before, evening.Hears(e).State);
            Assert.Empty(evening.Last.Effects);
            Assert.Equal(new Say(new Notice.NotYours()), evening.Last.Reply);
        }
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void A_wake_before_its_time_does_nothing(CheckInPhase phase)
    {
        var evening = OneCheckIn.In(phase);
        var before = evening.State;
        if (before.NextAt is { } next)
            evening.Now = next - TimeSpan.FromTicks(1);
        Assert.Same(before, evening.Hears(new Due()).State);
        Assert.Empty(evening.Last.Effects);
    }

    private static IEnumerable<FlowEvent> Presses(string by) =>
    [
        new Answered(by, OneCheckIn.CalmDay), new Answered(by, OneCheckIn.HardDay), new Answered(by, new Answer()),
        new Typed(by, OneCheckIn.HardDay), new Typed(by, null), new TypedSend(by), new AskLater(by), new Skip(by, false), new Skip(by, true), new Edit(by),
        new OfferAccepted(by, Helper.Buddy), new OfferAccepted(by, null), new SaidAgain(by),
    ];
}
