using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs.Escalations;

/// <summary>The person has taken a case. <paramref name="Term"/> counts the owners of the case, from 1.</summary>
public sealed record CaseTaken(string Case, int Term) : FlowEvent;

/// <summary>That term is over: the case has ended, gone on, or gone to somebody else.</summary>
public sealed record CaseReleased(string Case, int Term) : FlowEvent;

/// <summary>One time that somebody owns a case.</summary>
public sealed record Term(string Case, int Number);

/// <summary>Which cases a person owns now, so that who has many already is asked last.</summary>
/// <remarks>
/// Terms of a case follow each other: whatever is heard of a later one says that the earlier ones are over, and an end says that there was a
/// beginning. So only the last that is known of each case counts, and what comes twice, late or in another order changes nothing.
/// </remarks>
public sealed record Caseload : FlowState
{
    public const string Kind = "caseload";

    /// <summary>Of how many cases that are over the end is remembered, in case their beginning is still on its way.</summary>
    public const int Most = 64;

    public required string Person { get; init; }

    /// <summary>Owned at this moment; at most one term of each case.</summary>
    public ImmutableArray<Term> Open { get; init; } = [];

    /// <summary>Over: the last term of each case, those heard of last, oldest first.</summary>
    [JsonPropertyName("endedFirst")]
    public ImmutableArray<Term> Ended { get; init; } = [];

    public override DateTimeOffset? NextAt => null;

    public static FlowKey KeyOf(string person) => new(Kind, person, "cases");

    public static Caseload Begin(string person) => new() { Person = person };

    public Step<Caseload> On(FlowEvent e) => e switch
    {
        CaseTaken t => Begins(new(t.Case, t.Term)).Then(),
        CaseReleased r => Ends(new(r.Case, r.Term)).Then(),
        _ => this.Then(),
    };

    private Caseload Begins(Term term) => Latest(term.Case) >= term.Number
        ? this
        : this with { Open = [.. Others(Open, term), term], Ended = Others(Ended, term) };

    private Caseload Ends(Term term) => Latest(term.Case) > term.Number || Ended.Contains(term)
        ? this
        : this with { Open = Others(Open, term), Ended = [.. Others(Ended, term).Append(term).TakeLast(Most)] };

    private int Latest(string id) => Open.Concat(Ended).Where(t => t.Case == id).Select(t => t.Number).DefaultIfEmpty().Max();

    private static ImmutableArray<Term> Others(ImmutableArray<Term> terms, Term of) => terms.RemoveAll(t => t.Case == of.Case);
}
