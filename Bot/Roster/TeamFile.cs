using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads <c>teams.csv</c>. A team whose line has a fault is still known by its id, so that one mistake is told once.</summary>
internal sealed class TeamFile
{
    private static readonly string[] Columns = ["id", "name", "timeZone", "profile"];
    private readonly Dictionary<string, (int Line, TimeZoneInfo? Zone)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Hall, int Line)> halls = new(StringComparer.OrdinalIgnoreCase);

    public TeamFile(RosterLists source)
    {
        var lines = CsvLine.Read(source, Faults, Columns)?.ToList();
        Complete = lines is not null && !Faults.Any;
        foreach (var line in lines ?? [])
            Take(line);
        if (lines is { Count: 0 } && !Faults.Any)
            Faults.Add(1, "", "there is no team", "Add a line for each team.");
    }

    public FileFaults Faults { get; } = new(RosterLists.Teams);

    public List<Team> Teams { get; } = [];

    // Where lines could not be read, an id that seems unknown may stand on one of them: it is not told as a second fault.
    private bool Complete { get; }

    public bool Knows(string team) => !Complete || known.ContainsKey(team);

    public bool KnowsHall(string hall) => !Complete || (halls.TryGetValue(hall, out var known) && known.Hall == hall);

    /// <summary>Null when the team or its zone is not known; that is a fault elsewhere.</summary>
    public TimeZoneInfo? ZoneOf(string team) => known.GetValueOrDefault(team).Zone;

    private void Take(CsvLine line)
    {
        var id = line["id"];
        var zone = Zone(line);
        if (!FileFaults.IsId(id))
            Faults.Add(line.Number, "id", "the id is empty or has characters that an id may not have", FileFaults.IdRemedy);
        else if (!known.TryAdd(id, (line.Number, zone)))
            Faults.Add(line.Number, "id", $"the id {id} stands on line {known[id].Line} too", "Give each team an id of its own.");
        if (line["name"].Length == 0)
            Faults.Add(line.Number, "name", "the name is empty", "Write the name that people read on cards.");
        if (line["profile"] is not ("CN" or "EU"))
            Faults.Add(line.Number, "profile", $"unknown profile{FileFaults.Quoted(line["profile"])}", "Write CN or EU.");
        TakeHall(line);
        Teams.Add(new(id, line["name"], line["timeZone"], line["profile"], line["hall"]));
    }

    private void TakeHall(CsvLine line)
    {
        if (line["hall"] is not { Length: > 0 } hall)
            return;
        if (!FileFaults.IsId(hall))
            Faults.Add(line.Number, "hall", "the hall has characters that an id may not have", FileFaults.IdRemedy);
        else if (halls.TryGetValue(hall, out var first) && first.Hall != hall)
            Faults.Add(line.Number, "hall", $"the hall {hall} is written {first.Hall} on line {first.Line}", "Write one hall alike on all lines.");
        else
            halls.TryAdd(hall, (hall, line.Number));
    }

    private TimeZoneInfo? Zone(CsvLine line)
    {
        var id = line["timeZone"];
        if (id.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId)
            return zone;
        var remedy = TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var iana) ? $"Write {iana}." : "Write an IANA name such as Asia/Shanghai.";
        Faults.Add(line.Number, "timeZone", $"unknown time zone{FileFaults.Quoted(id)}", remedy);
        return null;
    }
}
