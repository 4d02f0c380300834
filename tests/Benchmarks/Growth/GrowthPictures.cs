using System.Globalization;
using System.Text;

namespace CheckInBot.Benchmarks.Growth;

/// <summary>The pictures and the tables of <c>docs/growth.md</c>, made of the recorded figures alone.</summary>
internal static class GrowthPictures
{
    public const string Json = "growth.json", Page = "growth.md";

    private const string Begin = "<!-- figures: written by the benchmark -->", End = "<!-- end of figures -->";

    /// <summary>Each picture by the name of its file in <c>docs/</c>.</summary>
    public static IReadOnlyDictionary<string, string> Of(GrowthFigures figures) => new Dictionary<string, string>
    {
        ["growth-prompts.svg"] = Prompts("Prompts a second", "prompts a second at the Connector", figures, p => p.SendsPerSecond, log: true),
        ["growth-memory.svg"] = Prompts("Peak memory of the bot", "MB, the process that held most", figures, p => p.PeakMemory, log: false),
        ["growth-planning.svg"] = Planning(figures).Svg(),
    };

    /// <summary>The page with the tables of these figures in the place of those that it has.</summary>
    public static string PageWith(string page, GrowthFigures figures)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        return $"{page[..begin]}\n\n{Tables(figures)}\n{page[end..]}";
    }

    /// <summary>By which power of the first number the second grows: 0 not at all, 1 in proportion.</summary>
    public static double Slope(IReadOnlyCollection<(double X, double Y)> points)
    {
        var logs = points.Select(p => (X: Math.Log(p.X), Y: Math.Log(p.Y))).ToList();
        var (x, y) = (logs.Average(p => p.X), logs.Average(p => p.Y));
        return logs.Sum(p => (p.X - x) * (p.Y - y)) / logs.Sum(p => (p.X - x) * (p.X - x));
    }

    /// <summary>People grow, and as many shifts end; then shifts that end grow, and the people stay.</summary>
    public static (IReadOnlyList<PlanningFigures> ByPeople, IReadOnlyList<PlanningFigures> ByEnds) Rows(GrowthFigures figures)
    {
        var ends = figures.Planning.GroupBy(p => p.Ends).MaxBy(g => g.Count())!;
        var people = figures.Planning.GroupBy(p => p.People).MaxBy(g => g.Count())!;
        return ([.. ends.OrderBy(p => p.People)], [.. people.OrderBy(p => p.Ends)]);
    }

    private static string Prompts(string title, string y, GrowthFigures figures, Func<PromptFigures, double> of, bool log)
    {
        var lines = figures.Prompts.GroupBy(p => (p.Store, p.Processes, p.PerSecond))
            .Select(g => new Line(NameOf(g.Key.Store, g.Key.Processes, g.Key.PerSecond), [.. g.Select(p => ((double)p.People, of(p)))])).ToList();
        var told = lines.Select(l => $"{l.Name}: {string.Join(", ", l.Points.Select(p => $"{N(p.Y, 0)} with {N(p.X, 0)} people"))}");
        return new LineChart(title, $"{title}. {string.Join("; ", told)}.", "people whose shifts end at the same moment", y, log, lines).Svg();
    }

    private static LineChart Planning(GrowthFigures figures)
    {
        var (byPeople, byEnds) = Rows(figures);
        List<Line> lines =
        [
            new($"people grow, {N(byPeople[0].Ends, 0)} shifts end", [.. byPeople.Select(p => ((double)p.People, p.Cpu))]),
            new($"shifts that end grow, {N(byEnds[0].People, 0)} people", [.. byEnds.Select(p => ((double)p.Ends, p.Cpu))]),
        ];
        var told = lines.Select(l => $"{l.Name}: {string.Join(", ", l.Points.Select(p => $"{N(p.Y, 0)} ms at {N(p.X, 0)}"))}");
        return new("Planning a day", $"Processor time of planning a day. {string.Join("; ", told)}.", "people, or shifts that end", "ms of processor time a day", true, lines);
    }

    private static string Tables(GrowthFigures figures)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Measured on {figures.Date}: {figures.Machine}.\n\n");
        text.Append("| prompts | people | prompts/s | until the last, s | most in a second | processor time a prompt, ms | peak memory, MB (at rest before) |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var p in figures.Prompts)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {NameOf(p.Store, p.Processes, p.PerSecond)} | {N(p.People, 0)} | {N(p.SendsPerSecond, 1)} | {N(p.Seconds, 1)} | {p.MostInASecond} | {N(p.CpuPerSend, 2)} | {N(p.PeakMemory, 0)} ({N(p.MemoryAtRest, 0)}) |\n");
        }
        var (byPeople, byEnds) = Rows(figures);
        text.Append("\n| planning a day | people | shifts that end | processor time, ms | rows read | commits |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var (name, row) in byPeople.Select(p => ("people grow", p)).Concat(byEnds.Select(p => ("shifts that end grow", p))))
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {N(row.People, 0)} | {N(row.Ends, 0)} | {N(row.Cpu, 0)} | {N(row.RowsRead, 0)} | {N(row.Commits, 0)} |\n");
        text.Append(CultureInfo.InvariantCulture,
            $"\nSlope on logarithmic scales (0: not at all, 1: in proportion): {N(Slope([.. byPeople.Select(p => ((double)p.People, p.Cpu))]), 2)} with the people, {N(Slope([.. byEnds.Select(p => ((double)p.Ends, p.Cpu))]), 2)} with the shifts that end.\n");
        return text.ToString();
    }

    private static string NameOf(string store, int processes, int? perSecond) =>
        $"{store}{(processes > 1 ? $", {processes} processes" : "")}, {(perSecond is { } most ? $"{most} a second" : "no limit")}";

    private static string N(double value, int digits) => value.ToString($"N{digits}", CultureInfo.InvariantCulture);
}
