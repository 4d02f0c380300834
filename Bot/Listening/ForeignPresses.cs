using System.Collections.Frozen;
using System.Text.Json;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Listening;

/// <summary>
/// Notices presses on what is not the presser's, or is nothing at all, and data that says who presses. No card of the bot holds either, so somebody has written it; the former have changed
/// nothing by then, and the latter is read by nobody: the press counts as any other of whoever the channel says it is. The log and the counter say which button it was, never whose.
/// </summary>
public sealed partial class ForeignPresses(ILogger<ForeignPresses> log)
{
    private const string Unknown = "unknown";

    /// <summary>Names under which data could say who presses, or as what. No button and no input of a card has one of them.</summary>
    public static readonly FrozenSet<string> Claims =
        new[] { "role", "roles", "as", "by", "from", "person", "user", "userId", "actor", "aadObjectId", "entraId" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="action">Null where the data names no button.</param>
    /// <param name="pressed">The data.</param>
    /// <returns>The answer as it was.</returns>
    public PressAnswer Noticed(UserAction? action, JsonElement pressed, PressAnswer answer)
    {
        var verb = action?.Verb ?? Unknown;
        if (action is null || answer.Notice is Notice.NotYours or Notice.NotFound)
        {
            var foreign = answer.Notice is Notice.NotYours;
            Measures.Foreign(verb, foreign ? "notTheirs" : "nothing");
            if (foreign)
                NotTheirs(verb);
            else
                Nothing(verb);
        }
        if (pressed.ValueKind == JsonValueKind.Object && pressed.EnumerateObject().Any(p => Claims.Contains(p.Name)))
        {
            Measures.Foreign(verb, "claim");
            Claim(verb);
        }
        return answer;
    }

    /// <summary>The same where the data names no button, and the answer is made already.</summary>
    public ActivityAnswer Unread(JsonElement pressed, ActivityAnswer answer)
    {
        Noticed(null, pressed, default);
        return answer;
    }

    [LoggerMessage(LogLevel.Warning, "A press on something that is not the presser's was answered and changed nothing: {Kind}.")]
    private partial void NotTheirs(string kind);

    [LoggerMessage(LogLevel.Information, "A press that names nothing was answered and changed nothing: {Kind}.")]
    private partial void Nothing(string kind);

    [LoggerMessage(LogLevel.Warning, "The data of a press said who presses, which no card of the bot does; it was read by nobody: {Kind}.")]
    private partial void Claim(string kind);
}
