using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Incidents;

public enum ReviewPhase
{
    /// <summary>It begins on the next working day.</summary>
    Waiting,

    /// <summary>Somebody uninvolved is asked, or nobody could be found and it is looked again on the next working day.</summary>
    Asking,

    /// <summary>Somebody has it and has not said yet what was found.</summary>
    Reviewing,

    /// <summary>The finding stands; reply and corrective actions are open.</summary>
    Acting,

    /// <summary>Replied to, and every corrective action is checked, or there is a reason for none.</summary>
    Closed,
}

/// <summary>Where and when an incident is counted.</summary>
public sealed record Spot(string Post, DateTimeOffset At)
{
    /// <summary>Whether it was restricted then, and is in no picture; null where an earlier version did not keep it: then what it is now counts.</summary>
    public bool? Restricted { get; init; }
}

/// <summary>Somebody who was asked to review.</summary>
/// <param name="LastResort">An administrator, because nobody else was uninvolved.</param>
public sealed record AskedToReview(string Person, DateTimeOffset At, bool LastResort);

/// <summary>Why the owner of a corrective action cannot see to it, so that the reviewer does.</summary>
public enum StepOut
{
    /// <summary>The channel refused the card for good.</summary>
    Unreached,

    /// <summary>Named or to be avoided since it was given: the card tells nothing any more.</summary>
    Involved,
}

/// <summary>A corrective action: somebody does it, and somebody else looks whether it is done.</summary>
/// <param name="Number">From 1, within the review.</param>
/// <param name="Action">What is to be done, sealed as the reviewer's words.</param>
/// <param name="Hazard">A serious hazard.</param>
public sealed record Correction(int Number, Words Action, string Owner, DateOnly Due, bool Hazard, DateTimeOffset At)
{
    public DateTimeOffset? DoneAt { get; init; }

    public string? CheckedBy { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When somebody is reminded next; null once it is checked.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>Null while its owner sees to it.</summary>
    public StepOut? Out { get; init; }

    /// <summary>Its date is over and it is not done.</summary>
    public bool Late { get; init; }

    public bool IsChecked => CheckedAt is not null;
}

/// <summary>
/// The review of an incident by somebody uninvolved: asked, taken, a finding, corrective actions, a reply to the reporter, and its close.
/// There is one for each number.
/// </summary>
public sealed partial record Review : FlowState
{
    /// <summary>Most corrective actions of one review.</summary>
    public const int MostCorrections = 10;

    /// <summary>The incident as it was told last.</summary>
    public required IncidentReported Incident { get; init; }

    /// <summary>A sexual kind was told once: one named handler and nobody else. It stays so, also when the kind is taken back.</summary>
    public required bool Restricted { get; init; }

    public required ReviewPhase Phase { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the phase, or the present asking, began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the start or the present asking is over.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When the one asked, or the reviewer, is reminded.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>Whom every telling of the incident and every signed account named, sealed as the writers' words. It only grows.</summary>
    public ImmutableArray<Words> Named { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it was opened again after its close, because it turned out to be restricted; null once it is closed again.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>Where and when it was, and whether it was restricted, when the quarter of its report ended: what stands in a picture does not change any more. Null while no later telling came.</summary>
    public Spot? Counted { get; init; }

    /// <summary>Everybody asked in this round, in order; the last of them is asked now.</summary>
    public ImmutableArray<AskedToReview> Asked { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who is too close to it; never asked again.</summary>
    public ImmutableArray<string> Declined { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whom the card did not reach; asked again when there is nobody else.</summary>
    public ImmutableArray<string>? Unreached { get; init; }

    public string? Reviewer { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>Who was asked to take it over; the reviewer keeps it until then.</summary>
    public string? OfferedTo { get; init; }

    public Finding? Finding { get; init; }

    public string? FoundBy { get; init; }

    public DateTimeOffset? FoundAt { get; init; }

    public Words? Causes { get; init; }

    public VisitorMeasure? Measure { get; init; }

    /// <summary>When the measure is looked at again.</summary>
    public DateOnly? MeasureOn { get; init; }

    /// <summary>The reviewer was reminded of that day.</summary>
    public DateTimeOffset? MeasureRemindAt { get; init; }

    public ImmutableArray<Correction> Corrections { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Why no corrective action is needed.</summary>
    public Words? NoneBecause { get; init; }

    public Words? Reply { get; init; }

    public string? RepliedBy { get; init; }

    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Ids of those whom the card of the reply did not reach; null while it reached everybody.</summary>
    public ImmutableArray<string>? Unread { get; init; }

    /// <summary>Close of business until which the reporter hears what was done; a promise that is never shortened.</summary>
    public required DateTimeOffset ReplyDue { get; init; }

    /// <summary>A day of that count is of a year without an official list.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The promise was not kept, and the administrators were told.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>Everybody who ever had the card of the review, so that every card follows.</summary>
    public ImmutableArray<string> Readers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Administrators who were told of a missed reply.</summary>
    public ImmutableArray<string> Told { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Administrators who were ever told that it waits for somebody uninvolved; null while none was.</summary>
    public ImmutableArray<string>? Alerted { get; init; }

    /// <summary>When they were told last, of what waits still or until somebody takes it; null when they know of nothing that waits.</summary>
    public DateTimeOffset? AlertedAt { get; init; }

    /// <summary>How many times the incident was told who reviews it.</summary>
    public int Tellings { get; init; }

    /// <summary>What it was told last.</summary>
    public ReviewAssigned? ToldLast { get; init; }

    public string Number => Incident.Number;

    /// <summary>Ids of everybody of whom this record knows.</summary>
    public IEnumerable<string> People => new[] { Incident.Reporter, Reviewer, OfferedTo, FoundBy, RepliedBy }.OfType<string>()
        .Concat(Incident.Affected).Concat(Incident.Signers ?? []).Concat(Incident.Witnesses).Concat(Incident.Avoid).Concat(Declined).Concat(Readers).Concat(Told)
        .Concat(Unread ?? []).Concat(Asked.Select(a => a.Person)).Concat(Corrections.Select(c => c.Owner)).Distinct(StringComparer.Ordinal);

    public FlowKey Key => ReviewKeys.Of(Number);

    /// <summary>Who is asked at this moment; null while nobody is.</summary>
    public AskedToReview? AskedNow => Phase == ReviewPhase.Asking && Found && Asked is [.., var last] ? last : null;

    /// <summary>The present asking found somebody.</summary>
    public bool Found { get; init; }

    /// <summary>Everybody who could review it is involved or cannot be reached.</summary>
    public bool Nobody => Phase == ReviewPhase.Asking && !Found;

    public bool Replied => RepliedAt is not null;

    /// <summary>The finding and the steps are complete, so that only the reply can be missing.</summary>
    public bool StepsComplete => Finding is not null && (Corrections.IsEmpty ? NoneBecause is not null : Corrections.All(c => c.IsChecked));

    public override DateTimeOffset? NextAt
    {
        get
        {
            var moments = Phase switch
            {
                ReviewPhase.Closed => [MeasureRemindAt],
                _ => Corrections.Select(c => c.RemindAt)
                    .Append(MeasureRemindAt)
                    .Append(RemindAt)
                    .Append(Phase is ReviewPhase.Waiting or ReviewPhase.Asking ? Until : null)
                    .Append(Replied || MissedAt is not null ? null : ReplyDue),
            };
            return moments.Min();
        }
    }

    /// <summary>The card of somebody who is or was asked, or reviews.</summary>
    public static Slot CardOf(string reader) => new("review", reader);

    /// <summary>The card of the owner of a corrective action.</summary>
    public static Slot TaskOf(Correction correction) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"task.{correction.Number}"), correction.Owner);

    /// <summary>The card of an administrator when somebody uninvolved is missing.</summary>
    public static Slot AlertOf(string administrator) => new("waits", administrator);

    /// <summary>The card of an administrator when a reply was missed.</summary>
    public static Slot MissedCard(string administrator) => new("missed", administrator);
}
