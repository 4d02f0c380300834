using System.Buffers;
using System.Globalization;
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

    /// <summary>The stored text in UTF-8; a null column is left out.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, object> columns)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            foreach (var (name, value) in columns)
                WriteColumn(json, name, value);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A part of a column's text as it stands in the stored text.</summary>
    /// <param name="part">Whole characters.</param>
    public static byte[] Written(string part) => [.. JsonEncodedText.Encode(part, Writing.Encoder).EncodedUtf8Bytes];

    /// <summary>The columns of a stored text in UTF-8.</summary>
    /// <exception cref="FormatException">The text is not of this form; the message does not repeat it.</exception>
    public static IReadOnlyDictionary<string, object> Read(ReadOnlySpan<byte> stored)
    {
        try
        {
            var json = new Utf8JsonReader(stored);
            Expect(json.Read() && json.TokenType == JsonTokenType.StartObject);
            var columns = new Dictionary<string, object>(StringComparer.Ordinal);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                columns[name] = ReadValue(ref json);
            }
            Expect(json.TokenType == JsonTokenType.EndObject && !json.Read());
            return columns;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or OverflowException)
        {
            throw Unreadable();
        }
    }

    private static FormatException Unreadable() => new("A stored row cannot be read: its columns are no JSON object of the expected form.");

    private static void Expect(bool form)
    {
        if (!form)
            throw Unreadable();
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

    private static object ReadValue(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString()!,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.StartArray => ReadPair(ref json),
        _ => throw Unreadable(),
    };

    private static object ReadPair(ref Utf8JsonReader json)
    {
        Expect(json.Read() && json.TokenType == JsonTokenType.String);
        var type = json.GetString()!;
        Expect(json.Read() && json.TokenType == JsonTokenType.String);
        object value = type switch
        {
            "int" => int.Parse(json.ValueSpan, CultureInfo.InvariantCulture),
            "long" => long.Parse(json.ValueSpan, CultureInfo.InvariantCulture),
            "double" => double.Parse(json.ValueSpan, CultureInfo.InvariantCulture),
            "instant" => json.GetDateTimeOffset(),
            "bytes" => json.GetBytesFromBase64(),
            _ => throw new FormatException($"A stored column has the unknown type '{type}'."),
        };
        Expect(json.Read() && json.TokenType == JsonTokenType.EndArray);
        return value;
    }
}
