using System.Text.Json;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>Names and words of people cannot become anything else in a card.</summary>
public class PlainTextTests
{
    [Theory]
    [InlineData("[bonus](https://evil.example)", "［bonus］(https: //evil.example)")]
    [InlineData("<at>everyone</at>", "＜at＞everyone＜/at＞")]
    [InlineData("<b>x</b> &lt;script&gt;", "＜b＞x＜/b＞ ＆lt;script＆gt;")]
    [InlineData("**bold** _it_ `code` ~~no~~ # h", "＊＊bold＊＊ ＿it＿ ｀code｀ ～～no～～ ＃ h")]
    [InlineData("{{DATE(2026-11-23T00:00:00Z)}} ${name}", "｛｛DATE(2026-11-23T00:00:00Z)｝｝ $｛name｝")]
    [InlineData("1. first", "1． first")]
    [InlineData("12) first", "12） first")]
    [InlineData("- dash", "－ dash")]
    [InlineData("+ plus", "＋ plus")]
    [InlineData("---", "－－－")]
    [InlineData("one\r\n- two\n1. three\u2028four", "one - two 1. three four")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("李\u202E静\u2066\u200F\u061C\u200B\uFEFF", "李静")]
    [InlineData("a\u0000\u0007\u001Bb\u0085", "ab")]
    [InlineData("2–3 次, OK? (yes) 100% R/D", "2–3 次, OK? (yes) 100% R/D")]
    [InlineData("👩\u200D🔧", "👩\u200D🔧")]
    [InlineData("", "–")]
    [InlineData(" \n ", "–")]
    [InlineData(null, "–")]
    public void It_is_read_as_it_is_written_and_as_nothing_else(string? raw, string plain) => Assert.Equal(plain, PlainText.Name(raw).ToString());

    [Fact]
    public void Fifty_thousand_characters_are_cut()
    {
        Assert.Equal(PlainText.LongestWords + 1, PlainText.Words(new string('长', 50_000)).ToString().Length);
        Assert.EndsWith("…", PlainText.Words(new string('长', 50_000)).ToString(), StringComparison.Ordinal);
        Assert.Equal(PlainText.LongestName + 1, PlainText.Name(new string('x', 50_000)).ToString().Length);
        Assert.Equal(PlainText.LongestInBox, PlainText.ForBox(new string('x', 50_000)).Length);
    }

    [Fact]
    public void A_cut_leaves_no_half_of_a_character()
    {
        var cut = PlainText.Name(new string('x', PlainText.LongestName - 1) + "😀😀").ToString();
        Assert.DoesNotContain(cut, char.IsSurrogate);
        Assert.DoesNotContain(PlainText.Name("a\uD83D b").ToString(), char.IsSurrogate);
    }

    [Fact]
    public void Piled_up_marks_are_few() => Assert.True(PlainText.Name("e" + new string('\u0301', 30)).ToString().Length <= 4);

    [Fact]
    public void In_its_own_box_a_note_stays_as_its_writer_wrote_it() =>
        Assert.Equal("1. *a* <b> [c]\n- d {e}", PlainText.ForBox("1. *a* <b> [c]\r\n- d\u202E {e}\u0000 "));

    [Fact]
    public void Every_name_and_every_word_of_a_case_is_neutralised_wherever_it_stands()
    {
        const string Evil = "*_[x](y)_* <at>all</at> \u202E`z` {{DATE}}";
        foreach (var language in Enum.GetValues<Language>())
        {
            var c = Hall.Context(language, Hall.At(17, 7), _ => Evil) with { Name = _ => Evil };
            var state = CaseSamples.Resolved with
            {
                Note = Hall.Note,
                History = CaseSamples.Reopened.History,
                Helped = false,
                Context = CaseSamples.Asking.Context with { Post = Evil },
                OfferedTo = Hall.HallLeader,
            };
            foreach (var phase in Enum.GetValues<CasePhase>())
                foreach (var (slot, reader) in new[] { ("case", Hall.Leader), ("case", Hall.HallLeader), ("mine", Hall.Subject), ("news", Hall.Subject), ("visit", Hall.Subject) })
                {
                    var card = EscalationCards.Of(state with { Phase = phase }, new(slot, reader), CaseSamples.View, c).ToJson();
                    var json = JsonDocument.Parse(card.ToJsonString()).RootElement.ToString();
                    foreach (var sign in new[] { "[x]", "<at>", "\u202E", "*_", "{{" })
                        Assert.DoesNotContain(sign, System.Text.RegularExpressions.Regex.Unescape(json), StringComparison.Ordinal);
                }
        }
    }
}
