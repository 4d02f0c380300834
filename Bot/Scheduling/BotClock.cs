namespace CheckInBot.Bot.Scheduling;

/// <summary>The bot's clock: real time, which Development may set ahead. Pauses and time-outs stay real.</summary>
/// <param name="real">The clock underneath.</param>
public sealed class BotClock(TimeProvider real) : TimeProvider
{
    private long ahead;

    /// <summary>How far the clock was set ahead; zero outside Development.</summary>
    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref ahead));
        set => Interlocked.Exchange(ref ahead, value.Ticks);
    }

    public override long TimestampFrequency => real.TimestampFrequency;

    public override long GetTimestamp() => real.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Ahead;
}
