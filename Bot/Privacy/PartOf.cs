using System.Text.Json.Nodes;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// What of somebody else's record is a person's own: the places where they stand, what they wrote, and what stands beside their id in the same nested part; of the record
/// itself only the places, because the rest of it is about somebody else.
/// </summary>
internal static class PartOf
{
    /// <summary>Stands where the person's id stood; no text of a record begins like it.</summary>
    public const string You = "\u0001you";

    private const string Wrote = "\u0001wrote";

    /// <summary>Marks words as the person's.</summary>
    public static JsonNode Yours(string said) => new JsonObject { [Wrote] = said };

    /// <summary>The part; null where nothing of the record is theirs but its partition.</summary>
    public static JsonObject? Only(JsonObject record) => Kept(record, isRecord: true) as JsonObject;

    /// <summary>The tree in words: no mark is left in it.</summary>
    public static JsonNode? Said(JsonNode? node, string you) => node switch
    {
        JsonObject { Count: 1 } o when o[Wrote] is { } said => said.DeepClone(),
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key.Replace(You, you, StringComparison.Ordinal), Said(p.Value, you)))),
        JsonArray a => new JsonArray([.. a.Select(e => Said(e, you))]),
        JsonValue v when v.TryGetValue<string>(out var text) => JsonValue.Create(text.Replace(You, you, StringComparison.Ordinal)),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Kept(JsonNode? node, bool isRecord = false)
    {
        switch (node)
        {
            case JsonValue when IsYou(node):
                return node.DeepClone();
            case JsonArray array:
                var kept = array.Select(e => Kept(e)).OfType<JsonNode>().ToArray();
                return kept.Length == 0 ? null : new JsonArray(kept);
            case JsonObject { Count: 1 } o when o.ContainsKey(Wrote):
                return o.DeepClone();
            case JsonObject o:
                var isTheirs = !isRecord && o.Any(p => IsYou(p.Value) || (p.Value is JsonObject words && words.ContainsKey(Wrote)));
                var part = new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, isTheirs && p.Value is JsonValue ? p.Value.DeepClone() : Kept(p.Value))).Where(p => p.Value is not null));
                return part.Count == 0 ? null : part;
            default:
                return null;
        }
    }

    private static bool IsYou(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Contains(You, StringComparison.Ordinal);
}
