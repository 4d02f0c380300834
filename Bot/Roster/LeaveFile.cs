using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads <c>leave.csv</c>, which may be missing: whole local days of the person's team, both included.</summary>
internal sealed class LeaveFile
{
    private static readonly string[] Columns = ["person", "from", "to", "kind"];

    public LeaveFile(RosterLists source, PeopleFile people, DateTimeOffset now)
    {
        foreach (var line in CsvLine.Read(source, Faults, Columns, mayBeMissing: true) ?? [])
        {
            if (!people.Knows(line["person"]))
                Faults.Add(line.Number, "person", ListFault.UnknownPerson, FileFaults.Tame(line["person"]));
            if (line["kind"].Length == 0)
                Faults.Add(line.Number, "kind", ListFault.NoKind);
            var (from, to) = (Day(line, "from"), Day(line, "to"));
            if (from is null || to is null || people.ZoneOf(line["person"]) is not { } zone)
                continue;
            var today = LocalTime.DayOf(now, zone);
            var leave = new Leave(line["person"], DateOnly.FromDateTime(from.Value.On(today)), DateOnly.FromDateTime(to.Value.On(today)), line["kind"]);
            if (leave.To < leave.From)
                Faults.Add(line.Number, "to", ListFault.LastDayFirst);
            Leaves.Add(leave);
        }
    }

    public FileFaults Faults { get; } = new(RosterLists.Leave);

    public List<Leave> Leaves { get; } = [];

    private WrittenTime? Day(CsvLine line, string column)
    {
        var day = WrittenTime.WithoutTime(line[column]);
        if (day is null)
            Faults.Add(line.Number, column, ListFault.NoDate, FileFaults.Tame(line[column]));
        return day;
    }
}
