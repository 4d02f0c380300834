using System.Collections.Immutable;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Flows;

/// <summary>The duties of a team by which a change is judged.</summary>
/// <param name="Shifts">In the order of their ends.</param>
/// <param name="Leaves">Of the team, of their stand-ins and of whoever else has one of the shifts.</param>
public sealed record TeamDuties(IReadOnlyList<Shift> Shifts, IReadOnlyList<Leave> Leaves);

/// <summary>Reads what the rules of duty have to know, and applies them.</summary>
public sealed class DutyCheck(Roster.Roster roster, Absences absences)
{
    /// <summary>How far ahead a shift may begin that is swapped, in days.</summary>
    private const int DaysAhead = 31;

    /// <summary>The shifts that judge a swap made at that moment: whole months of both its shifts, and two weeks beyond.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Window(DateTimeOffset at) =>
        (at.AddDays(-31 - DutyFacts.DaysBeyond), at.AddDays(DaysAhead + 31 + DutyFacts.DaysBeyond));

    /// <summary>The shifts of the <see cref="Window"/> that judge a swap: those of the team, and those that its people and their stand-ins have in other teams.</summary>
    public async ValueTask<IReadOnlyList<Shift>> Around(string team, DateTimeOffset at)
    {
        var (from, to) = Window(at);
        List<Shift> shifts = [.. await roster.Around(team, from, to)];
        if (roster.TeamsBeside(team) is { Count: > 0 } beside)
        {
            var people = roster.People.Where(p => p.Team == team).SelectMany(p => new[] { p.Id, p.BRole }).ToHashSet(StringComparer.Ordinal);
            foreach (var other in beside)
                shifts.AddRange((await roster.Around(other, from, to)).Where(s => people.Contains(s.Person)));
        }
        return shifts;
    }

    /// <summary>The same, with who is away: what <see cref="Judge"/> looks at.</summary>
    public async ValueTask<TeamDuties> Look(string team, DateTimeOffset at, CancellationToken cancel)
    {
        var shifts = await Around(team, at);
        var people = roster.People.Where(p => p.Team == team).ToList();
        return new(shifts, await absences.LeaveOf(people.Select(p => p.Id).Concat(people.Select(p => p.BRole)).Concat(shifts.Select(s => s.Person)).Where(p => roster.Find(p) is not null), cancel));
    }

    /// <summary>The same for a colleague who would be asked at this moment: nobody is asked who is away now, whenever the shift is.</summary>
    public ImmutableArray<DutyFinding> JudgeAsking(DutyChange change, TeamDuties duties, DateTimeOffset at)
    {
        var found = Judge(change, duties, at);
        return roster.WorkingHoursOf(change.Given.Team) is { } hours && LocalTime.DayOf(at, hours.Zone) is var today
            && duties.Leaves.Any(l => l.Person == change.To && l.Covers(today)) && !found.Any(f => f.Rule == DutyRule.OnLeave && f.Person == change.To)
            ? [new(DutyRule.OnLeave, DutySeverity.Block, change.To, today, DutyLaw.Roster), .. found]
            : found;
    }

    /// <summary>What the rules say of a change, judged by these duties of the team; nothing of somebody who has left the roster.</summary>
    public ImmutableArray<DutyFinding> Judge(DutyChange change, TeamDuties duties, DateTimeOffset at)
    {
        if (roster.Find(change.Given.Person) is null || roster.Find(change.To) is null || roster.WorkingHoursOf(change.Given.Team) is not { } hours)
            return [];
        var facts = new DutyFacts(
            duties.Shifts, roster.People, duties.Leaves, hours.Zone, roster.Teams.First(t => t.Id == change.Given.Team).Profile, roster.Policy.PostSkills, hours.Days);
        return DutyRules.Check(change, facts, at);
    }
}
