using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Reads every stored review and writes the redacted face of the log.</summary>
public sealed class IncidentExport(Func<FlowRows> rows, WordsVault vault, Roster.Roster roster, AccessLog looks)
{
    /// <summary>An id with fewer letters could be an ordinary word or number; of those whom the record itself knows, shorter ones go too.</summary>
    private const int LettersOfAnId = 4, LettersOfItsOwn = 3;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string[] names =
    [
        .. roster.People.Select(p => p.Name),
        .. roster.Former.Select(p => p.Name),
        .. roster.People.Select(p => p.Id).Concat(roster.Former.Select(p => p.Id)).Where(id => id.Count(char.IsLetter) >= LettersOfAnId),
    ];

    private readonly HashSet<string> known = [.. roster.People.Select(p => p.Id), .. roster.Former.Select(p => p.Id)];

    /// <summary>The lines of what happened on these days, in the order of their numbers, how many records could not be read, and how many people stand in the records of whose name nothing is known.</summary>
    public async Task<(IReadOnlyList<LogEntry> Entries, int Unreadable, int Strangers)> Read(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (entries, unreadable) = (new List<LogEntry>(), 0);
        var strangers = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var state in rows().States(ReviewKeys.Kind).WithCancellation(cancel))
        {
            if (state is not Review review)
            {
                unreadable++;
                continue;
            }
            var zone = ZoneOf(review);
            if (review.Restricted || LocalTime.DayOf(review.Incident.OccurredAt, zone) is var day && (day < from || day > to))
                continue;
            var opened = await Opened(review);
            strangers.UnionWith(review.People.Where(p => !known.Contains(p) && !Pseudonym.Is(p)));
            string[] itsOwn = [.. names, .. review.People.Where(p => p.Count(char.IsLetter) >= LettersOfItsOwn)];
            if (IncidentLog.Of(review, words => opened.GetValueOrDefault(words), itsOwn, TitleOf, zone) is { } entry)
            {
                entries.Add(entry);
                foreach (var person in review.Incident.Affected.Append(review.Incident.Reporter).Distinct())
                    await looks.Note(new(person, "", review.Incident.Number, Viewer.Administrator, Ground.Reported, [Dialogs.People.Fact.IncidentReport]), AccessLog.Operator, cancel);
            }
        }
        return ([.. entries.OrderBy(e => OrderOf(e.Number))], unreadable, strangers.Count);
    }

    /// <summary>As CSV (RFC 4180): a header, comma, CRLF, UTF-8 without a byte order mark.</summary>
    public static byte[] Csv(IEnumerable<LogEntry> entries)
    {
        var columns = typeof(LogEntry).GetProperties();
        var text = new StringBuilder().AppendJoin(',', columns.Select(c => JsonNamingPolicy.CamelCase.ConvertName(c.Name))).Append("\r\n");
        foreach (var entry in entries)
            text.AppendJoin(',', columns.Select(c => Quoted(Harmless(Text(c.GetValue(entry)))))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>As a list of objects with the same names, UTF-8 without a byte order mark.</summary>
    public static byte[] JsonOf(IEnumerable<LogEntry> entries) => JsonSerializer.SerializeToUtf8Bytes(entries.ToList(), Json);

    /// <summary>A day with more than 999 reports has numbers of four digits.</summary>
    private static (string Day, int Count) OrderOf(string number)
    {
        var at = number.LastIndexOf('-');
        return int.TryParse(number.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (number[..at], count) : (number, 0);
    }

    private static string Text(object? value) => value switch { null => "", bool b => b ? "true" : "false", _ => Convert.ToString(value, CultureInfo.InvariantCulture)! };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A sheet would compute what begins like a formula, in either width; an apostrophe keeps it text.</summary>
    private static string Harmless(string text)
    {
        var first = text.TrimStart();
        return text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || (first.Length > 0 && first[0] is '=' or '+' or '-' or '@' or '|' or '＝' or '＋' or '－' or '＠'))
            ? "'" + text
            : text;
    }

    private async Task<Dictionary<Words, string>> Opened(Review review)
    {
        var opened = new Dictionary<Words, string>();
        Words?[] words = [review.Incident.Details?.Description, review.NoneBecause, review.Reply, .. review.Corrections.Select(c => c.Action)];
        foreach (var sealedWords in words.OfType<Words>().Distinct())
        {
            try
            {
                opened[sealedWords] = await vault.Open(sealedWords.Owner, sealedWords.Seal);
            }
            catch (WordsUnreadableException)
            {
                // The line is complete but for these words, and says so.
                opened[sealedWords] = IncidentLog.Unreadable;
            }
        }
        return opened;
    }

    private TimeZoneInfo ZoneOf(Review review) =>
        roster.WorkingHoursOf(review.Incident.Team)?.Zone ?? roster.ZoneOf(roster.Teams[0].Id);

    private Role TitleOf(string person) => roster.Find(person)?.Title ?? Role.Staff;
}
