using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads <c>leave.csv</c>, which may be missing: whole local days of the person's team, both included.</summary>
internal sealed class LeaveFile
{
    private const string DayRemedy = "Write a date such as 2026-11-23 (or D+2, counted from the day of loading).";
    private static readonly string[] Columns = ["person", "from", "to", "kind"];

    public LeaveFile(RosterLists source, PeopleFile people, DateTimeOffset now)
    {
        foreach (var line in CsvLine.Read(source, Faults, Columns, mayBeMissing: true) ?? [])
        {
            if (!people.Knows(line["person"]))
                Faults.Add(line.Number, "person", $"unknown person{FileFaults.Quoted(line["person"])}", "Write an id of people.csv, or add the person there.");
            if (line["kind"].Length == 0)
                Faults.Add(line.Number, "kind", "the kind of leave is empty", "Write a word such as annual, sick or training.");
            var (from, to) = (Day(line, "from"), Day(line, "to"));
            if (from is null || to is null || people.ZoneOf(line["person"]) is not { } zone)
                continue;
            var today = LocalTime.DayOf(now, zone);
            var leave = new Leave(line["person"], DateOnly.FromDateTime(from.Value.On(today)), DateOnly.FromDateTime(to.Value.On(today)), line["kind"]);
            if (leave.To < leave.From)
                Faults.Add(line.Number, "to", "the last day is before the first", "Correct the days; a single day stands in both columns.");
            Leaves.Add(leave);
        }
    }

    public FileFaults Faults { get; } = new(RosterLists.Leave);

    public List<Leave> Leaves { get; } = [];

    private WrittenTime? Day(CsvLine line, string column)
    {
        var day = WrittenTime.WithoutTime(line[column]);
        if (day is null)
            Faults.Add(line.Number, column, $"{FileFaults.Quoted(line[column])} is no date".TrimStart(), DayRemedy);
        return day;
    }
}
