using System.Text.Json;
using System.Text.Json.Serialization;

namespace CheckInBot.Bot.Protocol;

/// <summary>What is sent: a message with one card, or with a short text. Never both: a channel may split them (see the channel's limits).</summary>
public sealed record OutgoingActivity
{
    public string Type => "message";

    /// <summary>Channel account of the bot in this conversation.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Set on updates.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary><c>plain</c>: the text is shown as it is written; null for a card.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TextFormat { get; init; }

    /// <summary>What a notification shows; neutral, never an answer or a person's words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Summary { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Attachment>? Attachments { get; init; }
}

/// <summary>An attachment; its <c>contentType</c> is <c>application/vnd.microsoft.card.adaptive</c>.</summary>
/// <remarks>Of a file that the bot offers or has given, the type is that of <see cref="FileConsent"/>.</remarks>
/// <param name="Content">JSON in UTF-8, which goes out as it is.</param>
public sealed record Attachment(string ContentType, [property: JsonConverter(typeof(ReadyJson))] ReadOnlyMemory<byte> Content)
{
    /// <summary>Name of a file; null for a card.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Where a file lies; null for a card.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContentUrl { get; init; }

    public static Attachment Card(ReadOnlyMemory<byte> card) => new("application/vnd.microsoft.card.adaptive", card);
}

/// <summary>JSON that stands ready as bytes.</summary>
internal sealed class ReadyJson : JsonConverter<ReadOnlyMemory<byte>>
{
    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("What is sent is only written.");

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Span, skipInputValidation: true);
}
