using System.Text.Json;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.LocalChat;

/// <summary>How an <see cref="Entry"/> lies in a row: partition = conversation, key = sequence, JSON over as many columns as it needs.</summary>
internal static class EntryRow
{
    // Below the 32 Ki characters of a column, with room for a pair that is kept whole.
    private const int Portion = 32_000;

    public static string Partition(string conversation) => Keys.Join("chat", conversation);

    public static bool IsEntry(Row row) => row.Partition.StartsWith("chat!", StringComparison.Ordinal);

    public static Dictionary<string, object> Columns(Entry entry)
    {
        var columns = new Dictionary<string, object>
        {
            ["Conversation"] = entry.Conversation,
            ["Sequence"] = entry.Sequence,
            ["Change"] = entry.Change,
            ["At"] = entry.At,
            ["Deleted"] = entry.Deleted,
        };
        if (entry.EditedAt is { } edited)
            columns["EditedAt"] = edited;
        var json = entry.Activity.GetRawText();
        for (var (start, n) = (0, 0); start < json.Length; n++)
        {
            var length = Math.Min(Portion, json.Length - start);
            // A column that ended within a surrogate pair would not survive UTF-8.
            if (char.IsHighSurrogate(json[start + length - 1]))
                length++;
            columns[$"Json{n}"] = json.Substring(start, length);
            start += length;
        }
        return columns;
    }

    public static Entry Read(Row row)
    {
        var parts = Enumerable.Range(0, row.Columns.Count)
            .Select(n => row.Columns.TryGetValue($"Json{n}", out var part) ? (string)part : null)
            .TakeWhile(part => part is not null);
        using var json = JsonDocument.Parse(string.Concat(parts), ActivityJson.Depth);
        return new Entry(
            (string)row.Columns["Conversation"],
            (long)row.Columns["Sequence"],
            (long)row.Columns["Change"],
            (DateTimeOffset)row.Columns["At"],
            row.Columns.TryGetValue("EditedAt", out var edited) ? (DateTimeOffset)edited : null,
            (bool)row.Columns["Deleted"],
            json.RootElement.Clone());
    }
}
