using System.Diagnostics;
using System.Net.Http.Headers;

namespace CheckInBot.Benchmarks;

/// <summary>What one phase showed.</summary>
/// <param name="Milliseconds">How long each turn took to be answered, in ascending order.</param>
internal sealed record Phase(double[] Milliseconds, TimeSpan Took)
{
    public int Turns => Milliseconds.Length;

    public double PerSecond => Turns / Took.TotalSeconds;

    public double P50 => At(0.50);

    public double P99 => At(0.99);

    private double At(double share) => Milliseconds[Math.Min((int)(share * Turns), Turns - 1)];
}

/// <summary>Sends one turn after the other to a bot: each to the next of the conversations.</summary>
/// <param name="activity">The body of a turn, by its number; numbers go on from phase to phase.</param>
/// <param name="isAnswer">Whether a response is the answer that was to be given.</param>
/// <param name="mayFail">A flood may be turned away, and is counted all the same.</param>
internal sealed class Load(Uri bot, Func<int, byte[]> activity, Func<byte[], bool> isAnswer, bool mayFail = false) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 512 }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Uri messages = new(bot, "/api/messages");
    private int turns = -1;
    private int refused;

    /// <summary>How many turns the bot turned away, where it may.</summary>
    public int Refused => Volatile.Read(ref refused);

    /// <summary>So many at once, each sending its next turn when the last is answered.</summary>
    public async Task<Phase> Closed(int atOnce, TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var took = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < duration)
                took.Add(await Turn());
            return took;
        }));
        var all = await Task.WhenAll(workers);
        return Of(all.SelectMany(t => t), began);
    }

    /// <summary>At a fixed rate, whether the last ones are answered or not: as people press, who do not wait for each other.</summary>
    public async Task<Phase> Open(int perSecond, TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var under = new List<Task<double>>();
        while (Stopwatch.GetElapsedTime(began) is var now && now < duration)
        {
            for (var due = (int)(now.TotalSeconds * perSecond); under.Count < due;)
                under.Add(Task.Run(Turn));
            await Task.Delay(1);
        }
        return Of(await Task.WhenAll(under), began);
    }

    /// <summary>Each of these turns once, 32 at once.</summary>
    public async Task Each(int count)
    {
        var began = Volatile.Read(ref turns);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) => await Turn());
        if (Volatile.Read(ref turns) != began + count)
            throw new InvalidOperationException("Phases overlap.");
    }

    public void Dispose() => http.Dispose();

    private static Phase Of(IEnumerable<double> took, long began) => new([.. took.Order()], Stopwatch.GetElapsedTime(began));

    private async Task<double> Turn()
    {
        using var content = new ByteArrayContent(activity(Interlocked.Increment(ref turns)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsync(messages, content);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (!answer.IsSuccessStatusCode && mayFail)
            Interlocked.Increment(ref refused);
        else if (!answer.IsSuccessStatusCode || !isAnswer(body))
            throw new InvalidOperationException($"A turn was answered {(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(body)}");
        return took;
    }
}
