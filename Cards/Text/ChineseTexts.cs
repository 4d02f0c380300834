namespace CheckInBot.Cards;

/// <summary>zh-CN.</summary>
public sealed partial class ChineseTexts : Texts
{
    public override string Lang => "zh";
}
