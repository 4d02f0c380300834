using System.Collections.Immutable;

namespace CheckInBot.Bot.Telemetry;

/// <summary>How everything stood at the auditor's last look: numbers only.</summary>
/// <param name="OldestDue">How late the oldest due record was; zero when nothing was late.</param>
/// <param name="Late">How many records were later than the sweep lets pass.</param>
/// <param name="Waiting">How many records had something in their outbox.</param>
/// <param name="CasesByAge">Cases that are not over, for each of <see cref="Ages"/>.</param>
/// <param name="Findings">What the auditor found, for each value of <see cref="MetricNames.Finding"/>.</param>
public sealed record Backlog(
    TimeSpan OldestDue, int Late, int Waiting, int Parked, int Unreachable, ImmutableSortedDictionary<string, int> CasesByAge, ImmutableSortedDictionary<string, int> Findings)
{
    /// <summary>The values of <see cref="MetricNames.Age"/>.</summary>
    public static readonly IReadOnlyList<string> Ages = ["hour", "day", "week", "older"];

    /// <summary>Which of <see cref="Ages"/> it is.</summary>
    public static string AgeOf(TimeSpan openFor) =>
        openFor < TimeSpan.FromHours(1) ? "hour" : openFor < TimeSpan.FromDays(1) ? "day" : openFor < TimeSpan.FromDays(7) ? "week" : "older";
}

/// <summary>Counts records as they come by.</summary>
public sealed class BacklogCount(DateTimeOffset now, TimeSpan late)
{
    private readonly Dictionary<string, int> cases = Backlog.Ages.ToDictionary(a => a, _ => 0, StringComparer.Ordinal);
    private TimeSpan oldest;
    private int overdue, waiting;

    /// <param name="nextAt">When it needs somebody.</param>
    /// <param name="waits">Something is in its outbox.</param>
    /// <param name="caseOpenedAt">Of a case that is not over; null for everything else.</param>
    public void Add(DateTimeOffset? nextAt, bool waits, DateTimeOffset? caseOpenedAt)
    {
        if (waits)
            waiting++;
        if (now - nextAt is { } by && by > oldest)
            oldest = by;
        if (now - nextAt > late)
            overdue++;
        if (caseOpenedAt is { } opened)
            cases[Backlog.AgeOf(now - opened)]++;
    }

    public Backlog End(int parked, int unreachable, IReadOnlyDictionary<string, int> findings) =>
        new(oldest, overdue, waiting, parked, unreachable, cases.ToImmutableSortedDictionary(StringComparer.Ordinal), findings.ToImmutableSortedDictionary(StringComparer.Ordinal));
}
