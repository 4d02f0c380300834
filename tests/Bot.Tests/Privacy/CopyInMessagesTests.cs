using System.Text;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Where the channel takes no files from a bot, a copy comes as messages.</summary>
public sealed class CopyInMessagesTests
{
    [Fact]
    public async Task Where_a_bot_can_give_no_files_the_copy_comes_as_numbered_messages_and_it_is_said_what_is_missing()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        var channel = new Recorder();
        var export = ExportContract.Of(hall, takesFiles: false);
        var copies = CopiesAtWork.Of(hall, channel, export.Make, takesFiles: false);
        await copies.Typed(TwoLives.Qiu, new("http://localhost/", "a:qiu", "28:bot", null, null), "m.1", default);
        await copies.Settled();
        var said = channel.Sent.Select(s => JsonNode.Parse(s.Body)!).ToList();
        Assert.Contains("It comes as messages here", channel.Sent.First().Body, StringComparison.Ordinal);
        Assert.All(said.Skip(1), m => Assert.Equal(("plain", "Your copy", null), ((string?)m["textFormat"], (string?)m["summary"], m["attachments"])));
        var texts = said.Skip(1).Select(m => (string)m["text"]!).ToList();
        Assert.StartsWith("I cannot send files in your organisation's Teams, so your copy comes here in one message.", texts[0], StringComparison.Ordinal);
        Assert.EndsWith("Photos and files of your reports cannot come here. Ask your administrator about what is missing.", texts[0], StringComparison.Ordinal);
        var copy = await export.Make(TwoLives.Qiu, default);
        Assert.Equal($"Your copy, 1 of 1\n\n{Encoding.UTF8.GetString(copy.Text)[1..].TrimEnd('\n')}", texts[1]);
        Assert.Contains("I cannot send files in your organisation's Teams. Ask your administrator about it.", texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("other file", texts[1], StringComparison.Ordinal);
        // What is for a program is whole when it is joined, and names its files without their contents.
        var joined = JsonNode.Parse(string.Join('\n', texts.Skip(2).Select(t => t[(t.IndexOf("\n\n", StringComparison.Ordinal) + 2)..])))!;
        Assert.Equal("qiuqiu", (string?)joined["person"]!["id"]);
        Assert.Null(joined["files"]![0]!["base64"]);
        Assert.Equal($"For a program, {texts.Count - 2} of {texts.Count - 2}", texts[^1].Split('\n')[0]);
    }

    [Fact]
    public void A_part_for_a_program_that_would_take_many_messages_stays_away_and_it_is_said()
    {
        var copy = new PersonCopy([.. Encoding.UTF8.Preamble, .. "all"u8], Encoding.UTF8.GetBytes(new string('1', CopyPieces.Longest * 5 + 1)), [], HasFiles: false, default);
        Assert.Equal(
            ["I cannot send files in your organisation's Teams, so your copy comes here in one message. The part for a program is too long for that. Ask your administrator about what is missing.", "Your copy, 1 of 1\n\nall"],
            CopyMessages.Pieces(copy, Cards.Texts.English).Select(m => m.Text));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void No_message_is_larger_than_a_channel_takes(Language language)
    {
        var lines = string.Join('\n', Enumerable.Range(0, 9000).Select(i => $"- {i}: 那天队伍很长 \"queue\""));
        var copy = new PersonCopy([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(lines)], "{}"u8.ToArray(), [], HasFiles: true, default);
        var sent = CopyMessages.Pieces(copy, Cards.Texts.For(language)).ToList();
        // 28 KB in UTF-16 is the least that Teams has told.
        Assert.All(sent, m => Assert.InRange(m.Text!.Length * 2, 1, 24_000));
        Assert.Equal(lines, string.Join('\n', sent.Skip(1).SkipLast(1).Select(m => m.Text![(m.Text!.IndexOf("\n\n", StringComparison.Ordinal) + 2)..])));
    }

    [Fact]
    public void A_line_that_is_longer_than_a_message_is_divided_between_whole_characters()
    {
        var line = string.Concat(Enumerable.Repeat("𠮷", CopyPieces.Longest)) + "a";
        foreach (var text in new[] { line, "b" + line, "b\n" + line, "\n" + line })
        {
            var pieces = CopyPieces.Of(text);
            Assert.All(pieces, p => Assert.InRange(p.Length, 1, CopyPieces.Longest));
            Assert.All(pieces, p => Assert.False(char.IsLowSurrogate(p[0]) || char.IsHighSurrogate(p[^1])));
            Assert.Equal(text.Replace("\n", "", StringComparison.Ordinal), string.Concat(pieces).Replace("\n", "", StringComparison.Ordinal));
        }
        Assert.Equal([""], CopyPieces.Of("\n\n"));
    }

    [Theory]
    [InlineData("Public", true)]
    [InlineData("China", true)]
    [InlineData("UsGov", false)]
    public void Which_clouds_take_files_from_a_bot(string cloud, bool takes) => Assert.Equal(takes, Cloud.Named(cloud)!.TakesFiles);
}
