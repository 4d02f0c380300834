using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Flows;

/// <summary>
/// Who is away: the one answer for everybody who asks somebody. It is the roster's lists and what people told themselves; that is read when it is
/// asked for, one point read for each person, so that every process knows it from the commit on.
/// </summary>
public sealed class Absences(Roster.Roster roster, ITable flowTable)
{
    /// <summary>Whether leave covers the local day of any of these moments, in the zone of the person's team. Nobody unknown is away.</summary>
    public async ValueTask<bool> IsAway(string person, IReadOnlyList<DateTimeOffset> moments, CancellationToken cancel)
    {
        if (Days(person, moments) is not { } days)
            return false;
        // Whoever is away by the lists need not be looked up.
        return Covers(roster.ListedLeaveOf(person), days) || (await OwnOf(person, cancel) is { } own && Covers([own], days));
    }

    /// <summary>Those of these people who are away at that moment; all are read at the same time.</summary>
    public async ValueTask<IReadOnlySet<string>> Of(IEnumerable<string> people, DateTimeOffset at, CancellationToken cancel)
    {
        var away = await Task.WhenAll(people.Distinct().Select(async p => (Person: p, Away: await IsAway(p, [at], cancel))));
        return away.Where(p => p.Away).Select(p => p.Person).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Every leave of these people, in whole local days of their teams.</summary>
    public async ValueTask<IReadOnlyList<Leave>> LeaveOf(IEnumerable<string> people, CancellationToken cancel)
    {
        string[] distinct = [.. people.Distinct()];
        var own = await Task.WhenAll(distinct.Select(async p => await OwnOf(p, cancel)));
        return [.. distinct.SelectMany(roster.ListedLeaveOf), .. own.OfType<Leave>()];
    }

    /// <summary>The team's opening on the first day on which the person is not away, when they are away at that moment; null when they are there, or unknown.</summary>
    public async ValueTask<DateTimeOffset?> BackAt(string person, DateTimeOffset at, CancellationToken cancel)
    {
        if (roster.Find(person) is not { } found || roster.WorkingHoursOf(found.Team) is not { } hours)
            return null;
        var leave = await LeaveOf([person], cancel);
        var day = LocalTime.DayOf(at, hours.Zone);
        if (!Covers(leave, [day]))
            return null;
        do
            day = day.AddDays(1);
        while (Covers(leave, [day]));
        return LocalTime.ToInstant(day.ToDateTime(hours.From), hours.Zone);
    }

    /// <summary>Leave that the person told, as it is stored at this moment; null when there is none.</summary>
    public async ValueTask<Leave?> OwnOf(string person, CancellationToken cancel) =>
        (await FlowRows.StateOf(flowTable, OwnLeave.KeyOf(person), DialogsJson.Default.OwnLeave, cancel))?.Leave;

    private DateOnly[]? Days(string person, IReadOnlyList<DateTimeOffset> moments) =>
        roster.Find(person) is { } found && roster.ZoneOf(found.Team) is var zone ? [.. moments.Select(m => LocalTime.DayOf(m, zone)).Distinct()] : null;

    private static bool Covers(IReadOnlyList<Leave> leave, IReadOnlyList<DateOnly> days) => leave.Any(l => days.Any(l.Covers));
}
