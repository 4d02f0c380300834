using System.Text.Json;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>Whatever happens to a check-in in whatever order, these hold.</summary>
public sealed class CheckInWalks
{
    private static readonly Words[] Notes = [new(Hall.Lin, "a"), new(Hall.Lin, "b")];

    [Fact]
    public void A_check_in_keeps_its_promises_whatever_happens() => Walks.Each(5000, (random, story) =>
    {
        var at = Hall.ShiftEnd;
        var trend = Days.Of([.. Enumerable.Range(0, random.Next(16)).Select(_ => random.Any([2, 3, 4]))]);
        var step = CheckIn.Begin(CheckIn.KeyOf(Hall.Lin, OneCheckIn.Id), random.Once(4) ? new Pulled(Hall.Shift) : new ShiftEnded(Hall.Shift), Facts(random, trend), at);
        var told = step.Effects.OfType<Signal>().ToList();
        var prompts = 0;
        for (var n = 0; n < 30; n++)
        {
            var before = step.State;
            at = random.Once(3) && before.NextAt is { } due ? Later(at, due) + random.Any(Walks.Steps) : at + random.Any(Walks.Steps);
            var (e, by) = Happening(random);
            var facts = Facts(random, told.Where(s => s.To.Kind == Trend.Kind).Aggregate(trend, (t, s) => t.After(s.Event)));
            var when = at;
            story.Add(() => $"{when:O} {e} {facts.MayAsk} {facts.MayEscalate}");
            step = before.On(e, facts, at);
            told.AddRange(step.Effects.OfType<Signal>());

            Assert.True(by is null || step.Reply is not null, "a press without an answer");
            if (by == Hall.Wang)
                Assert.True(ReferenceEquals(before, step.State) && step.Effects.Count == 0 && step.Reply is Say { Notice: Notice.NotYours }, "a foreign press");
            Assert.True(e is not Due || step.State.NextAt is not { } next || next > at, "a wake that wakes itself");
            Assert.True(step.State.NextAt is not null || before.NextAt is null || step.State.Phase is CheckInPhase.Skipped or CheckInPhase.Lapsed || step.State.Closed, "a check-in that rests too early");
            Assert.True(before.Answer is null || step.State.Answer is not null, "a lost answer");
            Assert.True(e is not (Answered or TypedSend) || at < before.ClosesAt || step.State.Answer == before.Answer, "an answer changed after the next shift began");
            Assert.True(step.Effects.OfType<Show>().All(s => s.Slot == step.State.Card), "a card of somebody else");
            Assert.True(step.Effects.OfType<Show>().All(s => s.Delivery != Delivery.Prompt || (e is Due && facts.MayAsk)), "asked without agreement or out of turn");
            Assert.True(step.Effects.OfType<Signal>().All(s => s.Event is not (Opened or OtherRoute) || (facts.MayEscalate && by == Hall.Lin)), "told without agreement");
            Assert.True(step.State.Offer == Offer.None || (step.State is { Went: Outlook.Nobody, Case: null, Answer: not null }), "an offer of which somebody was told");
            Assert.True(step.State.Unasked is null || before.Unasked == step.State.Unasked, "a reason that comes late");
            prompts = e is AskLater ? 0 : prompts + step.Effects.OfType<Show>().Count(s => s.Delivery == Delivery.Prompt);
            Assert.True(prompts <= 1, "nagging");
            Assert.True(step.State.Answer is null || step.State.Answer == step.State.Answer.InRange(), "out of range");

            if (random.Once(5) && by == Hall.Lin && e is not TypedSend)
            {
                var twice = step.State.On(e, facts, at);
                Assert.True(twice.Reply is not null && twice.Effects.OfType<Signal>().All(s => s.Event is not Opened), "delivered twice, told twice");
                told.AddRange(twice.Effects.OfType<Signal>());
                step = twice;
            }

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
        Assert.Equal(step.State.Sends, kept.Count(s => s.Event is AnswerKept));
    });

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static CheckInFacts Facts(Random random, Trend trend) => new(
        Hall.CheckIns, MayAsk: !random.Once(5), MayEscalate: !random.Once(4), Away: random.Once(9), Settled: random.Once(9), random.Once(4) ? null : Hall.NextStart, trend);

    private static (FlowEvent Event, string? By) Happening(Random random)
    {
        var by = random.Once(6) ? Hall.Wang : Hall.Lin;
        return random.Next(14) switch
        {
            0 or 1 or 2 => (new Answered(by, Anything(random)), by),
            3 or 4 => (Said(random, by), by),
            5 => (new TypedSend(by), by),
            6 => (new AskLater(by), by),
            7 => (new Skip(by, random.Once(2)), by),
            8 or 9 => (new Edit(by), by),
            10 => (new ShiftEnded(Hall.Shift), null),
            11 => (new Pulled(null), Hall.Lin),
            12 => (new OfferAccepted(by, random.Once(5) ? null : random.Any(Enum.GetValues<Helper>())), by),
            _ => (new Due(), null),
        };
    }

    private static Typed Said(Random random, string by) => random.Once(4)
        ? new Typed(by, null)
        : new Typed(by, Anything(random)) { NoTags = random.Once(6), Share = random.Once(3) ? random.Once(2) : null };

    private static Answer Anything(Random random) => random.Once(8) ? new Answer() : new Answer
    {
        Stress = random.Once(4) ? null : random.Next(-1, 8),
        Mood = random.Once(4) ? null : random.Next(-1, 8),
        Hostile = random.Once(4) ? null : random.Next(-1, 6),
        Break = random.Once(3) ? null : random.Once(2),
        Help = random.Once(3) ? null : random.Any(Enum.GetValues<Helper>()),
        Tags = random.Any(["", "queue", "rules,system"]),
        Note = random.Once(2) ? null : random.Any(Notes),
        ShareNote = random.Once(2),
    };
}
