using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>What a report cannot be sent without.</summary>
public enum Missing
{
    Kinds,
    Injuries,
    Over,
    Colleague,
    Time,
}

/// <summary>What the person would like to be offered.</summary>
public enum SupportWish
{
    Buddy,
    Leave,
    PostChange,
    Counsellor,
    LegalAid,
    Medical,
    Hotline,
}

/// <summary>What a report says, exactly as its card holds it: everything may be left out until it is sent.</summary>
public sealed record Report
{
    /// <summary>How many colleagues one report can be about; more are reported by themselves, so that each has an account of their own.</summary>
    public const int MostColleagues = 2;

    /// <summary>What they did, ascending.</summary>
    public ImmutableArray<ViolenceKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether anybody was hurt.</summary>
    public Injury? Injuries { get; init; }

    public bool? Over { get; init; }

    public ReportedFor For { get; init; }

    /// <summary>Ids of the colleagues to whom it happened; none when it happened to the reporter.</summary>
    public ImmutableArray<string> Colleagues { get; init => field = value.IsDefault ? [] : value; } = [];

    public LocationClass? Location { get; init; }

    /// <summary>The post, as the roster writes it; empty where none is known.</summary>
    public string Post { get; init; } = "";

    /// <summary>About when it happened; null where the time that was given is still to come.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>How bad, as the reporter sees it, 1-5; it counts where it is more than the kinds suggest.</summary>
    public int? Severity { get; init; }

    public Trigger? Trigger { get; init; }

    public PerpetratorClass? Perpetrator { get; init; }

    public Weapon? Weapon { get; init; }

    public ImmutableArray<Circumstance> Circumstances { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<ImmediateAction> Actions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The reporter's words.</summary>
    public Words? Description { get; init; }

    /// <summary>Ids of those whom the description names and of those to avoid, sealed as the reporter's. There with every description, whether it names anybody or not.</summary>
    public Words? Named { get; init; }

    /// <summary>Ids of colleagues who saw it.</summary>
    public ImmutableArray<string> Witnesses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Ids of those who should not review it.</summary>
    public ImmutableArray<string> Avoid { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<SupportWish> Support { get; init => field = value.IsDefault ? [] : value; } = [];

    public Words? PoliceCaseNo { get; init; }

    /// <summary>Whether only one named handler may see it.</summary>
    public bool IsRestricted => IncidentRules.IsRestricted(Kinds);

    /// <summary>What the kinds suggest, or more where the reporter says so: never less.</summary>
    public int Weight => Math.Max(Severity ?? 0, IncidentRules.SuggestedSeverity(Kinds, Injuries ?? Injury.None, Over != false));

    /// <summary>Ids of those to whom it happened.</summary>
    public ImmutableArray<string> AffectedBy(string reporter) => For == ReportedFor.Self ? [reporter] : Colleagues;

    /// <summary>What has to be said before it can be sent.</summary>
    public IReadOnlyList<Missing> Missing => [.. Gaps()];

    /// <summary>Whether the person has put anything into words or ticked anything.</summary>
    public bool IsEmpty => Kinds.IsEmpty && Injuries is null && Over is null && Description is null;

    /// <summary>The same without what cannot be: a time to come, a severity out of range, somebody in a place that is not theirs.</summary>
    public Report Cleaned(string reporter, DateTimeOffset at) => this with
    {
        OccurredAt = OccurredAt <= at ? OccurredAt : null,
        Severity = Severity is >= 1 and <= 5 ? Severity : null,
        Colleagues = For == ReportedFor.Self ? [] : [.. Colleagues.Remove(reporter).Distinct().Take(MostColleagues)],
        Witnesses = [.. Witnesses.Remove(reporter).Distinct()],
        Avoid = [.. Avoid.Remove(reporter).Distinct()],
    };

    /// <summary>Whether both say the same.</summary>
    public bool SameAs(Report? other) => other is not null
        && Kinds.SequenceEqual(other.Kinds) && Colleagues.SequenceEqual(other.Colleagues) && Circumstances.SequenceEqual(other.Circumstances)
        && Actions.SequenceEqual(other.Actions) && Witnesses.SequenceEqual(other.Witnesses) && Avoid.SequenceEqual(other.Avoid) && Support.SequenceEqual(other.Support)
        && (this with
        {
            Kinds = other.Kinds,
            Colleagues = other.Colleagues,
            Circumstances = other.Circumstances,
            Actions = other.Actions,
            Witnesses = other.Witnesses,
            Avoid = other.Avoid,
            Support = other.Support,
        }) == other;

    private IEnumerable<Missing> Gaps()
    {
        if (Kinds.IsEmpty)
            yield return Incidents.Missing.Kinds;
        if (Injuries is null)
            yield return Incidents.Missing.Injuries;
        if (Over is null)
            yield return Incidents.Missing.Over;
        if (For == ReportedFor.Colleague && Colleagues.IsEmpty)
            yield return Incidents.Missing.Colleague;
        if (OccurredAt is null)
            yield return Incidents.Missing.Time;
    }
}
