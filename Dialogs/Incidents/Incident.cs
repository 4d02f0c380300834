using System.Collections.Immutable;
using System.Globalization;

namespace CheckInBot.Dialogs.Incidents;

public enum IncidentPhase
{
    /// <summary>Begun, and nobody else knows of it.</summary>
    Draft,

    /// <summary>Sent; it has a number and a review.</summary>
    Reported,

    /// <summary>A draft that the person threw away.</summary>
    Discarded,
}

/// <summary>A report of a hostile visitor, as its reporter sees it: begun, sent, added to, answered.</summary>
public sealed partial record Incident : FlowState
{
    public const string Kind = "incident";

    public required string Reporter { get; init; }

    public required string Id { get; init; }

    public required IncidentPhase Phase { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Id of the reporter's team when it was begun.</summary>
    public required string Team { get; init; }

    /// <summary><c>INC-yyyyMMdd-nnn</c>; null before it is sent.</summary>
    public string? Number { get; init; }

    /// <summary>How many versions the review was told.</summary>
    public int Version { get; init; }

    /// <summary>What the open card holds.</summary>
    public Report Draft { get; init; } = new();

    /// <summary>When the draft of a report that was sent was last kept; null where none was, and in rows of earlier versions.</summary>
    public DateTimeOffset? DraftAt { get; init; }

    /// <summary>What was sent last; null before that.</summary>
    public Report? Report { get; init; }

    /// <summary>A kind that only one named handler may know of was sent once; it stays so.</summary>
    public bool Restricted { get; init; }

    /// <summary>As <see cref="Restricted"/>, also of what an earlier version stored.</summary>
    public bool IsRestricted => Restricted || Report?.IsRestricted == true;

    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>It was sent with something missing: the card says what.</summary>
    public bool Gap { get; init; }

    /// <summary>A draft that is kept for later.</summary>
    public bool Parked { get; init; }

    /// <summary>The card of a sent report is open.</summary>
    public bool Editing { get; init; }

    /// <summary>When an unsent draft is reminded of, once; null afterwards.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>Who reviews it and until when the reporter hears back; null before the review has said so.</summary>
    public ReviewAssigned? Review { get; init; }

    /// <summary>The reporter was told that nobody uninvolved can take it.</summary>
    public bool ToldOfNobody { get; init; }

    /// <summary>The reporter lets the administrators know; nobody has said yet that they were told.</summary>
    public bool WantsHandler { get; init; }

    /// <summary>How many times the reporter chose so.</summary>
    public int HandlersWanted { get; init; }

    /// <summary>The latest reply to the reporter.</summary>
    public IncidentReplied? Reply { get; init; }

    /// <summary>How many replies came.</summary>
    public int Replies { get; init; }

    /// <summary>Accounts that are signed.</summary>
    public ImmutableArray<SignedBy> Signatures { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Photos and files that belong to it, in the order in which they came.</summary>
    public ImmutableArray<KeptFile> Files { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Names in the store of files of which a draft was thrown away: the next thing due deletes them there.</summary>
    public ImmutableArray<string> Leaving { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When these are deleted; null when there are none.</summary>
    public DateTimeOffset? LeaveAt { get; init; }

    /// <summary>Ids of those whom additions to signed accounts name, sealed as their writers'.</summary>
    public ImmutableArray<Words>? NamedLater { get; init; }

    public FlowKey Key => KeyOf(Reporter, Id);

    /// <summary>The reporter's card.</summary>
    public Slot Card => new("report", Reporter);

    /// <summary>Nobody uninvolved can take a restricted one: what that means, and which ways remain.</summary>
    public Slot NobodyCard => new("nobody", Reporter);

    /// <summary>What was done, as the review replied.</summary>
    public Slot ReplyCard => new("reply", Reporter);

    /// <summary>The card is open to be filled in.</summary>
    public bool IsOpen => (Phase == IncidentPhase.Draft && !Parked) || Editing;

    /// <summary>Something stands here that was not sent.</summary>
    public bool HasDraft => Phase == IncidentPhase.Draft || Editing;

    /// <summary>Reported later than a day after it happened: welcome, and flagged.</summary>
    public bool IsLate => ReportedAt - Report?.OccurredAt > IncidentRules.LateAfter;

    /// <summary>Whether more can be said: until what was done has been told.</summary>
    public bool TakesMore => Phase == IncidentPhase.Reported && Reply is null;

    /// <summary>Whether photos and files may come.</summary>
    public bool TakesFiles => Phase == IncidentPhase.Draft || TakesMore;

    public override DateTimeOffset? NextAt => Phase == IncidentPhase.Draft && !(LeaveAt <= RemindAt) ? RemindAt ?? LeaveAt : LeaveAt;

    public static FlowKey KeyOf(string reporter, string id) => new(Kind, reporter, id);

    /// <summary>The id of a report that begins at that moment by itself; in order of time.</summary>
    public static string IdOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>The id of the report that is begun from a check-in: one for each.</summary>
    public static string IdOfCheckIn(string checkIn) => $"{checkIn}c";

    /// <summary>The check-in of which it was begun; null for one that began by itself.</summary>
    public static string? CheckInOf(string id) => id.EndsWith('c') ? id[..^1] : null;

    /// <summary>The id of the report that is begun from an alert: one for each.</summary>
    public static string IdOfSos(string sos) => $"{sos}s";

    /// <summary>The alert of which it was begun; null for any other.</summary>
    public static string? SosOf(string id) => id.EndsWith('s') ? id[..^1] : null;

    public static Incident Begin(FlowKey key, IncidentFacts facts, DateTimeOffset at) => new()
    {
        Reporter = key.Owner,
        Id = key.Id,
        Phase = IncidentPhase.Draft,
        BegunAt = at,
        Team = facts.Team,
        Draft = Fresh(facts, at),
        RemindAt = Reminder(facts, at),
    };

    private static Report Fresh(IncidentFacts facts, DateTimeOffset at) => new()
    {
        Post = facts.Start.Post,
        Location = LocationClass.Counter,
        OccurredAt = facts.Start.At < at ? facts.Start.At : at,
    };

    /// <summary>The shift's end is when there is time for it.</summary>
    private static DateTimeOffset Reminder(IncidentFacts facts, DateTimeOffset at) =>
        facts.ShiftEnd is { } end && end > at ? end : at + facts.Policy.RemindDraftAfter;
}
