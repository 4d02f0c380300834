using System.Collections.Frozen;
using System.Text.Json.Serialization;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Escalations;

/// <summary>What a case began with.</summary>
public enum Origin
{
    /// <summary>A check-in: a very hard day, or a chosen helper.</summary>
    HardDay,

    /// <summary>"I need a person now".</summary>
    PersonNow,

    /// <summary>Asked how they are after an incident, the person said: not all right.</summary>
    ReturnVisit,
}

/// <summary>What an owner did.</summary>
public enum Done
{
    Talked,
    Break,
    Post,
    Other,
}

/// <summary>What the reader of an escalation sees of the shift: never a score, a mood or an unshared note.</summary>
/// <param name="Hostile">Hostile contacts as answered: 0, 1, 2 (two or three), 4 (four or more), or null.</param>
/// <param name="HoursThisWeek">Hours by the roster.</param>
/// <param name="DaysInARow">Days in a row with a shift.</param>
public sealed record ShiftContext(string Post, DateTimeOffset? Start, DateTimeOffset? End, int? Hostile, int HoursThisWeek, int DaysInARow)
{
    /// <summary>An incident was reported of this shift, and it is not one that only a named handler may know of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Incident { get; init; }

    /// <summary>
    /// As if nothing had been reported: one hostile contact may have come of the report, and a case that came of the report alone has its post from there.
    /// </summary>
    public ShiftContext WithoutIncident(Origin origin) =>
        this with { Incident = false, Hostile = Hostile == 1 ? null : Hostile, Post = origin == Origin.ReturnVisit ? "" : Post };
}

/// <summary>A case opens. <paramref name="Source"/> is the reference of the record that opened it.</summary>
/// <param name="Cause">Null where an earlier version sent it: then the origin tells.</param>
/// <param name="Named">Ids of those whom the person's note names, sealed as the person's words.</param>
public sealed record Opened(Origin Origin, string Source, string Subject, Route Route, ShiftContext Context, Words? Note, Cause? Cause = null, Words? Named = null) : FlowEvent;

/// <summary>The answer behind the case was changed and no longer asks for anybody; still somebody looks in once.</summary>
public sealed record AnswerLowered : FlowEvent;

/// <summary>The person shared another note with whoever looks in, or took it back.</summary>
/// <param name="Named">Ids of those whom the note, shared or not, names now; sealed as the person's words.</param>
public sealed record NoteShared(Words? Note, Words? Named = null) : FlowEvent;

/// <summary>The person deleted the answers behind the case: their note goes, and whom it named as soon as nobody is asked any more.</summary>
public sealed record AnswersForgotten : FlowEvent;

/// <summary>The person asked once more while the case is open: whoever has it, or is asked, sees it anew.</summary>
public sealed record AskedAgain : FlowEvent;

/// <summary>The person no longer wants somebody to be asked because of a check-in; what was asked for by "person now" goes on.</summary>
public sealed record ConsentWithdrawn : FlowEvent;

/// <summary>Somebody has everything about them deleted: their own case ends, and somebody else's goes on without them.</summary>
public sealed record PersonForgotten(string Person) : FlowEvent;

public sealed record Take(string By) : PersonEvent(By);

public sealed record HandOver(string By, string? To) : PersonEvent(By);

public sealed record AcceptHandOver(string By) : PersonEvent(By);

public sealed record Resolve(string By, Done? Done, Words? Note) : PersonEvent(By);

/// <summary>The person wants somebody else.</summary>
/// <param name="Named">Whom a note written with it names; they are not asked on the new way either.</param>
/// <param name="Cause">What the changed answers say; null for a press on a card of the case.</param>
public sealed record OtherRoute(string By, Route To, Words? Named = null, Cause? Cause = null) : PersonEvent(By);

/// <summary>The person's answer to "did it help?".</summary>
public sealed record ReturnVisit(string By, bool Helped) : PersonEvent(By);

/// <summary>The channel refused the card for good: this person will not see it.</summary>
public sealed record Unreachable(string Person) : FlowEvent;

/// <summary>What a case has to know of others, read before it decides.</summary>
/// <param name="Hours">Hours of the subject this week and days in a row, for the shift context.</param>
/// <param name="NextShift">Start of the subject's next shift.</param>
public sealed record EscalationFacts(
    EscalationPolicy Policy,
    IReadOnlyList<Candidate> Candidates,
    (int HoursThisWeek, int DaysInARow) Hours,
    DateTimeOffset? NextShift)
{
    /// <summary>Whom the person's notes name: they are never asked in this case, and nobody is told so.</summary>
    public IReadOnlySet<string> Named { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The candidates without those whom a note names.</summary>
    public IReadOnlyList<Candidate> MayBeAsked => [.. Candidates.Where(c => !Named.Contains(c.Person))];

    /// <summary>Whether the person agrees at this moment to being looked in on; read when a case opens.</summary>
    public bool Agreed { get; init; } = true;

    /// <summary>Administrators, who hear when nobody answered.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>When the subject, who is away now, is back: their team's opening on the first day without leave; null when they are there. Read when they would be asked whether it helped.</summary>
    public DateTimeOffset? SubjectBack { get; init; }

    /// <summary>The working hours of the subject's team; null: every hour counts.</summary>
    public WorkingHours? Working { get; init; }
}
