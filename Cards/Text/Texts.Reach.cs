using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>Whom the bot cannot reach.</summary>
public abstract partial class Texts
{
    public abstract string UnreachableSpoken { get; }

    /// <summary>Heads the alarm: those of them who would be asked.</summary>
    public abstract string AskedInVain(int people);

    /// <summary>The same as a line of another alarm.</summary>
    public abstract string AlsoInVain(int people);

    /// <param name="roles">Whom cases ask in their place; null where that is nobody's.</param>
    public abstract string GoesOnWithoutThem(string? roles);

    public abstract string AskForTheList { get; }

    /// <summary>Heads the list.</summary>
    public abstract string PeopleNotReached(int people);

    public abstract string EverybodyReached { get; }

    public abstract string EverybodyReachedLine { get; }

    public abstract string Why(Refusal why);

    /// <summary>What the reader can do about it.</summary>
    public abstract string Remedy(Refusal why);

    public abstract string Since(PlainText name, Moment since);

    /// <summary>Whom a case asks next in their place.</summary>
    public abstract string AskedInstead(string roles);

    public abstract string AndMorePeople(int people);

    public abstract string HowTheListShrinks { get; }
}
