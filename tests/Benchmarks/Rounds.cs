namespace CheckInBot.Benchmarks;

/// <summary>A bot to be measured: how its process starts, and what it is asked.</summary>
/// <param name="Prepare">Before the first turn of a round; afterwards <paramref name="Activity"/> is ready.</param>
/// <param name="Rests">How long a turn's work in the background may wait before it begins.</param>
internal sealed record Contestant(
    string Name,
    Func<Task<BotProcess>> Start,
    Func<BotProcess, Task> Prepare,
    Func<int, byte[]> Activity,
    Func<byte[], bool> IsAnswer,
    TimeSpan Rests);

/// <summary>Measures each bot in turn, several times over: on a shared machine only figures of one run compare.</summary>
internal static class Rounds
{
    public const int AtOnce = 32;

    /// <summary>Turns a second that every one of the bots can keep up with.</summary>
    public const int Rate = 200;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2), Loaded = TimeSpan.FromSeconds(4), Single = TimeSpan.FromSeconds(1), Steady = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Figures>> Run(IReadOnlyList<Contestant> contestants, PretendConnector connector, int rounds)
    {
        var seen = contestants.ToDictionary(c => c, _ => new List<Round>());
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                var result = await Measure(contestant, connector);
                seen[contestant].Add(result);
                Console.Error.WriteLine(FormattableString.Invariant(
                    $"round {round}, {contestant.Name}: {result.Loaded.PerSecond:F0} turns/s, {result.CpuPerTurn:F3} ms CPU, p99 {result.Loaded.P99:F1} ms, {result.SendsPerTurn:F2} sends a turn, {result.Memory:F0} MB, started in {result.Start.TotalMilliseconds:F0} ms"));
            }
        }
        return [.. contestants.Select(c => Figures.Of(c.Name, seen[c]))];
    }

    private static async Task<Round> Measure(Contestant contestant, PretendConnector connector)
    {
        await using var bot = await contestant.Start();
        await contestant.Prepare(bot);
        using var load = new Load(bot.Address, contestant.Activity, contestant.IsAnswer);
        await load.Closed(AtOnce, Warm);
        await load.Closed(1, TimeSpan.FromSeconds(0.2));
        await bot.Rests(contestant.Rests);

        var (used, sent) = (bot.Used, connector.Sent);
        var loaded = await load.Closed(AtOnce, Loaded);
        await bot.Rests(contestant.Rests);
        var cpu = (bot.Used - used).TotalMilliseconds / loaded.Turns;
        var sends = (double)(connector.Sent - sent) / loaded.Turns;

        var single = await load.Closed(1, Single);
        var steady = await load.Open(Rate, Steady);
        return new(loaded, single, steady, cpu, sends, bot.PeakMemory, bot.StartedIn);
    }
}
