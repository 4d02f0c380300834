using System.Text;
using System.Text.Json;

namespace CheckInBot.Bot.Roster;

/// <summary>A JSON file whose values know their line. Comments and trailing commas are allowed: people edit it by hand.</summary>
internal sealed class JsonText
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal) { [""] = 1 };

    private JsonText(JsonElement root) => Root = root;

    public JsonElement Root { get; }

    /// <summary>Line of the value at a path such as <c>escalation.chains.leader[0].wait</c>, or of the nearest value around it.</summary>
    public int LineOf(string path)
    {
        while (!lines.ContainsKey(path))
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        return lines[path];
    }

    /// <summary>Null when the text is no JSON object; the fault then names the line. A property that stands twice is a fault as well.</summary>
    public static JsonText? Read(string text, FileFaults faults)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                faults.Add(1, "", "the file holds no JSON object", "Begin with { and end with }.");
                return null;
            }
            var json = new JsonText(document.RootElement.Clone());
            return json.FindLines(bytes, faults) ? json : null;
        }
        catch (JsonException e)
        {
            var at = (int)(e.LineNumber ?? 0) + 1;
            faults.Add(at, "", $"the file is no JSON from character {e.BytePositionInLine + 1} of this line on", "Look there for a missing comma, quotation mark or bracket.");
            return null;
        }
    }

    /// <summary>False where a text is half of a pair of characters, written as an escape: nothing could read it.</summary>
    private bool FindLines(byte[] bytes, FileFaults faults)
    {
        var reader = new Utf8JsonReader(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var around = new Stack<(string Path, int Next)>();
        var (line, seen, name) = (1, 0, "");
        while (reader.Read())
        {
            line += bytes.AsSpan(seen, (int)reader.TokenStartIndex - seen).Count((byte)'\n');
            seen = (int)reader.TokenStartIndex;
            if (reader.ValueIsEscaped && !IsWhole(ref reader))
            {
                faults.Add(line, "", "a text on this line holds half of a character", "Write the character itself, or both of its \\u escapes.");
                return false;
            }
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                around.Pop();
                continue;
            }
            var path = "";
            if (around.TryPop(out var outer))
            {
                path = outer.Next >= 0 ? $"{outer.Path}[{outer.Next}]" : outer.Path.Length > 0 ? $"{outer.Path}.{name}" : name;
                around.Push(outer.Next >= 0 ? (outer.Path, outer.Next + 1) : outer);
            }
            if (!lines.TryAdd(path, line) && path.Length > 0)
                faults.Add(line, path, $"the value stands on line {lines[path]} too", "Remove one of them.");
            if (reader.TokenType == JsonTokenType.StartObject)
                around.Push((path, -1));
            else if (reader.TokenType == JsonTokenType.StartArray)
                around.Push((path, 0));
        }
        return true;
    }

    private static bool IsWhole(ref Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
