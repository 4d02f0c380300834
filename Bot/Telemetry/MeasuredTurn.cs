using System.Diagnostics;

namespace CheckInBot.Bot.Telemetry;

/// <summary>A turn that somebody measures. It failed unless it is told that it was decided.</summary>
public sealed class MeasuredTurn(string flow, string happened) : IDisposable
{
    private readonly long began = Stopwatch.GetTimestamp();
    private string outcome = "failed";

    /// <param name="repeated">It had been taken before.</param>
    /// <param name="attempts">How often it was decided, the last time included.</param>
    public void Decided(bool repeated, int attempts)
    {
        outcome = repeated ? "repeated" : "done";
        if (attempts > 1)
            Measures.TurnConflicted(flow, attempts - 1);
    }

    public void Dispose() => Measures.TurnEnded(flow, happened, outcome, Stopwatch.GetElapsedTime(began));
}
