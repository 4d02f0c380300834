using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CheckInBot.Month.Tests;

/// <summary>Somebody of the town.</summary>
/// <param name="Team">Id of the team.</param>
internal sealed record Townsman(string Id, string Team, string EntraId)
{
    public string Name => $"Person {Id}";
}

/// <summary>An organisation of halls of some twenty people each, in three time zones, written as the files that the bot reads.</summary>
internal sealed class Town : IDisposable
{
    private static readonly (string Id, string Zone, string Profile)[] Places =
        [("east", "Asia/Shanghai", "CN"), ("mid", "Europe/Berlin", "EU"), ("west", "America/New_York", "EU")];

    /// <summary>Early, late and, behind midnight, night: also on the night on which the clocks change.</summary>
    private static readonly (string Start, string End, int Next)[] Turns = [("08:00", "16:00", 0), ("12:00", "20:00", 0), ("22:00", "06:00", 1)];

    private readonly Lot lot;
    private readonly HashSet<DateOnly> off;

    public Town(MonthForm form)
    {
        lot = new(form.Seed);
        var calendar = JsonNode.Parse(File.ReadAllText(Path.Combine(Demo, "calendars", "cn-2026.json")))!;
        off = calendar["off"]!.AsArray().Select(d => DateOnly.ParseExact((string)d!, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet();
        var teams = Places.Length * Math.Max(1, form.People / 66);
        People = [.. Enumerable.Range(0, form.People).Select(n => new Townsman($"{Places[n % 3].Id[0]}{n % teams / 3}-{n / teams:D2}", TeamOf(n % teams), $"entra-{n}"))];
        Write("teams.csv", ["id,name,timeZone,profile,hall", .. Enumerable.Range(0, teams).Select(t => $"{TeamOf(t)},{TeamOf(t)},{Places[t % 3].Zone},{Places[t % 3].Profile},{TeamOf(t)}")]);
        Write("people.csv", ["id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup", .. People.Select(Line)]);
        Write("shifts.csv", ["id,person,team,post,start,end", .. Shifts(form)]);
        Write("leave.csv", ["person,from,to,kind", .. Leave(form)]);
        foreach (var folder in new[] { "texts", "calendars" })
        {
            Directory.CreateDirectory(Path.Combine(Folder, folder));
            foreach (var file in Directory.GetFiles(Path.Combine(Demo, folder)))
                File.Copy(file, Path.Combine(Folder, folder, Path.GetFileName(file)));
        }
        var policy = JsonNode.Parse(File.ReadAllText(Path.Combine(Demo, "policy.json")))!;
        policy["crisisContacts"] = Ids("counsellor");
        policy["incident"]!["handler"] = Ids("counsellor");
        policy["cover"]!["peakPost"] = Ids("leader");
        policy["posts"] = new JsonObject();
        Write("policy.json", [policy.ToJsonString()]);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("month-").FullName;

    public IReadOnlyList<Townsman> People { get; }

    private static string Demo { get; } = FindDemo();

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string TeamOf(int team) => $"{Places[team % 3].Id}{team / 3}";

    /// <summary>Whoever may decide on swaps of the team.</summary>
    public IEnumerable<Townsman> LeadersOf(string team) => People.Where(p => p.Team == team && Roles(p).Contains("eader", StringComparison.Ordinal));

    /// <summary>A new plan from that day on: one shift in twenty is gone, and as many begin and end an hour later.</summary>
    /// <returns>The folder with the list.</returns>
    public string NewPlan(MonthForm form, DateOnly from)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "import")).FullName;
        var lines = Shifts(form).Where(l => Later(l, from) is not 0 || lot.Share($"new plan {l}") >= 0.05)
            .Select(l => Later(l, from) is 0 && lot.Share($"an hour later {l}") < 0.05 ? l.Replace("T08:00", "T09:00", StringComparison.Ordinal).Replace("T16:00", "T17:00", StringComparison.Ordinal) : l);
        File.WriteAllText(Path.Combine(folder, "shifts.csv"), string.Join('\n', ["id,person,team,post,start,end", .. lines]) + "\n", new UTF8Encoding(false));
        return folder;
    }

    /// <summary>0 for a shift of that day or later.</summary>
    private static int Later(string line, DateOnly from) => string.CompareOrdinal(line.Split(',')[4][..10], from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) < 0 ? 1 : 0;

    /// <summary>Which one of the team it is.</summary>
    private static int Place(Townsman person) => int.Parse(person.Id.AsSpan(3), CultureInfo.InvariantCulture);

    /// <summary>Every team has a leader and a counsellor, of whom the first three are administrators too.</summary>
    private static string Roles(Townsman person) => Place(person) switch
    {
        0 => "leader;staff",
        1 => person.Team.EndsWith('0') ? "counsellor;admin" : "counsellor",
        12 => "hallLeader",
        15 => "security",
        var n when n % 10 == 9 => "leader;staff",
        _ => "staff",
    };

    private static string Line(Townsman p) =>
        $"{p.Id},{p.Name},{p.Id}@example.com,{p.EntraId},{(p.Id[0] == 'e' ? "zh-CN" : "en")},{p.Team},window {Place(p)},{Roles(p)},,,{p.Team}{Place(p) / 4}";

    private JsonArray Ids(string role) => [.. People.Where(p => Roles(p).Split(';').Contains(role)).Select(p => (JsonNode)p.Id)];

    /// <summary>Five days of seven, each person with another rhythm; on Chinese holidays a third of the eastern team keeps the hall open.</summary>
    private IEnumerable<string> Shifts(MonthForm form)
    {
        foreach (var person in People)
        {
            var random = lot.About($"shifts {person.Id}");
            var (rest, often) = (random.Next(7), random.Next(10));
            for (var d = -1; d <= form.Days + 14; d++)
            {
                var day = form.From.AddDays(d);
                if ((day.DayNumber + rest) % 7 < 2 || (person.Id[0] == 'e' && off.Contains(day) && (Place(person) + day.DayNumber) % 3 != 0))
                    continue;
                // One week of a kind after another.
                var (start, end, next) = Turns[often == 0 ? 2 : (((day.DayNumber + rest) / 7) + Place(person)) % 2];
                yield return $"{person.Id}-{day:yyyyMMdd},{person.Id},{person.Team},window {Place(person)},{day:yyyy-MM-dd}T{start},{day.AddDays(next):yyyy-MM-dd}T{end}";
            }
        }
    }

    private IEnumerable<string> Leave(MonthForm form)
    {
        foreach (var person in People)
        {
            var random = lot.About($"leave {person.Id}");
            if (random.Next(8) != 0)
                continue;
            var from = form.From.AddDays(random.Next(form.Days));
            yield return $"{person.Id},{from:yyyy-MM-dd},{from.AddDays(random.Next(4)):yyyy-MM-dd},annual";
        }
    }

    private void Write(string file, IEnumerable<string> lines) => File.WriteAllText(Path.Combine(Folder, file), string.Join('\n', lines) + "\n", new UTF8Encoding(false));

    private static string FindDemo()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CheckInBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No CheckInBot.sln above the tests.");
        return Path.Combine(folder.FullName, "org", "demo");
    }
}
