namespace CheckInBot.Bot.Roster;

/// <summary>Reads the folder of an organisation: <c>teams.csv</c>, <c>people.csv</c>, <c>shifts.csv</c>, <c>leave.csv</c>, <c>former.csv</c>, <c>policy.json</c>, the lists in <c>calendars</c> and the cards in <c>texts</c>.</summary>
public static class OrgFolder
{
    /// <summary>The organisation, or every fault of its files in the order of file and line; never both.</summary>
    /// <param name="folder">Path of the folder. <c>leave.csv</c>, <c>former.csv</c> and <c>calendars</c> may be missing.</param>
    /// <param name="now">The moment of loading: relative dates count from its local day in the zone of the team.</param>
    public static (Organisation? Organisation, IReadOnlyList<Fault> Faults) Read(string folder, DateTimeOffset now)
    {
        var teams = new TeamFile(folder);
        var people = new PeopleFile(folder, teams);
        var shifts = new ShiftFile(folder, teams, people, now);
        var leave = new LeaveFile(folder, people, now);
        var former = new FormerFile(folder);
        var policy = new PolicyFile(folder, teams, people, shifts, now);
        var calendars = new CalendarFiles(folder);
        var guides = new GuideFiles(folder);
        IReadOnlyList<Fault> faults = [.. teams.Faults.All, .. people.Faults.All, .. shifts.Faults.All, .. leave.Faults.All, .. former.Faults.All, .. policy.Faults.All, .. calendars.Faults, .. guides.Faults];
        return faults.Count > 0
            ? (null, faults)
            : (new(teams.Teams, people.People, [.. shifts.Shifts], leave.Leaves, policy.Policy!) { WorkingDays = calendars.Days, Guides = guides.Texts, Former = former.People }, faults);
    }
}
