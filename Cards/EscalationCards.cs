using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>What a case's card has to know beside the case.</summary>
/// <param name="Receivers">Who may be asked to take it over, with the role that is named.</param>
/// <param name="Next">Id of the person who would be asked next if the roster stays as it is; null: nobody more.</param>
public sealed record EscalationView(IReadOnlyList<(string Person, Role Role)> Receivers, string? Next);

/// <summary>The cards of a case: <c>case</c>, <c>mine</c>, <c>news</c> and <c>visit</c>.</summary>
public static partial class EscalationCards
{
    public static CardMessage Of(Escalation state, Slot slot, EscalationView view, CardContext c) => Rough.Of(c);
}
