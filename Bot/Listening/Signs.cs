using System.Diagnostics.Metrics;

namespace CheckInBot.Bot.Listening;

/// <summary>How often something was noticed that an operator should look into; never who, and never what.</summary>
public static class Signs
{
    /// <summary>Name of the meter, as for everything else that is counted here.</summary>
    public const string Source = "CheckInBot";

    private static readonly Meter Meter = new(Source);
    private static readonly Counter<long> RefusedCount = Meter.CreateCounter<long>("checkinbot.activities.refused", "{activity}", "Activities that were answered without being read: tooFast, full.");

    /// <param name="why">A word of this program: <c>tooFast</c> or <c>full</c>.</param>
    public static void Refused(string why) => RefusedCount.Add(1, new KeyValuePair<string, object?>("checkinbot.why", why));
}
