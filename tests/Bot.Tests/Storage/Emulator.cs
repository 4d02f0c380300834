using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>The emulator of Azure storage, on free ports of this machine.</summary>
public sealed class Emulator : IAsyncDisposable
{
    private readonly Process _emulator;

    private Emulator() => _emulator = Start(TestsFolder(), TablePort, QueuePort, BlobPort);

    public int TablePort { get; } = FreePort();

    public int QueuePort { get; } = FreePort();

    public int BlobPort { get; } = FreePort();

    public string ConnectionString => ConnectionTo(TablePort, QueuePort, BlobPort);

    public static string ConnectionTo(int tablePort, int queuePort, int blobPort) =>
        $"UseDevelopmentStorage=true;TableEndpoint=http://127.0.0.1:{tablePort}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{queuePort}/devstoreaccount1;BlobEndpoint=http://127.0.0.1:{blobPort}/devstoreaccount1";

    /// <summary>A port on which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it and waits until all three of its ports answer.</summary>
    public static async Task<Emulator> Start()
    {
        var emulator = new Emulator();
        await emulator.Answers(emulator.TablePort);
        await emulator.Answers(emulator.QueuePort);
        await emulator.Answers(emulator.BlobPort);
        return emulator;
    }

    public async ValueTask DisposeAsync()
    {
        _emulator.Kill();
        await _emulator.WaitForExitAsync();
        _emulator.Dispose();
    }

    /// <summary>It hangs: connections stand, and nothing is answered. It is never killed, since it forgets what it has just acknowledged.</summary>
    public Task Hang() => Signal("-STOP");

    public Task GoOn() => Signal("-CONT");

    private async Task Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{_emulator.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static Process Start(string tests, int tablePort, int queuePort, int blobPort)
    {
        var main = Path.Combine(tests, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(main))
            throw new InvalidOperationException("The storage emulator is not installed: run 'npm ci --prefix tests' in the repository's root.");
        var start = new ProcessStartInfo("node") { WorkingDirectory = Path.GetTempPath(), RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            // Whatever ends the tests closes this pipe, and with it the emulator.
            "--import", "data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()",
            main, "--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry",
            "--tableHost", "127.0.0.1", "--tablePort", $"{tablePort}", "--queueHost", "127.0.0.1", "--queuePort", $"{queuePort}",
            "--blobHost", "127.0.0.1", "--blobPort", $"{blobPort}",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task Answers(int port)
    {
        for (var i = 0; i < 300; i++)
        {
            if (_emulator.HasExited)
                throw new InvalidOperationException($"The storage emulator ended with code {_emulator.ExitCode} before it answered.");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }
        throw new TimeoutException("The storage emulator did not answer within 30 seconds.");
    }

    private static string TestsFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
