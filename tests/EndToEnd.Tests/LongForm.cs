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

    /// <summary><c>CHECKINBOT_PROCESSES</c>: how many processes share Azure storage; 3 if not set.</summary>
    public static int Processes => Number("CHECKINBOT_PROCESSES") ?? 3;

    /// <summary><c>CHECKINBOT_PEOPLE</c>: how many leave at once while one of several processes is killed each second; null for the short form, which also moves the clock where the long one waits.</summary>
    public static int? People => Number("CHECKINBOT_PEOPLE");

    /// <summary>How often one of several processes is killed: <c>CHECKINBOT_KILLS</c>, 6 in the short form.</summary>
    public static int KillsOfMany => Number("CHECKINBOT_KILLS") ?? 6;

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
