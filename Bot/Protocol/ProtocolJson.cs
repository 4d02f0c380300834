using System.Text.Json.Serialization;

namespace CheckInBot.Bot.Protocol;

/// <summary>The wire format: camelCase, nulls left out, numbers and depth as the protocol has them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(OutgoingActivity))]
[JsonSerializable(typeof(NewConversation))]
public sealed partial class ProtocolJson : JsonSerializerContext;
