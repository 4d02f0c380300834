using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// A record as the columns of a row and back: numbers, words and instants are columns of their own, so that results can be queried;
/// whatever is nested is a JSON text. Unknown columns are ignored and missing ones are null, so rows of other versions stay readable.
/// </summary>
public static class RecordColumns
{
    // What is read was written here; the serialiser finds what is not.
    private static readonly JsonWriterOptions Stored = new() { SkipValidation = true };

    public static Dictionary<string, object> Write<T>(T record, JsonTypeInfo<T> type)
    {
        var stored = JsonSerializer.SerializeToUtf8Bytes(record, type);
        var columns = new Dictionary<string, object>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(stored);
        json.Read();
        // The properties come in the order of the type, and some are left out.
        var at = -1;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            do
                at++;
            while (!json.ValueTextEquals(type.Properties[at].Name));
            json.Read();
            if (json.TokenType != JsonTokenType.Null)
                columns[type.Properties[at].Name] = Column(ref json, stored, type.Properties[at].PropertyType);
        }
        return columns;
    }

    /// <exception cref="JsonException">A column does not fit the record.</exception>
    public static T Read<T>(IReadOnlyDictionary<string, object> columns, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Stored))
        {
            json.WriteStartObject();
            foreach (var property in type.Properties)
            {
                if (!columns.TryGetValue(property.Name, out var value))
                    continue;
                json.WritePropertyName(property.Name);
                Write(json, value, property.PropertyType);
            }
            json.WriteEndObject();
        }
        return JsonSerializer.Deserialize(buffer.WrittenSpan, type)!;
    }

    private static object Column(ref Utf8JsonReader json, ReadOnlySpan<byte> stored, Type type)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return IsInstant(type) ? json.GetDateTimeOffset().ToUniversalTime() : json.GetString()!;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Number:
                return json.TryGetInt32(out var number) ? number : json.GetInt64();
            default:
                var start = (int)json.TokenStartIndex;
                json.Skip();
                return Encoding.UTF8.GetString(stored[start..(int)json.BytesConsumed]);
        }
    }

    private static void Write(Utf8JsonWriter json, object column, Type type)
    {
        switch (column)
        {
            case bool b: json.WriteBooleanValue(b); break;
            case int i: json.WriteNumberValue(i); break;
            case long l: json.WriteNumberValue(l); break;
            case DateTimeOffset at: json.WriteStringValue(at); break;
            case string s when IsText(type): json.WriteStringValue(s); break;
            case string s: json.WriteRawValue(s, skipInputValidation: true); break;
            default: throw new JsonException("A column of this type is never written.");
        }
    }

    private static bool IsInstant(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset);

    private static bool IsText(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain.IsEnum || IsInstant(plain) || plain == typeof(TimeSpan) || plain == typeof(DateOnly);
    }
}
