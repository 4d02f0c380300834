using System.Text;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>What the reporter of a restricted report reads when nobody can take it is true of that report.</summary>
public sealed class NobodyCardTests
{
    [Theory]
    [InlineData(Language.Chinese, "不想让处理", "不是因为你")]
    [InlineData(Language.English, "you did not want", "not because of you")]
    public void Who_did_not_want_somebody_does_not_read_that_it_has_nothing_to_do_with_them(Language language, string unwanted, string notYou)
    {
        Assert.Equal((true, false), Says("incident.nobody.unwanted"));
        Assert.Equal((false, true), Says("incident.nobody"));

        (bool, bool) Says(string name)
        {
            var card = Encoding.UTF8.GetString(Samples.All[name](language).Json.Span);
            return (card.Contains(unwanted, StringComparison.Ordinal), card.Contains(notYou, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Language.Chinese, "随时可以打")]
    [InlineData(Language.English, "at any time")]
    public void A_line_whose_hours_vary_is_not_called_open_at_any_time(Language language, string always) =>
        Assert.DoesNotContain(always, Encoding.UTF8.GetString(Samples.All["incident.nobody"](language).Json.Span), StringComparison.Ordinal);
}
