using System.Text.Encodings.Web;
using System.Text.Json;

namespace CheckInBot.Bot.Protocol;

/// <summary>Answers to an <c>adaptiveCard/action</c> invoke: <c>{statusCode,type,value}</c> in an HTTP 200.</summary>
/// <remarks>Universal Actions for Adaptive Cards, "Response format". An error of the press is told inside: the HTTP status stays 200.</remarks>
public static class InvokeAnswer
{
    /// <summary>The pressed card becomes this one, for the person who pressed.</summary>
    /// <param name="card">JSON in UTF-8.</param>
    public static ActivityAnswer Card(ReadOnlyMemory<byte> card) =>
        new(StatusCodes.Status200OK, (byte[])[.. """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"""u8, .. card.Span, .. "}"u8]);

    /// <summary>A short sentence beside the card, which stays as it is.</summary>
    public static ActivityAnswer Message(string text) => Of(200, "application/vnd.microsoft.activity.message", json => json.WriteString("value"u8, text));

    /// <summary>The press could not be read (400).</summary>
    public static ActivityAnswer BadRequest(string code, string message) => Error(400, code, message);

    /// <summary>The press does not fit what is true now (412).</summary>
    public static ActivityAnswer PreconditionFailed(string code, string message) => Error(412, code, message);

    /// <summary>The bot failed (500).</summary>
    public static ActivityAnswer Failed(string code, string message) => Error(500, code, message);

    private static ActivityAnswer Error(int status, string code, string message) => Of(status, "application/vnd.microsoft.error", json =>
    {
        json.WriteStartObject("value"u8);
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, message);
        json.WriteEndObject();
    });

    private static ActivityAnswer Of(int status, string type, Action<Utf8JsonWriter> value)
    {
        using var written = new MemoryStream();
        // An answer goes to a program as JSON, never into a page: Chinese stays three bytes a character.
        using (var json = new Utf8JsonWriter(written, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode"u8, status);
            json.WriteString("type"u8, type);
            value(json);
            json.WriteEndObject();
        }
        return new(StatusCodes.Status200OK, written.ToArray());
    }
}
