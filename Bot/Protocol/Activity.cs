using System.Text.Json;
using System.Text.Json.Serialization;

namespace CheckInBot.Bot.Protocol;

/// <summary>An incoming activity of the Bot Framework protocol: the fields that are used; the rest stays in <see cref="Extra"/>.</summary>
/// <remarks>Bot Framework Activity schema (botframework-activity v3). Every field may be missing: <c>type</c> alone is promised.</remarks>
public sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? Text { get; init; }

    /// <summary>Language of the client (BCP 47), when the channel tells it.</summary>
    public string? Locale { get; init; }

    /// <summary>Name of an invoke (<c>adaptiveCard/action</c>).</summary>
    public string? Name { get; init; }

    /// <summary><c>add</c>, <c>remove</c> of an <c>installationUpdate</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The activity that this one answers; for a card press, the card's.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Data of a press: the button's <c>data</c> with the inputs merged in.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What came with a message; read by <see cref="SentFile.In"/>.</summary>
    public JsonElement? Attachments { get; init; }

    /// <summary>Data of the channel; on Teams <c>tenant.id</c> and <c>team.id</c>.</summary>
    public JsonElement? ChannelData { get; init; }

    // Generated readers fill it after construction, so it cannot be init-only.
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Somebody on a channel. <c>Id</c> is the channel's (on Teams <c>29:…</c>, per bot), <c>AadObjectId</c> the person's in the directory.</summary>
public sealed record ChannelAccount(string? Id, string? Name, string? AadObjectId);

/// <summary>A conversation on a channel. <c>ConversationType</c> is <c>personal</c>, <c>channel</c> or <c>groupChat</c>.</summary>
public sealed record ConversationAccount(string? Id, string? ConversationType, string? TenantId, string? Name);
