using System.Collections.Concurrent;
using System.Diagnostics;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// Counts the sends that were open, or answered less than <see cref="JustNow"/> before, when their connection broke: whoever sent them may not have
/// written down that they were seen, so each may rightly come a second time.
/// </summary>
internal sealed class SendsCutOff
{
    /// <summary>So long it may take to write down that a card was seen.</summary>
    public static readonly TimeSpan JustNow = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Sending>> sends = new(StringComparer.Ordinal);
    private int open;
    private int justAnswered;

    public int Open => open;

    public int JustAnswered => justAnswered;

    /// <summary>A send has come over this connection; what is returned is to be called when it is answered.</summary>
    public Func<Task> Begun(string connection)
    {
        var sending = new Sending();
        sends.GetOrAdd(connection, _ => []).Enqueue(sending);
        return () =>
        {
            sending.AnsweredAt = Stopwatch.GetTimestamp();
            return Task.CompletedTask;
        };
    }

    public void Closed(string connection)
    {
        if (!sends.TryRemove(connection, out var of))
            return;
        foreach (var sending in of)
        {
            if (sending.AnsweredAt is not { } at)
                Interlocked.Increment(ref open);
            else if (Stopwatch.GetElapsedTime(at) < JustNow)
                Interlocked.Increment(ref justAnswered);
        }
    }

    private sealed class Sending
    {
        public long? AnsweredAt { get; set; }
    }
}
