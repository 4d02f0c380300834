namespace CheckInBot.Bot.Storage;

/// <summary>The store could not be reached, or did not say whether it did what was asked. Nothing may be assumed about the outcome.</summary>
public class StoreUnavailableException : Exception
{
    public StoreUnavailableException() { }

    public StoreUnavailableException(string message) : base(message) { }

    public StoreUnavailableException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>
/// A record was changed by others each time that it was to be committed. Whoever asked may ask again, as after an outage; but the store answers, and
/// what meets this with every wake-up is not helped by waiting.
/// </summary>
public sealed class RecordContendedException : StoreUnavailableException
{
    public RecordContendedException() { }

    public RecordContendedException(string message) : base(message) { }

    public RecordContendedException(string message, Exception inner) : base(message, inner) { }
}
