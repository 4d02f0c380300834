using System.Text.Json;
using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs;

/// <summary>What a person wrote, just received and readable. Never stored: it is sealed into <see cref="Words"/> first.</summary>
[JsonConverter(typeof(WrittenJson))]
public sealed record Written(string Text)
{
    /// <summary>Never the text, so that no log or exception can quote it.</summary>
    public override string ToString() => "(words)";
}

/// <summary>What a person wrote, sealed with that person's key. Equal words of one person are equal here, so a repeated answer is recognised.</summary>
/// <param name="Owner">Id of the writer, whose key opens it.</param>
/// <param name="Seal">Ciphertext.</param>
public sealed record Words(string Owner, string Seal)
{
    public override string ToString() => "(words)";
}

/// <summary>Reads what a channel sent; a sentence of a person is never written back as JSON.</summary>
internal sealed class WrittenJson : JsonConverter<Written>
{
    public override Written? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? new Written(text) : null;
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, Written value, JsonSerializerOptions options) => writer.WriteNullValue();
}
