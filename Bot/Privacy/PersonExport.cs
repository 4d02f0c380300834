using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Privacy;

/// <summary>Everything that is kept about a person, and nothing of anybody else: others stand there by their role, and what others wrote is left out.</summary>
/// <param name="takesFiles">See <see cref="Cloud.TakesFiles"/>: where the channel takes none, no content of a file is in the copy.</param>
public sealed class PersonExport(
    Holdings holdings, Roster.Roster roster, Readers readers, WordsVault vault, ReportFiles files, References references, OutOfReach outOfReach, AccessLog looks, ITable shifts, bool takesFiles, TimeProvider clock)
{
    private static readonly JsonWriterOptions Written = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Both files, of one pass over everything.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<PersonCopy> Make(Person person, CancellationToken cancel)
    {
        var found = await Gather(person, cancel);
        var kept = await files.Of(person.Id, found.Own.Select(o => o.Held.State).OfType<Incident>(), takesFiles, cancel);
        return new(Letter(found, kept), Document(found, kept), [.. kept.Where(f => f.How == FileCopy.Apart)], kept.Count > 0, clock.GetUtcNow());
    }

    private async Task<Found> Gather(Person person, CancellationToken cancel)
    {
        var context = await readers.For(person.Id, [], cancel);
        var (own, elsewhere) = (new List<Part>(), new List<Part>());
        await foreach (var held in holdings.Of(person.Id).WithCancellation(cancel))
        {
            var wrote = new List<string>();
            var tree = await Tree(person.Id, held, wrote, context.Texts);
            if (held.IsOwn)
                own.Add(new(held, tree, wrote));
            else
                elsewhere.Add(new(held, PartOf.Only(tree), wrote));
        }
        var (theirs, changes) = await DutiesOf(person.Id, context.Texts, cancel);
        var unreached = (await outOfReach.All(cancel)).FirstOrDefault(p => p.Person == person.Id);
        return new(person, context, own, elsewhere, theirs, changes, await looks.Of(person.Id, cancel), await references.Of(person.Id, cancel), unreached);
    }

    /// <summary>In UTF-8, with a byte order mark: old editors would else not read Chinese.</summary>
    private byte[] Letter(Found found, IReadOnlyList<ReportFile> kept)
    {
        var (person, context, own, elsewhere, theirs, _, readings, to, unreached) = found;
        var letter = new LetterView(
            person, theirs, roster.ListedLeaveOf(person.Id),
            [.. own.Select(o => new LetterRecord(o.Held.State, o.Wrote))],
            [.. elsewhere.Select(e => (e.Held.Key.Kind, NumberOf(e.Held.State), e.Wrote))],
            readings, to is not null, unreached?.Since,
            kept.GroupBy(f => f.File.Name).ToDictionary(f => f.Key, f => f.First().How, StringComparer.Ordinal), !takesFiles);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(DataLetter.Write(letter, context))];
    }

    private byte[] Document(Found found, IReadOnlyList<ReportFile> kept)
    {
        var (person, context, own, elsewhere, theirs, changes, readings, to, unreached) = found;
        var document = new JsonObject
        {
            ["person"] = PersonNode(person),
            ["madeAt"] = clock.GetUtcNow(),
            ["means"] = context.Texts.LetterMeans,
            ["shifts"] = new JsonArray([.. theirs.Select(s => new JsonObject { ["id"] = s.Id, ["team"] = s.Team, ["post"] = s.Post, ["start"] = s.Start, ["end"] = s.End })]),
            ["leave"] = new JsonArray([.. roster.ListedLeaveOf(person.Id).Select(l => new JsonObject { ["from"] = l.From.ToString("O", CultureInfo.InvariantCulture), ["to"] = l.To.ToString("O", CultureInfo.InvariantCulture), ["kind"] = l.Kind })]),
            ["dutyChanges"] = changes,
            ["records"] = new JsonArray([.. own.Select(o => Node(o.Held, o.Tree, context.Texts))]),
            ["partOfOthersRecords"] = new JsonArray([.. elsewhere.Select(e => Node(e.Held, e.Tree, context.Texts))]),
            ["looks"] = new JsonArray([.. readings.Select(l => LookNode(l, context))]),
            ["conversation"] = to is null ? null : new JsonObject { ["serviceUrl"] = to.ServiceUrl, ["conversationId"] = to.ConversationId, ["userId"] = to.UserId, ["tenantId"] = to.TenantId },
            ["outOfReach"] = unreached is null ? null : new JsonObject { ["why"] = unreached.Why.ToString(), ["since"] = unreached.Since },
            ["files"] = new JsonArray([.. kept.Select(f => FileNode(f, context.Texts))]),
        };
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, Written))
            document.WriteTo(json);
        return written.ToArray();
    }

    /// <summary>A record as its person may read it.</summary>
    private async Task<JsonObject> Tree(string person, Held held, List<string> wrote, Texts t)
    {
        var opened = new Dictionary<Words, string?>();
        List<Words> theirs = [];
        new RecordTree { Person = id => id, Words = (_, w) => { if (w.Owner == person) theirs.Add(w); return null; } }.Walk(held.State);
        foreach (var words in theirs.Distinct())
            opened[words] = await Opened(words);
        return new RecordTree
        {
            Person = id => Told(id, person, t),
            Words = (property, words) =>
            {
                if (words.Owner != person)
                    return t.NotYourWords;
                // Whom words name is sealed apart from them, by id; that is told as a number.
                if (property.StartsWith("named", StringComparison.OrdinalIgnoreCase))
                    return opened[words] is { } list ? NamedPeople.Read(list).Count() : t.WordsGone;
                if (opened[words] is not { } said)
                    return t.WordsGone;
                wrote.Add(said);
                return PartOf.Yours(said);
            },
        }.Walk(held.State);
    }

    private async Task<string?> Opened(Words words)
    {
        try
        {
            return await vault.Open(words.Owner, words.Seal);
        }
        catch (WordsUnreadableException)
        {
            return null;
        }
    }

    /// <summary>The id of somebody becomes their role; the person's own becomes "you". What is nobody's stays, such as the address of a channel.</summary>
    private string Told(string id, string person, Texts t) =>
        id == person ? PartOf.You
        : roster.Find(id) is { } other ? t.Role(other.Title)
        : roster.Former.Any(f => f.Id == id) ? t.SomebodyElse
        : id;

    /// <summary>A record in which the person stands, as they may read it.</summary>
    /// <param name="Wrote">What they wrote in it.</param>
    private sealed record Part(Held Held, JsonObject? Tree, IReadOnlyList<string> Wrote);

    /// <summary>Everything of a person; both files are made from it.</summary>
    private sealed record Found(
        Person Person, CardContext Context, IReadOnlyList<Part> Own, IReadOnlyList<Part> Elsewhere, IReadOnlyList<Shift> Shifts, JsonArray Changes, IReadOnlyList<LookedAt> Readings, ConversationReference? To, UnreachablePerson? Unreached);

    private static JsonObject Node(Held held, JsonObject? tree, Texts t) => new()
    {
        ["kind"] = held.Key.Kind,
        ["number"] = NumberOf(held.State),
        ["record"] = PartOf.Said(tree, t.LetterYou),
        ["id"] = held.Key.Id,
    };

    private static JsonObject FileNode(ReportFile file, Texts t) => new()
    {
        ["number"] = file.Number,
        ["kind"] = file.File.Kind.ToString(),
        ["bytes"] = file.File.Bytes,
        ["sha256"] = file.File.Sha256,
        ["at"] = file.File.At,
        ["how"] = t.LetterFileIs(file.How),
        ["base64"] = file.Content is { } content ? Convert.ToBase64String(content) : null,
    };

    private static JsonObject LookNode(LookedAt look, CardContext c) => new()
    {
        ["at"] = look.At,
        ["as"] = c.Texts.Name(look.Viewer),
        ["who"] = look.IsNamed ? c.Name(look.Reader) : null,
        ["number"] = look.Item,
        ["what"] = c.Texts.Words(look.Facts),
        ["because"] = c.Texts.LookedBecause(look.Ground),
    };

    private static JsonObject PersonNode(Person p) => new()
    {
        ["id"] = p.Id,
        ["name"] = p.Name,
        ["email"] = p.Email,
        ["entraId"] = p.EntraId,
        ["language"] = p.Language.ToString(),
        ["team"] = p.Team,
        ["post"] = p.Post,
        ["hall"] = p.Hall,
        ["roles"] = new JsonArray([.. p.Roles.Select(r => JsonValue.Create(r.ToString()))]),
        ["skills"] = new JsonArray([.. p.Skills.Select(s => JsonValue.Create(s))]),
        ["buddyGroup"] = p.BuddyGroup,
        ["hasBRole"] = p.BRole.Length > 0,
    };

    private static string NumberOf(FlowState state) => state switch
    {
        Escalation c => c.Number,
        Dialogs.Alerts.Alert a => a.Number,
        Incident i => i.Number ?? "",
        Statement s => s.Number,
        Review r => r.Restricted ? "" : r.Incident.Number,
        _ => "",
    };

    /// <summary>The person's duties, and the changes of duties in which they stand.</summary>
    private async Task<(IReadOnlyList<Shift> Shifts, JsonArray Changes)> DutiesOf(string person, Texts t, CancellationToken cancel)
    {
        var (found, changes) = (new List<Shift>(), new JsonArray());
        await foreach (var row in shifts.ScanFor([person], cancel))
        {
            if (row.Columns.ContainsKey("start") && Equals(row.Columns.GetValueOrDefault("person"), person))
                found.Add(Roster.ShiftRow.Read(row.Partition[(row.Partition.IndexOf('!', StringComparison.Ordinal) + 1)..], row));
            else if (row.Columns.Any(c => Roster.ShiftRow.People.Contains(c.Key) && Equals(c.Value, person)))
                changes.Add(new JsonObject(row.Columns.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)JsonValue.Create(
                    c.Value is string id && Roster.ShiftRow.People.Contains(c.Key) ? Told(id, person, t).Replace(PartOf.You, t.LetterYou, StringComparison.Ordinal) : c.Value.ToString())))));
        }
        return ([.. found.OrderBy(s => s.Start)], changes);
    }
}
