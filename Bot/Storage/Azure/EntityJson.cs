using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>
/// Rows as entities of the Table service's JSON format with minimal metadata ("Payload format for Table service operations",
/// Azure Storage REST reference): a value whose type JSON does not show is a string beside a <c>@odata.type</c>.
/// </summary>
internal static class EntityJson
{
    private const string Type = "@odata.type";
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(string partition, string key, IReadOnlyDictionary<string, object> columns)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", partition);
            json.WriteString("RowKey", key);
            foreach (var (name, value) in columns)
                WriteColumn(json, name, value);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    public static Row Read(JsonElement entity)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in entity.EnumerateObject())
        {
            if (property.Name.EndsWith(Type, StringComparison.Ordinal))
                types[property.Name[..^Type.Length]] = property.Value.GetString() ?? "";
        }
        string partition = "", key = "", etag = "";
        var columns = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var property in entity.EnumerateObject())
        {
            switch (property.Name)
            {
                case "PartitionKey": partition = property.Value.GetString()!; break;
                case "RowKey": key = property.Value.GetString()!; break;
                case "odata.etag": etag = property.Value.GetString()!; break;
                case "Timestamp": break;
                case var name when name.Contains('.', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal): break;
                case var name when property.Value.ValueKind != JsonValueKind.Null:
                    columns[name] = ReadValue(property.Value, types.GetValueOrDefault(name));
                    break;
            }
        }
        return new Row(partition, key, columns, etag);
    }

    private static void WriteColumn(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: json.WriteString(name, text); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case double number: WriteDouble(json, name, number); break;
            case DateTimeOffset instant: WriteTyped(json, name, "Edm.DateTime", instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: WriteTyped(json, name, "Edm.Binary", Convert.ToBase64String(bytes)); break;
            default: throw new ArgumentException($"Column '{name}' has the type {value.GetType().Name}, which no store keeps.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string text)
    {
        json.WriteString(name + Type, type);
        json.WriteString(name, text);
    }

    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        json.WriteString(name + Type, "Edm.Double");
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        json.WritePropertyName(name);
        if (!double.IsFinite(number))
            json.WriteStringValue(text);
        // Without a point or an exponent a reader would take it for an Int32.
        else
            json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }

    private static object ReadValue(JsonElement value, string? type) => (type, value.ValueKind) switch
    {
        ("Edm.Int64", _) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.DateTime", _) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        ("Edm.Binary", _) => Convert.FromBase64String(value.GetString()!),
        ("Edm.Double", JsonValueKind.String) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Double", _) => value.GetDouble(),
        (_, JsonValueKind.True) => true,
        (_, JsonValueKind.False) => false,
        (_, JsonValueKind.Number) => value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? value.GetDouble() : (object)value.GetInt32(),
        _ => value.GetString()!,
    };
}
