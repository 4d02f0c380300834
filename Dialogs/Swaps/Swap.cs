using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Swaps;

public enum SwapPhase
{
    /// <summary>The colleague has not answered.</summary>
    Asked,

    /// <summary>The colleague agreed; a leader has to approve.</summary>
    Waiting,

    /// <summary>A leader approved; the roster is being changed and nobody can stop it.</summary>
    Changing,

    /// <summary>The roster says so.</summary>
    Done,

    /// <summary>A leader takes it back; the roster is being changed.</summary>
    Reverting,

    /// <summary>It was taken back: the original duty stands.</summary>
    Undone,

    /// <summary>The colleague said no.</summary>
    Declined,

    /// <summary>A leader said no.</summary>
    Refused,

    /// <summary>The asker took it back.</summary>
    Cancelled,

    /// <summary>Time ran out; the original duty stands.</summary>
    Lapsed,

    /// <summary>The roster changed meanwhile, or a rule forbids it by now.</summary>
    Overtaken,
}

/// <summary>
/// A request that a colleague takes one's duty, perhaps for one of theirs (换班). At most one is open for each shift: a further
/// request begins the same record anew, in its next round. The roster changes only in <see cref="SwapPhase.Changing"/>, by one conditional write.
/// </summary>
public sealed partial record Swap : FlowState
{
    public const string Kind = "swap";

    /// <summary>So many are told in one commit; others learn at their next reminder.</summary>
    private const int MostRivals = 20;

    /// <summary>Whose duty it was when it was asked.</summary>
    public required string Asker { get; init; }

    public required string Id { get; init; }

    /// <summary>Counts the requests for this shift, from 1. A press on the card of an earlier one changes nothing.</summary>
    public required int Round { get; init; }

    /// <summary>Who asked: the asker, or a leader who acts for them.</summary>
    public required string By { get; init; }

    public required string Colleague { get; init; }

    /// <summary>The duty that is given away, as it was when it was asked.</summary>
    public required Shift Given { get; init; }

    /// <summary>The colleague's duty that is taken in return; null when none is.</summary>
    public Shift? InReturn { get; init; }

    public required SwapPhase Phase { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the phase began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it lapses unless a leader has approved by then.</summary>
    public required DateTimeOffset LapsesAt { get; init; }

    /// <summary>When somebody is reminded next; null when nobody is any more.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>How many times those who are waited for were reminded in this phase.</summary>
    public int Reminders { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The leader who decided last.</summary>
    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The warnings that the approver ticked (<see cref="DutyFinding.Key"/>).</summary>
    public ImmutableArray<string> Ticked { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Until when a leader may take it back.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>Why it was declined or refused, in the words of who did.</summary>
    public Words? Reason { get; init; }

    /// <summary>Why it was overtaken, or could not be taken back.</summary>
    public Overtaking? Because { get; init; }

    /// <summary>Address of the team's channel in which the request stands; null where it stands in none.</summary>
    public string? Channel { get; init; }

    /// <summary>Leaders who have a card of their own.</summary>
    public ImmutableArray<string> Leaders { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Readers whom a card of this round cannot reach.</summary>
    public ImmutableArray<string> Unreached { get; init => field = value.IsDefault ? [] : value; } = [];

    public FlowKey Key => new(Kind, Given.Team, Id);

    public string Team => Given.Team;

    [JsonIgnore]
    public DutyChange Change => new(Given, Colleague, InReturn);

    public bool IsOpen => Phase is SwapPhase.Asked or SwapPhase.Waiting or SwapPhase.Changing;

    /// <summary>Which of these shifts it gives away or takes in return.</summary>
    public IEnumerable<string> NamedOf(IEnumerable<string> shifts) => shifts.Where(id => id == Given.Id || id == InReturn?.Id);

    /// <summary>Neither of them may decide on it.</summary>
    public bool IsParty(string person) => person == Asker || person == Colleague;

    /// <summary>A leader may still take it back.</summary>
    public bool CanBeUndone(DateTimeOffset at) => Phase == SwapPhase.Done && at < UndoUntil;

    public override DateTimeOffset? NextAt => Phase switch
    {
        SwapPhase.Asked or SwapPhase.Waiting => RemindAt < LapsesAt ? RemindAt : LapsesAt,
        SwapPhase.Changing or SwapPhase.Reverting => Since,
        SwapPhase.Done => UndoUntil,
        _ => null,
    };

    /// <summary>The asker's card.</summary>
    public Slot Mine => new("mine", Asker);

    /// <summary>The colleague's card.</summary>
    public Slot Theirs => new("theirs", Colleague);

    /// <summary>A leader's card: in their own chat, or their view of the channel's.</summary>
    public static Slot Decides(string leader) => new("decide", leader);

    /// <summary>The card that everybody of the channel sees.</summary>
    public Slot? InChannel => Channel is { } address ? new("channel", address) : null;

    /// <summary>Whether a card is one of this round's: those of earlier ones stay where they are, and tell nothing of what was asked since.</summary>
    public bool IsOfThisRound(Slot slot) => slot.Name switch
    {
        "mine" => slot == Mine,
        "theirs" => slot == Theirs,
        "channel" => slot == InChannel,
        _ => true,
    };

    /// <summary>The record of a shift, whoever holds it: those of a team lie together, and ids begin with the start of the shift, in UTC, so that they are read in order of time.</summary>
    public static FlowKey KeyOf(Shift given) => new(Kind, given.Team, $"{StampOf(given.Start)}-{given.Id}");

    /// <summary>The first possible id of shifts that start at that moment or later.</summary>
    public static string StampOf(DateTimeOffset start) => start.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    /// <summary>Id of the shift that is given away.</summary>
    public static string? ShiftOf(FlowKey key) => key.Id.Length > 13 ? key.Id[13..] : null;

    /// <summary>The name under which the roster takes a round's change once.</summary>
    public string ChangeName => string.Create(CultureInfo.InvariantCulture, $"{Kind}/{Id}/{Round}{(Phase == SwapPhase.Reverting ? "/undo" : "")}");
}

/// <summary>Why the roster did not take a change.</summary>
/// <param name="Shift">The shift that another has by now, or that is gone.</param>
/// <param name="Holder">Who has it now; null where it is gone.</param>
/// <param name="Findings">What forbids it; empty where another has the shift.</param>
public sealed record Overtaking(string? Shift, string? Holder, ImmutableArray<DutyFinding> Findings)
{
    /// <summary>Who of the two is on the team's roster no longer; null where both are.</summary>
    public string? Left { get; init; }
}
