using System.Globalization;
using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Imports;

/// <summary>Writes lists in the one form in which the store keeps them: dates are fixed, columns in their order, one line each.</summary>
internal static class ListText
{
    public static string Of(IEnumerable<Team> teams) => Text("id,name,timeZone,profile,hall", teams.Select(t => Line(t.Id, t.Name, t.TimeZone, t.Profile, t.Hall)));

    public static string Of(IEnumerable<Person> people) => Text(
        "id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup,hall",
        people.Select(p => Line(
            p.Id, p.Name, p.Email, p.EntraId, p.Language == Language.English ? "en" : "zh-CN", p.Team, p.Post, string.Join(';', p.Roles.Select(Word)), string.Join(';', p.Skills), p.BRole, p.BuddyGroup, p.Hall)));

    public static string Of(IEnumerable<Leave> leaves) => Text("person,from,to,kind", leaves.Select(l => Line(l.Person, Day(l.From), Day(l.To), l.Kind)));

    public static string Of(IEnumerable<(string Person, string Team, string Post)> places) => Text("person,team,post", places.Select(p => Line(p.Person, p.Team, p.Post)));

    public static string Of(IEnumerable<FormerPerson> people) => Text("id,name", people.Select(p => Line(p.Id, p.Name)));

    public static IReadOnlyList<(string Person, string Team, string Post)> Places(string text)
    {
        var faults = new FileFaults("places");
        var lists = new RosterLists();
        lists.TakeText(faults.File, text);
        return [.. (CsvLine.Read(lists, faults, ["person", "team", "post"]) ?? []).Select(l => (l["person"], l["team"], l["post"]))];
    }

    /// <summary>The teams of such a text; those of one that nothing can be read from are none.</summary>
    public static IReadOnlyList<Team> Teams(string text)
    {
        var lists = new RosterLists();
        lists.TakeText(RosterLists.Teams, text);
        return new TeamFile(lists).Teams;
    }

    /// <summary>How a list changes, by its lines.</summary>
    /// <param name="byId">Whether a line is known by its first cell; else a changed line is one gone and one new.</param>
    public static (ListChange Change, IReadOnlyList<string> New, IReadOnlyList<string> Gone) Compare(string file, string before, string after, bool byId)
    {
        var (old, now) = (Lines(before, byId), Lines(after, byId));
        List<string> added = [.. now.Keys.Where(k => !old.ContainsKey(k))];
        List<string> gone = [.. old.Keys.Where(k => !now.ContainsKey(k))];
        var same = now.Count(l => old.GetValueOrDefault(l.Key) == l.Value);
        return (new(file, added.Count, now.Count - added.Count - same, gone.Count, same), added, gone);
    }

    private static Dictionary<string, string> Lines(string text, bool byId)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
            lines[byId ? line[..line.IndexOf(',', StringComparison.Ordinal)] : line] = line;
        return lines;
    }

    private static string Text(string heading, IEnumerable<string> lines) => string.Concat(lines.Prepend(heading).Select(l => l + "\n"));

    private static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string cell) => cell.AsSpan().IndexOfAny(",\"") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(Role role) => role.ToString() is var word ? char.ToLowerInvariant(word[0]) + word[1..] : "";
}
