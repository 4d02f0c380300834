using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CheckInBot.Benchmarks;

/// <summary>The figures as the README shows them, and as JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="all">The first is the measure of the others.</param>
    public static string Markdown(IReadOnlyList<Figures> all)
    {
        var text = new StringBuilder();
        void Line(string name, Func<Figures, string> of) => text.Append(null, $"| {name} | {string.Join(" | ", all.Select(of))} |\n");
        Line("", f => f.Bot);
        text.Append(null, $"| --- |{string.Concat(all.Select(_ => " ---: |"))}\n");
        Line($"turns/s, {Rounds.AtOnce} at once", f => N(f.TurnsPerSecond, 0));
        Line("share of the bare API's", f => N(f.TurnsPerSecond / all[0].TurnsPerSecond, 2));
        Line("processor time a turn, ms", f => N(f.CpuPerTurn, 3));
        Line("multiple of the bare API's", f => N(f.CpuPerTurn / all[0].CpuPerTurn, 1));
        Line($"p50 / p99 at {Rounds.AtOnce} at once, ms", f => $"{N(f.P50, 1)} / {N(f.P99, 1)}");
        Line($"p50 / p99 at {Rounds.Rate} turns/s, ms", f => $"{N(f.SteadyP50, 2)} / {N(f.SteadyP99, 2)}");
        Line("p50 / p99 one at a time, ms", f => $"{N(f.SingleP50, 2)} / {N(f.SingleP99, 2)}");
        Line("sends to the Connector a turn", f => N(f.SendsPerTurn, 2));
        Line("peak memory, MB", f => N(f.PeakMemory, 0));
        Line("serves after, ms (first start)", f => $"{N(f.Start, 0)} ({N(f.FirstStart, 0)})");
        return text.ToString();
    }

    public static string Json(IReadOnlyList<Figures> all) => JsonSerializer.Serialize(all, Written);

    private static string N(double value, int digits) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
