using System.Reflection;
using System.Text.RegularExpressions;

namespace CheckInBot.Cards.Tests;

/// <summary>Names in Latin letters and days within Chinese sentences.</summary>
public partial class JoinedTests
{
    private const string Latin = "Ann Demo";

    public static TheoryData<string> Sentences => [.. typeof(Texts).GetMethods().Where(IsSentence).Select(m => m.ToString()!)];

    [Theory, MemberData(nameof(Sentences))]
    public void Chinese_characters_keep_a_space_from_Latin_names_and_none_from_each_other(string method)
    {
        var sentence = typeof(Texts).GetMethods().Single(m => m.ToString() == method);
        foreach (var arguments in Arguments(sentence.GetParameters()))
        {
            var said = (string?)sentence.Invoke(Texts.Chinese, arguments) ?? "";
            Assert.DoesNotMatch(Touching(), said);
            Assert.DoesNotContain("  ", said, StringComparison.Ordinal);
            Assert.DoesNotMatch(Apart(), said);
            Assert.DoesNotMatch(SpaceBeforeSign(), said);
        }
    }

    [Fact]
    public void Chinese_names_get_no_space_and_signs_keep_to_the_name()
    {
        Assert.Equal("已请王敏来问你一声", Texts.Chinese.IsAsked(default, "王敏"));
        Assert.Equal("值班领导 Liam Demo", Texts.Chinese.WithRole("Liam Demo", "值班领导"));
        Assert.Equal("给 Ann Demo 的一句话（Ann Demo 看得到）", Texts.Chinese.LineFor(PlainText.Name(Latin)));
        Assert.Equal("😊🙂在跟。进展看另一张卡。", Texts.Chinese.VisitTaken(PlainText.Name("😊🙂")));
    }

    [Fact]
    public void Nobodys_own_words_are_changed() =>
        Assert.Equal("Ann Demo 写给来问的人：“有个VIP骂我”", Texts.Chinese.SharedNote(PlainText.Name(Latin), PlainText.Words("有个VIP骂我")));

    private static bool IsSentence(MethodInfo method) =>
        method.ReturnType == typeof(string) && !method.IsStatic && !method.IsSpecialName && method.DeclaringType == typeof(Texts)
        && method.GetParameters() is { Length: > 0 } parameters
        && parameters.All(p => Values(p).Any()) && parameters.Any(p => Values(p).Any(v => v is PlainText or Latin or Moment));

    private static IEnumerable<object?[]> Arguments(IReadOnlyList<ParameterInfo> parameters) => parameters.Aggregate(
        Enumerable.Repeat(Array.Empty<object?>(), 1),
        (all, parameter) => all.SelectMany(before => Values(parameter).Select(value => (object?[])[.. before, value])));

    /// <summary>Values to try; numbers to call and what is composed before are no names.</summary>
    private static IEnumerable<object?> Values(ParameterInfo parameter) => parameter switch
    {
        { ParameterType.IsEnum: true } => Enum.GetValues(parameter.ParameterType).Cast<object?>(),
        { Name: "support" or "emergency" or "answers" or "hard" or "key" or "did" or "done" } => ["120"],
        { ParameterType: var type } when type == typeof(PlainText) || type == typeof(PlainText?) => [PlainText.Name(Latin)],
        { ParameterType: var type } when type == typeof(string) => [Latin],
        { ParameterType: var type } when type == typeof(Moment) || type == typeof(Moment?) => [Moment.Of(Hall.At(17, 20), Hall.At(17, 0), Hall.Zone), Moment.Of(Hall.At(8, 30, 1), Hall.At(17, 0), Hall.Zone)],
        _ => [],
    };

    [GeneratedRegex(@"[\u3400-\u9fff][A-Za-z]|[A-Za-z][\u3400-\u9fff]")]
    private static partial Regex Touching();

    [GeneratedRegex(@"[\u3400-\u9fff] [\u3400-\u9fff]")]
    private static partial Regex Apart();

    [GeneratedRegex(@" [\u3000-\u303f\uff01-\uff5e”]")]
    private static partial Regex SpaceBeforeSign();
}
