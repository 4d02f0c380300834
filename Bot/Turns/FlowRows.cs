using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// The rows of a record in the table <c>Flows</c>: partition <c>kind!owner</c> (a trend's is that of the
/// check-ins); keys <c>id!s</c> state, <c>id!o!…</c> outbox,
/// <c>id!c!…</c> where cards stand, <c>id!i!…</c> what was seen.
/// </summary>
public sealed class FlowRows(ITable table, IReadOnlyDictionary<string, IFlow> flows)
{
    public const string TableName = "Flows";

    public static string PartitionOf(FlowKey key) => PartitionOf(key.Kind, key.Owner);

    /// <summary>A trend stands with its person's check-ins, so that an answer and what is learned from it are one commit.</summary>
    private static string PartitionOf(string kind, string owner) => Keys.Join(kind == Trend.Kind ? CheckIn.Kind : kind, owner);

    public static string StateKey(FlowKey key) => Keys.Join(key.Id, "s");

    public static string PlacesKey(FlowKey key, Slot slot) => Keys.Join(key.Id, "c", slot.Name, slot.Person);

    public static string SeenKey(FlowKey key, string name) => Keys.Join(key.Id, "i", name);

    public static string OutboxKey(FlowKey key, Effect effect) => effect switch
    {
        Show s => Keys.Join(key.Id, "o", "show", s.Slot.Name, s.Slot.Person),
        Signal s => Keys.Join(key.Id, "o", "signal", s.Name),
        _ => throw new ArgumentException("No other effect is stored.", nameof(effect)),
    };

    /// <summary>The state of a record alone, by one point read; null where there is none.</summary>
    public static async ValueTask<T?> StateOf<T>(ITable table, FlowKey key, JsonTypeInfo<T> json, CancellationToken cancel) where T : FlowState =>
        await table.Get(PartitionOf(key), StateKey(key), cancel) is { } row ? RecordColumns.Read(row.Columns, json) : null;

    public async ValueTask<FlowRecord> Read(FlowKey key, CancellationToken cancel)
    {
        var id = Keys.Join(key.Id);
        var rows = await table.Range(PartitionOf(key), id + "!", id + Keys.AfterSeparator, cancel: cancel);
        return Gather(key, rows);
    }

    /// <summary>The record of one that only listens: it is its state and nothing else.</summary>
    public async ValueTask<FlowRecord> ReadState(FlowKey key, CancellationToken cancel) =>
        Gather(key, await table.Get(PartitionOf(key), StateKey(key), cancel) is { } row ? [row] : []);

    /// <summary>The records of an owner with ids from <paramref name="fromId"/> on, in order of id.</summary>
    public async ValueTask<IReadOnlyList<FlowRecord>> ReadAll(string kind, string owner, string fromId, CancellationToken cancel)
    {
        var rows = await table.Range(PartitionOf(kind, owner), Keys.Join(fromId), "~", cancel: cancel);
        return [.. Records(rows).Where(g => IsOf(kind, g)).Select(g => Gather(new(kind, owner, Id(g)), g))];
    }

    /// <summary>At most <paramref name="most"/> records of an owner with ids behind <paramref name="afterId"/>, in order of id, and whether there are more.</summary>
    /// <param name="afterId">Empty for the first.</param>
    public async ValueTask<(IReadOnlyList<FlowRecord> Records, bool More)> ReadSome(string kind, string owner, string afterId, int most, CancellationToken cancel)
    {
        var from = afterId.Length == 0 ? "" : Keys.Join(afterId) + Keys.AfterSeparator;
        // Whatever number of rows a record has, one that is cut off at the end is read again with the next.
        for (var limit = most * 8; ; limit *= 2)
        {
            var rows = await table.Range(PartitionOf(kind, owner), from, "~", limit, cancel);
            var whole = Records(rows).SkipLast(rows.Count < limit ? 0 : 1).Where(g => IsOf(kind, g)).ToList();
            if (whole.Count > 0 || rows.Count < limit)
                return ([.. whole.Take(most).Select(g => Gather(new(kind, owner, Id(g)), g))], rows.Count == limit || whole.Count > most);
        }
    }

    /// <summary>Every record that has a state.</summary>
    public async IAsyncEnumerable<ScannedRecord> Scan()
    {
        var waits = "";
        await foreach (var row in table.Scan())
        {
            var record = row.Partition + "!" + row.Key[..row.Key.IndexOf('!', StringComparison.Ordinal)];
            if (row.Key.Contains("!o!", StringComparison.Ordinal))
                waits = record;
            if (!row.Columns.ContainsKey("flowKind"))
                continue;
            var key = new FlowKey((string)row.Columns["flowKind"], (string)row.Columns["flowOwner"], (string)row.Columns["flowId"]);
            yield return new(key, (int)row.Columns["flowVersion"], row.Columns.GetValueOrDefault("flowNextAt") as DateTimeOffset?, waits == record, () => Readable(key.Kind, row));
        }
    }

    /// <summary>Records in the row of whose state a text stands, as it is or as JSON writes it, without those that this program cannot read; much cheaper than to read every state.</summary>
    public async IAsyncEnumerable<(FlowKey Key, int Version, FlowState State)> Holding(string text, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        string[] written = [text, JsonEncodedText.Encode(text).ToString()];
        await foreach (var row in table.ScanFor(written, cancel))
        {
            if (row.Columns.GetValueOrDefault("flowKind") is string kind && row.Columns.Values.OfType<string>().Any(c => written.Any(w => c.Contains(w, StringComparison.Ordinal))) && Readable(kind, row) is { } state)
                yield return (new(kind, (string)row.Columns["flowOwner"], (string)row.Columns["flowId"]), (int)row.Columns["flowVersion"], state);
        }
    }

    /// <summary>Every state of a kind; null for a row that this program cannot read.</summary>
    public IAsyncEnumerable<FlowState?> States(string kind) => Scan().Where(r => r.Key.Kind == kind).Select(r => r.State());

    /// <summary>The record without its state: also of one whose state this program cannot read.</summary>
    public async ValueTask<FlowRecord> ReadOutbox(FlowKey key, CancellationToken cancel)
    {
        var id = Keys.Join(key.Id);
        var rows = await table.Range(PartitionOf(key), id + "!", id + Keys.AfterSeparator, cancel: cancel);
        return Gather(key, rows.Where(r => r.Key != StateKey(key)));
    }

    private FlowState? Readable(string kind, Row row)
    {
        try
        {
            return flows[kind].Read(row.Columns);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The state's columns with what the turns add.</summary>
    public Dictionary<string, object> StateColumns(FlowKey key, FlowState state, int version)
    {
        var columns = flows[key.Kind].Write(state);
        columns["flowKind"] = key.Kind;
        columns["flowOwner"] = key.Owner;
        columns["flowId"] = key.Id;
        columns["flowVersion"] = version;
        if (state.NextAt is { } next)
            columns["flowNextAt"] = next.ToUniversalTime();
        return columns;
    }

    public static Dictionary<string, object> OutboxColumns(OutboxRow row)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["effect"] = JsonSerializer.Serialize(row.Effect, DialogsJson.Default.Effect),
            ["version"] = row.Version,
            ["wants"] = row.Wants,
            ["writtenAt"] = row.WrittenAt,
            ["tries"] = row.Tries,
        };
        if (row.ClaimedBy is { } by)
            columns["claimedBy"] = by;
        if (row.ClaimedUntil is { } until)
            columns["claimedUntil"] = until;
        if (row.NotBefore is { } notBefore)
            columns["notBefore"] = notBefore;
        if (row.MaybeShown)
            columns["maybeShown"] = true;
        return columns;
    }

    public static Dictionary<string, object> PlacesColumns(CardPlaces places) => new(StringComparer.Ordinal)
    {
        ["card"] = places.Slot.Name,
        ["reader"] = places.Slot.Person,
        ["activities"] = string.Join('\n', places.Activities),
        ["postedFor"] = places.PostedFor,
    };

    /// <summary>Whose card a row places, or is to send; null for every other row.</summary>
    public static string? ReaderOf(Row row) => row.Columns.ContainsKey("effect") ? (Outbox(row).Effect as Show)?.Slot.Person : row.Columns.GetValueOrDefault("reader") as string;

    /// <summary>Writes a place on the version that was read.</summary>
    public static Change PlacesChange(FlowKey key, CardPlaces places) => places.ETag.Length == 0
        ? Change.Insert(PlacesKey(key, places.Slot), PlacesColumns(places))
        : Change.Replace(PlacesKey(key, places.Slot), PlacesColumns(places), places.ETag);

    private FlowRecord Gather(FlowKey key, IEnumerable<Row> rows)
    {
        FlowState? state = null;
        var etag = "";
        var version = 0;
        var waiting = new List<OutboxRow>();
        var standing = new Dictionary<string, CardPlaces>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var kind = row.Key[row.Key.IndexOf('!', StringComparison.Ordinal) + 1];
            switch (kind)
            {
                case 's':
                    state = flows[key.Kind].Read(row.Columns);
                    etag = row.ETag;
                    version = (int)row.Columns["flowVersion"];
                    break;
                case 'o':
                    waiting.Add(Outbox(row));
                    break;
                case 'c':
                    standing[row.Key] = Places(row);
                    break;
                default:
                    seen.Add(row.Key);
                    break;
            }
        }
        return new(key, state, etag, version, [.. waiting.OrderBy(w => w.Version)], standing, seen);
    }

    private static IEnumerable<IGrouping<string, Row>> Records(IEnumerable<Row> rows) =>
        rows.GroupBy(r => r.Key[..r.Key.IndexOf('!', StringComparison.Ordinal)]);

    /// <summary>Records of another kind may stand in the same partition.</summary>
    private static bool IsOf(string kind, IEnumerable<Row> rows) =>
        rows.All(r => r.Columns.GetValueOrDefault("flowKind") is not string other || other == kind);

    private static string Id(IEnumerable<Row> rows) =>
        rows.FirstOrDefault(r => r.Columns.ContainsKey("flowId")) is { } row ? (string)row.Columns["flowId"] : "";

    private static OutboxRow Outbox(Row row) => new(
        row.Key,
        row.ETag,
        JsonSerializer.Deserialize((string)row.Columns["effect"], DialogsJson.Default.Effect)!,
        (int)row.Columns["version"],
        (int)row.Columns["wants"],
        (DateTimeOffset)row.Columns["writtenAt"],
        row.Columns.GetValueOrDefault("claimedBy") as string,
        row.Columns.GetValueOrDefault("claimedUntil") as DateTimeOffset?,
        row.Columns.GetValueOrDefault("notBefore") as DateTimeOffset?,
        (int)row.Columns["tries"])
    {
        MaybeShown = row.Columns.ContainsKey("maybeShown"),
    };

    private static CardPlaces Places(Row row) => new(
        new((string)row.Columns["card"], (string)row.Columns["reader"]),
        ((string)row.Columns["activities"]).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        (int)row.Columns["postedFor"],
        row.ETag);
}
