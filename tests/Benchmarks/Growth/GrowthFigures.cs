using System.Text.Encodings.Web;
using System.Text.Json;

namespace CheckInBot.Benchmarks.Growth;

/// <summary>Prompts to people whose shifts ended at the same moment.</summary>
/// <param name="Store">SQLite or Azurite.</param>
/// <param name="Processes">How many equal processes of the bot shared the work.</param>
/// <param name="PerSecond"><c>Delivery:PerSecond</c>; null: the tenant's limit lifted.</param>
/// <param name="SendsPerSecond">From the first prompt at the Connector to the last.</param>
/// <param name="Seconds">From the end of the shifts to the last prompt.</param>
/// <param name="MostInASecond">The most that any second held, as the Connector saw it.</param>
/// <param name="CpuPerSend">ms of processor time of all processes, with all that a prompt leaves to do.</param>
/// <param name="PeakMemory">MB, of the process that held most.</param>
/// <param name="MemoryAtRest">MB that it held at the same time before the shifts ended.</param>
internal sealed record PromptFigures(
    string Store, int Processes, int? PerSecond, int People, double SendsPerSecond, double Seconds, int MostInASecond, double CpuPerSend, double PeakMemory, double MemoryAtRest);

/// <summary>A day of planning: every team's planner over 24 hours, and the check-in that each shift end opens.</summary>
/// <param name="Ends">Shifts that ended that day.</param>
/// <param name="Cpu">ms of processor time.</param>
/// <param name="RowsRead">Of all tables.</param>
/// <param name="Commits">Of the store.</param>
internal sealed record PlanningFigures(int People, int Ends, double Cpu, long RowsRead, long Commits);

/// <summary>What was measured, as <c>docs/growth.json</c> keeps it: the table and the pictures are made of nothing else.</summary>
/// <param name="Date">Of the latest run.</param>
/// <param name="Machine">On what, in a reader's words.</param>
internal sealed record GrowthFigures(string Date, string Machine, IReadOnlyList<PromptFigures> Prompts, IReadOnlyList<PlanningFigures> Planning)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static GrowthFigures Read(string json) => JsonSerializer.Deserialize<GrowthFigures>(json, Written)!;

    public string Json() => JsonSerializer.Serialize(this, Written) + "\n";

    /// <summary>A newer figure takes the place of the one of the same measurement.</summary>
    public GrowthFigures With(PromptFigures one) => this with
    {
        Prompts = [.. Prompts.Where(p => (p.Store, p.Processes, p.PerSecond, p.People) != (one.Store, one.Processes, one.PerSecond, one.People)).Append(one)
            .OrderByDescending(p => p.Store, StringComparer.Ordinal).ThenBy(p => p.Processes).ThenBy(p => p.PerSecond ?? 0).ThenBy(p => p.People)],
    };

    /// <summary>A newer figure takes the place of the one of the same measurement.</summary>
    public GrowthFigures With(PlanningFigures one) => this with
    {
        Planning = [.. Planning.Where(p => (p.People, p.Ends) != (one.People, one.Ends)).Append(one).OrderBy(p => p.People).ThenBy(p => p.Ends)],
    };
}
