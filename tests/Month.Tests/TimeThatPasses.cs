using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.Month.Tests;

/// <summary>Whoever waits for a place at the channel lets the test's time go by: a timer moves the clock on to its moment.</summary>
internal sealed class TimeThatPasses(ManualClock clock) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(clock, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(ManualClock clock, Action callback) : ITimer
    {
        private readonly Lock guard = new();
        private int changes;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var change = Interlocked.Increment(ref changes);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            var at = clock.GetUtcNow() + dueTime;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                lock (guard)
                {
                    if (change != Volatile.Read(ref changes))
                        return;
                    if (at > clock.GetUtcNow())
                        clock.Advance(at - clock.GetUtcNow());
                }
                callback();
            });
            return true;
        }

        public void Dispose() => Interlocked.Increment(ref changes);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
