using System.Collections.Immutable;
using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Imports;

/// <summary>A plan as its card shows it.</summary>
internal static class RosterOffers
{
    public static RosterOffer Of(string reference, ImportPlan plan, Roster.Roster roster)
    {
        if (plan.Faults.Count > 0)
            return new(reference, RosterOfferPhase.Faulty) { Faults = [.. plan.Faults.Select(f => new RosterFault(f.File, f.Line, f.Column, f.Says, f.Stored))] };
        return new(reference, plan.ChangesAnything || plan.NeedsChoice ? RosterOfferPhase.Ready : RosterOfferPhase.Same)
        {
            Lists = [.. plan.Lists.Select(l => new RosterListNews(KindOf(l.File), l.New, l.Changed, l.Gone, l.Same))],
            Spans = [.. plan.Spans.Select(s => new RosterSpan(plan.TeamNames.GetValueOrDefault(s.Team) ?? s.Team, s.Count, s.From, s.To))],
            Joined = Names(plan.Joined, plan, roster),
            Left = Names(plan.Left, plan, roster),
            Clashes = [.. plan.Conflicts.Select(c => new RosterClash(Day(c.Now, roster), c.Now.Person, c.Planned, c.Wanted?.Person))],
        };
    }

    private static ImmutableArray<string> Names(IReadOnlyList<string> ids, ImportPlan plan, Roster.Roster roster) =>
        [.. ids.Select(id => plan.NewNames.GetValueOrDefault(id) ?? roster.Find(id)?.Name ?? id)];

    private static DateOnly Day(Shift shift, Roster.Roster roster) => LocalTime.DayOf(shift.Start, roster.WorkingHoursOf(shift.Team)?.Zone ?? TimeZoneInfo.Utc);

    private static RosterListKind KindOf(string file) => file switch
    {
        RosterLists.Teams => RosterListKind.Teams,
        RosterLists.People => RosterListKind.People,
        RosterLists.Shifts => RosterListKind.Shifts,
        _ => RosterListKind.Leave,
    };
}
