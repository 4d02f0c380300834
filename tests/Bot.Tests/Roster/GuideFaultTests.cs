using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>The cards that an organisation writes itself: each in both languages, and short.</summary>
public sealed class GuideFaultTests : IDisposable
{
    private readonly SampleOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void Every_guide_is_read_in_both_languages()
    {
        var guides = org.Read().Organisation!.Guides;
        foreach (var guide in Enum.GetValues<Guide>())
        {
            foreach (var language in Enum.GetValues<Language>())
                Assert.InRange(guides[(guide, language)].Lines.Count, 3, 6);
        }
    }

    [Theory]
    [InlineData("deescalation.zh-CN")]
    [InlineData("deescalation.en")]
    [InlineData("breathing.zh-CN")]
    [InlineData("breathing.en")]
    public void A_language_that_is_missing_is_told_with_what_to_do(string name)
    {
        org.Delete($"texts/{name}.json");
        var fault = org.OnlyFault();
        Assert.Equal(($"texts/{name}.json", "the file is missing"), (fault.File, fault.Problem));
        Assert.StartsWith("Put it into", fault.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "title": "t",\n "lines": [] }""", 2, "lines", "empty")]
    [InlineData("""{ "title": " ",\n "lines": ["a"] }""", 1, "title", "empty")]
    [InlineData("""{ "lines": ["a"] }""", 1, "title", "missing")]
    [InlineData("""{ "title": "t",\n "lines": ["a", 7] }""", 2, "lines[1]", "not a text")]
    [InlineData("""{ "title": "t",\n "lines": ["1", "2", "3", "4", "5", "6", "7"] }""", 2, "lines", "7 lines")]
    [InlineData("""{ "title": "t", "lines": ["a"],\n "more": 1 }""", 2, "more", "not known here")]
    [InlineData("""{ "title": "t" "lines": 1 }""", 1, "", "no JSON")]
    public void A_wrong_value_is_told_with_its_file_and_line(string text, int line, string path, string problem)
    {
        org.Write("texts/breathing.en.json", text.Replace("\\n", "\n", StringComparison.Ordinal));
        var fault = org.OnlyFault();
        Assert.Equal(("texts/breathing.en.json", line, path), (fault.File, fault.Line, fault.Column));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_too_long_to_be_read_in_haste_is_told()
    {
        org.Write("texts/breathing.en.json", $$"""{ "title": "t", "lines": ["a", "{{new string('x', 91)}}"] }""");
        Assert.Equal("lines[1]", org.OnlyFault().Column);
    }
}
