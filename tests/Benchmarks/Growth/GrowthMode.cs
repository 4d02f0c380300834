using System.Globalization;
using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.Benchmarks.Growth;

/// <summary>
/// <c>growth [prompts|planning|draw] [name=value …]</c>: measures, keeps the figures in <c>docs/growth.json</c> and draws the pictures and tables of
/// <c>docs/growth.md</c> from them. Without names everything, in the sizes that the page shows. <c>program=</c> names a folder in which the bot is published already.
/// </summary>
internal sealed class GrowthMode(string root, string scratch, IReadOnlyDictionary<string, string> options)
{
    private readonly string docs = Path.Combine(root, "docs");
    private readonly string demo = Path.Combine(root, "org", "demo");

    public static async Task Run(string root, string scratch, IReadOnlyList<string> args, Func<Task<string>> publish)
    {
        var options = args.Where(a => a.Contains('=', StringComparison.Ordinal)).Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
        if (options.Keys.Except(["people", "limit", "store", "processes", "ends", "machine", "out", "program"]).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"There is no {unknown}=. Say people=, limit=, store=, processes=, ends=, machine=, out= or program=.");
        var mode = new GrowthMode(root, scratch, options);
        var what = args.FirstOrDefault(a => !a.Contains('=', StringComparison.Ordinal)) ?? "";
        if (what is "" or "planning")
            await mode.Planning();
        if (what is "" or "prompts")
            await mode.Prompts(options.GetValueOrDefault("program") ?? await publish());
        await mode.Draw();
    }

    private string Figures => Path.Combine(Out, GrowthPictures.Json);

    /// <summary>Where figures and pictures go: <c>docs/</c>, or another folder for who tries.</summary>
    private string Out => options.GetValueOrDefault("out", docs);

    private async Task Planning()
    {
        // What compiles and loads is not measured.
        for (var warm = 0; warm < 3; warm++)
            await PlanningDay.Run(demo, Directory.CreateDirectory(Path.Combine(scratch, $"warm-{warm}")).FullName, 1000, 1000);
        IEnumerable<(int People, int Ends)> days = options.ContainsKey("people") || options.ContainsKey("ends")
            ? Numbers("people", "10000").SelectMany(p => Numbers("ends", "200"), (p, e) => (p!.Value, e!.Value))
            : [(1000, 200), (10_000, 200), (100_000, 200), (10_000, 1000), (10_000, 4000), (10_000, 10_000)];
        foreach (var (people, ends) in days)
        {
            var figures = await PlanningDay.Run(demo, scratch, people, ends);
            Console.Error.WriteLine(figures);
            await Keep(f => f.With(figures));
        }
    }

    private async Task Prompts(string program)
    {
        await using var connector = await PretendConnector.Start();
        var run = new PromptRun(demo, program, connector);
        IEnumerable<(string Store, int Processes, int? Limit, int People)> runs = options.Keys.Any(k => k is "people" or "limit" or "store" or "processes")
            ? from store in options.GetValueOrDefault("store", "sqlite").Split(',')
              from processes in Numbers("processes", "1")
              from limit in Numbers("limit", "none")
              from people in Numbers("people", "1000")
              select (store, processes!.Value, limit, people!.Value)
            : [
                .. new[] { 1000, 5000, 20_000 }.Select(p => ("sqlite", 1, (int?)null, p)),
                .. new[] { 1000, 5000, 20_000 }.Select(p => ("azurite", 1, (int?)null, p)),
                .. new[] { 1000, 5000, 20_000 }.Select(p => ("azurite", 2, (int?)null, p)),
                .. new[] { 1000, 5000, 20_000 }.Select(p => ("sqlite", 1, (int?)40, p)),
                .. new[] { 1000, 5000 }.Select(p => ("azurite", 2, (int?)40, p)),
            ];
        foreach (var (store, processes, limit, people) in runs)
        {
            var here = Directory.CreateDirectory(Path.Combine(scratch, $"prompts-{store}-{processes}-{limit}-{people}")).FullName;
            await using var emulator = store == "azurite" ? await Emulator.Start() : null;
            var figures = await run.Run(emulator is null ? PromptStore.Sqlite(here) : PromptStore.Azurite(emulator, here), here, people, limit, processes);
            Console.Error.WriteLine(figures);
            await Keep(f => f.With(figures));
        }
    }

    /// <summary>After each measurement: who stops a long run keeps what it has.</summary>
    private async Task Keep(Func<GrowthFigures, GrowthFigures> with)
    {
        var before = File.Exists(Figures) ? GrowthFigures.Read(await File.ReadAllTextAsync(Figures)) : new("", "", [], []);
        var after = with(before) with
        {
            Date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Machine = options.GetValueOrDefault("machine", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, which load, Connector and emulator share with the bot")),
        };
        await File.WriteAllTextAsync(Figures, after.Json());
    }

    private async Task Draw()
    {
        var figures = GrowthFigures.Read(await File.ReadAllTextAsync(Figures));
        if (figures is { Prompts: [] } or { Planning: [] })
        {
            Console.Error.WriteLine($"Nothing is drawn until both prompts and planning are measured: {Figures}");
            return;
        }
        foreach (var (name, svg) in GrowthPictures.Of(figures))
            await File.WriteAllTextAsync(Path.Combine(Out, name), svg);
        var page = GrowthPictures.PageWith(await File.ReadAllTextAsync(Path.Combine(docs, GrowthPictures.Page)), figures);
        await File.WriteAllTextAsync(Path.Combine(Out, GrowthPictures.Page), page);
        Console.WriteLine(page);
    }

    private IEnumerable<int?> Numbers(string name, string otherwise) =>
        options.GetValueOrDefault(name, otherwise).Split(',').Select(n => n == "none" ? (int?)null : int.Parse(n, CultureInfo.InvariantCulture));
}
