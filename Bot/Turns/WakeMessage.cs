using System.Text.Json;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>The message that wakes a record: its key and the version it was sent for. It holds nothing of a person's words.</summary>
public readonly record struct WakeMessage(FlowKey Key, int Version)
{
    public string Body => JsonSerializer.Serialize([Key.Kind, Key.Owner, Key.Id, Version.ToString(System.Globalization.CultureInfo.InvariantCulture)], WakeJson.Default.StringArray);

    /// <summary>Null for a body that is none of ours.</summary>
    public static WakeMessage? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, WakeJson.Default.StringArray) is [var kind, var owner, var id, var version] && int.TryParse(version, out var v)
                ? new WakeMessage(new FlowKey(kind, owner, id), v)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
internal sealed partial class WakeJson : System.Text.Json.Serialization.JsonSerializerContext;
