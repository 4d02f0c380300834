using System.Text.Json;
using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.LocalChat;

/// <summary>What people do, as the activities that Teams would deliver to the bot.</summary>
internal sealed class Sent(LocalChatOptions options, Rooms rooms, Func<string> serviceUrl)
{
    /// <summary>Something typed. In a channel the text mentions the bot.</summary>
    public Activity Message(Room room, string thread, Person by, string id, string text) =>
        Common(room, thread, by) with
        {
            Type = "message",
            Id = id,
            Text = text,
            Extra = room.IsChannel
                ? new Dictionary<string, JsonElement> { ["entities"] = Json(new[] { Mention() }) }
                : null,
        };

    /// <summary>The content type of a file in a personal chat of Teams.</summary>
    public const string FileType = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>A file, as Teams sends it from a personal chat: an address that opens it for some minutes, and no text.</summary>
    public Activity File(Room room, string thread, Person by, string id, string name, Uri address) =>
        Common(room, thread, by) with
        {
            Type = "message",
            Id = id,
            Attachments = Json(new[] { new { contentType = FileType, name, content = new { downloadUrl = address, uniqueId = id, fileType = Path.GetExtension(name).TrimStart('.') } } }),
        };

    /// <summary>The answer to a file that the bot offered, as Teams sends it: with an address of this machine where it may be put.</summary>
    public Activity Consent(Room room, string thread, Person by, string offerId, FileAnswer answer, string name, Uri upload, Uri lies) =>
        Common(room, thread, by) with
        {
            Type = "invoke",
            Name = FileConsent.Invoke,
            ReplyToId = offerId,
            Value = Json(new
            {
                type = "fileUpload",
                action = answer.Action,
                context = answer.Context,
                uploadInfo = answer.Action == "accept"
                    ? new { contentUrl = lies, name, uploadUrl = upload, uniqueId = offerId, fileType = Path.GetExtension(name).TrimStart('.') }
                    : null,
            }),
        };

    /// <summary>An <c>Action.Execute</c> button: an invoke whose answer is for the presser alone.</summary>
    public Activity Execute(Room room, string thread, Person by, string cardId, Press press) =>
        Common(room, thread, by) with
        {
            Type = "invoke",
            Name = "adaptiveCard/action",
            ReplyToId = cardId,
            Value = Json(new
            {
                action = new { type = "Action.Execute", id = press.Id, verb = press.Verb, data = press.Data },
                trigger = press.Automatic ? "automatic" : "manual",
            }),
        };

    /// <summary>An <c>Action.Submit</c> button: a message that carries data.</summary>
    public Activity Submit(Room room, string thread, Person by, string cardId, Press press) =>
        Common(room, thread, by) with { Type = "message", ReplyToId = cardId, Value = press.Data };

    /// <summary>The app was installed for a person, or in a team by one of its people.</summary>
    public Activity Installation(Room room, Person by) =>
        Common(room, room.Id, by) with { Type = "installationUpdate", Action = "add", Id = $"install-{room.Id}" };

    private Activity Common(Room room, string thread, Person by) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Timestamp = options.Now().ToUniversalTime(),
        ChannelId = "msteams",
        ServiceUrl = serviceUrl(),
        From = Rooms.Account(by),
        Recipient = rooms.Bot,
        Conversation = new ConversationAccount(thread, room.Type, options.TenantId, room.IsChannel ? room.Name : null),
        Locale = by.Language is Language.Chinese ? "zh-CN" : "en-US",
        ChannelData = room.IsChannel
            ? Json(new
            {
                tenant = new { id = options.TenantId },
                team = new { id = room.Id, name = room.Name },
                channel = new { id = room.Id },
            })
            : Json(new { tenant = new { id = options.TenantId } }),
    };

    private object Mention() => new
    {
        type = "mention",
        text = Mentions.Of(options.BotName),
        mentioned = new { id = options.BotId, name = options.BotName },
    };

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, ActivityJson.Options);
}

/// <summary>A button that was pressed.</summary>
/// <param name="Person">Id of the presser.</param>
/// <param name="ActivityId">The card's activity.</param>
/// <param name="Type"><c>Action.Execute</c> or <c>Action.Submit</c>.</param>
/// <param name="Id">Id of the button, if it has one.</param>
/// <param name="Data">The button's data with the inputs merged in.</param>
/// <param name="Automatic">A card's <c>refresh</c>, not a finger.</param>
internal sealed record Press(string? Person, string? ActivityId, string? Type, string? Id, string? Verb, JsonElement? Data, bool Automatic);

/// <summary>What somebody says to a file that the bot offered.</summary>
/// <param name="Person">Id of who says it.</param>
/// <param name="ActivityId">The offer.</param>
/// <param name="Action"><c>accept</c> or <c>decline</c>.</param>
/// <param name="Name">Of the file.</param>
/// <param name="Context">Came with the offer.</param>
internal sealed record FileAnswer(string? Person, string? ActivityId, string? Action, string? Name, JsonElement? Context);

/// <summary>Something that was typed.</summary>
/// <param name="Person">Id of the writer.</param>
internal sealed record Typed(string? Person, string? Text);
