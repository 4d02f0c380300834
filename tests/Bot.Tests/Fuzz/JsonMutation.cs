using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>Changes of a JSON document that leave it JSON, so that what reads it gets past its first character: values of other types, properties more, less, renamed, moved and taken from other documents.</summary>
internal static class JsonMutation
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    public static string Of(string json, IReadOnlyList<string> others, Chance chance)
    {
        var root = JsonNode.Parse(json)!;
        for (var changes = 1 + chance.Below(4); changes > 0; changes--)
            Change(Places(root), others, chance);
        return root.ToJsonString(Relaxed);
    }

    private static void Change(List<(JsonNode Holder, string? Name, int Index)> places, IReadOnlyList<string> others, Chance chance)
    {
        if (places.Count == 0)
            return;
        var (holder, name, index) = chance.Of(places);
        var old = name is not null ? holder[name] : holder[index];
        switch (chance.Below(10))
        {
            case 0 when name is not null:
                ((JsonObject)holder).Remove(name);
                break;
            case 0:
                ((JsonArray)holder).RemoveAt(index);
                break;
            case 1 when holder is JsonObject of:
                of[Odd.Text(chance)] = Value(chance);
                break;
            case 2 when holder is JsonObject of && name is not null:
                of.Remove(name);
                of[chance.OneIn(2) ? name.ToUpperInvariant() : Odd.Text(chance)] = old?.DeepClone();
                break;
            case 3 when holder is JsonArray list:
                for (var i = chance.Below(20); i >= 0; i--)
                    list.Add(old?.DeepClone());
                break;
            case 4:
                Put(holder, name, index, Deep(old?.DeepClone(), chance.Below(40), chance));
                break;
            case 5:
                var from = Places(JsonNode.Parse(chance.Of(others))!);
                var (h, n, i2) = chance.Of(from);
                Put(holder, name, index, (n is not null ? h[n] : h[i2])?.DeepClone());
                break;
            case 6 when old is JsonValue text && text.TryGetValue<string>(out var words):
                Put(holder, name, index, Odd.Changed(words, Odd.Texts, chance));
                break;
            default:
                Put(holder, name, index, Value(chance));
                break;
        }
    }

    private static void Put(JsonNode holder, string? name, int index, JsonNode? value)
    {
        if (name is not null)
            holder[name] = value;
        else
            holder[index] = value;
    }

    private static JsonNode? Deep(JsonNode? inner, int levels, Chance chance)
    {
        for (; levels > 0; levels--)
            inner = chance.OneIn(2) ? new JsonArray(inner) : new JsonObject { ["a"] = inner };
        return inner;
    }

    private static JsonNode? Value(Chance chance) => chance.Below(9) switch
    {
        0 => null,
        1 => chance.OneIn(2),
        2 => chance.Of<double>([0, -1, 5, 1e300, -1e-300, 0.1, 4294967296]),
        3 => (long)chance.Next(),
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => new JsonArray(Odd.Text(chance), 1, null),
        _ => Odd.Text(chance),
    };

    private static List<(JsonNode Holder, string? Name, int Index)> Places(JsonNode root)
    {
        var found = new List<(JsonNode, string?, int)>();
        var left = new Stack<JsonNode>([root]);
        while (left.TryPop(out var node))
        {
            if (node is JsonObject of)
            {
                foreach (var (name, value) in of)
                {
                    found.Add((of, name, 0));
                    if (value is JsonObject or JsonArray)
                        left.Push(value);
                }
            }
            else if (node is JsonArray list)
            {
                for (var i = 0; i < list.Count; i++)
                {
                    found.Add((list, null, i));
                    if (list[i] is JsonObject or JsonArray)
                        left.Push(list[i]!);
                }
            }
        }
        return found;
    }
}
