using System.Collections.Frozen;
using System.Collections.Immutable;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Swaps;

/// <summary>Somebody asks a colleague to take a duty.</summary>
/// <param name="By">The holder of the shift, or a leader who acts for them.</param>
/// <param name="For">The holder of the shift.</param>
/// <param name="TheirShift">Id of the colleague's shift that is taken in return; null for none.</param>
public sealed record AskSwap(string By, string For, string Colleague, string? TheirShift) : PersonEvent(By);

/// <summary>The colleague agrees.</summary>
/// <param name="Round">The round of the card that was pressed, as for all presses.</param>
public sealed record AcceptSwap(string By, int Round) : PersonEvent(By);

public sealed record DeclineSwap(string By, int Round, Words? Reason) : PersonEvent(By);

/// <summary>A leader approves.</summary>
/// <param name="Ticked">The warnings that the leader has seen and ticked.</param>
public sealed record ApproveSwap(string By, int Round, ImmutableArray<string> Ticked) : PersonEvent(By);

public sealed record RefuseSwap(string By, int Round, Words? Reason) : PersonEvent(By);

public sealed record CancelSwap(string By, int Round) : PersonEvent(By);

public sealed record UndoSwap(string By, int Round) : PersonEvent(By);

/// <summary>Somebody looks: at their own card, a leader at what can be decided, anybody else at what is true now.</summary>
public sealed record ViewSwap(string By) : PersonEvent(By)
{
    /// <summary>In the team's channel itself, where its card stands for everybody who reads there.</summary>
    public bool InChannel { get; init; }
}

/// <summary>A card cannot reach this reader: a person, or the team's channel.</summary>
public sealed record SwapUnreachable(string Reader) : FlowEvent;

/// <summary>A shift that this request names may have gone to somebody else, by another swap or an import.</summary>
public sealed record SwapShiftsMoved : FlowEvent;

/// <summary>Another open request that names one of the same shifts.</summary>
/// <param name="Shifts">Ids of the shifts that both name.</param>
/// <param name="Agreed">Its colleague has agreed.</param>
public sealed record RivalSwap(FlowKey Key, ImmutableArray<string> Shifts, bool Agreed);

/// <summary>What a swap has to know of others, read before it decides.</summary>
/// <param name="Given">The asker's shift as the roster has it now; null where it is gone.</param>
/// <param name="InReturn">The colleague's shift as the roster has it now; null where it is gone or none is meant.</param>
/// <param name="Findings">What the rules of duty say at this moment of the change; of the way back where it is done.</param>
/// <param name="Leaders">Leaders of the team, in the order in which they are asked.</param>
/// <param name="HallLeaders">Who may decide beside them.</param>
/// <param name="Channel">Address of the team's channel; null when none is bound.</param>
public sealed record SwapFacts(
    SwapPolicy Policy,
    WorkingHours Hours,
    Shift? Given,
    Shift? InReturn,
    ImmutableArray<DutyFinding> Findings,
    IReadOnlyList<string> Leaders,
    IReadOnlyList<string> HallLeaders,
    string? Channel)
{
    /// <summary>Whoever acts belongs to the team, and so to those who may know of its swaps.</summary>
    public bool OfTeam { get; init; }

    /// <summary>Who of the two is on the team's roster no longer, so that no rule can be asked about them; null where both are.</summary>
    public string? Left { get; init; }

    /// <summary>Who is on leave now of those who could be asked to answer or to decide: nobody of them is sent a card anew. Read where somebody is asked or reminded.</summary>
    public IReadOnlySet<string> Away { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Read where something is asked, agreed to or changed.</summary>
    public IReadOnlyList<RivalSwap> Rivals { get; init; } = [];

    /// <summary>How the roster took the change; null when it was not asked to.</summary>
    public RosterAnswer? Answer { get; init; }

    /// <summary>Whether this person may decide on it, or act for somebody: a leader of the team or of the hall. Parties are not asked here.</summary>
    public bool MayDecide(string person) => Leaders.Contains(person) || HallLeaders.Contains(person);

    /// <summary>Whether the shift in return was asked for before, or one of the shifts was agreed to give away in another swap.</summary>
    public bool IsPromised(string? inReturn) => Rivals.Any(r => r.Agreed || (inReturn is not null && r.Shifts.Contains(inReturn)));

    public bool IsBlocked => Findings.Any(f => f.Severity == DutySeverity.Block);

    /// <summary>The warnings that nobody has ticked.</summary>
    public ImmutableArray<DutyFinding> Open(IReadOnlyCollection<string> ticked) => [.. Findings.Where(f => f.Severity == DutySeverity.Warn && !ticked.Contains(f.Key))];
}

/// <summary>How the roster took a change; the same change asked again gets the same answer.</summary>
/// <param name="Overtaken">Null when it is done.</param>
public sealed record RosterAnswer(Overtaking? Overtaken);
