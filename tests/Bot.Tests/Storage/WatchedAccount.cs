using Azure.Core.Pipeline;
using CheckInBot.Bot.Storage.Azure;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>The emulator behind a wire on which a test does something before each request, or cuts it.</summary>
/// <param name="before">Gets the number of the request, from 1; what it throws ends the program that asked.</param>
public sealed class WatchedAccount(string connection, string prefix, Func<int, Task> before) : DelegatingHandler(new HttpClientHandler())
{
    private int requests, writes;

    public int Requests => requests;

    /// <summary>How many of them may have changed something.</summary>
    public int Writes => writes;

    public AzureStore Store() => new(new AzureSettings(connection, Prefix: prefix) { Transport = new HttpClientTransport(new HttpClient(this)) });

    /// <summary>Cuts the wire behind so many requests, as a program that is killed.</summary>
    public static Func<int, Task> CutAfter(int requests) => n => n > requests ? throw new InvalidOperationException("killed") : Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            Interlocked.Increment(ref writes);
        await before(Interlocked.Increment(ref requests));
        return await base.SendAsync(request, cancellationToken);
    }
}
