namespace CheckInBot.Bot.Storage;

/// <summary>The store could not be reached, or did not say whether it did what was asked. Nothing may be assumed about the outcome.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException() { }

    public StoreUnavailableException(string message) : base(message) { }

    public StoreUnavailableException(string message, Exception inner) : base(message, inner) { }
}
