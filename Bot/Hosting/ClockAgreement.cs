using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Azure;

namespace CheckInBot.Bot.Hosting;

/// <summary>Whether this machine's clock agrees with those of the others, as far as the store they share can tell.</summary>
public static class ClockAgreement
{
    /// <summary>Claims bear clocks that are 4 s apart; an answer of the account tells whole seconds, and was on its way.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(3);

    public static bool IsOff(TimeSpan? off) => off?.Duration() > Tolerance;

    /// <summary>Tells the log when a start found the clock off. A file has no other clock than this machine's.</summary>
    public static void Tell(IStore store, ILogger log)
    {
        if (store is AzureStore { ClockOff: { } off } && IsOff(off))
            log.LogWarning("This machine's clock and the account's are {Seconds} s apart: set it by a time server. Processes whose clocks differ by more than 4 s may send a card twice", (int)Math.Round(off.Duration().TotalSeconds));
    }
}
