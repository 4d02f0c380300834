using System.Text.Json;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Tests.CheckIns;

namespace CheckInBot.Dialogs.Tests;

/// <summary>No word a person wrote shows in a log line, an exception or a stored record.</summary>
public sealed class WordsTests
{
    private const string Secret = "我今天很难受";

    private static readonly UserAction Action = new AnswerCheckIn("lin/1") { Note = new Written(Secret) };

    [Fact]
    public void Written_words_hide_themselves()
    {
        Assert.DoesNotContain(Secret, new Written(Secret).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Action.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{new ResolveCase("c/case") { Note = new Written(Secret) }}", StringComparison.Ordinal);
    }

    [Fact]
    public void Written_words_are_never_written_back()
    {
        var json = JsonSerializer.SerializeToElement(Action, DialogsJson.Default.UserAction);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("note").ValueKind);
        Assert.DoesNotContain("\\u", json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Written_words_are_read()
    {
        using var document = JsonDocument.Parse($$"""{"do":"checkin.answer","note":"{{Secret}}","checkIn":"lin/1"}""");
        Assert.Equal(Secret, ((AnswerCheckIn)DialogsJson.Read(document.RootElement)!).Note!.Text);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"   \"")]
    [InlineData("5")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("null")]
    public void Nothing_written_is_nothing(string note)
    {
        using var document = JsonDocument.Parse($$"""{"do":"checkin.answer","note":{{note}},"checkIn":"lin/1"}""");
        Assert.Null(((AnswerCheckIn)DialogsJson.Read(document.RootElement)!).Note);
    }

    [Fact]
    public void Sealed_words_hide_their_seal()
    {
        var words = new Words(Hall.Lin, "sealed text");
        var checkIn = OneCheckIn.AnsweredWith(OneCheckIn.HardDay with { Note = words, ShareNote = true });
        Assert.DoesNotContain("sealed text", $"{words} {checkIn.State} {checkIn.Told.Single()} {checkIn.Last}", StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_words_are_the_same_answer()
    {
        var answer = new Answer { Note = new Words(Hall.Lin, "a") };
        Assert.Equal(answer, new Answer { Note = new Words(Hall.Lin, "a") });
        Assert.NotEqual(answer, new Answer { Note = new Words(Hall.Lin, "b") });
    }
}
