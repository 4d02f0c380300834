using CheckInBot.Dialogs.Absences;

namespace CheckInBot.Dialogs.Tests.Absences;

/// <summary>Sentences about being away, as people write them on Wednesday 25 November 2026.</summary>
public sealed class LeaveWordsTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("on leave until Friday", "2026-11-25", "2026-11-27")]
    [InlineData("On  Leave, UNTIL friday!", "2026-11-25", "2026-11-27")]
    [InlineData("ｏｎ ｌｅａｖｅ ｕｎｔｉｌ ２８ Ｎｏｖ", "2026-11-25", "2026-11-28")]
    [InlineData("on leave until Wednesday", "2026-11-25", "2026-11-25")]
    [InlineData("on leave until Tue", "2026-11-25", "2026-12-01")]
    [InlineData("on leave till thurs.", "2026-11-25", "2026-11-26")]
    [InlineData("on leave until 28 Nov", "2026-11-25", "2026-11-28")]
    [InlineData("on leave until the 28th of November", "2026-11-25", "2026-11-28")]
    [InlineData("on leave until November 28, 2026", "2026-11-25", "2026-11-28")]
    [InlineData("on leave until Saturday 28 Nov", "2026-11-25", "2026-11-28")]
    [InlineData("on leave until the 5th", "2026-11-25", "2026-12-05")]
    [InlineData("on leave until 28.11.", "2026-11-25", "2026-11-28")]
    [InlineData("on leave until 28.11.2026", "2026-11-25", "2026-11-28")]
    [InlineData("on leave until 2026-11-28", "2026-11-25", "2026-11-28")]
    [InlineData("on leave until 2026/11/28", "2026-11-25", "2026-11-28")]
    [InlineData("on leave until 3 January", "2026-11-25", "2027-01-03")]
    [InlineData("on leave from Monday until Friday", "2026-11-30", "2026-12-04")]
    [InlineData("on leave from Monday to Monday", "2026-11-30", "2026-12-07")]
    [InlineData("on leave from 20 Dec until 5 Jan", "2026-12-20", "2027-01-05")]
    [InlineData("on leave 1 Dec to 4 Dec", "2026-12-01", "2026-12-04")]
    [InlineData("on leave from tomorrow through Sunday", "2026-11-26", "2026-11-29")]
    [InlineData("I am on leave until Friday, thanks", "2026-11-25", "2026-11-27")]
    [InlineData("I’m on sick leave until Friday", "2026-11-25", "2026-11-27")]
    [InlineData("I will be on leave tomorrow", "2026-11-26", "2026-11-26")]
    [InlineData("on leave today", "2026-11-25", "2026-11-25")]
    [InlineData("away until Friday", "2026-11-25", "2026-11-27")]
    [InlineData("off until tomorrow", "2026-11-25", "2026-11-26")]
    [InlineData("/on leave until 周五", "2026-11-25", "2026-11-27")]
    [InlineData("休假到周五", "2026-11-25", "2026-11-27")]
    [InlineData("休假到星期天。", "2026-11-25", "2026-11-29")]
    [InlineData("休假 到 11月28日", "2026-11-25", "2026-11-28")]
    [InlineData("休假到１１月２８号！", "2026-11-25", "2026-11-28")]
    [InlineData("休假到十一月二十八日", "2026-11-25", "2026-11-28")]
    [InlineData("休假到2026年11月28日为止", "2026-11-25", "2026-11-28")]
    [InlineData("休假到28号", "2026-11-25", "2026-11-28")]
    [InlineData("休假到明年1月3日", "2026-11-25", "2027-01-03")]
    [InlineData("休假到5号", "2026-11-25", "2026-12-05")]
    [InlineData("请假到明天", "2026-11-25", "2026-11-26")]
    [InlineData("我要请病假到后天", "2026-11-25", "2026-11-27")]
    [InlineData("请假直到周五了", "2026-11-25", "2026-11-27")]
    [InlineData("从周一休假到周五", "2026-11-30", "2026-12-04")]
    [InlineData("从周一起休假到周五", "2026-11-30", "2026-12-04")]
    [InlineData("从下周一到下周五休假", "2026-11-30", "2026-12-04")]
    [InlineData("休假从12月1日至12月4日", "2026-12-01", "2026-12-04")]
    [InlineData("周一到周三请假", "2026-11-30", "2026-12-02")]
    [InlineData("我今天请假", "2026-11-25", "2026-11-25")]
    [InlineData("周五休假", "2026-11-27", "2026-11-27")]
    [InlineData("休假到 Friday", "2026-11-25", "2026-11-27")]
    public void Days_are_read_both_included(string words, string from, string to) =>
        Assert.Equal(new LeaveSaid.Days(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), LeaveWords.Parse(words, Today));

    [Theory]
    [InlineData("on leave until yesterday", LeaveGap.Unread)]
    [InlineData("on leave until 11/28", LeaveGap.Unread)]
    [InlineData("on leave until next Friday", LeaveGap.Unread)]
    [InlineData("on leave until Friday 28 Nov", LeaveGap.Unread)]
    [InlineData("on leave until 31 Nov", LeaveGap.Unread)]
    [InlineData("on leave from Monday", LeaveGap.Unread)]
    [InlineData("on leave for three days", LeaveGap.Unread)]
    [InlineData("休假三天", LeaveGap.Unread)]
    [InlineData("休假到哪天", LeaveGap.Unread)]
    [InlineData("从周一休假", LeaveGap.Unread)]
    [InlineData("on leave until 20 Nov", LeaveGap.Past)]
    [InlineData("on leave until 2025-11-28", LeaveGap.Past)]
    [InlineData("on leave from 20 Nov until 28 Nov", LeaveGap.Past)]
    [InlineData("休假到11月24日", LeaveGap.Past)]
    [InlineData("休假到这周二", LeaveGap.Past)]
    [InlineData("on leave until 2027-11-26", LeaveGap.TooFar)]
    [InlineData("休假到2028年1月1日", LeaveGap.TooFar)]
    [InlineData("on leave from 10 Dec until 5 Dec", LeaveGap.Reversed)]
    [InlineData("从12月10日休假到12月5日", LeaveGap.Reversed)]
    public void What_cannot_be_taken_says_why(string words, LeaveGap gap) => Assert.Equal(new LeaveSaid.Unclear(gap), LeaveWords.Parse(words, Today));

    [Theory]
    [InlineData("on leave")]
    [InlineData("I am on leave.")]
    [InlineData("I'm on holiday")]
    [InlineData("休假")]
    [InlineData("我请假了")]
    [InlineData("我想请年假")]
    public void Without_a_day_it_is_asked(string words) => Assert.Equal(new LeaveSaid.Away(), LeaveWords.Parse(words, Today));

    [Theory]
    [InlineData("back from leave")]
    [InlineData("I'm back from leave!")]
    [InlineData("I am back")]
    [InlineData("I’m back")]
    [InlineData("销假")]
    [InlineData("我销假了")]
    [InlineData("休假结束。")]
    [InlineData("休假结束了")]
    public void Being_back_is_understood(string words) => Assert.Equal(new LeaveSaid.Back(), LeaveWords.Parse(words, Today));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("help")]
    [InlineData("leave me alone")]
    [InlineData("away from my desk")]
    [InlineData("off you go")]
    [InlineData("4")]
    [InlineData("我妈请假来照顾我")]
    [InlineData("可以请假吗")]
    [InlineData("a visitor told me to go on leave until he calms down")]
    public void Other_words_are_not_about_leave(string? words) => Assert.Null(LeaveWords.Parse(words, Today));

    [Fact]
    public void Whatever_is_typed_on_whatever_day_nothing_fails_and_no_range_is_over_or_reversed()
    {
        string[] pieces =
        [
            "on leave", "leave", "away", "off", "holiday", "until", "to", "from", "on", "the", "this", "i am", "sick", "Friday", "mon", "sat", "28", "31", "29", "0", "99", "Nov", "feb", "sept", "2026", "2028", "9999", "0000",
            "2026-11-28", "2028-02-29", "30.2.", "11/28", "tomorrow", "today", "back", "休假", "请假", "请病假", "到", "至", "从", "起", "为止", "周五", "下周日", "这周一", "11月28日", "2月29日", "28号", "三十一号", "十", "明年", "今天", "我", "了",
            "!", "。", "，", ".", "-", "/", "'", "\uD800", "\u200B", "<at>", "</at>", "　", "\n", "１", "😀", "ß", "İ",
        ];
        var read = 0;
        Walks.Each(20_000, (random, story) =>
        {
            var words = string.Join(random.Once(2) ? " " : "", Enumerable.Range(0, random.Next(9)).Select(_ => random.Any(pieces)));
            var today = new DateOnly(2026, 1, 1).AddDays(random.Next(3000));
            story.Add(() => $"{today:O} {words}");
            if (LeaveWords.Parse(words, today) is not LeaveSaid.Days days)
                return;
            read++;
            Assert.Null(OwnLeave.GapOf(days.From, days.To, today));
            Assert.True(today <= days.From && days.From <= days.To && days.To.DayNumber - today.DayNumber <= OwnLeave.MostDaysAhead);
        });
        // It would prove nothing where nothing is read.
        Assert.True(read > 30, $"{read}");
    }
}
