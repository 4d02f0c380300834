namespace CheckInBot.Bot.Protocol;

/// <summary>What the channel takes for one conversation: 7 requests in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour (Teams, "Rate limiting for bots").</summary>
internal sealed class ConversationLimit
{
    /// <summary>Each window: at most so many in any such time.</summary>
    public static readonly IReadOnlyList<(int Most, TimeSpan Span)> Windows =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    private readonly RequestLog left = new(Windows[^1].Most);
    private TimeSpan heldUntil = TimeSpan.MinValue;

    /// <summary>
    /// When one more may leave. Each of several processes takes its part of every window, and at least one place. An alert takes what this process
    /// finds, and tries although the channel wished to wait: that wish may be about everybody's haste.
    /// </summary>
    /// <param name="live">How many processes send, this one included.</param>
    public TimeSpan FreeAt(SendPriority priority, int live)
    {
        var (free, parts) = priority == SendPriority.Alert ? (TimeSpan.MinValue, 1) : (heldUntil, live);
        foreach (var (most, span) in Windows)
        {
            var after = left.FreeAfter(Math.Max(1, most / parts), span);
            free = after > free ? after : free;
        }
        return free;
    }

    public void Left(TimeSpan now) => left.Add(now);

    /// <summary>The channel wished for a pause of this conversation.</summary>
    public void Hold(TimeSpan until) => heldUntil = until > heldUntil ? until : heldUntil;

    /// <summary>Nothing of it bears on what comes: it may be forgotten.</summary>
    public bool IsIdle(TimeSpan now) => heldUntil <= now && (left.Latest == TimeSpan.MinValue || now - left.Latest >= Windows[^1].Span);
}
