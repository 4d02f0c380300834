using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Looks through a whole store for whatever tells who somebody is: id, name, address, account, the channel's id of them and of their chat.</summary>
internal static partial class StoreScan
{
    /// <summary>The duties of an employee, and what the local page shows, are nobody's record.</summary>
    private static readonly string[] Elsewhere = [Startup.RosterTable, RosterImports.TableName];

    /// <summary>Each row that tells of them, with all that stands in it.</summary>
    public static async Task<IReadOnlyList<string>> Find(Hall hall, Person person)
    {
        // Ids of the hall are short: they count where they stand by themselves.
        var tells = string.Join('|', new[] { person.Id, person.Name, person.Email, person.EntraId, $"29:{person.Id}", $"conversation-{person.Id}" }.Select(Regex.Escape));
        var tell = new Regex($"(?<![A-Za-z0-9])({tells})(?![A-Za-z0-9])", RegexOptions.CultureInvariant);
        var found = new List<string>();
        foreach (var table in Startup.Tables.Except(Elsewhere))
        {
            await foreach (var row in hall.Store.Table(table).Scan())
            {
                var text = $"{table} {Plain(row.Partition)} {Plain(row.Key)} {string.Join(' ', row.Columns.Select(c => $"{c.Key}={Told(c.Value)}"))}";
                if (tell.IsMatch(text))
                    found.Add(text);
            }
        }
        await foreach (var file in hall.Store.Files.PutBefore(DateTimeOffset.MaxValue))
        {
            if (tell.IsMatch(Told((await hall.Store.Files.Get(file))!)))
                found.Add($"file {file}");
        }
        return found;
    }

    /// <summary>What stands in the store, in an order of its own and without what every writing changes: versions, seals, and what is still on its way to cards.</summary>
    public static async Task<IReadOnlyList<string>> Told(Hall hall)
    {
        var told = new List<string>();
        foreach (var table in Startup.Tables)
        {
            await foreach (var row in hall.Store.Table(table).Scan())
            {
                if (table == FlowRows.TableName && !row.Columns.ContainsKey("flowKind"))
                    continue;
                var columns = row.Columns.Where(c => c.Key != "flowVersion" && c.Value is not byte[]).OrderBy(c => c.Key, StringComparer.Ordinal);
                told.Add(Seal().Replace($"{table} {row.Partition} {row.Key} {string.Join(' ', columns.Select(c => $"{c.Key}={c.Value}"))}", "sealed"));
            }
        }
        told.Sort(StringComparer.Ordinal);
        return [.. told, .. await hall.Store.Files.PutBefore(DateTimeOffset.MaxValue).Order().ToListAsync()];
    }

    private static string Told(object value) => value switch
    {
        string text => UnicodeSign().Replace(text, Sign),
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => "",
    };

    /// <summary>A key as it was before it was escaped.</summary>
    private static string Plain(string key) => EscapedSign().Replace(key, Sign);

    private static string Sign(Match match) => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex(@"w1\.[A-Za-z0-9_-]+")]
    private static partial Regex Seal();

    [GeneratedRegex("=([0-9A-Fa-f]{4})")]
    private static partial Regex EscapedSign();

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex UnicodeSign();
}
