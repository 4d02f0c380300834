using System.Collections.Immutable;

namespace CheckInBot.Dialogs.CheckIns;

/// <summary>
/// The latest answers of one person, kept for that person alone: what is usual for them, and how many cards in a row they left
/// unanswered. Check-ins tell it; whatever the order in which it hears of things, it ends up the same.
/// </summary>
public sealed record Trend : FlowState
{
    public const string Kind = "trend";

    /// <summary>How many answers are kept at most.</summary>
    public const int Most = 64;

    public required string Person { get; init; }

    /// <summary>The latest answers, newest last, one for each check-in and at most one for each shift.</summary>
    public ImmutableArray<TrendEntry> Entries { get; init; } = [];

    /// <summary>When the person last did something with a check-in.</summary>
    public DateTimeOffset? ReactedAt { get; init; }

    /// <summary>When the check-ins were asked that nothing was done with since then, oldest first.</summary>
    public ImmutableArray<DateTimeOffset> Unanswered { get; init; } = [];

    /// <summary>The person deleted every answer up to here.</summary>
    public DateTimeOffset? ErasedUpTo { get; init; }

    /// <summary>How many asked check-ins in a row were left unanswered.</summary>
    public int InARow => Unanswered.Length;

    public override DateTimeOffset? NextAt => null;

    public static FlowKey KeyOf(string person) => new(Kind, person, "trend");

    public static Trend Begin(string person) => new() { Person = person };

    public Step<Trend> On(FlowEvent e) => After(e).Then();

    /// <summary>The trend once it has heard this; the same instance when that changes nothing.</summary>
    public Trend After(FlowEvent e) => e switch
    {
        TrendErased erased when !(erased.UpTo <= ErasedUpTo) =>
            this with { ErasedUpTo = erased.UpTo, Entries = [.. Entries.Where(entry => entry.At > erased.UpTo)] },
        // What was on its way when the person deleted it does not come back.
        AnswerKept kept when kept.Entry.At <= ErasedUpTo => Reacting(kept.Entry.At),
        AnswerKept kept => Keeping(kept.Entry).Reacting(kept.Entry.At),
        PersonReacted reacted => Reacting(reacted.At),
        LeftUnanswered left when !(left.AskedAt <= ReactedAt) && !Unanswered.Contains(left.AskedAt) =>
            this with { Unanswered = [.. Unanswered.Append(left.AskedAt).Order().TakeLast(Most)] },
        _ => this,
    };

    /// <summary>The answers kept from before this one, then this one, as a rule looks at them.</summary>
    public IReadOnlyList<TrendEntry> UpTo(TrendEntry entry) =>
        [.. Entries.Where(e => !e.IsAboutTheSameAs(entry) && !e.Replaces(entry)), entry];

    private Trend Keeping(TrendEntry entry) => Entries.Any(e => e.IsAboutTheSameAs(entry) && !entry.Replaces(e))
        ? this
        : this with { Entries = [.. Entries.Where(e => !e.IsAboutTheSameAs(entry)).Append(entry).OrderBy(e => e.CheckIn, StringComparer.Ordinal).TakeLast(Most)] };

    private Trend Reacting(DateTimeOffset at) => at <= ReactedAt
        ? this
        : this with { ReactedAt = at, Unanswered = [.. Unanswered.Where(asked => asked > at)] };
}
