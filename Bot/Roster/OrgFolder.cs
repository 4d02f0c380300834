namespace CheckInBot.Bot.Roster;

/// <summary>Reads the folder of an organisation: <c>teams.csv</c>, <c>people.csv</c>, <c>shifts.csv</c>, <c>leave.csv</c>, <c>former.csv</c>, <c>policy.json</c>, the lists in <c>calendars</c> and the cards in <c>texts</c>.</summary>
public static class OrgFolder
{
    /// <summary>The organisation, or every fault of its files in the order of file and line; never both.</summary>
    /// <param name="folder">Path of the folder. <c>leave.csv</c>, <c>former.csv</c> and <c>calendars</c> may be missing.</param>
    /// <param name="now">The moment of loading: relative dates count from its local day in the zone of the team.</param>
    public static (Organisation? Organisation, IReadOnlyList<Fault> Faults) Read(string folder, DateTimeOffset now)
    {
        var (organisation, _, faults) = Read(folder, RosterLists.Of(folder), now);
        return (organisation, faults);
    }

    /// <summary>The same with lists from elsewhere; also each shift with its line.</summary>
    internal static (Organisation? Organisation, IReadOnlyList<(Dialogs.Duty.Shift Shift, int Line)> Shifts, IReadOnlyList<Fault> Faults) Read(string folder, RosterLists lists, DateTimeOffset now)
    {
        var teams = new TeamFile(lists);
        var people = new PeopleFile(lists, teams);
        var shifts = new ShiftFile(lists, teams, people, now);
        var leave = new LeaveFile(lists, people, now);
        var former = new FormerFile(folder);
        var policy = new PolicyFile(folder, teams, people, shifts, now);
        var calendars = new CalendarFiles(folder);
        var guides = new GuideFiles(folder);
        IReadOnlyList<Fault> faults =
        [
            .. new[] { teams.Faults, people.Faults, shifts.Faults, leave.Faults }
                .SelectMany(f => f.All.Select(fault => lists.IsStored(f.File) ? fault with { File = $"{f.File} of the last import" } : fault)),
            .. former.Faults.All, .. policy.Faults.All, .. calendars.Faults, .. guides.Faults,
        ];
        if (faults.Count > 0)
            return (null, shifts.Shifts, faults);
        var organisation = new Organisation(teams.Teams, people.People, [.. shifts.Shifts.Select(s => s.Shift)], leave.Leaves, policy.Policy!)
        {
            WorkingDays = calendars.Days,
            Guides = guides.Texts,
            Former = former.People,
            ShiftLines = [.. shifts.Shifts.Select(s => s.Line)],
        };
        return (organisation, shifts.Shifts, faults);
    }
}
