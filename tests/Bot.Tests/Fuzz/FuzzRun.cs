using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>
/// Feeds a target with changed samples, the same for the same seed. What a target answers (<c>200</c>, the kinds of faults, which words were understood) counts as how
/// far an input came: one that comes somewhere new is changed further. An exception is a finding, and so is an input that takes too long, twice.
/// </summary>
/// <typeparam name="T">What an input is.</typeparam>
/// <param name="seconds">What is too long.</param>
internal sealed class FuzzRun<T>(string name, IReadOnlyList<T> samples, Func<T, IReadOnlyList<T>, Chance, T> change, Func<T, string> target, Func<T, string> write, int seconds = 1)
{
    private const int Most = 400, Workers = 2;

    private readonly ConcurrentQueue<string> findings = new();
    private readonly ConcurrentDictionary<string, int> seen = new(StringComparer.Ordinal);
    private double slowest;

    /// <summary>Everything that was found; it prints inputs, seconds, and how many different answers there were.</summary>
    /// <param name="inputs">How many.</param>
    public IReadOnlyList<string> Run(int inputs, ulong seed, Action<string> print)
    {
        var began = Stopwatch.GetTimestamp();
        Parallel.For(0, Workers, new ParallelOptions { MaxDegreeOfParallelism = Workers }, worker => Work((inputs / Workers) + (worker == 0 ? inputs % Workers : 0), new(seed + ((ulong)worker * 7919))));
        print(string.Create(CultureInfo.InvariantCulture, $"{name}: {inputs} inputs in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s, seed {seed}, {seen.Count} different answers, slowest {slowest:F0} ms, {findings.Count} findings"));
        return [.. findings];
    }

    private void Work(int inputs, Chance chance)
    {
        var corpus = samples.ToList();
        for (var i = 0; i < inputs && findings.Count < 20; i++)
        {
            var input = i < samples.Count ? samples[i] : change(chance.Of(corpus), corpus, chance);
            if (Feed(input, again: true) is { } answer && seen.TryAdd(answer, i) && corpus.Count < Most)
                corpus.Add(input);
        }
    }

    private string? Feed(T input, bool again)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var answer = target(input);
            var took = Stopwatch.GetElapsedTime(began);
            if (took <= TimeSpan.FromSeconds(seconds))
            {
                slowest = Math.Max(slowest, took.TotalMilliseconds);
                return answer;
            }
            // A busy machine is no finding; an input that is slow every time is.
            return again ? Feed(input, again: false) : Found($"took {took.TotalSeconds:F1} s", input);
        }
        catch (Exception problem)
        {
            return Found(problem.ToString(), input);
        }
    }

    private string? Found(string what, T input)
    {
        findings.Enqueue($"{what}\n{write(input)}");
        return null;
    }
}
