using System.Collections.Immutable;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Audits;

/// <summary>Why a case, an alert or a review counts as standing still.</summary>
public enum Trouble
{
    /// <summary>It is open and nothing is planned.</summary>
    NoNextStep,

    /// <summary>What was planned did not happen.</summary>
    Overdue,

    /// <summary>Its row cannot be read.</summary>
    Unreadable,
}

/// <summary>An open case, alert or review that nothing moves.</summary>
/// <param name="Number">As people say it.</param>
/// <param name="DueAt">When its next step should have come; null where there is none or it cannot be read.</param>
public sealed record StalledCase(string Number, Trouble Trouble, DateTimeOffset? DueAt);

/// <summary>What has been decided, and does not get where it should.</summary>
public enum Stuck
{
    /// <summary>Somebody asked for somebody, and no case has come of it.</summary>
    Opening,

    /// <summary>A card of a case, an alert, a review, a report or an account does not reach its reader.</summary>
    Card,

    /// <summary>One of these does not hear of something, or what it tells is not heard.</summary>
    News,

    /// <summary>Somebody has everything about them deleted, and after a day it has not ended.</summary>
    Deletion,
}

/// <summary>How many of one kind are stuck; neither whose nor of which case.</summary>
public sealed record StuckCount(Stuck Kind, int Count);

/// <summary>The auditor has looked at everything that somebody waits for.</summary>
/// <param name="Stalled">In order of number; empty when all of them move.</param>
/// <param name="Stuck">In order of kind; empty when everything gets where it should.</param>
/// <param name="Administrators">Ids of those who are told.</param>
/// <param name="Unnumbered">How many more stand still whose number administrators may not know.</param>
/// <param name="Parked">How many records are parked: waking them failed again and again.</param>
/// <param name="Unreachable">How many cannot be reached of those whom a case, an alert or a review would ask.</param>
public sealed record Audited(
    ImmutableArray<StalledCase> Stalled, ImmutableArray<StuckCount> Stuck, ImmutableArray<string> Administrators, int Unnumbered = 0, int Parked = 0, int Unreachable = 0) : FlowEvent
{
    /// <summary>Since when the last of them cannot be reached; null where there is none. It tells another one from the same, without saying who.</summary>
    public DateTimeOffset? LostLast { get; init; }

    /// <summary>Whom cases ask in their place.</summary>
    public ImmutableArray<StepRole> Instead { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many stand still.</summary>
    public int Standing => Stalled.Length + Unnumbered;

    public bool IsWell => Standing == 0 && Stuck.IsEmpty && Parked == 0;

    /// <summary>Nothing needs an administrator. Somebody who cannot be reached does, although everything goes on without them.</summary>
    public bool NeedsNobody => IsWell && Unreachable == 0;
}

/// <summary>
/// What the auditor found: every open case, alert and review has a next step in the future, and cards and signals get where they should, or the
/// administrators are told, again each day while it lasts. They learn numbers and the trouble, never who asked or why.
/// </summary>
public sealed record Audit : FlowState
{
    public const string Kind = "audit";

    /// <summary>How long an alarm stands before it is raised anew.</summary>
    public static readonly TimeSpan RaisedAgainAfter = TimeSpan.FromDays(1);

    public static FlowKey Key { get; } = new(Kind, "bot", "cases");

    public ImmutableArray<StalledCase> Stalled { get; init; } = [];

    public ImmutableArray<StuckCount> Stuck { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many more stand still whose number administrators may not know.</summary>
    public int Unnumbered { get; init; }

    /// <summary>How many records are parked.</summary>
    public int Parked { get; init; }

    /// <summary>How many cannot be reached of those who would be asked.</summary>
    public int Unreachable { get; init; }

    /// <summary>Since when the last of them cannot be reached; null where there is none, and in records of earlier versions.</summary>
    public DateTimeOffset? LostLast { get; init; }

    /// <summary>Whom cases ask in their place.</summary>
    public ImmutableArray<StepRole> Instead { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many stand still.</summary>
    public int Standing => Stalled.Length + Unnumbered;

    public bool IsWell => Standing == 0 && Stuck.IsEmpty && Parked == 0;

    /// <summary>Everybody who ever got the alarm, so that every card follows.</summary>
    public ImmutableArray<string> Readers { get; init; } = [];

    /// <summary>When the administrators were last told.</summary>
    public DateTimeOffset? RaisedAt { get; init; }

    public override DateTimeOffset? NextAt => null;

    public static Slot AlarmOf(string administrator) => new("alarm", administrator);

    public Step<Audit> On(FlowEvent e, DateTimeOffset at) => e switch
    {
        Audited a when a.Stalled.Any(IsNew) || a.Unnumbered > Unnumbered || a.Stuck.Any(IsNew) || a.Parked > Parked || (!a.IsWell && at - RaisedAt >= RaisedAgainAfter) => Raise(a, at),
        // Everything goes on without them: told once, and others or more of them at most once a day.
        Audited a when (a.Unreachable > Unreachable || IsAnother(a)) && !(at - RaisedAt < RaisedAgainAfter) => Raise(a, at),
        Audited a when a.Stalled.Length < Stalled.Length || a.Unnumbered < Unnumbered || !a.Stuck.SequenceEqual(Stuck) || a.Parked < Parked || a.Unreachable != Unreachable || a.LostLast != LostLast || !a.Instead.SequenceEqual(Instead) =>
            With(a).Then([.. Readers.Select(r => new Show(AlarmOf(r), Delivery.Refresh))]),
        _ => this.Then(),
    };

    private Audit With(Audited a) => this with { Stalled = a.Stalled, Unnumbered = a.Unnumbered, Stuck = a.Stuck, Parked = a.Parked, Unreachable = a.Unreachable, LostLast = a.LostLast, Instead = a.Instead };

    /// <summary>Somebody was lost after everybody who was told of; as many may have come back meanwhile.</summary>
    private bool IsAnother(Audited a) => Unreachable > 0 && a.LostLast > LostLast;

    private bool IsNew(StalledCase stalled) => Stalled.All(s => s.Number != stalled.Number);

    private bool IsNew(StuckCount stuck) => Stuck.All(s => s.Kind != stuck.Kind);

    private Step<Audit> Raise(Audited found, DateTimeOffset at)
    {
        ImmutableArray<string> readers = [.. Readers.Union(found.Administrators)];
        return (With(found) with { RaisedAt = at, Readers = readers }).Then([.. readers.Select(r =>
            new Show(AlarmOf(r), found.Administrators.Contains(r) ? Delivery.Notice : Delivery.Refresh))]);
    }
}
