using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.People;

public static partial class Permit
{
    /// <summary>A reason: the colleague's for the asker, a leader's for both; nobody else reads it, and the channel never.</summary>
    public static IEnumerable<Words> Readable(Swap swap, string reader) => swap.Phase switch
    {
        SwapPhase.Declined or SwapPhase.Refused when swap.IsParty(reader) || reader == swap.Reason?.Owner => Present(swap.Reason),
        _ => [],
    };
}
