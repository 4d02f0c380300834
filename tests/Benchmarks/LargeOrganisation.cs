using System.Text;
using System.Text.Json.Nodes;

namespace CheckInBot.Benchmarks;

/// <summary>The files of an organisation with staff in halls of forty, two leaders in each; a thousand in 25 where nothing else is said.</summary>
internal static class LargeOrganisation
{
    public const int Staff = 1000;

    public const int InHall = 40;

    public static string Id(int person) => $"s{person:D4}";

    public static string EntraId(int person) => $"00000000-0000-4000-8000-{person:D12}";

    /// <summary>Everybody works around the clock in three shifts.</summary>
    public static string Write(string demo, string folder) => Write(demo, folder, Staff, AroundTheClock);

    /// <param name="demo">The folder of the demonstration, whose rules are taken.</param>
    /// <param name="shiftsOf">The lines of a person's shifts, by number, id, team and post.</param>
    /// <returns>The folder that was made.</returns>
    public static string Write(string demo, string folder, int staff, Func<int, string, string, string, string> shiftsOf)
    {
        var halls = (staff + InHall - 1) / InHall;
        Directory.CreateDirectory(folder);
        var teams = new StringBuilder("id,name,timeZone,profile\n");
        var people = new StringBuilder("id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup\n");
        var shifts = new StringBuilder("id,person,team,post,start,end,days\n");
        void Person(string id, int number, string team, string post, string role, string group)
        {
            var language = number % 2 == 0 ? "zh-CN" : "en";
            people.Append(null, $"{id},{(number % 2 == 0 ? "某人" : "Somebody ")}{number},{id}@example.com,{EntraId(number)},{language},{team},{post},{role},,,{group}\n");
            shifts.Append(shiftsOf(number, id, team, post));
        }

        for (var hall = 0; hall < halls; hall++)
        {
            var team = $"hall{hall:D2}";
            teams.Append(null, $"{team},{hall} 号大厅,Asia/Shanghai,CN\n");
            for (var seat = 0; seat < InHall && (hall * InHall) + seat < staff; seat++)
            {
                var number = (hall * InHall) + seat;
                Person(Id(number), number, team, $"{seat + 1} 号窗口", "staff", $"{team}-{seat / 4}");
            }
            Person($"l{hall:D2}a", staff + (2 * hall), team, "值班台", "leader", "");
            Person($"l{hall:D2}b", staff + (2 * hall) + 1, team, "值班台", "leader", "");
        }
        teams.Append("support,综合组,Asia/Shanghai,CN\n");
        var more = staff + (2 * halls);
        Person("head", more, "support", "办公室", "hallLeader", "");
        Person("cara", more + 1, "support", "咨询室", "counsellor", "");
        Person("cleo", more + 2, "support", "咨询室", "counsellor", "");
        var policy = JsonNode.Parse(File.ReadAllText(Path.Combine(demo, "policy.json")))!;
        policy["crisisContacts"] = new JsonArray("cara", "cleo");
        policy["incident"]!["handler"] = new JsonArray("cara");
        policy["cover"]!["peakPost"] = new JsonArray("head");
        policy["posts"] = new JsonObject();
        File.WriteAllText(Path.Combine(folder, "teams.csv"), teams.ToString());
        File.WriteAllText(Path.Combine(folder, "people.csv"), people.ToString());
        File.WriteAllText(Path.Combine(folder, "shifts.csv"), shifts.ToString());
        File.WriteAllText(Path.Combine(folder, "policy.json"), policy.ToJsonString());
        Directory.CreateDirectory(Path.Combine(folder, "texts"));
        foreach (var text in Directory.GetFiles(Path.Combine(demo, "texts")))
            File.Copy(text, Path.Combine(folder, "texts", Path.GetFileName(text)), overwrite: true);
        return folder;
    }

    private static string AroundTheClock(int number, string id, string team, string post)
    {
        var (from, to) = (number % 3) switch { 0 => ("D+0T00:00", "D+0T08:00"), 1 => ("D+0T08:00", "D+0T16:00"), _ => ("D+0T16:00", "D+1T00:00") };
        return $"{id}-{{date}},{id},{team},{post},{from},{to},D-7..D+14\n";
    }
}
