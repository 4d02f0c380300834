using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Listening;

/// <summary>
/// Notices presses on what is not the presser's, or is nothing at all. No card of the bot offers them, so somebody has written the data; they have changed nothing
/// by then. The log and the counter say which button it was, never whose.
/// </summary>
public sealed partial class ForeignPresses(ILogger<ForeignPresses> log)
{
    private const string Unknown = "unknown";

    /// <param name="action">Null where the data names no button.</param>
    /// <returns>The answer as it was.</returns>
    public PressAnswer Noticed(UserAction? action, PressAnswer answer)
    {
        if (action is null || answer.Notice is Notice.NotYours or Notice.NotFound)
        {
            var foreign = answer.Notice is Notice.NotYours;
            Measures.Foreign(action?.Verb ?? Unknown, foreign ? "notTheirs" : "nothing");
            if (foreign)
                NotTheirs(action!.Verb);
            else
                Nothing(action?.Verb ?? Unknown);
        }
        return answer;
    }

    /// <summary>The same where the data names no button, and the answer is made already.</summary>
    public ActivityAnswer Unread(ActivityAnswer answer)
    {
        Noticed(null, default);
        return answer;
    }

    [LoggerMessage(LogLevel.Warning, "A press on something that is not the presser's was answered and changed nothing: {Kind}.")]
    private partial void NotTheirs(string kind);

    [LoggerMessage(LogLevel.Information, "A press that names nothing was answered and changed nothing: {Kind}.")]
    private partial void Nothing(string kind);
}
