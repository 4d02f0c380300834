using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Whoever follows the operators' page on a machine with nothing on it has a checked, packaged, running and backed up installation.</summary>
[Collection(Azurite.Collection)]
public sealed partial class WalkTests(Azurite azurite) : IDisposable
{
    private readonly DirectoryInfo machine = Directory.CreateTempSubdirectory("checkinbot-walk-");

    public void Dispose() => machine.Delete(recursive: true);

    [Fact]
    public async Task From_nothing_to_a_running_installation_by_the_commands_of_the_page()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "operate.md"));
        var commands = Commands().Matches(page[page.IndexOf("## From nothing", StringComparison.Ordinal)..page.IndexOf("## In Teams", StringComparison.Ordinal)]).Select(m => m.Groups["lines"].Value).ToList();
        var (emulator, program, settings, check, package, start, ask, backup) = commands is [var a, var b, var c, var d, var e, var f, var g, var h] ? (a, b, c, d, e, f, g, h) : throw new InvalidOperationException($"The page has {commands.Count} steps.");
        // Both are there already: this build, and the emulator of the tests.
        Assert.Contains("npm ci --prefix tests", emulator, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Root, EmulatorFile().Match(emulator).Value)));
        Assert.Contains("dotnet publish Bot -c Release -o published", program, StringComparison.Ordinal);
        await Run($"cp -r '{Path.GetDirectoryName(Repository.Program)}' published", 0);
        Directory.CreateSymbolicLink(Path.Combine(machine.FullName, "org"), Path.Combine(Repository.Root, "org"));
        var address = Address().Match(settings).Value;
        Assert.Equal("http://127.0.0.1:3978", address);
        var own = settings.Replace(address, "http://127.0.0.1:0", StringComparison.Ordinal)
            .Replace("UseDevelopmentStorage=true", $"'{azurite.ConnectionString}'", StringComparison.Ordinal) + "\nexport Storage__Prefix=walk";

        await Run(string.Join('\n', program.Split('\n').Where(l => !l.Contains("dotnet publish", StringComparison.Ordinal))), 0);
        await GiveListOf(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Year);
        await Run($"{own}\n{check}", 0);
        await Run($"{own}\n{package}", 0);
        using (var zip = ZipFile.OpenRead(Path.Combine(machine.FullName, "checkinbot.zip")))
            Assert.Contains(zip.Entries, entry => entry.Name == "manifest.json");
        using var bot = Bash($"{own}\nexec bash -c '{start.Trim().Trim('(', ')').Replace("dotnet CheckInBot", "exec dotnet CheckInBot", StringComparison.Ordinal)}'");
        try
        {
            var listening = "";
            bot.OutputDataReceived += (_, line) => listening += line.Data + "\n";
            bot.ErrorDataReceived += (_, _) => { };
            bot.BeginOutputReadLine();
            bot.BeginErrorReadLine();
            var at = await Eventually.Found("it listens", () => Listening().Match(listening) is { Success: true } match ? match.Groups["address"].Value : null);
            Assert.StartsWith("ready", await Run(ask.Replace(address, at, StringComparison.Ordinal), 0), StringComparison.Ordinal);
            await Run($"{own}\n{backup}", 0);
            Assert.True(File.Exists(Path.Combine(machine.FullName, "first.backup")));
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync();
        }
    }

    /// <summary>The demonstration has the lists that were published when it was made; whoever follows the page in a later year adds its own, as step 4 says.</summary>
    private async Task GiveListOf(int year)
    {
        var file = Path.Combine(machine.FullName, "office", "calendars", $"cn-{year}.json");
        if (!File.Exists(file))
            await File.WriteAllTextAsync(file, $$"""{ "profile": "CN", "year": {{year}}, "source": "a test", "notice": ["none"], "work": [], "off": [] }""");
    }

    private async Task<string> Run(string script, int ends)
    {
        using var bash = Bash(script);
        var (output, errors) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await bash.WaitForExitAsync(limit.Token);
        Assert.True(bash.ExitCode == ends, $"{script}\n{await output}\n{await errors}");
        return await output;
    }

    private Process Bash(string script)
    {
        var start = new ProcessStartInfo("bash", ["-eu", "-c", script]) { WorkingDirectory = machine.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.Contains("__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"^ *```sh\n(?<lines>.*?)^ *```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"tests/node_modules/\S+\.js")]
    private static partial Regex EmulatorFile();

    [GeneratedRegex(@"http://[\d.]+:\d+")]
    private static partial Regex Address();

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex Listening();
}
