using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>A check-in that is changed again and again and the case that follows it.</summary>
public sealed class CheckInAndCaseWalks
{
    private static readonly Words Note = new(Hall.Lin, "sealed");

    [Fact]
    public void The_case_is_what_the_last_answer_says() => Walks.Each(1500, (random, story) =>
    {
        var evening = OneCheckIn.AtShiftEnd();
        Escalation? opened = null;
        for (var n = 0; n < 15; n++)
        {
            evening.After(random.Any([TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20)]));
            var agreed = !random.Once(5);
            evening.Facts = OneCheckIn.Agreed with { MayEscalate = agreed };
            var answer = new Answer { Stress = random.Next(3, 6), Help = random.Any(Enum.GetValues<Helper>()), Note = Note, ShareNote = random.Once(2) };
            story.Add(() => $"{answer} {agreed}");
            var before = evening.Told.Count;
            evening.Edits(answer);
            // After an outage they arrive late and together, in the order of their names.
            foreach (var signal in evening.Told.Skip(before).OrderBy(s => s.Name, StringComparer.Ordinal))
                opened = Hear(opened, signal, evening.Now);
            if (opened is null)
                continue;
            if (random.Once(3))
                opened = opened.On(new Take(random.Any(opened.Readers)), Facts, evening.Now).State;

            var asks = evening.State.Went is Outlook.Buddy or Outlook.Leader or Outlook.Counsellor;
            Assert.Equal(!asks, opened.Lowered);
            Assert.True(!asks || opened.Route.ToString() == evening.State.Went.ToString(), "the case goes another way than the receipt says");
            Assert.Equal(answer.ShareNote && evening.State.Went != Outlook.NotAgreed ? Note : null, opened.Note);
        }
    });

    private static EscalationFacts Facts => new(Hall.Cases, Hall.Everybody, default, Hall.NextStart);

    private static Escalation Hear(Escalation? state, Signal signal, DateTimeOffset at) => state is null
        ? Escalation.Begin(signal.To.Owner, Assert.IsType<Opened>(signal.Event), Facts, at).State
        : state.On(signal.Event, Facts, at).State;
}
