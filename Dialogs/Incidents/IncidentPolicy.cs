using System.Collections.Immutable;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>The rules of a report and of what follows it for the person (section <c>incident</c> of <c>policy.json</c>).</summary>
/// <param name="RemindDraftAfter">How long a report that was begun and not sent waits for its one reminder, where no shift's end is known.</param>
/// <param name="RemindStatementAfter">How long somebody's own account is waited for until its one reminder.</param>
/// <param name="StatementWithin">Working days within which the account is hoped for; only shown.</param>
/// <param name="VisitDays">Days after the event on which the person is asked how they are, ascending.</param>
/// <param name="VisitAt">Local time of those questions, within the working hours.</param>
/// <param name="VisitRoute">Who is asked to look in when the person is not all right.</param>
public sealed record IncidentPolicy(
    TimeSpan RemindDraftAfter,
    TimeSpan RemindStatementAfter,
    int StatementWithin,
    ImmutableArray<int> VisitDays,
    TimeOnly VisitAt,
    Route VisitRoute)
{
    /// <summary>As shipped in <c>org/demo</c>.</summary>
    public static readonly IncidentPolicy Shipped = new(TimeSpan.FromHours(1), TimeSpan.FromHours(24), 3, [1, 3, 7, 28], new(10, 0), Route.Counsellor);

    /// <summary>How many days a question waits for somebody who is on leave; behind them it is not asked.</summary>
    public const int WaitsForLeave = 60;

    /// <summary>
    /// When the person is asked how they are: on each of the days, on the next working day where that is none or the person is on leave, never twice on one day.
    /// </summary>
    /// <param name="working">The working hours of the person's team; null: every day is worked, in UTC.</param>
    /// <param name="leave">The person's leave.</param>
    public ImmutableArray<Visit> VisitsAfter(DateTimeOffset occurredAt, WorkingHours? working, IReadOnlyList<Leave> leave)
    {
        var zone = working?.Zone ?? TimeZoneInfo.Utc;
        var first = LocalTime.DayOf(occurredAt, zone);
        var visits = ImmutableArray.CreateBuilder<Visit>();
        var last = first;
        foreach (var days in VisitDays)
        {
            if (ThereFrom(first.AddDays(days), working, leave) is not { } day || day <= last)
                continue;
            last = day;
            visits.Add(new(days, LocalTime.ToInstant(day.ToDateTime(VisitAt), zone)));
        }
        return visits.ToImmutable();
    }

    /// <summary>
    /// The questions that are still to come, when one is due at that moment and the person is on leave: it comes on their next day, and those that would
    /// come until then are that one. The same where the person is there.
    /// </summary>
    /// <inheritdoc cref="VisitsAfter" path="/param"/>
    public ImmutableArray<Visit> Moved(ImmutableArray<Visit> visits, DateTimeOffset at, WorkingHours? working, IReadOnlyList<Leave> leave)
    {
        var zone = working?.Zone ?? TimeZoneInfo.Utc;
        var today = LocalTime.DayOf(at, zone);
        if (visits.LastOrDefault(v => v.At <= at) is not { } due || !leave.Any(l => l.Covers(today)))
            return visits;
        var later = visits.Where(v => v.At > at);
        if (ThereFrom(today, working, leave) is not { } day)
            return [.. later];
        var back = LocalTime.ToInstant(day.ToDateTime(VisitAt), zone);
        var merged = visits.Last(v => v == due || v.At <= back);
        return [new(merged.Day, back), .. later.Where(v => v.At > back)];
    }

    /// <summary>The first working day, from that one on, on which the person is not on leave; null where there is none within <see cref="WaitsForLeave"/> days.</summary>
    private static DateOnly? ThereFrom(DateOnly day, WorkingHours? working, IReadOnlyList<Leave> leave)
    {
        var until = day.AddDays(WaitsForLeave);
        for (; day <= until; day = day.AddDays(1))
        {
            if (working?.Days.IsWorkingDay(day) != false && !leave.Any(l => l.Covers(day)))
                return day;
        }
        return null;
    }
}

/// <summary>A question how the person is.</summary>
/// <param name="Day">Days after the event, as the policy names them.</param>
public sealed record Visit(int Day, DateTimeOffset At);
