using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// A record as the columns of a row and back: numbers, words and instants are columns of their own, so that results can be queried;
/// whatever is nested is a JSON text. Unknown columns are ignored and missing ones are null, so rows of other versions stay readable.
/// </summary>
public static class RecordColumns
{
    public static Dictionary<string, object> Write<T>(T record, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToNode(record, type)!.AsObject();
        var columns = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var property in type.Properties)
        {
            if (json.TryGetPropertyValue(property.Name, out var node) && node is not null)
                columns[property.Name] = Column(node, property.PropertyType);
        }
        return columns;
    }

    /// <exception cref="JsonException">A column does not fit the record.</exception>
    public static T Read<T>(IReadOnlyDictionary<string, object> columns, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
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

    private static object Column(JsonNode node, Type type)
    {
        if (node is not JsonValue value)
            return node.ToJsonString();
        if (IsInstant(type))
            return value.GetValue<DateTimeOffset>().ToUniversalTime();
        return value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.TryGetValue<int>(out var i) ? i : value.GetValue<long>(),
            _ => value.GetValue<string>(),
        };
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
            case string s: json.WriteRawValue(s); break;
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
