using System.Text.Json;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>Whatever happens to a check-in in whatever order, these hold.</summary>
public sealed class CheckInWalks
{
    [Fact]
    public void A_check_in_keeps_its_promises_whatever_happens() => Walks.Each(5000, (random, story) =>
    {
        var told = new List<Signal>();
        var prompts = 0;
        var erased = false;
        CheckIn? last = null;
        foreach (var moment in CheckInLife.Of(random, story).Take(30))
        {
            var (before, e, by, facts, step, _) = moment;
            var signals = step.Effects.OfType<Signal>().ToList();
            told.AddRange(signals);
            Holds(moment);
            // A card and its reminder, after each "later" anew.
            prompts = (e is AskLater || before is null ? 0 : prompts) + step.Effects.OfType<Show>().Count(s => s.Delivery == Delivery.Prompt);
            Assert.True(prompts <= 2, "nagging");
            Assert.True(e is not SaidAgain || (ReferenceEquals(before, step.State) && step.Effects.Count == 0), "what was said again changed something");
            Assert.True(!moment.Again || signals.Count == 0, "delivered twice, told twice");
            erased |= e is AnswersErased && before is { HasAnswers: true };
            Assert.True(!erased || (step.State is { HasAnswers: false, Closed: true } && !Written(step.State) && signals.All(s => s.Event is not AnswerKept && !Written(s))), "something is left of a deleted answer");
            Assert.True(before is not { Phase: CheckInPhase.Withdrawn or CheckInPhase.Lapsed } || step.State.Phase == before.Phase, "a check-in that goes on after its end");
            last = step.State;

            if (!random.Once(8))
                continue;
            var json = JsonSerializer.Serialize(step.State, DialogsJson.Default.CheckIn);
            Assert.Equal(step.State, JsonSerializer.Deserialize(json, DialogsJson.Default.CheckIn));
        }
        Assert.True(told.Count(s => s.Event is Opened) <= 1, "opened twice");
        Assert.Equal(told.Count, told.Select(s => s.Name).Distinct().Count());
        var kept = told.Where(s => s.To == Trend.KeyOf(Hall.Lin)).ToList();
        var cases = told.Except(kept).ToList();
        Assert.True(cases.Select(s => s.To).Distinct().Count() <= 1, "two cases of one check-in");
        Assert.True(cases.Count == 0 || cases[0].Event is Opened, "a case heard of a change before it was opened");
        Assert.True(kept.Count(s => s.Event is PersonReacted) <= 1, "a reaction told twice");
        Assert.True(kept.FindIndex(s => s.Event is LeftUnanswered) <= 0, "called unanswered although something was done with it");
        Assert.Equal(last!.Sends, kept.Count(s => s.Event is AnswerKept));
    });

    private static void Holds(CheckInMoment moment)
    {
        var (before, e, by, facts, step, at) = moment;
        var state = step.State;
        Assert.True(by is null || step.Reply is not null, "a press without an answer");
        if (by == Hall.Wang)
            Assert.True(ReferenceEquals(before, state) && step.Effects.Count == 0 && step.Reply is Say { Notice: Notice.NotYours }, "a foreign press");
        Assert.True(e is not Due || state.NextAt is not { } next || next > at, "a wake that wakes itself");
        Assert.True(!state.IsOpen || state.NextAt is not null, "an open check-in without a next moment");
        Assert.True(state.NextAt is not null || before?.NextAt is null || state.Phase is CheckInPhase.Skipped or CheckInPhase.Lapsed or CheckInPhase.Withdrawn || state.Closed, "a check-in that rests too early");
        Assert.True(before?.Answer is null || state.Answer is not null || e is AnswersErased, "a lost answer");
        Assert.True(e is not (Answered or TypedSend) || at < before!.ClosesAt || state.Answer == before.Answer, "an answer changed after the next shift began");
        Assert.True(step.Effects.OfType<Show>().All(s => s.Slot == state.Card), "a card of somebody else");
        Assert.True(step.Effects.OfType<Show>().All(s => s.Delivery != Delivery.Prompt || (e is Due or ShiftEnded && facts.MayAsk)), "asked without agreement or out of turn");
        foreach (var signal in step.Effects.OfType<Signal>().Where(s => s.To.Kind == Escalation.Kind))
            Assert.True(signal.Event is AnswerLowered or ConsentWithdrawn or NoteShared { Note: null } or AnswersForgotten || (facts.MayEscalate && by == Hall.Lin), "told without agreement");
        Assert.True(state.Offer == Offer.None || state is { Went: Outlook.Nobody, Case: null, Answer: not null }, "an offer of which somebody was told");
        Assert.True(state.Unasked is null || before is null || before.Unasked == state.Unasked, "a reason that comes late");
        Assert.True(state.Answer is null || state.Answer == state.Answer.InRange(), "out of range");
    }

    /// <summary>Whether a note of Lin's stands in it.</summary>
    private static bool Written(CheckIn state) => JsonSerializer.Serialize(state, DialogsJson.Default.CheckIn).Contains(CheckInLife.Seal, StringComparison.Ordinal);

    private static bool Written(Signal signal) => JsonSerializer.Serialize(signal, DialogsJson.Default.Effect).Contains(CheckInLife.Seal, StringComparison.Ordinal);
}
