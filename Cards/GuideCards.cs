using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Care;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The short cards that an organisation writes itself: one screen, read at a counter in ten seconds.</summary>
public static class GuideCards
{
    private const string Signs = "①②③④⑤⑥";

    public static CardMessage Of(Guide guide, GuideText text, CardContext c)
    {
        var title = PlainText.Words(text.Title).ToString();
        return Card(
            c,
            title,
            title,
            [
                Heading(title),
                .. text.Lines.Select((line, i) => Line($"{Signs[i]} {PlainText.Words(line)}") with { Spacing = i == 0 ? Spacing.Default : Spacing.Small }),
                guide == Guide.Deescalation ? Box(new TextBlock(c.Texts.Violence(c.Police))) : null,
                PersonRow(c),
            ]);
    }
}
