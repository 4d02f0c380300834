using System.Globalization;
using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Fifty staff in four teams with two shift ends each, or a crowd that leaves at once; two leaders for each team, a hall leader, three counsellors. Everybody works every day.</summary>
internal static class BigOrganisation
{
    public const int Staff = 50;

    private static readonly string[] Teams = ["north", "south", "phones", "cash"];

    /// <param name="policy">Changes the rules of the demonstration.</param>
    /// <param name="aMinuteLater">Every other of a shift leaves a minute later.</param>
    public static DemoOrganisation Make(Action<JsonObject>? policy = null, bool aMinuteLater = false) => Of(Everybody(aMinuteLater), "D-7..D+60", policy);

    /// <summary>So many staff in teams of fifty, whose shifts all end at <see cref="CrowdLeaves"/>, with two leaders for each team.</summary>
    public static DemoOrganisation Crowd(int staff, Action<JsonObject> policy) => Of(Crowd(staff), "D+0..D+1", policy);

    /// <summary>When a crowd's shifts end, in China.</summary>
    public static readonly TimeOnly CrowdLeaves = new(17, 0);

    private static DemoOrganisation Of(IEnumerable<Somebody> everybody, string days, Action<JsonObject>? policy) => new(change: folder =>
    {
        var people = everybody.ToList();
        Write(folder, "teams.csv", "id,name,timeZone,profile", [.. people.Select(p => p.Team).Distinct().Select(t => $"{t},{t},Asia/Shanghai,CN")]);
        Write(folder, "people.csv", "id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup", [.. people.Select((p, i) => Person(p, i))]);
        Write(folder, "shifts.csv", "id,person,team,post,start,end,days", [.. people.Select(p =>
            $"{p.Id}-{{date}},{p.Id},{p.Team},{p.Post},D+0T{p.Start:HH\\:mm},D+0T{p.End:HH\\:mm},{days}")]);
        File.Delete(Path.Combine(folder, "leave.csv"));
        var file = Path.Combine(folder, "policy.json");
        var rules = (JsonObject)JsonNode.Parse(File.ReadAllText(file))!;
        // Both leaders of a team are asked at once, and race.
        rules["escalation"]!["chains"]!["leader"]![0]!["everyone"] = true;
        rules["checkin"]!["remindAfter"] = "01:30:00";
        rules["crisisContacts"] = new JsonArray("c1", "c2");
        rules["incident"]!["handler"] = new JsonArray("c1");
        rules["cover"]!["peakPost"] = new JsonArray("c1");
        rules["posts"] = new JsonObject();
        policy?.Invoke(rules);
        File.WriteAllText(file, rules.ToJsonString());
    });

    private sealed record Somebody(string Id, string Role, string Team, string Post, string Buddies, TimeOnly Start, TimeOnly End);

    private static IEnumerable<Somebody> Everybody(bool aMinuteLater)
    {
        for (var i = 0; i < Staff; i++)
        {
            // Every half hour somebody's shift ends: the teams' early ones from 15:00, their late ones from 18:00.
            var (team, late) = (i % Teams.Length, i / Teams.Length % 2);
            var end = new TimeOnly(15, 0).AddMinutes((30 * team) + (180 * late));
            if (aMinuteLater && i / 8 % 2 == 1)
                end = end.AddMinutes(1);
            // The last two are no group of their own: who chooses a buddy has one.
            yield return new($"s{i + 1:00}", "staff", Teams[team], $"window {i + 1}", $"G{team}{Math.Min(i / 16, 2)}", end.AddHours(-8), end);
        }
        foreach (var team in Teams)
        {
            foreach (var n in new[] { 1, 2 })
                yield return new($"l{team}{n}", "leader", team, "desk", "", new(6, 0), new(23, 0));
        }
        foreach (var somebody in Support())
            yield return somebody;
    }

    private static IEnumerable<Somebody> Crowd(int staff)
    {
        const int Team = 50;
        for (var i = 0; i < staff; i++)
            yield return new($"s{i + 1:0000}", "staff", $"t{i / Team:00}", $"window {i + 1}", $"G{i / 4}", CrowdLeaves.AddHours(-8), CrowdLeaves);
        for (var team = 0; team * Team < staff; team++)
        {
            foreach (var n in new[] { 1, 2 })
                yield return new($"l{team:00}{n}", "leader", $"t{team:00}", "desk", "", new(6, 0), new(23, 0));
        }
        foreach (var somebody in Support())
            yield return somebody;
    }

    private static IEnumerable<Somebody> Support()
    {
        yield return new("h1", "hallLeader", "support", "office", "", new(8, 0), new(22, 0));
        foreach (var n in new[] { 1, 2, 3 })
            yield return new($"c{n}", "counsellor", "support", "room", "", new(8, 0), new(22, 0));
    }

    private static string Person(Somebody p, int i) => string.Create(CultureInfo.InvariantCulture,
        $"{p.Id},{p.Id} Demo,{p.Id}@example.com,00000000-0000-4000-8000-{i + 1:000000000000},{(i % 2 == 0 ? "zh-CN" : "en")},{p.Team},{p.Post},{p.Role},,,{p.Buddies}");

    private static void Write(string folder, string file, string head, IReadOnlyList<string> lines) =>
        File.WriteAllLines(Path.Combine(folder, file), lines.Prepend(head));
}
