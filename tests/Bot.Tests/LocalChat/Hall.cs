using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CheckInBot.Bot.LocalChat;
using CheckInBot.Dialogs.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CheckInBot.Bot.Tests.LocalChat;

/// <summary>A small hall with its local chat on a loopback port, and a pretend bot behind <c>/api/messages</c> that writes down what it gets.</summary>
internal sealed class Hall : IAsyncDisposable
{
    public const string Staff = "a:li";
    public const string Leader = "a:wang";
    public const string Channel = "19:hall@thread.tacv2";

    private static readonly Team Team = new("hall", "一号大厅", "Asia/Shanghai", "CN");
    private static readonly Person[] People =
    [
        Someone("li", "李静", Language.Chinese, Role.Staff),
        Someone("wang", "王敏", Language.Chinese, Role.Leader),
        Someone("anna", "Anna", Language.English, Role.Staff),
    ];

    private readonly WebApplication _app;

    private Hall(WebApplication app, HttpClient http) => (_app, Http) = (app, http);

    public HttpClient Http { get; }

    /// <summary>What reached the bot, in order.</summary>
    public ConcurrentQueue<JsonNode> Heard { get; } = new();

    /// <summary>The bot's answer; 200 without a body unless a test says otherwise.</summary>
    public Func<JsonNode, IResult> Answer { get; set; } = _ => Results.Ok();

    /// <summary>The bot's clock.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 17, 0, 0, TimeSpan.FromHours(8));

    public IEnumerable<JsonNode> HeardOf(string type) => Heard.Where(activity => Text(activity, "type") == type);

    public static async Task<Hall> Open(TableInMemory table, Func<JsonNode, IResult>? answer = null, string environment = "Development")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var hall = new Hall(app, new HttpClient(new SocketsHttpHandler { UseProxy = false }));
        hall.Answer = answer ?? hall.Answer;
        app.MapPost("/api/messages", (JsonNode activity) =>
        {
            hall.Heard.Enqueue(activity);
            return hall.Answer(activity);
        });
        LocalChatRoutes.Map(app, new LocalChatOptions
        {
            People = () => People,
            Teams = () => [Team],
            Table = table,
            Now = () => hall.Now,
            InstallAgainAfter = TimeSpan.FromMilliseconds(20),
        });
        await app.StartAsync();
        hall.Http.BaseAddress = new Uri(app.Urls.Single());
        return hall;
    }

    /// <summary>Waits until everybody's installation has been delivered at least once.</summary>
    public Task Installed() => Until(() => HeardOf("installationUpdate").Count() >= People.Length + 1);

    public static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!holds())
            await Task.Delay(10, limit.Token);
    }

    /// <summary>The bot posts a card with that text and gets the activity's id.</summary>
    public async Task<string> Post(string conversation, string text)
    {
        var answer = await Http.PostAsJsonAsync(Activities(conversation), CardWith(text));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Text(await Read(answer), "id")!;
    }

    public Task<HttpResponseMessage> Press(string conversation, object press) =>
        Http.PostAsJsonAsync($"/chat/api/conversations/{Uri.EscapeDataString(conversation)}/presses", press);

    public async Task<JsonNode> Say(string conversation, string person, string text) => await Read(
        await Http.PostAsJsonAsync($"/chat/api/conversations/{Uri.EscapeDataString(conversation)}/messages", new { person, text }));

    /// <summary>The transcript as the page gets it.</summary>
    public async Task<JsonArray> Transcript(string conversation) =>
        (JsonArray)(await Read(await Http.GetAsync($"/chat/api/conversations/{Uri.EscapeDataString(conversation)}")))["entries"]!;

    public static string Activities(string conversation, string? activity = null) =>
        $"/local/v3/conversations/{Uri.EscapeDataString(conversation)}/activities" + (activity is null ? "" : "/" + activity);

    public static JsonObject CardWith(string text) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = new JsonObject { ["type"] = "AdaptiveCard", ["fallbackText"] = text },
        }),
    };

    public static string CardText(JsonNode entry) => Text(entry, "activity", "attachments", "0", "content", "fallbackText")!;

    public static async Task<JsonNode> Read(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

    /// <summary>The text at that path, where a number names an element; null when something on the way is missing.</summary>
    public static string? Text(JsonNode? node, params string[] path)
    {
        foreach (var name in path)
            node = node is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)] : node?[name];
        return node switch
        {
            null => null,
            JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
            _ => node.ToJsonString(),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Http.Dispose();
    }

    private static Person Someone(string id, string name, Language language, params Role[] roles) =>
        new(id, name, $"{id}@hall.example", $"entra-{id}", language, Team.Id, "", roles, [], "", "");
}
