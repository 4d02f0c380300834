using System.Diagnostics;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Each second one of several processes, at random, dies as by a loss of power and is started again; now and then it dies once more while it starts.</summary>
internal sealed class KillEachSecond(Hall hall, Random random)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly Dictionary<BotProcess, Task> starting = [];

    public int Kills { get; private set; }

    /// <summary>How many of them met a process that was starting.</summary>
    public int WhileStarting { get; private set; }

    /// <summary>How many left nobody who served.</summary>
    public int TheLast { get; private set; }

    public TimeSpan Took { get; private set; }

    public TimeSpan SlowestStart { get; private set; }

    public async Task Kill(int kills)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < kills; i++)
        {
            // Every second by the clock, unless nobody is there to be killed.
            if (Between * i - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early)
                await RealTime.Passes(early);
            while (Serving.Count == 0)
                await Task.WhenAny(starting.Values.Where(s => !s.IsCompleted));
            var bot = Serving[random.Next(Serving.Count)];
            Assert.False(bot.HasEnded, $"The program ended by itself:\n{bot.Log}");
            await bot.Kill();
            Kills++;
            var twice = i + 1 < kills && random.Next(8) == 0;
            if (twice)
                i++;
            starting[bot] = Start(bot, twice ? TimeSpan.FromMilliseconds(random.Next(50, 900)) : null);
            TheLast += Serving.Count == 0 ? 1 : 0;
        }
        Took = Stopwatch.GetElapsedTime(began);
        await Task.WhenAll(starting.Values);
    }

    private List<BotProcess> Serving => [.. hall.Bots.Where(b => starting.GetValueOrDefault(b)?.IsCompleted ?? true)];

    private async Task Start(BotProcess bot, TimeSpan? again)
    {
        if (again is { } soon)
        {
            bot.Begin();
            await RealTime.Passes(soon);
            await bot.Kill();
            Kills++;
            WhileStarting++;
        }
        var since = Stopwatch.GetTimestamp();
        await bot.Start();
        var took = Stopwatch.GetElapsedTime(since);
        SlowestStart = took > SlowestStart ? took : SlowestStart;
    }
}
