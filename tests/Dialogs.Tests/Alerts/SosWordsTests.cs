using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Dialogs.Tests.Alerts;

/// <summary>What is typed in fear is understood.</summary>
public sealed class SosWordsTests
{
    [Theory]
    [InlineData("sos!")]
    [InlineData("SOS!!!")]
    [InlineData("sos！")]
    [InlineData("/sos!")]
    [InlineData("sos !")]
    [InlineData("紧急!")]
    [InlineData("紧急！！")]
    [InlineData("<at>CheckInBot</at> 紧急！")]
    public void With_an_exclamation_mark_it_calls_at_once(string words) => Assert.Equal(new(true, null), SosWords.Parse(words));

    [Theory]
    [InlineData("sos")]
    [InlineData(" Sos ")]
    [InlineData("/sos")]
    [InlineData("sos.")]
    [InlineData("sos?")]
    [InlineData("紧急")]
    [InlineData("紧急。")]
    [InlineData("求助")]
    [InlineData("救命!")]
    public void Without_one_it_asks_for_a_tap(string words) => Assert.Equal(new(false, null), SosWords.Parse(words));

    [Theory]
    [InlineData("sos! wang hits me", true, "wang hits me")]
    [InlineData("sos!wang hits me", true, "wang hits me")]
    [InlineData("紧急！陈某动手了", true, "陈某动手了")]
    [InlineData("sos wang hits me", false, "wang hits me")]
    [InlineData("sos, wang hits me", false, "wang hits me")]
    [InlineData("紧急 有人砸东西", false, "有人砸东西")]
    public void What_follows_is_read_for_whom_it_names(string words, bool atOnce, string more) =>
        Assert.Equal((atOnce, more), SosWords.Parse(words) is { } call ? (call.AtOnce, call.More!.Text) : default);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("紧急情况怎么处理")]
    [InlineData("sosolid")]
    [InlineData("my sos!")]
    [InlineData("不紧急")]
    public void Other_words_call_nobody(string? words) => Assert.Null(SosWords.Parse(words));

    [Theory]
    [InlineData(1994)]
    [InlineData(3900)]
    [InlineData(5000)]
    [InlineData(200_000)]
    public void However_long_a_call_is_it_is_a_call_and_its_beginning_is_read(int length)
    {
        foreach (var tail in new[] { "x", "😀", "！" })
        {
            var call = SosWords.Parse("sos! wang hits me " + string.Concat(Enumerable.Repeat(tail, length)))!;
            Assert.True(call.AtOnce);
            Assert.StartsWith("wang hits me", call.More!.Text, StringComparison.Ordinal);
            Assert.InRange(call.More.Text.Length, 12, 2000);
        }
        Assert.False(SosWords.Parse("紧急 " + new string('啊', length))!.AtOnce);
    }
}
