namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>Chance that a seed repeats (SplitMix64): the same inputs on every machine, whatever the runtime's own generator does.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to <paramref name="end"/>, which is more than 0.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    public bool OneIn(int many) => Below(many) == 0;

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];
}
