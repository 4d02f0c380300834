using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs;

/// <summary>
/// The value of a card's input as the channel sent it. Teams sends strings (<c>"5"</c>, <c>"true"</c>, <c>""</c>), other clients numbers
/// and booleans, and an untouched input is missing; all are read alike, and anything else counts as not answered.
/// </summary>
[JsonConverter(typeof(InputJson))]
public readonly record struct Input(string? Text)
{
    /// <summary>Longest input that is looked at, in characters.</summary>
    public const int Longest = 2000;

    public int? Number => int.TryParse(Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null;

    public bool? Flag => Text?.ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };

    /// <summary>A day as a date input sends it, <c>2026-11-27</c>.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The value of an enum by its word, ignoring case; null for anything else.</summary>
    public T? Word<T>() where T : struct, Enum =>
        Text is { Length: > 0 } && Text.All(char.IsAsciiLetter) && Enum.TryParse<T>(Text, ignoreCase: true, out var word) && Enum.IsDefined(word)
            ? word
            : null;

    /// <summary>The parts of a comma list, without blanks.</summary>
    public IEnumerable<string> List => (Text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class InputJson : JsonConverter<Input>
{
    public override Input Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                var text = reader.GetString();
                return string.IsNullOrWhiteSpace(text) || text.Length > Input.Longest ? default : new Input(text.Trim());
            case JsonTokenType.True:
                return new Input("true");
            case JsonTokenType.False:
                return new Input("false");
            case JsonTokenType.Number when reader.TryGetInt32(out var n):
                return new Input(n.ToString(CultureInfo.InvariantCulture));
            default:
                reader.Skip();
                return default;
        }
    }

    public override void Write(Utf8JsonWriter writer, Input value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
