using CheckInBot.Dialogs.Care;

namespace CheckInBot.Cards;

/// <summary>Who can be asked for.</summary>
/// <param name="Contact">Id of the crisis contact who would be asked; null when there is none.</param>
/// <param name="ContactAskedNow">Id of the one who is asked now or has the open case; null when it is not known.</param>
public sealed record PersonNowView(string? Contact, string? ContactAskedNow);

/// <summary>"I need a person now".</summary>
public static class PersonNowCards
{
    public static CardMessage Numbers(PersonNow? state, PersonNowView view, CardContext c) => Rough.Of(c);
}
