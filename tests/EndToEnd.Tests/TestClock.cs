using System.Diagnostics;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The bot's clock as a test moves it, while the program may be killed at any moment.</summary>
internal sealed class TestClock(Hall hall)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Lock guard = new();
    private Task moving = Task.CompletedTask;
    private long moved;

    /// <summary>The latest moment that was reached on purpose.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The next shift end and who leaves then.</summary>
    public async Task<(DateTimeOffset At, IReadOnlyList<DemoPerson> People)> NextEnd() => (await Repeat(async () => await hall.ShiftEnds()))[0];

    /// <summary>Moves the clock; a move that a kill cut short is finished by a small one, which runs what is still due.</summary>
    public async Task Reach(DateTimeOffset at)
    {
        await Repeat(async () => await hall.ClockToOrBeyond(at));
        Now = at;
    }

    /// <summary>
    /// Waits; if it takes long, moves the clock on, a minute each second: what a killed process had claimed is free only after the claim's
    /// 45 seconds.
    /// </summary>
    public async Task Hasten(string what, Func<bool> look)
    {
        for (var i = 0; i < 90; i++)
        {
            try
            {
                await Eventually.True(what, look, Look);
                return;
            }
            catch (TimeoutException)
            {
                await AMinuteOn();
            }
        }
        await Eventually.True(what, look);
    }

    private Task AMinuteOn()
    {
        lock (guard)
        {
            if (moving.IsCompleted && (moved == 0 || Stopwatch.GetElapsedTime(moved) >= Look))
            {
                moved = Stopwatch.GetTimestamp();
                moving = Repeat(async () => await hall.AMinuteOn());
            }
            return moving;
        }
    }

    private static Task<T> Repeat<T>(Func<ValueTask<T>> work) where T : class => Eventually.Found("the program answers", async () =>
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return null;
        }
    }, Patience);
}
