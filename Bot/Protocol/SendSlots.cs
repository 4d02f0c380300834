namespace CheckInBot.Bot.Protocol;

/// <summary>
/// Times handed out in order to what cannot leave now: as many at once as the priority's share, and the rest evenly behind, so that a backlog is
/// spread by its length and the rate. What comes back at its time and still finds no place gets another soon, not behind all others.
/// </summary>
internal sealed class SendSlots(TenantLimit limit, int perSecond)
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(1);
    private readonly Dictionary<SendPriority, (RequestLog First, RequestLog Again)> taken =
        Enum.GetValues<SendPriority>().ToDictionary(p => p, _ => (new RequestLog(perSecond), new RequestLog(1)));

    /// <summary>The next free time of that priority.</summary>
    public TimeSpan First(SendPriority priority, TimeSpan now)
    {
        var (places, span) = limit.Share(priority, now);
        var log = taken[priority].First;
        var slot = Later(Later(now, limit.Earliest(priority)), log.FreeAfter(places, span));
        if (log.Latest > now)
            slot = Later(slot, log.Latest + (span / places));
        log.Add(slot);
        return slot;
    }

    /// <summary>The next free time of those who come again, at least a second from now.</summary>
    public TimeSpan Again(SendPriority priority, TimeSpan now)
    {
        var (places, span) = limit.Share(priority, now);
        var log = taken[priority].Again;
        var slot = now + SoonAgain;
        if (log.Latest > TimeSpan.MinValue)
            slot = Later(slot, log.Latest + (span / places));
        log.Add(slot);
        return slot;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
