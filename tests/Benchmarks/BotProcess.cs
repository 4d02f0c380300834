using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CheckInBot.Benchmarks;

/// <summary>A bot in a process of its own, and what that process has used so far.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly List<string> faults = [];

    private BotProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Processor time so far, of all its threads, user and system.</summary>
    public TimeSpan Used
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory it ever held (resident set), in MB.</summary>
    public double PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>The memory it holds now (resident set), in MB.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <param name="port">Names the variable that tells the port, where the program takes no <c>ASPNETCORE_URLS</c>.</param>
    public static async Task<BotProcess> Start(string program, IEnumerable<string> arguments, string folder, string ready, IEnumerable<(string Name, string Value)> settings, string? port = null)
    {
        var free = FreePort();
        var address = new Uri($"http://127.0.0.1:{free}");
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("Bot__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        if (port is not null)
            start.Environment[port] = $"{free}";
        else
            start.Environment["ASPNETCORE_URLS"] = address.ToString();
        var began = Stopwatch.GetTimestamp();
        var bot = new BotProcess(Process.Start(start)!, address);
        bot.process.OutputDataReceived += (_, _) => { };
        bot.process.ErrorDataReceived += (_, e) => bot.Keep(e.Data);
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        await bot.Ready(ready, began);
        return bot;
    }

    /// <summary>Waits until the process does next to nothing: what turns left to do in the background is done.</summary>
    public async Task Rests(TimeSpan atLeast)
    {
        await Task.Delay(atLeast);
        var quiet = 0;
        for (var looks = 0; quiet < 3 && looks < 200; looks++)
        {
            var before = Used;
            await Task.Delay(200);
            quiet = Used - before < TimeSpan.FromMilliseconds(15) ? quiet + 1 : 0;
        }
        if (quiet < 3)
            throw new TimeoutException("The bot did not come to rest.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using (var terminate = Process.Start("kill", ["-TERM", $"{process.Id}"]))
                await terminate.WaitForExitAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
            await process.WaitForExitAsync(limit.Token);
        }
        process.Dispose();
    }

    private async Task Ready(string path, long began)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        while (true)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > StartLimit)
                throw new InvalidOperationException($"The bot did not start:\n{string.Join('\n', faults)}");
            try
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    StartedIn = Stopwatch.GetElapsedTime(began);
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }
            await Task.Delay(5);
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (faults)
            faults.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
