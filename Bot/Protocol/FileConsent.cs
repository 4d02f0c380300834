using System.Text.Json;

namespace CheckInBot.Bot.Protocol;

/// <summary>A person's answer to a file that the bot offered, and where it may be put.</summary>
/// <remarks>"Send and receive files from a bot", Teams: <c>fileConsent/invoke</c>; personal chats only, and not in GCC High and DoD.</remarks>
/// <param name="Accepted">They want it.</param>
/// <param name="File">Which one: what the offer said of itself.</param>
/// <param name="Upload">Where it is put; null when it is not wanted, or none is usable.</param>
/// <param name="Place">Where it lies then, and by which id and kind the channel knows it.</param>
public sealed record FileConsent(bool Accepted, string File, Uri? Upload, string? Name, FilePlace Place)
{
    /// <summary>Name of the invoke.</summary>
    public const string Invoke = "fileConsent/invoke";

    /// <summary>Null for what is no such answer.</summary>
    public static FileConsent? Of(Activity activity)
    {
        if (activity is not { Type: "invoke", Name: Invoke, Value: { ValueKind: JsonValueKind.Object } value })
            return null;
        var upload = value.TryGetProperty("uploadInfo", out var info) && info.ValueKind == JsonValueKind.Object ? info : default;
        var context = value.TryGetProperty("context", out var said) && said.ValueKind == JsonValueKind.Object ? said : default;
        return new(
            Text(value, "action") == "accept",
            Text(context, "file") ?? "",
            Uri.TryCreate(Text(upload, "uploadUrl"), UriKind.Absolute, out var address) ? address : null,
            Text(upload, "name"),
            new(Text(upload, "contentUrl") ?? "", Text(upload, "uniqueId") ?? "", Text(upload, "fileType") ?? ""));
    }

    /// <summary>The offer: the channel asks the person, and brings their answer.</summary>
    /// <param name="context">Comes back with the answer.</param>
    public static Attachment Offer(string name, string description, long bytes, string context) => new(
        "application/vnd.microsoft.teams.card.file.consent",
        Json(new() { ["description"] = description, ["sizeInBytes"] = bytes, ["acceptContext"] = new Dictionary<string, object> { ["file"] = context }, ["declineContext"] = new Dictionary<string, object> { ["file"] = context } }))
    { Name = name };

    /// <summary>The file, once it lies there.</summary>
    public static Attachment Given(string name, FilePlace place) =>
        new("application/vnd.microsoft.teams.card.file.info", Json(new() { ["uniqueId"] = place.Id, ["fileType"] = place.Type })) { Name = name, ContentUrl = place.Address };

    private static ReadOnlyMemory<byte> Json(Dictionary<string, object> content)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
            Write(json, content);
        return written.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Dictionary<string, object> content)
    {
        json.WriteStartObject();
        foreach (var (name, value) in content)
        {
            json.WritePropertyName(name);
            if (value is Dictionary<string, object> nested)
                Write(json, nested);
            else if (value is long number)
                json.WriteNumberValue(number);
            else
                json.WriteStringValue((string)value);
        }
        json.WriteEndObject();
    }

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Where a file lies.</summary>
/// <param name="Address">For the person; the bot never fetches it.</param>
public sealed record FilePlace(string Address, string Id, string Type);
