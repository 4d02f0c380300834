using System.Collections.Concurrent;

namespace CheckInBot.Month.Tests;

/// <summary>What happened how often, and what should never have happened.</summary>
internal sealed class Figures
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> violations = new(StringComparer.Ordinal);

    public void Count(string what, int by = 1) => counts.AddOrUpdate(what, by, (_, before) => before + by);

    public int Of(string what) => counts.GetValueOrDefault(what);

    /// <param name="invariant">Its name.</param>
    /// <param name="what">Precisely what is wrong; told once.</param>
    public void Violated(string invariant, string what, DateTimeOffset at)
    {
        if (violations.TryAdd($"{invariant}: {what}", $"{at:yyyy-MM-dd HH:mm:ss}Z {invariant}: {what}"))
            Count("violations");
    }

    public IReadOnlyList<string> Violations => [.. violations.Values.Order(StringComparer.Ordinal)];

    public override string ToString() => string.Join('\n', counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key,-40} {c.Value,8}"));
}
