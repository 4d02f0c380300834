using System.Text.Json.Serialization;

namespace CheckInBot.Cards.Schema;

/// <summary>How cards are written: camelCase, without what is not set.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AdaptiveCard))]
public sealed partial class SchemaJson : JsonSerializerContext;
