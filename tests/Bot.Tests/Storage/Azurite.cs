using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>The emulator of Azure storage, on free ports of this machine, for as long as the tests of its collection run.</summary>
public sealed class Azurite : IAsyncLifetime
{
    public const string Collection = "Azurite";

    private Process? _emulator;

    public int TablePort { get; private set; }

    public int QueuePort { get; private set; }

    public int BlobPort { get; private set; }

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

    public async Task InitializeAsync()
    {
        (TablePort, QueuePort, BlobPort) = (FreePort(), FreePort(), FreePort());
        _emulator = Start(TestsFolder(), TablePort, QueuePort, BlobPort);
        await Answers(TablePort);
        await Answers(QueuePort);
        await Answers(BlobPort);
    }

    public async Task DisposeAsync()
    {
        if (_emulator is null)
            return;
        _emulator.Kill();
        await _emulator.WaitForExitAsync();
        _emulator.Dispose();
    }

    /// <summary>It hangs: connections stand, and nothing is answered. It is never killed, since it forgets what it has just acknowledged.</summary>
    public Task Hang() => Signal("-STOP");

    public Task GoOn() => Signal("-CONT");

    private async Task Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{_emulator!.Id}"]);
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
            if (_emulator!.HasExited)
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

[CollectionDefinition(Azurite.Collection)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>;
