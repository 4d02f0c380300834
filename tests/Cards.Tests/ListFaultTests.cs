using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Cards.Tests;

/// <summary>What is wrong with a list is said in the administrator's language, and what to do about it too.</summary>
public sealed class ListFaultTests
{
    private static readonly string[] Values = ["v0", "v1", "v2", "v3"];

    public static TheoryData<ListFault> All => [.. Enum.GetValues<ListFault>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_fault_says_what_is_wrong_and_what_to_do(ListFault fault)
    {
        foreach (var texts in new[] { Texts.English, Texts.Chinese })
        {
            var (problem, remedy) = texts.ListFault(fault, Values);
            Assert.DoesNotContain(problem[^1], ".。");
            Assert.Contains(remedy[^1], ".。");
            Assert.Equal(texts == Texts.Chinese, problem.Any(IsHan) && remedy.Any(IsHan));
        }
    }

    [Fact]
    public void Both_languages_tell_the_same_values()
    {
        foreach (var fault in Enum.GetValues<ListFault>())
            Assert.Equal(Told(fault, Language.English), Told(fault, Language.Chinese));
    }

    [Fact]
    public void What_must_not_be_repeated_leaves_no_gap()
    {
        Assert.Equal("不认识这个人", Texts.Chinese.ListFault(ListFault.UnknownPerson, [""]).Problem);
        Assert.Equal("不是日期和时间", Texts.Chinese.ListFault(ListFault.NoTime, [""]).Problem);
        Assert.Equal("is no date-time", Texts.English.ListFault(ListFault.NoTime, [""]).Problem);
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static IEnumerable<string> Told(ListFault fault, Language language)
    {
        var (problem, remedy) = Texts.For(language).ListFault(fault, Values);
        return Values.Where(v => $"{problem} {remedy}".Contains(v, StringComparison.Ordinal)).Select(v => $"{fault} {v}");
    }
}
