using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>Every sentence a person reads.</summary>
public abstract partial class Texts
{
    public static Texts Chinese { get; } = new ChineseTexts();

    public static Texts English { get; } = new EnglishTexts();

    public static Texts For(Language language) => language == Language.English ? English : Chinese;

    /// <summary>Two letters for a card's <c>lang</c>.</summary>
    public abstract string Lang { get; }
}
