using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>What stands on a card can be typed.</summary>
public class TypedWordsTests
{
    private static readonly string[] Tags = ["queue", "notUnderstood", "rules", "system", "shortStaffed", "mistake"];

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Every_reason_can_be_typed_as_the_card_says_it(Language language)
    {
        var t = Texts.For(language);
        foreach (var tag in Tags)
            Assert.Equal(new Typed("lin", new Answer { Tags = tag }), TypedAnswers.Read(Commands.Plain($"{t.FactTags} {t.Tag(tag)}"), "lin", Question.Stress, Tags));
    }
}
