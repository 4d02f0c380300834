using System.Text.Json;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Turns;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>The hall in its team's channels: what is said there and what the bot answers.</summary>
internal sealed class Mentions(Hall hall)
{
    public const string Here = "19:here@thread.tacv2", There = "19:there@thread.tacv2", Space = "19:space@thread.tacv2";

    private readonly References references = new(hall.Store.Table(References.TableName));

    public Recorder Connector { get; } = new();

    public References References => references;

    public Answers Answers => new(hall.Readers, hall.Roster, hall.PersonNow, () => hall.Turns.Rows, Connector);

    public InChannels InChannels => new(new Callers(hall.Roster, null, development: false), references, hall.Channels, hall.Turns, hall.Readers, hall.Roster, Answers, hall.Weeks);

    /// <summary>Somebody mentions the bot in a thread of a channel.</summary>
    public async Task Says(string person, string text, string conversation = Here, string? id = null)
    {
        var activity = By(person, conversation) with { Type = "message", Text = $"<at>CheckInBot</at> {text}", Id = id ?? Guid.NewGuid().ToString("N") };
        Assert.Equal(200, (await InChannels.Typed(activity, default)).Status);
        await hall.Turns.Settled();
    }

    public async Task Happens(Activity activity)
    {
        await InChannels.Left(activity, default);
        await hall.Turns.Settled();
    }

    public static Activity By(string person, string conversation) => new()
    {
        ServiceUrl = "https://channel.example/",
        From = new($"29:{person}", person, $"entra-{person}"),
        Recipient = new("28:bot", null, null),
        Conversation = new($"{conversation};messageid=1700000000000", "channel", null, null),
        ChannelData = Json(new { team = new { id = Space }, channel = new { id = conversation } }),
    };

    /// <summary>What the channel tells when somebody, or the bot, is taken out of what holds it.</summary>
    public static Activity Removed(string account, string space = Space) => By("mia", "19:general@thread.tacv2") with
    {
        Type = "conversationUpdate",
        ChannelData = Json(new { eventType = "teamMemberRemoved", team = new { id = space } }),
        Extra = new Dictionary<string, JsonElement> { ["membersRemoved"] = Json(new[] { new { id = account } }) },
    };

    public static Activity Event(string type, string? channel) => By("mia", "19:general@thread.tacv2") with
    {
        Type = "conversationUpdate",
        ChannelData = Json(new { eventType = type, team = new { id = Space }, channel = new { id = channel } }),
    };

    public static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
