namespace CheckInBot.Bot.Storage;

/// <summary>
/// The account refused a request for what it is: a row it finds too large, a state of its own that no repetition changes. Nothing was done, and the
/// same request is refused again: it is a fault of the program, or of what it was given, and no outage.
/// </summary>
public sealed class StoreRefusedException : ArgumentException
{
    public StoreRefusedException() { }

    public StoreRefusedException(string message) : base(message) { }

    public StoreRefusedException(string message, Exception inner) : base(message, inner) { }
}
