using System.Text.Json;

namespace CheckInBot.Bot.Protocol;

/// <summary>A photo or file that came with a message. Its name is not read.</summary>
/// <remarks>"Send and receive files from a bot", Teams: a file is an attachment with an address for some minutes; a picture in the text lies at the channel.</remarks>
/// <param name="Address">Where it lies; null when the channel gave no usable one.</param>
/// <param name="OnChannel">It lies at the channel itself, which asks for the bot's token.</param>
/// <param name="IsCsv">The channel says that it is a list (<c>fileType</c>); the rest is told by the bytes.</param>
public sealed record SentFile(Uri? Address, bool OnChannel, bool IsCsv = false)
{
    private const string Download = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>The files among an activity's attachments; its own text as HTML and cards are none.</summary>
    public static IReadOnlyList<SentFile> In(Activity activity) => activity.Attachments is { ValueKind: JsonValueKind.Array } all ? [.. all.EnumerateArray().Select(Of).OfType<SentFile>()] : [];

    private static SentFile? Of(JsonElement attachment)
    {
        if (attachment.ValueKind != JsonValueKind.Object)
            return null;
        var type = Text(attachment, "contentType");
        if (string.Equals(type, Download, StringComparison.OrdinalIgnoreCase))
        {
            return attachment.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Object
                ? new(AddressOf(content, "downloadUrl"), OnChannel: false, Text(content, "fileType").Equals("csv", StringComparison.OrdinalIgnoreCase))
                : new(null, OnChannel: false);
        }
        return IsMedia(type) ? new(AddressOf(attachment, "contentUrl"), OnChannel: true) : null;
    }

    private static bool IsMedia(string type) =>
        type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);

    private static Uri? AddressOf(JsonElement of, string name) => Uri.TryCreate(Text(of, name), UriKind.Absolute, out var address) ? address : null;

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
