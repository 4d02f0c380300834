using CheckInBot.Cards.Schema;

namespace CheckInBot.Cards;

internal static class Rough
{
    public static CardMessage Of(CardContext c) => new(new AdaptiveCard { Lang = c.Texts.Lang, Body = [new TextBlock("CheckInBot")] }, "CheckInBot");
}
