namespace CheckInBot.Bot.LocalChat;

/// <summary>In a channel a bot receives only what mentions it, and the mention stands in the text as <c>&lt;at&gt;…&lt;/at&gt;</c>.</summary>
internal static class Mentions
{
    public static string Of(string botName) => $"<at>{botName}</at>";

    /// <summary>The text with the bot's mention written as the channel writes it, or null when it does not mention the bot.</summary>
    public static string? Mark(string text, string botName)
    {
        var mention = Of(botName);
        if (text.Contains(mention, StringComparison.OrdinalIgnoreCase))
            return text;
        var typed = text.IndexOf("@" + botName, StringComparison.OrdinalIgnoreCase);
        return typed < 0 ? null : string.Concat(text.AsSpan(0, typed), mention, text.AsSpan(typed + botName.Length + 1));
    }
}
