using System.Text.Json.Nodes;

namespace CheckInBot.Bot.Protocol;

/// <summary>Answers to an <c>adaptiveCard/action</c> invoke: <c>{statusCode,type,value}</c> in an HTTP 200.</summary>
/// <remarks>Universal Actions for Adaptive Cards, "Response format". An error of the press is told inside: the HTTP status stays 200.</remarks>
public static class InvokeAnswer
{
    /// <summary>The pressed card becomes this one, for the person who pressed.</summary>
    public static ActivityAnswer Card(JsonNode card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Of(200, "application/vnd.microsoft.card.adaptive", card.Parent is null ? card : card.DeepClone());
    }

    /// <summary>A short sentence beside the card, which stays as it is.</summary>
    public static ActivityAnswer Message(string text) => Of(200, "application/vnd.microsoft.activity.message", text);

    /// <summary>The press could not be read (400).</summary>
    public static ActivityAnswer BadRequest(string code, string message) => Error(400, code, message);

    /// <summary>The press does not fit what is true now (412).</summary>
    public static ActivityAnswer PreconditionFailed(string code, string message) => Error(412, code, message);

    /// <summary>The bot failed (500).</summary>
    public static ActivityAnswer Failed(string code, string message) => Error(500, code, message);

    private static ActivityAnswer Error(int status, string code, string message) =>
        Of(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = message });

    private static ActivityAnswer Of(int status, string type, JsonNode value) =>
        new(StatusCodes.Status200OK, new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
