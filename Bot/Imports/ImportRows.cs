using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Imports;

/// <summary>
/// Imports as rows. All that an import says is staged in a partition of its own; one conditional write then makes it the last one, and with that the truth.
/// What was staged and never became the truth is nothing, and goes after a day.
/// </summary>
internal sealed class ImportRows(ITable table)
{
    /// <summary>Changes of shifts in one staged row: about as many as four batches hold.</summary>
    public const int EditsInRow = 198;

    private const string Book = "roster";
    private const string HeadKey = "head";
    private const int RowBytes = 60 * 1024;
    private const int RowsAtOnce = 20;
    private static readonly TimeSpan StagedFor = TimeSpan.FromDays(1);

    /// <summary>The last import and the version of the row that says so; null before the first.</summary>
    public async Task<(ImportRecord Record, string ETag)?> Head(CancellationToken cancel) =>
        await table.Get(Book, HeadKey, cancel) is { } row ? (ImportRecord.Read(row), row.ETag) : null;

    /// <summary>The imports, the oldest first.</summary>
    public async Task<IReadOnlyList<ImportRecord>> Past(CancellationToken cancel) =>
        [.. (await table.Range(Book, "past!", "past\"", int.MaxValue, cancel)).Select(ImportRecord.Read)];

    /// <summary>Stages what an import says; false steps are without harm.</summary>
    /// <param name="staged">Told how many changes of shifts are staged.</param>
    public async Task Stage(string id, ImportedLists? lists, ShiftEdits edits, DateTimeOffset at, Action<int>? staged, CancellationToken cancel)
    {
        foreach (var old in await table.Range(Book, "staged!", "staged\"", int.MaxValue, cancel))
        {
            if ((DateTimeOffset)old.Columns["at"] + StagedFor < at)
                await Forget((string)old.Columns["import"], cancel);
        }
        await table.Commit(Book, [Change.Upsert(StagedKey(id), new Dictionary<string, object> { ["import"] = id, ["at"] = at.ToUniversalTime() })], cancel);
        var batch = new List<Change>();
        foreach (var (name, text) in lists?.All ?? [])
        {
            foreach (var (i, data) in Pack(Encoding.UTF8.GetBytes(text)).Chunk(RowBytes).Index())
                await Add(Keys.Join("text", name, i.ToString("D4", CultureInfo.InvariantCulture)), data);
        }
        var (part, number, done) = (new List<ShiftEdit>(EditsInRow), 0, 0);
        await foreach (var edit in edits.Read(cancel))
        {
            if (part.Count == EditsInRow || (part.Count > 0 && part[0].Team != edit.Team))
                await Flush();
            part.Add(edit);
        }
        await Flush();
        if (batch.Count > 0)
            await table.Commit(Of(id), batch, cancel);

        async Task Flush()
        {
            foreach (var data in Packed(part))
                await Add(Keys.Join("edit", number++.ToString("D6", CultureInfo.InvariantCulture)), data);
            staged?.Invoke(done += part.Count);
            part.Clear();
        }

        async Task Add(string key, byte[] data)
        {
            batch.Add(Change.Upsert(key, new Dictionary<string, object> { ["data"] = data }));
            if (batch.Count < RowsAtOnce)
                return;
            await table.Commit(Of(id), batch, cancel);
            batch.Clear();
        }
    }

    /// <summary>Makes a staged import the last one: from now on it is the truth. False when somebody else was first.</summary>
    /// <param name="etag">Of the head that it follows; null for none.</param>
    public async Task<bool> Begin(ImportRecord record, string? etag, CancellationToken cancel) => (await table.Commit(
        Book,
        [
            etag is null ? Change.Insert(HeadKey, record.Columns()) : Change.Replace(HeadKey, record.Columns(), etag),
            Change.Insert(ImportRecord.Key(record.Number), record.Columns()),
            Change.Delete(StagedKey(record.Id), "*"),
        ],
        cancel)).Committed;

    /// <summary>Notes that all of it is written. Somebody else may have noted it first.</summary>
    public Task End(ImportRecord record, string etag, CancellationToken cancel) =>
        table.Commit(Book, [Change.Replace(HeadKey, record.Columns(), etag), Change.Upsert(ImportRecord.Key(record.Number), record.Columns())], cancel).AsTask();

    /// <summary>Deletes what an import staged; its line in the history stays.</summary>
    public async Task Forget(string id, CancellationToken cancel)
    {
        while (await table.Range(Of(id), "", "~", Change100, cancel) is { Count: > 0 } rows)
            await table.Commit(Of(id), [.. rows.Select(r => Change.Delete(r.Key, "*"))], cancel);
        await table.Commit(Book, [Change.Delete(StagedKey(id), "*")], cancel);
    }

    public async Task<ImportedLists> Lists(string id, CancellationToken cancel)
    {
        var texts = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        foreach (var row in await table.Range(Of(id), "text!", "text\"", int.MaxValue, cancel))
        {
            var name = row.Key.Split('!')[1];
            if (!texts.TryGetValue(name, out var text))
                texts[name] = text = new();
            text.Write((byte[])row.Columns["data"]);
        }
        string Text(string name) => Encoding.UTF8.GetString(Unpack(texts[name].ToArray()));
        return new(Text(Roster.RosterLists.Teams), Text(Roster.RosterLists.People), Text(Roster.RosterLists.Leave), Text(nameof(ImportedLists.Places)), Text(nameof(ImportedLists.FormerTeams)), Text(nameof(ImportedLists.FormerPeople)));
    }

    /// <summary>The changes of shifts, a staged row at a time, all of one team.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ShiftEdit>> Edits(string id, [EnumeratorCancellation] CancellationToken cancel)
    {
        var from = "edit!";
        while (await table.Range(Of(id), from, "edit\"", RowsAtOnce, cancel) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                yield return JsonSerializer.Deserialize(Unpack((byte[])row.Columns["data"]), ImportJson.Default.ListShiftEdit)!;
            from = rows[^1].Key + "!";
        }
    }

    private const int Change100 = StoreLimits.BatchChanges;

    private static string Of(string id) => Keys.Join("import", id);

    private static string StagedKey(string id) => Keys.Join("staged", id);

    /// <summary>As one row, or as several where ids and posts are so long that one would be too large.</summary>
    private static IEnumerable<byte[]> Packed(List<ShiftEdit> edits)
    {
        if (edits.Count == 0)
            return [];
        var data = Pack(JsonSerializer.SerializeToUtf8Bytes(edits, ImportJson.Default.ListShiftEdit));
        return data.Length <= RowBytes || edits.Count == 1 ? [data] : Packed(edits[..(edits.Count / 2)]).Concat(Packed(edits[(edits.Count / 2)..]));
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest))
            deflate.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] bytes)
    {
        using var deflate = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new MemoryStream();
        deflate.CopyTo(text);
        return text.ToArray();
    }
}
