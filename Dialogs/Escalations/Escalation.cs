using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs.Escalations;

public enum CasePhase
{
    /// <summary>A step of the chain is asked and nobody has it yet.</summary>
    Asking,

    /// <summary>Somebody has it.</summary>
    Taken,

    /// <summary>Done, says the owner; the return visit is still to come.</summary>
    Resolved,

    /// <summary>The person is asked whether it helped.</summary>
    Visiting,

    /// <summary>At rest: it helped, or the return visit stayed without an answer.</summary>
    Closed,

    /// <summary>The chain ended and nobody had taken it; the person was told.</summary>
    Unanswered,

    /// <summary>Ended, because the person took the agreement back.</summary>
    Withdrawn,
}

/// <summary>Somebody who was asked. <paramref name="Step"/> is -1 for the former owner of a reopened case.</summary>
/// <param name="OutOfReach">The channel refused the card for good.</param>
/// <param name="Round">Round of the chain in which it was, from 0.</param>
public sealed record Asked(
    string Person,
    int Step,
    DateTimeOffset At,
    bool OutOfReach = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Round = 0);

/// <summary>What a case does next if nobody takes it.</summary>
/// <param name="Round">Round of the chain, from 0.</param>
/// <param name="Step">Its step, from 0; -1 for the former owner of a reopened case.</param>
/// <param name="People">Whom it asks; never empty.</param>
public sealed record NextStep(int Round, int Step, ImmutableArray<string> People);

/// <summary>An earlier round of a reopened case. Only people of the same route hear of it.</summary>
public sealed record PastRound(string Owner, Route Route, Done? Done, Words? Note, DateTimeOffset At);

/// <summary>Nobody answered. <paramref name="Roles"/> are those of the chain: asked without an answer, or with nobody there.</summary>
/// <param name="From">When the chain began.</param>
/// <param name="At">When its rounds were used up.</param>
public sealed record Silence(DateTimeOffset From, DateTimeOffset At, ImmutableArray<StepRole> Roles);

/// <summary>A case: somebody is asked to look in on a person, takes it, says what was done, and the person judges.</summary>
public sealed partial record Escalation : FlowState
{
    public const string Kind = "case";

    public required string Id { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>Reference of the record that opened it.</summary>
    public required string Source { get; init; }

    /// <summary>The person whom it is about and who asked.</summary>
    public required string Subject { get; init; }

    public required Route Route { get; init; }

    /// <summary>The chain as it was when the case took this route.</summary>
    public required ImmutableArray<ChainStep> Chain { get; init; }

    /// <summary>Why somebody is asked; null in cases of earlier versions.</summary>
    public Cause? Cause { get; init; }

    /// <summary>How urgent it was when the case took this route; null in cases of earlier versions.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>How it is waited for, as it was when the case took this route; null in cases of earlier versions.</summary>
    public Pace? Pace { get; init; }

    /// <summary>When the chain began for the last time; null in cases of earlier versions.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>How many times the chain has been gone through.</summary>
    public int Round { get; init; }

    public required CasePhase Phase { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the phase, or the step, began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the present wait ends.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The step now asked; -1 while the former owner of a reopened case is asked.</summary>
    public int Step { get; init; } = -1;

    /// <summary>
    /// Nobody is asked before <see cref="Until"/>: the case waits in working hours, the team is not at work, and whoever is next is off shift.
    /// </summary>
    public bool Resting { get; init; }

    /// <summary>Everybody asked on this route, in the order in which they were asked last.</summary>
    public ImmutableArray<Asked> Asked { get; init; } = [];

    /// <summary>Everybody who ever had a card of this case, so that every card follows.</summary>
    public ImmutableArray<string> Readers { get; init; } = [];

    public string? Owner { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    public bool OwnerReminded { get; init; }

    /// <summary>How many times somebody has become owner, counted since owners are told of their cases.</summary>
    public int Terms { get; init; }

    /// <summary>Who was asked to take it over; the owner stays owner until then.</summary>
    public string? OfferedTo { get; init; }

    // A row of an earlier version lacks this column, and what is missing is read as the default, past the initialiser.
    /// <summary>Everybody who was asked to take it over on this route.</summary>
    public ImmutableArray<string> Offers { get; init => field = value.IsDefault ? [] : value; } = [];

    public Done? Done { get; init; }

    /// <summary>The owner's line to the person.</summary>
    public Words? DoneNote { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>The person's judgement; null without an answer.</summary>
    public bool? Helped { get; init; }

    /// <summary>The answer behind it was lowered afterwards.</summary>
    public bool Lowered { get; init; }

    public required ShiftContext Context { get; init; }

    /// <summary>The note that the person shared with whoever looks in.</summary>
    public Words? Note { get; init; }

    /// <summary>
    /// Whom the person's notes name or named, sealed as the person's words. It only grows: who has been named once is not asked in this case,
    /// also when the person thinks better of having written it. Only with the answers it is deleted, once the case is closed.
    /// </summary>
    public ImmutableArray<Words> Named { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The person deleted the answers: whom their notes named is forgotten when the case closes.</summary>
    public bool Forgets { get; init; }

    /// <summary>When nobody had answered, the last time.</summary>
    public Silence? Silence { get; init; }

    /// <summary>Administrators who have a card of it.</summary>
    public ImmutableArray<string> Told { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<PastRound> History { get; init; } = [];

    /// <summary>What was tried before on the present route: whom the person turned to otherwise is nobody's business.</summary>
    public IEnumerable<PastRound> Past => History.Where(h => h.Route == Route);

    public FlowKey Key => KeyOf(Id);

    /// <summary>The case's number as people say it.</summary>
    public string Number => NumberOf(Id);

    /// <summary>The subject's standing card.</summary>
    public Slot Mine => new("mine", Subject);

    /// <summary>One line of news to the subject.</summary>
    public Slot News => new("news", Subject);

    /// <summary>The return visit.</summary>
    public Slot Visit => new("visit", Subject);

    /// <summary>The card of an administrator, when nobody had answered.</summary>
    public static Slot UnansweredCard(string administrator) => new("unanswered", administrator);

    /// <summary>The card of somebody who is or was asked.</summary>
    public static Slot CardOf(string reader) => new("case", reader);

    public override DateTimeOffset? NextAt => IsOver ? null : Until;

    public bool IsOver => Phase is CasePhase.Closed or CasePhase.Unanswered or CasePhase.Withdrawn;

    public static FlowKey KeyOf(string id) => new(Kind, id, "case");

    /// <summary>The id of the case that a record opens: derived, so that opening it twice is opening it once.</summary>
    public static string IdOf(string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 12));

    /// <summary>Five characters that tell nothing of the kind of case.</summary>
    public static string NumberOf(string id) => "c-" + id[..5];
}
