using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Rosters;

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
            Faults.Add(1, "", ListFault.NoTeam);
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
            Faults.Add(line.Number, "id", ListFault.NoId);
        else if (!known.TryAdd(id, (line.Number, zone)))
            Faults.Add(line.Number, "id", ListFault.TeamTwice, id, $"{known[id].Line}");
        if (line["name"].Length == 0)
            Faults.Add(line.Number, "name", ListFault.TeamNameEmpty);
        if (line["profile"] is not ("CN" or "EU"))
            Faults.Add(line.Number, "profile", ListFault.UnknownProfile, FileFaults.Tame(line["profile"]));
        TakeHall(line);
        Teams.Add(new(id, line["name"], line["timeZone"], line["profile"], line["hall"]));
    }

    private void TakeHall(CsvLine line)
    {
        if (line["hall"] is not { Length: > 0 } hall)
            return;
        if (!FileFaults.IsId(hall))
            Faults.Add(line.Number, "hall", ListFault.NoHallId);
        else if (halls.TryGetValue(hall, out var first) && first.Hall != hall)
            Faults.Add(line.Number, "hall", ListFault.HallTwoWays, hall, first.Hall, $"{first.Line}");
        else
            halls.TryAdd(hall, (hall, line.Number));
    }

    private TimeZoneInfo? Zone(CsvLine line)
    {
        var id = line["timeZone"];
        if (id.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId)
            return zone;
        Faults.Add(line.Number, "timeZone", ListFault.UnknownZone, FileFaults.Tame(id), TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var iana) ? iana : "");
        return null;
    }
}
