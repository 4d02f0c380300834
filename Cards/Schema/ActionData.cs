using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CheckInBot.Dialogs;

namespace CheckInBot.Cards.Schema;

/// <summary>An action as a button's <c>data</c>, as <see cref="DialogsJson.Read"/> reads it.</summary>
[JsonConverter(typeof(ActionDataJson))]
public sealed record ActionData(UserAction Action);

/// <summary>Inputs that the client will fill are left out: an empty one would stand beside the real one.</summary>
internal sealed class ActionDataJson : JsonConverter<ActionData>
{
    private static readonly JsonTypeInfo<UserAction> Written = (JsonTypeInfo<UserAction>)new JsonSerializerOptions(DialogsJson.Default.Options)
    {
        TypeInfoResolver = DialogsJson.Default.WithAddedModifier(WithoutEmptyInputs),
    }.GetTypeInfo(typeof(UserAction));

    public override ActionData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A card is only written.");

    public override void Write(Utf8JsonWriter writer, ActionData value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Action, Written);

    private static void WithoutEmptyInputs(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.PropertyType == typeof(Input)))
            property.ShouldSerialize = (_, value) => value is Input { Text: not null };
    }
}
