using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The built program in a process of its own, over a data folder that outlives it: started, killed, started again.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentQueue<string> faults = new();
    private readonly Dictionary<string, string> settings;
    private readonly bool ownsData;
    private Process? process;
    private int linesBefore;

    public BotProcess(string orgFolder, IReadOnlyDictionary<string, string>? more = null, string? data = null)
    {
        ownsData = data is null;
        Data = data ?? Directory.CreateTempSubdirectory("checkinbot-data-").FullName;
        settings = new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Org__Folder"] = orgFolder,
            ["Storage__Path"] = DatabaseFile,
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            settings[name] = value;
    }

    /// <summary>Folder of the store's file and of the keys.</summary>
    public string Data { get; }

    public string DatabaseFile => Path.Combine(Data, "checkinbot.db");

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Everything the program wrote, over all its starts.</summary>
    public string Log => string.Join('\n', lines);

    /// <summary>What the program wrote to standard error, over all its starts.</summary>
    public string StandardError => string.Join('\n', faults);

    public bool HasEnded => process is null || process.HasExited;

    /// <summary>Changes a setting from the next start on.</summary>
    public void Set(string name, string value) => settings[name] = value;

    /// <summary>Starts the program and waits until it says that it is ready.</summary>
    public async Task Start()
    {
        Begin();
        await IsReady();
    }

    /// <summary>Starts the program and does not wait.</summary>
    public void Begin() => Launch();

    /// <summary>Waits until the program says that it is ready, or only that it lives.</summary>
    public async Task IsReady(string said = "ready")
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await Eventually.Found($"the program is {said}", async () =>
        {
            if (process!.HasExited && LostItsPort())
                Launch();
            if (process!.HasExited)
                throw new InvalidOperationException($"The program ended with code {process.ExitCode}:\n{Log}");
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, $"/health/{said}"));
                return answer.IsSuccessStatusCode ? said : null;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                return null;
            }
        }, TimeSpan.FromSeconds(120));
    }

    /// <summary>Starts the program, with a command or none, and waits until it ends by itself; its exit code.</summary>
    public async Task<int> RunToItsEnd(params string[] command)
    {
        Launch(command);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process!.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Starts a command and waits until it has written such a line to standard error; it goes on.</summary>
    public async Task RunUntil(string line, params string[] command)
    {
        var before = faults.Count;
        Launch(command);
        await Eventually.True($"the command says {line}", () => HasEnded || faults.Skip(before).Contains(line));
    }

    /// <summary>As a loss of power: nothing is finished.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As an administrator stops it; its exit code.</summary>
    public async Task<int> Stop()
    {
        using (var terminate = Process.Start("kill", ["-TERM", $"{process!.Id}"]))
            await terminate.WaitForExitAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasEnded)
            await Kill();
        process?.Dispose();
        if (ownsData)
            Directory.Delete(Data, recursive: true);
    }

    private void Launch(params string[] command)
    {
        process?.Dispose();
        linesBefore = lines.Count;
        Address = new($"http://127.0.0.1:{FreePort()}");
        var start = Repository.Start(command);
        start.WorkingDirectory = Path.Combine(Repository.Root, "Bot");
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("Bot__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => Keep(e.Data, false);
        process.ErrorDataReceived += (_, e) => Keep(e.Data, true);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Between choosing a port and listening on it somebody else may take it.</summary>
    private bool LostItsPort()
    {
        process!.WaitForExit();
        return lines.Skip(linesBefore).Any(l => l.Contains("address already in use", StringComparison.OrdinalIgnoreCase));
    }

    private void Keep(string? line, bool isFault)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (isFault)
            faults.Enqueue(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
