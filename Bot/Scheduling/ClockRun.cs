using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Scheduling;

/// <summary>
/// Moves the bot's clock ahead in Development and tests. Whatever falls due on the way is stepped in order of time, found in the rows, so it
/// works alike on every store. How far the clock is ahead is stored: after a restart the same day goes on.
/// </summary>
public sealed class ClockRun(BotClock clock, ITable table, Turns.Turns turns, ILogger<ClockRun> log) : IDisposable
{
    public const string TableName = "System";
    private const string Partition = "clock";
    private const string Key = "ahead";
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Sets the clock as it was when the program stopped.</summary>
    public async Task Restore(CancellationToken cancel)
    {
        if (await table.Get(Partition, Key, cancel) is { } row)
            clock.Ahead = TimeSpan.FromTicks((long)row.Columns["ticks"]);
    }

    /// <summary>Moves to <paramref name="target"/> and answers how many records were stepped; -1 when the clock is already past it.</summary>
    public Task<int> MoveTo(DateTimeOffset target, CancellationToken cancel) => Move(() => target, cancel);

    /// <summary>Moves ahead by <paramref name="by"/>, counted from when an earlier move has ended.</summary>
    public Task<int> MoveBy(TimeSpan by, CancellationToken cancel) => Move(() => clock.GetUtcNow() + by, cancel);

    private async Task<int> Move(Func<DateTimeOffset> to, CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            var target = to();
            if (target < clock.GetUtcNow())
                return -1;
            await turns.Settled();
            var ran = 0;
            var stuck = new HashSet<(FlowKey, int)>();
            while (await Next(target, stuck) is var (key, version, at))
            {
                if (at > clock.GetUtcNow())
                    await Set(at, cancel);
                await turns.Wake(new(key, version), null, cancel);
                await turns.Settled();
                stuck.Add((key, version));
                ran++;
            }
            if (target > clock.GetUtcNow())
                await Set(target, cancel);
            return ran;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task Set(DateTimeOffset at, CancellationToken cancel)
    {
        clock.Ahead += at - clock.GetUtcNow();
        await table.Commit(Partition, [Change.Upsert(Key, new Dictionary<string, object> { ["ticks"] = clock.Ahead.Ticks })], cancel);
    }

    /// <summary>The record that falls due first, up to the target. One that stays due at the same version is left to the sweep.</summary>
    private async Task<(FlowKey Key, int Version, DateTimeOffset At)?> Next(DateTimeOffset target, HashSet<(FlowKey, int)> stuck)
    {
        (FlowKey Key, int Version, DateTimeOffset At)? first = null;
        await foreach (var (key, version, nextAt, waits, _) in turns.Rows.Scan())
        {
            var at = nextAt is { } next && next <= target ? next : waits ? clock.GetUtcNow() : (DateTimeOffset?)null;
            if (at is not { } due || (first is { } f && f.At <= due))
                continue;
            if (stuck.Contains((key, version)))
                log.LogDebug("A {Kind} stays due", key.Kind);
            else
                first = (key, version, due);
        }
        return first;
    }
}
