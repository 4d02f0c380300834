namespace CheckInBot.Bot.Storage;

/// <summary>Sealed words that cannot be opened, and never will be by trying again. The message holds no words and no key.</summary>
public sealed class WordsUnreadableException : Exception
{
    public WordsUnreadableException() { }

    public WordsUnreadableException(string message) : base(message) { }

    public WordsUnreadableException(string message, Exception inner) : base(message, inner) { }
}
