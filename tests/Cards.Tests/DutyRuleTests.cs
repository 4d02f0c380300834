using System.Text.RegularExpressions;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>What is said of a change of duty, and the page about it.</summary>
public sealed partial class DutyRuleTests
{
    private static readonly Moment Tuesday = Moment.Of(Hall.At(8, 30, 1), Hall.At(17, 0), Hall.Zone);
    private static readonly Moment Later = Moment.Of(Hall.At(8, 30, 12), Hall.At(17, 0), Hall.Zone);

    public static TheoryData<Language> Languages => [Language.Chinese, Language.English];

    [Fact]
    public void The_page_is_as_the_table_says()
    {
        var path = Path.Combine(Root(), "docs", "duty-rules.md");
        var now = DutyRulesPage.Write();
        if (Environment.GetEnvironmentVariable("CHECKINBOT_WRITE_DOCS") == "1")
            File.WriteAllText(path, now);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == now, $"{path} differs from the table; write it with CHECKINBOT_WRITE_DOCS=1.");
    }

    [Fact]
    public void Nine_hours_of_rest_are_said_with_their_law()
    {
        var finding = Of(DutyLimit.Of(DutyRule.DailyRest, "EU").Single());
        Assert.Equal("周二，陈某从上班起的 24 小时里最多连着休息 9 小时，少于 11 小时（欧盟指令 2003/88/EC 第 3 条）。", Texts.Chinese.Finding(finding, PlainText.Name("陈某"), Tuesday));
        Assert.Equal(
            "Within 24 hours of starting on Tue, Ann Demo would rest 9 hours in a row at most, less than 11 hours (Directive 2003/88/EC, art. 3).",
            Texts.English.Finding(finding, PlainText.Name("Ann Demo"), Tuesday));
    }

    [Fact]
    public void The_month_and_the_run_of_days_are_said_in_numbers()
    {
        var month = Of(DutyLimit.Of(DutyRule.MonthlyOvertime, "CN").Single()) with { Measured = TimeSpan.FromHours(36.5) };
        Assert.Equal("11月，陈某要加班 36 小时 30 分钟，超过 36 小时（劳动法第 41 条）。", Texts.Chinese.Finding(month, PlainText.Name("陈某"), Tuesday));
        Assert.Equal("Ann would work 36 hours 30 minutes of overtime in Nov, more than 36 hours (Labour Law of China, art. 41).", Texts.English.Finding(month, PlainText.Name("Ann"), Tuesday));
        var run = Of(DutyLimit.Of(DutyRule.WeeklyRest, "CN").Single());
        Assert.Equal("陈某要连着上 7 天班，周二该休息（劳动法第 38 条）。", Texts.Chinese.Finding(run, PlainText.Name("陈某"), Tuesday));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_limit_has_a_sentence_of_its_own_that_names_its_law(Language language)
    {
        var t = Texts.For(language);
        var said = DutyLimit.Table.Select(l => (Limit: l, Sentence: t.Finding(Of(l), PlainText.Name("Ann Demo"), Tuesday))).ToList();
        Assert.Equal(said.Count, said.Select(s => s.Sentence).Distinct().Count());
        foreach (var (limit, sentence) in said)
        {
            Assert.Contains("Ann Demo", sentence, StringComparison.Ordinal);
            Assert.Equal(limit.Law != DutyLaw.Roster, sentence.Contains(t.Law(limit.Law), StringComparison.Ordinal));
            Assert.True(limit.Limit is not { } least || sentence.Contains(t.Length(least), StringComparison.Ordinal), sentence);
            Assert.DoesNotContain("!", sentence, StringComparison.Ordinal);
        }
        Assert.Equal(Enum.GetValues<DutyRule>().Length, Enum.GetValues<DutyRule>().Select(t.Rule).Distinct().Count());
        Assert.Equal(Enum.GetValues<DutyLaw>().Length, Enum.GetValues<DutyLaw>().Select(t.Law).Distinct().Count());
    }

    [Fact]
    public void Every_law_stands_in_the_table() =>
        Assert.Equal(Enum.GetValues<DutyLaw>(), DutyLimit.Table.Select(l => l.Law).Distinct().Order());

    [Fact]
    public void Latin_names_keep_a_space_from_Chinese_characters_and_days_from_nothing()
    {
        foreach (var limit in DutyLimit.Table)
        {
            foreach (var day in new[] { Tuesday, Later })
            {
                var said = Texts.Chinese.Finding(Of(limit), PlainText.Name("Ann Demo"), day);
                Assert.DoesNotMatch(Touching(), said);
                Assert.DoesNotMatch(Apart(), said);
            }
        }
    }

    [Theory]
    [InlineData(540, "9 小时", "9 hours")]
    [InlineData(61, "1 小时 1 分钟", "1 hour 1 minute")]
    [InlineData(30, "30 分钟", "30 minutes")]
    [InlineData(2190, "36 小时 30 分钟", "36 hours 30 minutes")]
    [InlineData(0, "0 小时", "0 hours")]
    public void A_length_is_said_in_hours_and_minutes(int minutes, string chinese, string english)
    {
        Assert.Equal(chinese, Texts.Chinese.Length(TimeSpan.FromMinutes(minutes)));
        Assert.Equal(english, Texts.English.Length(TimeSpan.FromMinutes(minutes)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Nobody_reads_why_a_colleague_is_away(Language language)
    {
        var away = Of(DutyLimit.Of(DutyRule.OnLeave, "CN").Single());
        Assert.Equal(language == Language.Chinese ? "周二，陈某不在。" : "陈某 isn't there on Tue.", Texts.For(language).Finding(away, PlainText.Name("陈某"), Tuesday));
    }

    private static DutyFinding Of(DutyLimit limit) => new(
        limit.Rule,
        limit.Severity,
        "ann",
        new(2026, 11, 24),
        limit.Law,
        limit.Rule is DutyRule.WeeklyRest ? null : TimeSpan.FromHours(9),
        limit.Limit,
        limit.LimitDays + 1,
        limit.LimitDays);

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CheckInBot.sln")))
                return at.FullName;
        }
        throw new DirectoryNotFoundException("CheckInBot.sln");
    }

    [GeneratedRegex(@"[\u3400-\u9fff][A-Za-z]|[A-Za-z][\u3400-\u9fff]")]
    private static partial Regex Touching();

    [GeneratedRegex(@"[\u3400-\u9fff] [\u3400-\u9fff]|[A-Za-z][0-9]")]
    private static partial Regex Apart();
}
