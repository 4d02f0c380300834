namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Timers that go off when they are told to.</summary>
internal sealed class HandTimers : TimeProvider
{
    private readonly List<Timer> timers = [];

    public void GoOff()
    {
        Timer[] now;
        lock (timers)
            now = [.. timers];
        foreach (var timer in now)
            timer.GoOff();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        lock (timers)
            timers.Add(timer);
        return timer;
    }

    private sealed class Timer(HandTimers all, TimerCallback callback, object? state) : ITimer
    {
        public void GoOff() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (all.timers)
                all.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
