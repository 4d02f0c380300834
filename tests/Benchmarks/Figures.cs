namespace CheckInBot.Benchmarks;

/// <summary>What one round showed of one bot.</summary>
/// <param name="Loaded">32 at once.</param>
/// <param name="Single">One at a time.</param>
/// <param name="Steady">At <see cref="Rounds.Rate"/>.</param>
/// <param name="CpuPerTurn">ms of processor time, with all that a turn leaves to do in the background.</param>
/// <param name="SendsPerTurn">What reached the Connector for each turn.</param>
/// <param name="Memory">Peak, MB.</param>
internal sealed record Round(Phase Loaded, Phase Single, Phase Steady, double CpuPerTurn, double SendsPerTurn, double Memory, TimeSpan Start);

/// <summary>The medians of a bot's rounds; times in ms, memory in MB.</summary>
internal sealed record Figures(
    string Bot,
    int Rounds,
    double TurnsPerSecond,
    double P50,
    double P99,
    double CpuPerTurn,
    double SinglePerSecond,
    double SingleP50,
    double SingleP99,
    double SteadyP50,
    double SteadyP99,
    double SendsPerTurn,
    double PeakMemory,
    double FirstStart,
    double Start)
{
    public static Figures Of(string bot, IReadOnlyList<Round> rounds) => new(
        bot,
        rounds.Count,
        Median(rounds, r => r.Loaded.PerSecond),
        Median(rounds, r => r.Loaded.P50),
        Median(rounds, r => r.Loaded.P99),
        Median(rounds, r => r.CpuPerTurn),
        Median(rounds, r => r.Single.PerSecond),
        Median(rounds, r => r.Single.P50),
        Median(rounds, r => r.Single.P99),
        Median(rounds, r => r.Steady.P50),
        Median(rounds, r => r.Steady.P99),
        Median(rounds, r => r.SendsPerTurn),
        Median(rounds, r => r.Memory),
        rounds[0].Start.TotalMilliseconds,
        Median([.. rounds.Skip(rounds.Count > 1 ? 1 : 0)], r => r.Start.TotalMilliseconds));

    private static double Median(IReadOnlyList<Round> rounds, Func<Round, double> of)
    {
        var sorted = rounds.Select(of).Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
