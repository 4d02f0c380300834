using System.Text.Json;
using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs;

/// <summary>How records are stored and how card data is read: camelCase, enums as words, instants in ISO 8601.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    PropertyNameCaseInsensitive = true,
    RespectNullableAnnotations = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(Absences.OwnLeave))]
[JsonSerializable(typeof(Alerts.Alert))]
[JsonSerializable(typeof(Audits.Audit))]
[JsonSerializable(typeof(CheckIns.CheckIn))]
[JsonSerializable(typeof(CheckIns.Trend))]
[JsonSerializable(typeof(Escalations.Escalation))]
[JsonSerializable(typeof(Escalations.Caseload))]
[JsonSerializable(typeof(Care.PersonNow))]
[JsonSerializable(typeof(Channels.TeamChannel))]
[JsonSerializable(typeof(Contacts.Contact))]
[JsonSerializable(typeof(Covers.Cover))]
[JsonSerializable(typeof(Covers.StandIn))]
[JsonSerializable(typeof(Covers.Reinforcement))]
[JsonSerializable(typeof(Duty.ShiftEnds))]
[JsonSerializable(typeof(Incidents.Review))]
[JsonSerializable(typeof(Incidents.Incident))]
[JsonSerializable(typeof(Incidents.Statement))]
[JsonSerializable(typeof(Swaps.Swap))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(UserAction))]
public sealed partial class DialogsJson : JsonSerializerContext
{
    /// <summary>The action in a card's data; null when it names none or lacks what it needs.</summary>
    public static UserAction? Read(JsonElement data)
    {
        // Looked up first: the serialiser's exception would quote a word that is none of ours.
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("do", out var verb) || verb.ValueKind != JsonValueKind.String || !Verbs.IsKnown(verb.GetString()))
            return null;
        try
        {
            return data.Deserialize(Default.UserAction);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
