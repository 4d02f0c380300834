namespace CheckInBot.Cards;

/// <summary>en.</summary>
public sealed partial class EnglishTexts : Texts
{
    public override string Lang => "en";
}
