using System.Collections.Frozen;
using CheckInBot.Dialogs.People;

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
            Faults.Add(1, "", "there is nobody", "Add a line for each person.");
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
            Faults.Add(line.Number, "id", "the id is empty or has characters that an id may not have", FileFaults.IdRemedy);
        else if (!known.TryAdd(id, (line.Number, line["team"])))
            Faults.Add(line.Number, "id", $"the id {id} stands on line {known[id].Line} too", "Give each person an id of their own.");
    }

    private void Take(CsvLine line)
    {
        void Fault(string column, string problem, string remedy) => Faults.Add(line.Number, column, problem, remedy);

        if (line["name"].Length == 0)
            Fault("name", "the name is empty", "Write the name as colleagues write it.");
        if (line["email"].Length > 0 && !line["email"].Contains('@', StringComparison.Ordinal))
            Fault("email", "the address has no @", "Correct it, or leave it empty.");
        if (line["entraId"].Length == 0)
            Fault("entraId", "the object id is empty, so nobody could be recognised by it", "Copy the object id from the directory.");
        else if (!entraIds.TryAdd(line["entraId"], line.Number))
            Fault("entraId", $"the object id stands on line {entraIds[line["entraId"]]} too", "Each account is one person: correct one of the lines.");
        if (line["language"] is not ("zh-CN" or "en"))
            Fault("language", $"unknown language{FileFaults.Quoted(line["language"])}", "Write zh-CN or en.");
        if (!teams.Knows(line["team"]))
            Fault("team", $"unknown team{FileFaults.Quoted(line["team"])}", "Write an id of teams.csv, or add the team there.");
        if (line["hall"].Length > 0 && !teams.KnowsHall(line["hall"]))
            Fault("hall", $"unknown hall{FileFaults.Quoted(line["hall"])}", "Write a hall of teams.csv, or leave it empty for that of the team.");
        var words = line.Words("roles");
        if (words.Count == 0)
            Fault("roles", "no role is given", $"Write one or more of {string.Join(", ", RoleWords.Keys)}, joined by semicolons.");
        foreach (var word in words.Where(w => !RoleWords.ContainsKey(w)))
            Fault("roles", $"unknown role{FileFaults.Quoted(word)}", $"Write one or more of {string.Join(", ", RoleWords.Keys)}, joined by semicolons.");
        if (line["bRole"].Length > 0 && line["bRole"] == line["id"])
            Fault("bRole", "nobody can stand in for themselves", "Write the id of a colleague, or leave it empty.");
        else if (line["bRole"].Length > 0 && !Knows(line["bRole"]))
            Fault("bRole", $"unknown person{FileFaults.Quoted(line["bRole"])}", "Write an id of people.csv, or leave it empty.");
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
