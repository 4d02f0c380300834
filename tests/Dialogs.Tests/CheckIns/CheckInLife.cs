using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>One moment of a check-in: what was, what happened, what came of it.</summary>
/// <param name="Before">Null at its beginning.</param>
/// <param name="By">Who pressed or typed; null when nobody did.</param>
internal sealed record CheckInMoment(CheckIn? Before, FlowEvent Event, string? By, CheckInFacts Facts, Step<CheckIn> Step, DateTimeOffset At)
{
    /// <summary>The event of the moment before, delivered once more.</summary>
    public bool Again { get; init; }
}

/// <summary>A check-in to which anything happens in any order: presses, words, time, agreements that come and go, deletion.</summary>
internal static class CheckInLife
{
    /// <summary>Lin's notes; after a deletion they stand nowhere.</summary>
    public const string Seal = "seal of a note";

    private static readonly Words[] Notes = [new(Hall.Lin, Seal + " a"), new(Hall.Lin, Seal + " b")];

    private static readonly TimeSpan[] Late = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(2), TimeSpan.FromHours(3)];

    public static IEnumerable<CheckInMoment> Of(Random random, List<Func<string>> story)
    {
        var at = Hall.ShiftEnd + random.Any(Late);
        var trend = Days.Of([.. Enumerable.Range(0, random.Next(16)).Select(_ => random.Any([2, 3, 4]))]);
        if (random.Once(8))
            trend = Enumerable.Range(0, 3).Aggregate(trend, (t, i) => t.After(new LeftUnanswered(Hall.ShiftEnd.AddHours(i - 3))));
        var facts = Facts(random, trend, !random.Once(4), !random.Once(4));
        FlowEvent e = random.Once(4) ? new Pulled(Hall.Shift) : new ShiftEnded(Hall.Shift);
        var moment = new CheckInMoment(null, e, null, facts, CheckIn.Begin(CheckIn.KeyOf(Hall.Lin, OneCheckIn.Id), e, facts, at), at);
        while (true)
        {
            var told = moment;
            story.Add(() => $"{told.At:O} {told.Event} agreed {told.Facts.MayAsk} {told.Facts.MayEscalate} -> {told.Step.State.Phase}");
            yield return moment;
            var before = moment.Step.State;
            trend = moment.Step.Effects.OfType<Signal>().Where(s => s.To.Kind == Trend.Kind).Aggregate(trend, (t, s) => t.After(s.Event));
            if (random.Once(5))
            {
                facts = moment.Facts with { Trend = trend };
                moment = moment with { Before = before, Facts = facts, Step = before.On(e, facts, at), Again = true };
                continue;
            }
            at = random.Once(3) && before.NextAt is { } due ? (at > due ? at : due) + random.Any(Walks.Steps) : at + random.Any(Walks.Steps);
            (e, var by) = Happening(random);
            facts = Facts(random, trend, Agrees(facts.MayAsk, e is AgreementEnded { Asking: true }), Agrees(facts.MayEscalate, e is AgreementEnded { PassingOn: true }));
            moment = new(before, e, by, facts, before.On(e, facts, at), at);
        }

        bool Agrees(bool agreed, bool ended) => !ended && (random.Once(6) ? !agreed : agreed);
    }

    private static CheckInFacts Facts(Random random, Trend trend, bool mayAsk, bool mayEscalate) => new(
        Hall.CheckIns, mayAsk, mayEscalate, Away: random.Once(9), Settled: random.Once(9), random.Once(4) ? null : Hall.NextStart, trend);

    private static (FlowEvent Event, string? By) Happening(Random random)
    {
        var by = random.Once(6) ? Hall.Wang : Hall.Lin;
        return random.Next(16) switch
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
            14 => (new SaidAgain(by), by),
            13 => (random.Once(3) ? new AnswersErased() : new AgreementEnded(random.Once(2), random.Once(2), random.Next(4)), null),
            _ => (new Due(), null),
        };
    }

    private static Typed Said(Random random, string by) => random.Once(4)
        ? new Typed(by, null)
        : random.Once(4) ? new Typed(by, new() { Stress = random.Next(1, 6) }) { Bare = (Question.Stress, Hall.ShiftEnd) }
        : new Typed(by, Anything(random)) { NoTags = random.Once(6), Share = random.Once(3) ? random.Once(2) : null };

    public static Answer Anything(Random random)
    {
        var note = random.Once(2) ? null : random.Any(Notes);
        return random.Once(8) ? new Answer() : new Answer
        {
            Stress = random.Once(4) ? null : random.Next(-1, 8),
            Mood = random.Once(4) ? null : random.Next(-1, 8),
            Hostile = random.Once(4) ? null : random.Next(-1, 6),
            Break = random.Once(3) ? null : random.Once(2),
            Help = random.Once(3) ? null : random.Any(Enum.GetValues<Helper>()),
            Tags = random.Any(["", "queue", "rules,system"]),
            Note = note,
            Named = note is null ? null : new Words(Hall.Lin, $"named {random.Next(3)}"),
            ShareNote = random.Once(2),
        };
    }
}
