namespace CheckInBot.Bot.Scheduling;

/// <summary>The bot's clock: real time, which Development may set ahead. Pauses and time-outs stay real.</summary>
/// <param name="real">The clock underneath.</param>
public sealed class BotClock(TimeProvider real) : TimeProvider
{
    private static readonly TimeSpan Latest = TimeSpan.FromDays(30);

    private long ahead;

    /// <summary>How far the clock was set ahead; zero outside Development.</summary>
    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref ahead));
        set => Interlocked.Exchange(ref ahead, value.Ticks);
    }

    /// <summary>A moment of real time on this clock; null for one that is further from now than a channel delivers.</summary>
    public DateTimeOffset? Of(DateTimeOffset? realTime) => realTime is { } at && (at - real.GetUtcNow()).Duration() < Latest ? at + Ahead : null;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override long GetTimestamp() => real.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Ahead;
}
