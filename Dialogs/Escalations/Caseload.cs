using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Escalations;

/// <summary>The person has taken a case. <paramref name="Term"/> counts the owners of the case, from 1.</summary>
public sealed record CaseTaken(string Case, int Term) : FlowEvent;

/// <summary>That term is over: the case has ended, gone on, or gone to somebody else.</summary>
public sealed record CaseReleased(string Case, int Term) : FlowEvent;

/// <summary>One time that somebody owns a case.</summary>
public sealed record Term(string Case, int Number);

/// <summary>Which cases a person owns now, so that who has many already is asked last.</summary>
/// <remarks>Beginning and end of a term are told once each and may arrive in any order; both together leave nothing behind.</remarks>
public sealed record Caseload : FlowState
{
    public const string Kind = "caseload";

    public required string Person { get; init; }

    /// <summary>Owned at this moment.</summary>
    public ImmutableArray<Term> Open { get; init; } = [];

    /// <summary>Over already, while the news of their beginning is still on its way.</summary>
    public ImmutableArray<Term> EndedFirst { get; init; } = [];

    public override DateTimeOffset? NextAt => null;

    public static FlowKey KeyOf(string person) => new(Kind, person, "cases");

    public static Caseload Begin(string person) => new() { Person = person };

    public Step<Caseload> On(FlowEvent e) => e switch
    {
        CaseTaken t => Begins(new(t.Case, t.Term)).Then(),
        CaseReleased r => Ends(new(r.Case, r.Term)).Then(),
        _ => this.Then(),
    };

    private Caseload Begins(Term term) =>
        EndedFirst.Contains(term) ? this with { EndedFirst = EndedFirst.Remove(term) }
        : Open.Contains(term) ? this
        : this with { Open = Open.Add(term) };

    private Caseload Ends(Term term) =>
        Open.Contains(term) ? this with { Open = Open.Remove(term) }
        : EndedFirst.Contains(term) ? this
        : this with { EndedFirst = EndedFirst.Add(term) };
}
