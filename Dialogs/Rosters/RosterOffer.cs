using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Rosters;

/// <summary>Where lists stand that an administrator sent.</summary>
public enum RosterOfferPhase
{
    /// <summary>They have faults; nothing can come of them.</summary>
    Faulty,

    /// <summary>They can be imported.</summary>
    Ready,

    /// <summary>Everything is so already.</summary>
    Same,

    /// <summary>They are imported.</summary>
    Done,

    /// <summary>The administrator does not want them.</summary>
    Discarded,

    /// <summary>They lay too long and are deleted.</summary>
    Gone,
}

/// <summary>One of the four lists of a roster.</summary>
public enum RosterListKind
{
    Teams,
    People,
    Shifts,
    Leave,
}

/// <summary>How one list would change: numbers of lines.</summary>
public sealed record RosterListNews(RosterListKind Kind, int New, int Changed, int Gone, int Same);

/// <summary>The shifts that a file has for a team, by the local days on which they start.</summary>
public sealed record RosterSpan(string Team, int Count, DateOnly From, DateOnly To);

/// <summary>A shift that somebody works by a swap, about which the file says something else.</summary>
/// <param name="Day">Local day of the shift.</param>
/// <param name="Holder">Id of who works it now.</param>
/// <param name="Planned">Id of whose it was before.</param>
/// <param name="Wanted">Id of whose it is in the file; null where the file has it no more.</param>
public sealed record RosterClash(DateOnly Day, string Holder, string Planned, string? Wanted);

/// <summary>What a fault says.</summary>
public abstract record FaultSaying;

/// <summary>Of a list, or of what an import would make of it: said in each language.</summary>
/// <param name="Values">As <see cref="Rosters.ListFault"/> lists them: ids, dates, words of the files' own language; never names.</param>
public sealed record ListSaying(ListFault Fault, params ImmutableArray<string> Values) : FaultSaying;

/// <summary>Of a file that only whoever runs the program writes: in English.</summary>
public sealed record OperatorSaying(string Problem, string Remedy) : FaultSaying;

/// <summary>A fault of a file of the organisation, without names.</summary>
/// <param name="Line">From 1; 0 for the whole file.</param>
/// <param name="Column">Empty where no single one is meant.</param>
/// <param name="Stored">Whether it is a list that was imported before.</param>
public sealed record RosterFault(string File, int Line, string Column, FaultSaying Says, bool Stored = false);

/// <summary>What would become of lists that an administrator sent; nothing of it is done before a press.</summary>
/// <param name="Reference">Under which the lists are kept.</param>
public sealed record RosterOffer(string Reference, RosterOfferPhase Phase)
{
    public ImmutableArray<RosterListNews> Lists { get; init; } = [];

    public ImmutableArray<RosterSpan> Spans { get; init; } = [];

    /// <summary>Names of people who are new.</summary>
    public ImmutableArray<string> Joined { get; init; } = [];

    /// <summary>Names of people who are on the list no more.</summary>
    public ImmutableArray<string> Left { get; init; } = [];

    public ImmutableArray<RosterClash> Clashes { get; init; } = [];

    /// <summary>All of them.</summary>
    public ImmutableArray<RosterFault> Faults { get; init; } = [];

    /// <summary>The roster changed since this was shown, so that it is shown anew.</summary>
    public bool Anew { get; init; }

    /// <summary>Number of the import; 0 before it is made.</summary>
    public int Number { get; init; }
}
