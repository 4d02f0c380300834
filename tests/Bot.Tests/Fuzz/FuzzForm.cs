using System.Globalization;

namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>The environment by which fuzzing runs for longer than every day's short form.</summary>
internal static class FuzzForm
{
    /// <summary><c>CHECKINBOT_FUZZ</c>: inputs of each kind; 1,000,000 in the long form. Of those for which the whole program works, or a roster stands in a store, a share.</summary>
    public static int Inputs(int unlessSet, int share = 1) => Number("CHECKINBOT_FUZZ") is { } many ? Math.Max(1, (int)many / share) : unlessSet;

    /// <summary><c>CHECKINBOT_SEED</c>: which inputs; else always the same.</summary>
    public static ulong Seed => Number("CHECKINBOT_SEED") ?? 20261122;

    private static ulong? Number(string name) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
