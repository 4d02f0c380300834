using System.Diagnostics.Metrics;

namespace CheckInBot.Bot.Listening;

/// <summary>How often something was noticed that an operator should look into; never who, and never what.</summary>
public static class Signs
{
    /// <summary>Name of the meter, as for everything else that is counted here.</summary>
    public const string Source = "CheckInBot";

    private static readonly Meter Meter = new(Source);
    private static readonly Counter<long> RefusedCount = Meter.CreateCounter<long>("checkinbot.activities.refused", "{activity}", "Activities that were answered without being read: tooFast, full.");

    private static readonly Counter<long> ForeignCount = Meter.CreateCounter<long>("checkinbot.presses.foreign", "{press}", "Presses that changed nothing because what they name is not the presser's, or nothing.");

    /// <param name="verb">The button's word.</param>
    /// <param name="what"><c>notTheirs</c> or <c>nothing</c>.</param>
    public static void Foreign(string verb, string what) =>
        ForeignCount.Add(1, new("checkinbot.verb", verb), new KeyValuePair<string, object?>("checkinbot.why", what));

    /// <param name="why">A word of this program: <c>tooFast</c> or <c>full</c>.</param>
    public static void Refused(string why) => RefusedCount.Add(1, new KeyValuePair<string, object?>("checkinbot.why", why));
}
