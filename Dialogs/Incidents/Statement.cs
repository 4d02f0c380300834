using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Incidents;

public enum StatementPhase
{
    /// <summary>Asked for; what is written so far is the person's alone.</summary>
    Open,

    /// <summary>The person would rather not; they still can.</summary>
    Declined,

    /// <summary>Signed: nobody can change it any more, the writer neither.</summary>
    Frozen,

    /// <summary>The report was corrected: it is not about this person.</summary>
    NotNeeded,
}

/// <summary>Something added to a signed account.</summary>
public sealed record Addendum(Words Text, DateTimeOffset At);

/// <summary>An answer to "how are you now?".</summary>
public sealed record VisitAnswer(int Day, HowAreYou Answer, DateTimeOffset At);

/// <summary>
/// An incident as the person has it to whom it happened: their own account, what was replied, and the questions how they are. One for each
/// person and number.
/// </summary>
public sealed partial record Statement : FlowState
{
    public const string Kind = "statement";

    /// <summary>How often something can be added to a signed account.</summary>
    public const int MostAddenda = 6;

    public required string Person { get; init; }

    public required string Number { get; init; }

    public required StatementPhase Phase { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What the report says of the event.</summary>
    public required StatementAsked About { get; init; }

    /// <summary>Until when it is hoped for; only shown.</summary>
    public required DateTimeOffset Limit { get; init; }

    /// <summary>When it is reminded of, once; null afterwards.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>What is written and not signed.</summary>
    public Words? Draft { get; init; }

    /// <summary>Ids of those whom the text names, sealed as the writer's; there with every text.</summary>
    public Words? Named { get; init; }

    /// <summary>The text that was signed.</summary>
    public Words? Text { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    public ImmutableArray<Addendum> Addenda { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>It was to be signed without a word: the card says so.</summary>
    public bool Gap { get; init; }

    /// <summary>What was replied to the report; only where somebody else reported it.</summary>
    public IncidentReplied? Reply { get; init; }

    /// <summary>The questions still to come.</summary>
    public ImmutableArray<Visit> Visits { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The question that was asked last; null before the first.</summary>
    public Visit? Asked { get; init; }

    public ImmutableArray<VisitAnswer> Answers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The person wants no more of these questions.</summary>
    public bool VisitsOff { get; init; }

    /// <summary>The account was signed, and then the report was corrected: it did not happen to this person.</summary>
    public bool Corrected { get; init; }

    /// <summary>It did not happen to this person: nobody asks how they are after it.</summary>
    public bool Spared => Corrected || Phase == StatementPhase.NotNeeded;

    /// <summary>Days of the questions after which somebody was asked to look in.</summary>
    public ImmutableArray<int> Opened { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many times others were told to forget that there was a report.</summary>
    public int Hidings { get; init; }

    public FlowKey Key => KeyOf(Person, Number);

    /// <summary>The card of the account.</summary>
    public Slot Card => new("statement", Person);

    /// <summary>The question how the person is.</summary>
    public Slot VisitCard => new("howAreYou", Person);

    /// <summary>What was done, as the review replied.</summary>
    public Slot ReplyCard => new("reply", Person);

    /// <summary>Somebody else reported it.</summary>
    public bool ByColleague => About.Reporter != Person;

    /// <summary>The answer to the question that was asked last.</summary>
    public HowAreYou? Answer => Asked is { } asked ? Answers.LastOrDefault(a => a.Day == asked.Day)?.Answer : null;

    /// <summary>Something stands here that is only the person's.</summary>
    public bool HasDraft => Draft is not null || !Answers.IsEmpty;

    public override DateTimeOffset? NextAt
    {
        get
        {
            var remind = Phase == StatementPhase.Open ? RemindAt : null;
            DateTimeOffset? visit = VisitsOff || Spared || Visits.IsEmpty ? null : Visits[0].At;
            return remind is null || visit < remind ? visit : remind;
        }
    }

    public static FlowKey KeyOf(string person, string number) => new(Kind, person, number);

    public static Step<Statement> Begin(FlowKey key, StatementAsked e, StatementFacts facts, DateTimeOffset at)
    {
        var reminder = at + facts.Policy.RemindStatementAfter;
        var begun = new Statement
        {
            Person = key.Owner,
            Number = key.Id,
            Phase = StatementPhase.Open,
            AskedAt = at,
            About = e,
            Limit = facts.Working?.DueAfter(at, facts.Policy.StatementWithin) ?? at.AddDays(facts.Policy.StatementWithin),
            // Nobody is reminded in the night.
            RemindAt = facts.Working?.Add(reminder, TimeSpan.Zero) ?? reminder,
            Visits = ToCome(e.OccurredAt, facts, at),
        };
        return begun.Then(new Show(begun.Card, Delivery.Prompt));
    }

    private static ImmutableArray<Visit> ToCome(DateTimeOffset occurredAt, StatementFacts facts, DateTimeOffset at) =>
        [.. facts.Policy.VisitsAfter(occurredAt, facts.Working, facts.Leave).Where(v => v.At > at)];
}
