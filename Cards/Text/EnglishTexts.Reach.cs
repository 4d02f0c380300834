using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string UnreachableSpoken => "Some people cannot be reached, please see the card.";

    public override string AskedInVain(int people) => people == 1 ? "▲ 1 person who would be asked cannot be reached" : $"▲ {people} people who would be asked cannot be reached";

    public override string AlsoInVain(int people) => people == 1
        ? $"1 person who would be asked cannot be reached either: type \"{Word(Command.Unreachable)}\"."
        : $"{people} people who would be asked cannot be reached either: type \"{Word(Command.Unreachable)}\".";

    public override string GoesOnWithoutThem(string? roles) => roles is null
        ? "Cases and calls go on to others at once. Nobody waits for them."
        : $"Nobody waits for them. Cases ask instead: {roles}.";

    public override string AskForTheList => $"For who, why and since when, type \"{Word(Command.Unreachable)}\".";

    public override string PeopleNotReached(int people) => people == 1 ? "▲ I cannot reach 1 person" : $"▲ I cannot reach {people} people";

    public override string EverybodyReached => "✓ I know of nobody whom I cannot reach";

    public override string EverybodyReachedLine => "Whoever takes no message is listed here with the next card for them.";

    public override string Why(Refusal why) => why switch
    {
        Refusal.NotInstalled => "I was never installed for them",
        Refusal.Removed => "They have removed me",
        Refusal.Blocked => "They have blocked me",
        Refusal.SwitchedOff => "I was switched off for them",
        Refusal.Closed => "Nothing may be written in their chat",
        Refusal.Gone => "Their chat is gone",
        _ => "The channel takes nothing for them",
    };

    public override string Remedy(Refusal why) => why switch
    {
        Refusal.NotInstalled => "Install the app for them, or ask them to.",
        Refusal.Removed => "Ask them whether they want to install the app again.",
        Refusal.Blocked => "Only they can undo it. It is their choice.",
        Refusal.SwitchedOff => "Allow the app in the admin center.",
        Refusal.Closed => "Check the messaging policy.",
        Refusal.Gone => "Ask them to open the app and write something to me.",
        _ => "Check the account and the app's permissions.",
    };

    public override string Since(PlainText name, Moment since) => $"**{name}** · since {Time(since)}";

    public override string AskedInstead(string roles) => $"Cases pass them over, next comes: {roles}.";

    public override string AndMorePeople(int people) => people == 1 ? "And 1 more." : $"And {people} more.";

    public override string HowTheListShrinks => "Whoever writes to me, or gets a card again, leaves this list. It says nothing about what anybody told me.";
}
