using System.Collections.Frozen;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads <c>people.csv</c>.</summary>
internal sealed class PeopleFile
{
    private static readonly string[] Columns = ["id", "name", "email", "entraId", "language", "team", "post", "roles", "skills", "bRole", "buddyGroup"];

    private static readonly FrozenDictionary<string, Role> RoleWords = new Dictionary<string, Role>
    {
        ["staff"] = Role.Staff,
        ["leader"] = Role.Leader,
        ["hallLeader"] = Role.HallLeader,
        ["counsellor"] = Role.Counsellor,
        ["security"] = Role.Security,
        ["clerk"] = Role.Clerk,
        ["admin"] = Role.Admin,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly TeamFile teams;
    private readonly Dictionary<string, (int Line, string Team)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> entraIds = new(StringComparer.OrdinalIgnoreCase);

    public PeopleFile(RosterLists source, TeamFile teams)
    {
        this.teams = teams;
        var lines = CsvLine.Read(source, Faults, Columns)?.ToList();
        Complete = lines is not null && !Faults.Any;
        foreach (var line in lines ?? [])
            TakeId(line);
        foreach (var line in lines ?? [])
            Take(line);
        if (lines is { Count: 0 } && !Faults.Any)
            Faults.Add(1, "", ListFault.Nobody);
    }

    public FileFaults Faults { get; } = new(RosterLists.People);

    public List<Person> People { get; } = [];

    // Where lines could not be read, an id that seems unknown may stand on one of them: it is not told as a second fault.
    private bool Complete { get; }

    public bool Knows(string person) => !Complete || known.ContainsKey(person);

    public bool KnowsPost(string post) => !Complete || People.Any(p => p.Post == post);

    public bool KnowsSkill(string skill) => !Complete || People.Any(p => p.Skills.Contains(skill));

    /// <summary>Null when the person, their team or its zone is not known; that is a fault elsewhere.</summary>
    public TimeZoneInfo? ZoneOf(string person) => known.TryGetValue(person, out var p) ? teams.ZoneOf(p.Team) : null;

    private void TakeId(CsvLine line)
    {
        var id = line["id"];
        if (!FileFaults.IsId(id))
            Faults.Add(line.Number, "id", ListFault.NoId);
        else if (!known.TryAdd(id, (line.Number, line["team"])))
            Faults.Add(line.Number, "id", ListFault.PersonTwice, id, $"{known[id].Line}");
    }

    private void Take(CsvLine line)
    {
        void Fault(string column, ListFault fault, params string[] values) => Faults.Add(line.Number, column, fault, values);

        if (line["name"].Length == 0)
            Fault("name", ListFault.NameEmpty);
        if (line["email"].Length > 0 && !line["email"].Contains('@', StringComparison.Ordinal))
            Fault("email", ListFault.NoAddress);
        if (line["entraId"].Length == 0)
            Fault("entraId", ListFault.ObjectIdEmpty);
        else if (!entraIds.TryAdd(line["entraId"], line.Number))
            Fault("entraId", ListFault.ObjectIdTwice, $"{entraIds[line["entraId"]]}");
        if (line["language"] is not ("zh-CN" or "en"))
            Fault("language", ListFault.UnknownLanguage, FileFaults.Tame(line["language"]));
        if (!teams.Knows(line["team"]))
            Fault("team", ListFault.UnknownTeam, FileFaults.Tame(line["team"]));
        if (line["hall"].Length > 0 && !teams.KnowsHall(line["hall"]))
            Fault("hall", ListFault.UnknownHall, FileFaults.Tame(line["hall"]));
        var words = line.Words("roles");
        if (words.Count == 0)
            Fault("roles", ListFault.NoRole, string.Join(", ", RoleWords.Keys));
        foreach (var word in words.Where(w => !RoleWords.ContainsKey(w)))
            Fault("roles", ListFault.UnknownRole, string.Join(", ", RoleWords.Keys), FileFaults.Tame(word));
        if (line["bRole"].Length > 0 && line["bRole"] == line["id"])
            Fault("bRole", ListFault.OwnStandIn);
        else if (line["bRole"].Length > 0 && !Knows(line["bRole"]))
            Fault("bRole", ListFault.UnknownStandIn, FileFaults.Tame(line["bRole"]));
        People.Add(new(
            line["id"],
            line["name"],
            line["email"],
            line["entraId"],
            line["language"] == "en" ? Language.English : Language.Chinese,
            line["team"],
            line["post"],
            [.. words.Where(RoleWords.ContainsKey).Select(w => RoleWords[w]).Distinct()],
            line.Words("skills"),
            line["bRole"],
            line["buddyGroup"])
        {
            Hall = line["hall"],
        });
    }
}
