using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Cards;

/// <summary>What a check-in card has to know beside the check-in.</summary>
/// <param name="MayEscalate">The person agreed to being looked in on.</param>
/// <param name="Leader">Id of the leader who would be asked now; null when nobody is on duty.</param>
public sealed record CheckInView(CheckInPolicy Policy, bool MayEscalate, string? Leader);

/// <summary>The card of a check-in, by its phase.</summary>
public static partial class CheckInCards
{
    public static CardMessage Of(CheckIn state, CheckInView view, CardContext c) => Rough.Of(c);
}
