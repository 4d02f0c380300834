namespace CheckInBot.Bot.Protocol;

/// <summary>
/// How much the channel takes from this process: <c>Delivery:PerSecond</c> divided by the live instances, whole requests in any second, or one
/// in several seconds where that is less than one. Times are counted from any fixed moment.
/// </summary>
/// <remarks>
/// After a 429 the rate is halved, at most once a second and down to an eighth, and comes back evenly within <see cref="Recovery"/>; nothing
/// but alerts leaves for as long as the channel wishes, at most <see cref="LongestPause"/>: its wish may be about one conversation.
/// </remarks>
/// <param name="perSecond">1 to 1000, for all instances together.</param>
internal sealed class TenantLimit(int perSecond)
{
    /// <summary>The whole rate is back so long after the last 429.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);

    /// <summary>The longest that everybody waits because of one conversation's 429.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private const double Least = 1.0 / 8;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly RequestLog left = new(perSecond);
    private TimeSpan slowedAt = TimeSpan.MinValue;
    private double slowedTo = 1;
    private (TimeSpan At, double To) elsewhere = (TimeSpan.MinValue, 1);

    /// <summary>How many processes share the limit, this one included.</summary>
    public int Live { get; set; } = 1;

    /// <summary>Nothing but alerts leaves before this time.</summary>
    public TimeSpan PausedUntil { get; private set; } = TimeSpan.MinValue;

    /// <summary>
    /// Until then the others may not have counted this process, and fill the whole limit among them: it sends what is most urgent, beside alerts one
    /// request a second, and neither news nor prompts.
    /// </summary>
    public TimeSpan StartsUntil { get; set; } = TimeSpan.MinValue;

    /// <summary>When one more request of that priority may leave.</summary>
    /// <param name="raised">A prompt whose turn it is: it goes with the news.</param>
    public TimeSpan FreeAt(SendPriority priority, bool raised, TimeSpan now)
    {
        var (places, span) = Share(raised ? SendPriority.News : priority, now);
        var free = left.FreeAfter(places, span);
        if (priority == SendPriority.Alert)
            return free;
        if (now < StartsUntil && priority < SendPriority.News)
            free = Later(free, left.FreeAfter(1, Second));
        return Later(free, Earliest(priority));
    }

    /// <summary>Before this nothing of that priority leaves, whatever has left so far. Alerts wait for nothing.</summary>
    public TimeSpan Earliest(SendPriority priority) =>
        priority == SendPriority.Alert ? TimeSpan.MinValue : priority >= SendPriority.News ? Later(PausedUntil, StartsUntil) : PausedUntil;

    public void Left(TimeSpan now) => left.Add(now);

    /// <summary>
    /// How many requests in which time a priority may fill, counting everybody's: an alert the whole limit, even while the others are slowed; a
    /// case and an answer 95 % of it, news 90 %, prompts 75 %; each at least one.
    /// </summary>
    public (int Places, TimeSpan Span) Share(SendPriority priority, TimeSpan now)
    {
        var rate = (double)perSecond / Live * (priority == SendPriority.Alert ? 1 : Factor(now));
        if (rate < 1)
            return (1, TimeSpan.FromSeconds(1 / rate));
        // Thirteen of forty thirds: a hair must not make twelve of it.
        var places = (int)(rate + 1e-9);
        return (Math.Max(1, places * Percent(priority) / 100), Second);
    }

    /// <summary>The channel answered 429. Whether that slows the tenant further; requests that were on their way together count once.</summary>
    public bool Slow(TimeSpan now, TimeSpan? wished)
    {
        var pause = wished is { } wish && wish < LongestPause ? wish : wished is null ? TimeSpan.Zero : LongestPause;
        if (now + pause > PausedUntil)
            PausedUntil = now + pause;
        if (slowedAt > TimeSpan.MinValue && now - slowedAt < Second)
            return false;
        (slowedTo, slowedAt) = (Math.Max(Least, Factor(now) / 2), now);
        return true;
    }

    /// <summary>When, and to which part of the rate, a 429 to this process slowed it; null when none did within <see cref="Recovery"/>.</summary>
    public (TimeSpan At, double To)? Slowed(TimeSpan now) => Recovers(slowedAt, slowedTo, now) < 1 ? (slowedAt, slowedTo) : null;

    /// <summary>Another process was slowed: the limit is everybody's.</summary>
    public void SlowElsewhere(TimeSpan at, double to, TimeSpan now)
    {
        if (Recovers(at, to, now) < Recovers(elsewhere.At, elsewhere.To, now))
            elsewhere = (at, to);
    }

    /// <summary>The part of the rate that is left after a 429: 1 when all is well.</summary>
    private double Factor(TimeSpan now) => Math.Min(Recovers(slowedAt, slowedTo, now), Recovers(elsewhere.At, elsewhere.To, now));

    private static double Recovers(TimeSpan at, double to, TimeSpan now) =>
        at == TimeSpan.MinValue || now - at >= Recovery ? 1 : to + ((1 - to) * ((now - at) / Recovery));

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static int Percent(SendPriority priority) => priority switch
    {
        SendPriority.Alert => 100,
        SendPriority.Case or SendPriority.Answer => 95,
        SendPriority.News => 90,
        _ => 75,
    };
}
