namespace CheckInBot.Bot.Protocol;

/// <summary>
/// How many conversations are created: in any second seven from all instances together, since new ones have met 429 above about that, whatever room
/// the tenant's limit has. Each instance takes the whole part of its share, or one in several seconds where that is less than one.
/// </summary>
/// <param name="wall">Real time.</param>
public sealed class CreationWindow(TimeProvider wall)
{
    public const int PerSecond = 7;

    private readonly Lock gate = new();
    private readonly Queue<long> begun = [];

    /// <summary>Takes a place: null when one may be created now.</summary>
    /// <param name="live">How many instances share them, this one included.</param>
    /// <returns>Else how long until there is one; nothing was counted.</returns>
    public TimeSpan? Enter(int live)
    {
        var (most, span) = live < PerSecond ? (PerSecond / live, TimeSpan.FromSeconds(1)) : (1, TimeSpan.FromSeconds((double)live / PerSecond));
        lock (gate)
        {
            while (begun.TryPeek(out var first) && (begun.Count > most || wall.GetElapsedTime(first) >= span))
                begun.Dequeue();
            if (begun.Count == most)
                return span - wall.GetElapsedTime(begun.Peek());
            begun.Enqueue(wall.GetTimestamp());
            return null;
        }
    }
}
