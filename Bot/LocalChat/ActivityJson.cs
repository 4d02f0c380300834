using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.LocalChat;

/// <summary>JSON of activities as the local chat stores and shows them: what the bot sent, with what a channel adds.</summary>
internal static class ActivityJson
{
    /// <summary>A channel takes what it is given: cards may nest deeper than an incoming activity may.</summary>
    public static readonly JsonDocumentOptions Depth = new() { MaxDepth = 64 };

    /// <summary>For the page and for rows: camelCase, nulls left out, Chinese unescaped.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Stamps an activity as the channel does: its id, its thread, its sender, the time.</summary>
    public static JsonElement Stamp(JsonObject activity, string id, Room room, string thread, ChannelAccount from, DateTimeOffset at)
    {
        activity["id"] = id;
        activity["from"] = JsonSerializer.SerializeToNode(from, Options);
        activity["conversation"] = new JsonObject { ["id"] = thread, ["conversationType"] = room.Type };
        activity["timestamp"] = at.ToUniversalTime().ToString("o");
        return JsonSerializer.SerializeToElement(activity, Options);
    }
}
