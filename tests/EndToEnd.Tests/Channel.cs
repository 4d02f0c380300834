using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The bot's answer to an activity. Status 0: nobody was there, or it went away.</summary>
internal sealed record BotAnswer(int Status, string Body, TimeSpan Took)
{
    public bool Taken => Status == 200;

    public JsonNode? Json => Body.Length == 0 ? null : JsonNode.Parse(Body);

    /// <summary>The card that replaces the pressed one.</summary>
    public JsonNode? Card => Json is { } json && json["type"]?.ToString() == "application/vnd.microsoft.card.adaptive" ? json["value"] : null;

    /// <summary>The sentence beside the card, also that of an error.</summary>
    public string? Sentence => Json is not { } json ? null
        : json["type"]?.ToString() == "application/vnd.microsoft.activity.message" ? json["value"]?.ToString()
        : json["type"]?.ToString() == "application/vnd.microsoft.error" ? json["value"]?["message"]?.ToString()
        : null;
}

/// <summary>Delivers what people do to the bot, as Teams does; the same activity may be delivered again.</summary>
/// <param name="bot">Where the program listens; it may move when it is started again.</param>
internal sealed class Channel(Func<Uri> bot, PretendTeams teams, string tenant = Channel.Tenant) : IDisposable
{
    /// <summary>The directory of the local chat too.</summary>
    public const string Tenant = "10ca1000-0000-4000-8000-000000000001";

    // Teams sends Chinese as itself: escaped it would take twice the bytes.
    public static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private int sent;

    /// <summary>Told when an activity leaves for the bot (false), and when its answer is there (true).</summary>
    public Action<bool>? Watch { get; set; }

    /// <summary>The longest time the bot took to answer a press.</summary>
    public TimeSpan SlowestPress { get; private set; }

    public Task<BotAnswer> Install(DemoPerson person) =>
        Deliver(By(person, "installationUpdate", new() { ["action"] = "add" }));

    public Task<BotAnswer> Type(DemoPerson person, string text, string? id = null) => Deliver(Typed(person, text, id));

    public JsonObject Typed(DemoPerson person, string text, string? id = null) => By(person, "message", new() { ["text"] = text }, id);

    /// <summary>Presses the card's newest button of this verb, with inputs as the channel would merge them.</summary>
    public Task<BotAnswer> Press(DemoPerson person, SeenCard card, string verb, params (string Id, string Value)[] inputs) =>
        Press(person, card.Activity, verb, Merged(card.Newest.Data(verb) ?? throw new InvalidOperationException($"The card has no {verb}."), inputs));

    public async Task<BotAnswer> Press(DemoPerson person, string? card, string verb, JsonNode? data, string? id = null)
    {
        var answer = await Deliver(Pressed(person, card, verb, data, id));
        SlowestPress = answer.Took > SlowestPress ? answer.Took : SlowestPress;
        return answer;
    }

    public JsonObject Pressed(DemoPerson person, string? card, string verb, JsonNode? data, string? id = null) => By(person, "invoke", new()
    {
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = card,
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data?.DeepClone() },
            ["trigger"] = "manual",
        },
    }, id);

    /// <summary>Mentions the bot in a new thread of a channel.</summary>
    public Task<BotAnswer> Mention(DemoPerson person, string channel, string text) =>
        Deliver(In(channel, By(person, "message", new() { ["text"] = $"<at>CheckInBot</at> {text}" })));

    /// <summary>The bot is taken out of what holds the channel.</summary>
    public Task<BotAnswer> TakeOut(DemoPerson by, string channel) =>
        Deliver(In(channel, By(by, "conversationUpdate", new() { ["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "28:bot" }) })));

    /// <summary>What somebody sees of a card that stands in a channel: the card's <c>refresh</c> asks the bot for a view of their own where it names them.</summary>
    public async Task<JsonNode> View(DemoPerson person, string channel, SeenCard card)
    {
        var refresh = card.Newest["refresh"];
        if (refresh?["userIds"]?.AsArray().Any(id => (string?)id == $"29:{person.Id}") != true)
            return card.Newest;
        var press = Pressed(person, card.Activity, (string)refresh["action"]!["verb"]!, refresh["action"]!["data"]);
        press["value"]!["trigger"] = "automatic";
        return (await Deliver(In(channel, press))).Card ?? card.Newest;
    }

    /// <summary>The same activity in a channel instead of the personal chat.</summary>
    public static JsonObject In(string channel, JsonObject activity)
    {
        activity["conversation"]!["conversationType"] = "channel";
        activity["conversation"]!["id"] = PretendTeams.ThreadId(channel);
        activity["channelData"] = new JsonObject { ["team"] = new JsonObject { ["id"] = PretendTeams.ChannelId("general") }, ["channel"] = new JsonObject { ["id"] = PretendTeams.ChannelId(channel) } };
        return activity;
    }

    /// <summary>The same button on a client that knows <c>Action.Submit</c> only.</summary>
    public Task<BotAnswer> Submit(DemoPerson person, SeenCard card, string verb, params (string Id, string Value)[] inputs) =>
        Deliver(By(person, "message", new() { ["replyToId"] = card.Activity, ["value"] = Merged(card.Newest.Data(verb)!, inputs) }));

    public async Task<BotAnswer> Deliver(JsonNode activity) => await Post(activity.ToJsonString(Wire));

    public async Task<BotAnswer> Post(string body)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            Watch?.Invoke(false);
            using var answer = await http.PostAsync(new Uri(bot(), "/api/messages"), content);
            Watch?.Invoke(true);
            return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), Stopwatch.GetElapsedTime(started));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return new(0, "", Stopwatch.GetElapsedTime(started));
        }
    }

    public static JsonObject Merged(JsonObject data, params (string Id, string Value)[] inputs)
    {
        var merged = (JsonObject)data.DeepClone();
        foreach (var (id, value) in inputs)
            merged[id] = value;
        return merged;
    }

    public JsonObject By(DemoPerson person, string type, JsonObject more, string? id = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? $"activity-{Interlocked.Increment(ref sent)}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = teams.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = $"29:{person.Id}", ["name"] = person.Name, ["aadObjectId"] = person.EntraId },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = PretendTeams.ConversationId(person.Id), ["conversationType"] = "personal", ["tenantId"] = tenant },
        };
        foreach (var (name, value) in more)
            activity[name] = value?.DeepClone();
        return activity;
    }

    public void Dispose() => http.Dispose();
}
