using System.Diagnostics;
using System.Globalization;
using CheckInBot.Benchmarks;
using CheckInBot.Benchmarks.Growth;

if (args is ["bare"])
{
    await BareBot.Run();
    return;
}
var root = Root();
var here = Path.Combine(root, "tests", "Benchmarks");
var scratch = Directory.CreateTempSubdirectory("checkinbot-benchmarks-").FullName;
try
{
    if (args is ["growth", .. var wanted])
    {
        await GrowthMode.Run(root, scratch, wanted, Publish);
        return;
    }
    // For who tunes: "2 bare CheckInBot" is two rounds of these two.
    var rounds = args is [var count, ..] && !Flood.IsMeant(args) ? int.Parse(count, CultureInfo.InvariantCulture) : 3;
    var only = args.Skip(1).DefaultIfEmpty("").ToList();
    var published = await Publish();
    var javascript = Path.Combine(here, "javascript");
    if (!Flood.IsMeant(args) && only.Any("echo on the JavaScript SDK".Contains) && !Directory.Exists(Path.Combine(javascript, "node_modules")))
        await Do("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], javascript);

    await using var connector = await PretendConnector.Start();
    var scene = new CheckInScene(connector);
    var activities = new Activities(connector.ServiceUrl);
    var echoes = Enumerable.Range(0, LargeOrganisation.Staff).Select(p => activities.Typed(p, "The system was slow again today.")).ToArray();
    var organisation = LargeOrganisation.Write(Path.Combine(root, "org", "demo"), Path.Combine(scratch, "org"));
    (string, string)[] settings =
    [
        ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("Org__Folder", organisation),
        ("Storage__Path", Path.Combine(scratch, "data", "checkinbot.db")),
    ];
    if (Flood.IsMeant(args))
    {
        await using var bot = await BotProcess.Start(Path.Combine(published, "CheckInBot.Bot"), [], published, "/health/ready", [.. settings, .. Flood.Settings(args)]);
        await new Flood(activities).Run(bot, scene);
        return;
    }
    Contestant[] contestants =
    [
        new("bare minimal API", () => BotProcess.Start("dotnet", [typeof(BareBot).Assembly.Location, "bare"], scratch, "/health/ready", []),
            _ => Task.CompletedTask, turn => echoes[turn % echoes.Length], _ => true, TimeSpan.Zero),
        new("CheckInBot on SQLite", () => BotProcess.Start(Path.Combine(published, "CheckInBot.Bot"), [], published, "/health/ready", settings),
            scene.Open, _ => scene.Answer(), CheckInScene.IsCard, TimeSpan.FromSeconds(6)),
        new("echo on the JavaScript SDK", () => BotProcess.Start("node", ["echo.mjs"], javascript, "/", [], "PORT"),
            _ => Task.CompletedTask, turn => echoes[turn % echoes.Length], _ => true, TimeSpan.Zero),
    ];
    var figures = await Rounds.Run([.. contestants.Where(c => only.Any(c.Name.Contains))], connector, rounds);
    var json = Path.Combine(here, "bin", "benchmarks.json");
    await File.WriteAllTextAsync(json, Report.Json(figures));
    Console.WriteLine(Report.Markdown(figures));
    Console.Error.WriteLine($"The same as JSON: {json}");
}
finally
{
    Directory.Delete(scratch, recursive: true);
}

async Task<string> Publish()
{
    var published = Path.Combine(scratch, "bot");
    await Do("dotnet", ["publish", Path.Combine(root, "Bot"), "--configuration", "Release", "--runtime", "linux-x64", "--output", published, "--nologo", "--verbosity", "quiet"], root);
    return published;
}

static async Task Do(string program, string[] arguments, string folder)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
    var said = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"{program} ended with code {process.ExitCode}:\n{said}");
}

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CheckInBot.sln")))
        folder = folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
}
