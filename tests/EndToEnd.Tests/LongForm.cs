using System.Globalization;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The environment by which the tests of crashes and outages run for longer than every day's short form.</summary>
internal static class LongForm
{
    /// <summary><c>CHECKINBOT_KILLS</c>: how often the program is killed; 20 in the short form, 200 in the long.</summary>
    public static int Kills => Number("CHECKINBOT_KILLS") ?? 20;

    /// <summary><c>CHECKINBOT_SEED</c>: decides who plays which part and when the program is killed; else another one each time, which the test prints.</summary>
    public static int Seed => Number("CHECKINBOT_SEED") ?? (int)(TimeProvider.System.GetUtcNow().Ticks & 0xfffff);

    /// <summary><c>CHECKINBOT_OUTAGE</c>: seconds without a store; 8 in the short form, 60 in the long.</summary>
    public static TimeSpan Outage => TimeSpan.FromSeconds(Number("CHECKINBOT_OUTAGE") ?? 8);

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
