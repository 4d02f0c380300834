using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// A record as its JSON, walked along its types: what is the id of a person, and what somebody's words, is known by its declaration (<see cref="PersonPlaces"/>) and not guessed.
/// </summary>
public sealed class RecordTree
{
    /// <summary>What the id of a person becomes; the id itself for one that stays.</summary>
    public required Func<string, string> Person { get; init; }

    /// <summary>What words become: the property in which they stand, and the words. Null takes them out.</summary>
    public required Func<string, Words, JsonNode?> Words { get; init; }

    public static JsonTypeInfo TypeOf(Type type) => DialogsJson.Default.GetTypeInfo(type) ?? throw new InvalidOperationException("The type of a record has to be declared.");

    public static JsonObject Of(FlowState state) => (JsonObject)JsonSerializer.SerializeToNode(state, TypeOf(state.GetType()))!;

    /// <summary>The same tree with every id of a person and all words replaced.</summary>
    public JsonObject Walk(FlowState state) => (JsonObject)Walk("", Of(state), TypeOf(state.GetType()))!;

    /// <summary>The record behind a tree again.</summary>
    public static FlowState Read(JsonObject tree, Type type) => (FlowState)tree.Deserialize(TypeOf(type))!;

    private JsonNode? Walk(string property, JsonNode? node, JsonTypeInfo type)
    {
        if (node is null)
            return null;
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (plain == typeof(Words))
            return Words(property, node.Deserialize((JsonTypeInfo<Words>)TypeOf(typeof(Words)))!);
        if (plain != type.Type)
            return Walk(property, node, TypeOf(plain));
        switch (node)
        {
            case JsonValue value when type.Type == typeof(string):
                return JsonValue.Create(PersonPlaces.Walk(property, value.GetValue<string>(), Person));
            case JsonArray array:
                return new JsonArray([.. array.Select(e => Walk(property, e, TypeOf(type.ElementType!)))]);
            case JsonObject record:
                return new JsonObject(record.Select(p => KeyValuePair.Create(p.Key, Walk(p.Key, p.Value, TypeOf(type.Properties.First(t => t.Name == p.Key).PropertyType)))));
            default:
                return node.DeepClone();
        }
    }
}
