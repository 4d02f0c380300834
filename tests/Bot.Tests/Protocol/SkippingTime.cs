namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>A clock that stands still until told, and where every wait is over at once: it moves the clock by its length.</summary>
internal sealed class SkippingTime : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    /// <summary>Every wait that was asked for, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        lock (_gate) _now += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var over = new Over(this, () => callback(state));
        over.Change(dueTime, period);
        return over;
    }

    private sealed class Over(SkippingTime time, Action callback) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            lock (time._gate)
            {
                time.Waits.Add(dueTime);
                time._now += dueTime;
            }

            ThreadPool.QueueUserWorkItem(_ => callback());
            return true;
        }

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
