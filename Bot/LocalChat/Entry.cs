using System.Globalization;
using System.Text.Json;

namespace CheckInBot.Bot.LocalChat;

/// <summary>One activity of a transcript, as the page shows it.</summary>
/// <param name="Conversation">Id of the <see cref="Room"/>.</param>
/// <param name="Sequence">Its place among all activities of all conversations; never changes.</param>
/// <param name="Change">Grows with every new, rewritten or deleted activity, so that a page can ask for what it missed.</param>
/// <param name="At">The bot's clock when it was sent.</param>
/// <param name="EditedAt">The bot's clock when it was last rewritten.</param>
/// <param name="Activity">The activity of the protocol; of a deleted one only its type, id and sender.</param>
internal sealed record Entry(
    string Conversation, long Sequence, long Change, DateTimeOffset At, DateTimeOffset? EditedAt, bool Deleted, JsonElement Activity)
{
    /// <summary>Id of the activity on the channel.</summary>
    public string Id => IdOf(Sequence);

    public static string IdOf(long sequence) => sequence.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>The conversation with its thread, as the channel names it to the bot.</summary>
    public string Thread => Activity.GetProperty("conversation").GetProperty("id").GetString()!;
}
