using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>What the log of violent incidents asks beyond that (Cal. Labor Code 6401.9(d), 8 CCR 3342), and the words of the report.</summary>
/// <param name="Description">What happened, sealed as the words of whoever reported it.</param>
/// <param name="Statement">The signed statement of the affected person, sealed as their words; null until it is signed.</param>
/// <param name="Files">Kind and size of the photos and files that belong to it; null where there are none.</param>
public sealed record IncidentDetails(
    ViolenceType Type,
    PerpetratorClass? Perpetrator,
    Weapon Weapon,
    ImmutableArray<Circumstance> Circumstances,
    ImmutableArray<ImmediateAction> Immediate,
    Words? Description,
    Words? Statement = null,
    ImmutableArray<FileSeen>? Files = null);

/// <summary>What a review has to know of an incident; told anew whenever the reporter changes it.</summary>
/// <param name="Number"><c>INC-yyyyMMdd-nnn</c>.</param>
/// <param name="Version">Counts the versions told; an older one changes nothing.</param>
/// <param name="Reporter">Id of who reported it.</param>
/// <param name="Affected">Ids of colleagues it happened to.</param>
/// <param name="Witnesses">Ids of colleagues who saw it.</param>
/// <param name="Avoid">Ids of those whom the reporter wishes not to review it.</param>
/// <param name="Post">The post, as the roster writes it.</param>
/// <param name="Severity">1-5, see <see cref="IncidentRules.SuggestedSeverity"/>.</param>
/// <param name="Named">Ids of those whom the reporter's words name, sealed as the reporter's words.</param>
/// <param name="StatementSigned">When the statement of the affected person was signed; null until then.</param>
/// <param name="Source">Reference of the incident's record (kind <c>incident</c>), to which the review answers.</param>
/// <param name="Details">What the log needs beyond that; null where it was not told.</param>
public sealed record IncidentReported(
    string Number,
    int Version,
    string Reporter,
    ImmutableArray<string> Affected,
    ImmutableArray<string> Witnesses,
    ImmutableArray<string> Avoid,
    string Team,
    string Post,
    LocationClass Location,
    DateTimeOffset OccurredAt,
    DateTimeOffset ReportedAt,
    ImmutableArray<ViolenceKind> Kinds,
    int Severity,
    Injury Injury,
    Trigger Trigger,
    Words? Named,
    DateTimeOffset? StatementSigned,
    string Source = "",
    IncidentDetails? Details = null) : FlowEvent
{
    /// <summary>Ids of those whom signed accounts name, sealed as their writers'.</summary>
    public ImmutableArray<Words>? NamedInAccounts { get; init; }

    /// <summary>Ids of everybody who has signed an account of it, also of whom it turned out not to be about; null while nobody has.</summary>
    public ImmutableArray<string>? Signers { get; init; }

    /// <summary>Everything that names somebody.</summary>
    public IEnumerable<Words> Naming => [.. Named is null ? [] : new[] { Named }, .. NamedInAccounts ?? []];
}

/// <summary>The review tells the reporter what was done; the first reply stops the clock of five working days.</summary>
/// <param name="Reply">The reviewer's words to the reporter.</param>
/// <param name="At">When it was sent.</param>
public sealed record IncidentReplied(string By, Words Reply, DateTimeOffset At) : FlowEvent;

/// <summary>Who reviews it now and until when the reporter hears back; null while nobody could be found.</summary>
/// <param name="ReplyDue">Close of business of the fifth working day (Civil Code of China, arts. 201, 203, 204).</param>
/// <param name="Provisional">No official list of working days was known for a day of that count.</param>
public sealed record ReviewAssigned(string? Reviewer, DateTimeOffset ReplyDue, bool Provisional) : FlowEvent
{
    /// <summary>Nobody uninvolved could take it now; it is looked again each working hour.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Nobody { get; init; }

    /// <summary>Administrators know that it waits for somebody, and no more than that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Alerted { get; init; }

    /// <summary>Ids of uninvolved administrators: whom the reporter of a restricted one may let know that a handler is missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string>? Administrators { get; init; }

    /// <summary>It turned out to be restricted after its close, and a handler looks at it again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Again { get; init; }

    /// <summary>The promised day went by without a reply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Late { get; init; }

    /// <summary>Administrators heard that it is late.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LateTold { get; init; }

    public bool Equals(ReviewAssigned? other) => other is not null
        && (Reviewer, ReplyDue, Provisional, Nobody, Alerted, Again, Late, LateTold) == (other.Reviewer, other.ReplyDue, other.Provisional, other.Nobody, other.Alerted, other.Again, other.Late, other.LateTold)
        && (Administrators ?? []).SequenceEqual(other.Administrators ?? []);

    public override int GetHashCode() => HashCode.Combine(Reviewer, ReplyDue, Provisional, Nobody, Alerted, Late);
}

/// <summary>The reporter of a restricted incident, which nobody can take, lets the administrators know that a handler is missing, and nothing else.</summary>
public sealed record HandlerWanted : FlowEvent;
