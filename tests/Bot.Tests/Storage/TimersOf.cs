namespace CheckInBot.Bot.Tests.Storage;

/// <summary>The same clock with timers: one rings when the clock is moved to its time or past it.</summary>
internal sealed class TimersOf(ManualClock clock) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Ring> rings = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetUtcNow().UtcTicks;

    /// <summary>Moves the clock to the next ring, which finds its own time; false, and to the end, when none comes before that.</summary>
    public bool Step(DateTimeOffset end)
    {
        Ring? ring;
        lock (gate)
            ring = rings.Where(r => r.At <= end).MinBy(r => r.At);
        var to = ring?.At ?? end;
        if (to > clock.GetUtcNow())
            clock.Advance(to - clock.GetUtcNow());
        ring?.Now();
        return ring is not null;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var ring = new Ring(clock, () => callback(state));
        ring.Change(dueTime, period);
        lock (gate)
            rings.Add(ring);
        return ring;
    }

    private sealed class Ring(ManualClock clock, Action call) : ITimer
    {
        public DateTimeOffset? At { get; private set; }

        public void Now()
        {
            At = null;
            call();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            At = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            return true;
        }

        public void Dispose() => At = null;

        public ValueTask DisposeAsync()
        {
            At = null;
            return ValueTask.CompletedTask;
        }
    }
}
