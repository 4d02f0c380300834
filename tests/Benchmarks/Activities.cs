using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CheckInBot.Benchmarks;

/// <summary>Activities as Teams sends them, ready as bytes: making them is not measured.</summary>
internal sealed class Activities(string serviceUrl)
{
    // Teams sends Chinese as itself.
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public const string Tenant = "10ca1000-0000-4000-8000-000000000001";

    public static string ConversationOf(int person) => $"a-teams-{LargeOrganisation.Id(person)}";

    public byte[] Typed(int person, string text) => By(person, "message", new() { ["text"] = text, ["textFormat"] = "plain" });

    /// <summary>A press of a card's button with inputs merged in by the channel.</summary>
    public byte[] Pressed(int person, OfferedCard card, string verb, params ReadOnlySpan<(string Id, string Value)> inputs)
    {
        var data = (JsonObject)card.Data.DeepClone();
        foreach (var (id, value) in inputs)
            data[id] = value;
        return By(person, "invoke", new()
        {
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = card.Activity,
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" },
        });
    }

    private byte[] By(int person, string type, JsonObject more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"{type}-{Guid.NewGuid():N}",
            ["timestamp"] = "2026-03-01T08:00:00.000Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = $"29:{LargeOrganisation.Id(person)}", ["name"] = $"Somebody {person}", ["aadObjectId"] = LargeOrganisation.EntraId(person) },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" },
            ["conversation"] = new JsonObject { ["id"] = ConversationOf(person), ["conversationType"] = "personal", ["tenantId"] = Tenant },
            ["locale"] = "zh-CN",
        };
        foreach (var (name, value) in more)
            activity[name] = value?.DeepClone();
        return Encoding.UTF8.GetBytes(activity.ToJsonString(Wire));
    }
}
