using CheckInBot.Dialogs.Contacts;

namespace CheckInBot.Cards;

/// <summary>What the welcome card has to know beside the contact.</summary>
/// <param name="CrisisContact">Id of the first crisis contact; null when none is named.</param>
/// <param name="KeepNotesDays">How long notes are kept, in days; 0: not said.</param>
/// <param name="KeepAnswersDays">How long answers are kept, in days; 0: not said.</param>
public sealed record WelcomeView(string? CrisisContact, int KeepNotesDays, int KeepAnswersDays);

/// <summary>What the bot does and keeps, and what the person agreed to.</summary>
public static class ContactCards
{
    public static CardMessage Welcome(Contact state, WelcomeView view, CardContext c) => Rough.Of(c);
}
