using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The whole program inside the test's own process, so that whatever it says to anybody there can be heard.</summary>
internal sealed class InProcessBot : IAsyncDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly TaskCompletionSource<IHost> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILoggerProvider ears;
    private readonly IDisposable subscription;
    private Task<int> run = Task.FromResult(0);

    private InProcessBot(ILoggerProvider ears)
    {
        this.ears = ears;
        subscription = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<InProcessBot> Start(string orgFolder, string database, ILoggerProvider ears)
    {
        var bot = new InProcessBot(ears) { Address = new($"http://127.0.0.1:{FreePort()}") };
        string[] args =
        [
            "--environment=Development", $"--contentRoot={Path.Combine(Repository.Root, "Bot")}", $"--urls={bot.Address}",
            $"--Org:Folder={orgFolder}", $"--Storage:Path={database}", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace",
            "--Logging:Console:LogLevel:Default=None",
        ];
        var entry = typeof(Bot.Turns.Turns).Assembly.EntryPoint!;
        bot.run = Task.Run(() => (int)entry.Invoke(null, [args])!);
        await Eventually.Found("the program is built", () => bot.built.Task.IsCompleted || bot.run.IsCompleted ? "built" : null);
        Assert.True(bot.built.Task.IsCompletedSuccessfully, "The program did not start.");
        using var http = new HttpClient { BaseAddress = bot.Address };
        await Eventually.Found("the program is ready", async () =>
        {
            try
            {
                return (await http.GetAsync("/health/ready")).IsSuccessStatusCode ? "ready" : null;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        });
        return bot;
    }

    private bool IsOurs(IConfiguration configuration) => configuration["urls"] == Address.ToString();

    public async ValueTask DisposeAsync()
    {
        if (built.Task.IsCompletedSuccessfully)
            (await built.Task).Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal(0, await run.WaitAsync(TimeSpan.FromSeconds(40)));
        subscription.Dispose();
    }

    // Who builds a host announces it under this name; so do the tools of the framework find it.
    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
            value.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        // The pretended channel has hosts of its own, and another test may start its program at the same moment: only the address tells whose it is.
        if (value is { Key: "HostBuilding", Value: IHostBuilder building })
            building.ConfigureServices((context, services) =>
            {
                if (IsOurs(context.Configuration))
                    services.AddSingleton(ears);
            });
        if (value is { Key: "HostBuilt", Value: IHost host } && IsOurs(host.Services.GetRequiredService<IConfiguration>()))
            built.TrySetResult(host);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
