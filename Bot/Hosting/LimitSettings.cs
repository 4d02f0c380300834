using System.Globalization;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Hosting;

/// <summary>Section <c>Limits</c>: how much is taken from one sender.</summary>
/// <param name="Person"><c>Limits:PerPerson</c> as it was written; null when it is not set.</param>
/// <param name="Conversation"><c>Limits:PerConversation</c> as it was written; null when it is not set.</param>
/// <param name="HasChannel">The bot is registered with a channel; else it hears its own machine only, where nobody counts.</param>
public sealed record LimitSettings(string? Person, string? Conversation, bool HasChannel)
{
    /// <summary>In half a minute: two a second for as long as somebody likes; a hurried thumb stays far below.</summary>
    public const int DefaultPerson = 60;

    /// <summary>In half a minute: a channel in which a whole team presses, and every client asks for its own view of a card.</summary>
    public const int DefaultConversation = 600;

    private const int Most = 100_000;

    /// <summary>Activities in any half minute; null for as many as come.</summary>
    public int? PerPerson => Person is null ? HasChannel ? DefaultPerson : null : Number(Person);

    public int? PerConversation => Conversation is null ? HasChannel ? DefaultConversation : null : Number(Conversation);

    /// <summary>Blank counts as not set. Never throws: what is wrong is told by <see cref="Faults"/>.</summary>
    public static LimitSettings Read(IConfiguration settings, BotSettings bot)
    {
        string? Of(string key) => settings["Limits:" + key]?.Trim() is { Length: > 0 } written ? written : null;
        return new(Of("PerPerson"), Of("PerConversation"), bot.HasAppId);
    }

    public IEnumerable<string> Faults()
    {
        foreach (var (name, written) in new[] { ("PerPerson", Person), ("PerConversation", Conversation) })
        {
            if (written is not null && Number(written) is null)
                yield return $"setting Limits:{name} is \"{written}\". Say a whole number from 1 to {Most}: how many activities are taken in half a minute.";
        }
    }

    private static int? Number(string written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number : null;
}
