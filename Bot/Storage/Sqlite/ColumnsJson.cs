using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>
/// Columns as one JSON object. Strings and booleans stand as they are; every other value is a pair of its type and its text,
/// so that each comes back as the type it was: <c>{"Name":"Li","Stress":["int","5"],"Due":["instant","2026-03-01T08:00:00.0000000Z"]}</c>.
/// </summary>
public static class ColumnsJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The stored text; a null column is left out.</summary>
    public static string Write(IReadOnlyDictionary<string, object> columns)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            foreach (var (name, value) in columns)
                WriteColumn(json, name, value);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The columns of a stored text.</summary>
    /// <exception cref="FormatException">The text is not of this form; the message does not repeat it.</exception>
    public static IReadOnlyDictionary<string, object> Read(string stored)
    {
        try
        {
            using var document = JsonDocument.Parse(stored);
            var columns = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var column in document.RootElement.EnumerateObject())
                columns[column.Name] = ReadValue(column.Value);
            return columns;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new FormatException("A stored row cannot be read: its columns are no JSON object of the expected form.");
        }
    }

    private static void WriteColumn(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: json.WriteString(name, text); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case int number: WritePair(json, name, "int", number.ToString(CultureInfo.InvariantCulture)); break;
            case long number: WritePair(json, name, "long", number.ToString(CultureInfo.InvariantCulture)); break;
            case double number: WritePair(json, name, "double", number.ToString("R", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset instant: WritePair(json, name, "instant", instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: WritePair(json, name, "bytes", Convert.ToBase64String(bytes)); break;
            default: throw new ArgumentException($"Column '{name}' has the type {value.GetType().Name}, which no store keeps.");
        }
    }

    private static void WritePair(Utf8JsonWriter json, string name, string type, string text)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(type);
        json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static object ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => ReadPair(value[0].GetString(), value[1].GetString()!),
    };

    private static object ReadPair(string? type, string text) => type switch
    {
        "int" => int.Parse(text, CultureInfo.InvariantCulture),
        "long" => long.Parse(text, CultureInfo.InvariantCulture),
        "double" => double.Parse(text, CultureInfo.InvariantCulture),
        "instant" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        "bytes" => Convert.FromBase64String(text),
        _ => throw new FormatException($"A stored column has the unknown type '{type}'."),
    };
}
