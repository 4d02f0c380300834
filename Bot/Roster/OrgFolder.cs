using System.Security.Cryptography;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads the folder of an organisation: <c>teams.csv</c>, <c>people.csv</c>, <c>shifts.csv</c>, <c>leave.csv</c>, <c>former.csv</c>, <c>policy.json</c>, the lists in <c>calendars</c> and the cards in <c>texts</c>.</summary>
public static class OrgFolder
{
    /// <summary>The organisation, or every fault of its files in the order of file and line; never both.</summary>
    /// <param name="folder">Path of the folder. <c>leave.csv</c>, <c>former.csv</c> and <c>calendars</c> may be missing.</param>
    /// <param name="now">The moment of loading: relative dates count from its local day in the zone of the team.</param>
    public static (Organisation? Organisation, IReadOnlyList<Fault> Faults) Read(string folder, DateTimeOffset now)
    {
        var (organisation, shifts, faults) = Read(folder, RosterLists.Of(folder), now);
        var places = Enumerable.Range(0, shifts.Count);
        return (organisation is null ? null : organisation with { Shifts = [.. places.Select(i => shifts[i])], ShiftLines = [.. places.Select(shifts.LineOf)] }, faults);
    }

    /// <summary>The first letters of the digest of a file: whether two machines have the same one.</summary>
    private static string MarkOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..8];

    /// <summary>The same with lists from elsewhere; shifts are not in the organisation but beside it, with their lines.</summary>
    internal static (Organisation? Organisation, ShiftList Shifts, IReadOnlyList<Fault> Faults) Read(string folder, RosterLists lists, DateTimeOffset now)
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
                .SelectMany(f => f.All.Select(fault => lists.IsStored(f.File) ? fault with { Stored = true } : fault)),
            .. former.Faults.All, .. policy.Faults.All, .. calendars.Faults, .. guides.Faults,
        ];
        return faults.Count > 0
            ? (null, shifts.Shifts, faults)
            : (new(teams.Teams, people.People, [], leave.Leaves, policy.Policy! with { Mark = MarkOf(Path.Combine(folder, "policy.json")) }) { WorkingDays = calendars.Days, Guides = guides.Texts, Former = former.People }, shifts.Shifts, faults);
    }
}
