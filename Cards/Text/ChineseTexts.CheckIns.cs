using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    private static string StressFrom(int from) => from >= 5 ? "压力 5" : $"压力到 {from}";

    private string MoodFrom(int from) => from <= 1 ? $"心情“{Mood(1)}”" : $"心情“{Mood(from)}”或更差";

    public override string CheckInSummary => "下班签到";

    public override string CheckInSpoken(string support) => $"下班签到。点卡片回答，也可以打字；不想答就跳过。想找个人，发“找人”或拨 {support}。";

    public override string AfterShift(PlainText name) => Said($"下班了，{name}。今天怎么样？");

    public override string AnyTime(PlainText name) => Said($"{name}，今天怎么样？");

    public override string OfShift(PlainText name, Moment end) => Said($"{name}，{DayWord(end)}那个班怎么样？");

    public override string AskLine => "点几下就行。不进考核，答几项都行。";

    public override string NothingYet => "还什么都没选。选一项就能提交；不想答，点“跳过”。";

    public override string Changing => "改一下答案";

    public override string ChangeUntil(Moment closes) => $"{Time(closes)} 前都可以改。没要改的，点“保存”就行。";

    public override string StillLooksIn => "改低了，也还是会请人来问一次。";

    public override string StressLabel => "压力有多大";

    public override string Stress(int value) =>
        value switch { 1 => "1 没有", 2 => "2 有一点", 3 => "3 中等", 4 => "4 比较大", _ => "5 非常大" };

    public override string MoodLabel => "现在心情";

    public override string Mood(int value) => value switch { 5 => "很好", 4 => "还行", 3 => "一般", 2 => "不太好", _ => "很差" };

    public override string HostileLabel => "有人冲你发火吗";

    public override string Hostile(int value) => value switch { 0 => "没有", 1 => "1 次", 2 => "2–3 次", _ => "4 次或更多" };

    public override string BreakLabel => "歇过一会儿吗";

    public override string Break(bool value) => value ? "歇过" : "没顾上";

    public override string HelpLabel => "谁来能帮上忙";

    public override string Help(Helper value) => value switch
    {
        Helper.Buddy => "互助伙伴",
        Helper.Leader => "值班领导",
        Helper.Counsellor => "咨询师",
        _ => "先不用",
    };

    public override string Optional => "不选也行";

    public override string MoreDetails => "写两句、选原因（可不填）";

    public override string LessDetails => "收起";

    public override string TagsLabel => "今天主要是因为";

    public override string? Tag(string key) => key switch
    {
        "queue" => "人多、排长队",
        "notUnderstood" => "怎么解释都不被理解",
        "rules" => "政策或材料说不通",
        "system" => "系统卡、设备坏",
        "shortStaffed" => "人手不够",
        "mistake" => "怕出错",
        _ => null,
    };

    public override string NoteLabel => "想写点什么";

    public override string NotePlaceholder => "写不写都行";

    public override string ShareLabel => "谁能看这段话";

    public override string ShareTitle => "也给来问我的人看（不勾，只有我自己看得到）";

    public override string ChosenIsAsked => "**选了谁，我就请谁来问你一声**。";

    public override string HardIsAsked(string hard, string? who) =>
        who is null ? $"没选人，但{hard}，现在没有人可以请，我给你电话。" : Said($"没选人，但{hard}，我请领导，现在是**{who}**。");

    public override string? Hard(int? stress, int? mood) => (stress, mood) switch
    {
        ({ } s, { } m) => $"{StressFrom(s)} 或{MoodFrom(m)}",
        ({ } s, null) => StressFrom(s),
        (null, { } m) => MoodFrom(m),
        _ => null,
    };

    public override string ReaderSees => "来问的人还看到岗位、班次、发火次数和工时。压力、心情、原因，还有你没分享的备注，只有你看得到。";

    public override string NobodyIsAsked => "**你没有同意转告**：不管怎么选，我都不会通知任何人，只告诉你可以去找谁。";

    public override string Send => "提交";

    public override string Save => "保存";

    public override string Later => "晚点再问";

    public override string Skip => "跳过";

    public override string NotToday => "今天别再问";

    public override string Edit => "修改";

    public override string AnswerNow => "现在就答";

    public override string AnswerAfterAll => "还是答一下";

    public override string PostponedUntil(Moment until) => $"好，{Time(until)} 再问你";

    public override string PostponedOpen(Moment closes) => $"好，先放着。{Time(closes)} 前都可以答";

    public override string Saved => "记下了，谢谢";

    public override string SavedSpoken => "签到已记下。";

    public override string FactStress => "压力";

    public override string FactMood => "心情";

    public override string FactHostile => "有人发火";

    public override string FactBreak => "休息";

    public override string FactHelp => "帮忙";

    public override string FactTags => "原因";

    public override string FactNote => "备注";

    public override string NoteKept => "已存，只有你能看";

    public override string NoteShared => "已存，来问的人能看";

    public override string NobodyTold => "没有告诉任何人。";

    public override string NotAgreed => "没有告诉任何人，因为你没有同意转告。";

    public override string WhereToTurn(string support) =>
        $"想有人帮一把：跟你信得过的同事说一声，打\u00a0{support} 有人听你说，或者点下面“{PersonNow}”。";

    public override string AgreeLater => "以后想让我转告，发“我的数据”改。";

    public override string OfferRun(int shifts, int stress) => $"你最近答过的 {shifts} 个班，压力每次都{(stress >= 5 ? "是 5" : $"到了 {stress}")}。";

    public override string OfferBaseline => "压力比你平时高一些，这只有你看得到。";

    public override string OfferAsk => "要不要我请个人来问你一声？点谁，我就请谁。";

    public override string SomebodyIsAsked => "请人来问你一声，已经在办。请谁、什么时候，看另一张卡。";

    public override string LoweredReceipt => "答案后来改过。之前请人的事照样算数，还是会请人来问一次；进展看另一张卡。";

    public override string EditableUntil(Moment closes) => $"{Time(closes)} 前都可以改。";

    public override string NoLongerEditable => "现在不能再改了。";

    public override string GoEasy => "路上慢点。";

    public override string Skipped => "好，这次跳过";

    public override string SkippedToday => "好，今天不再问了";

    public override string SkippedLine => "没有人会知道。想说的时候，发“签到”。";

    public override string SkippedSpoken => "这次签到已跳过。";

    public override string Lapsed => "这次签到过去了";

    public override string LapsedLine => "没答不影响任何事。想说的时候，发“签到”。";

    public override string QuietLine(int cards) => $"连着 {cards} 次没答，我先不主动问你了。没有人会知道，也不影响任何事。想说的时候点“{Button(Command.CheckIn)}”，以后你下班我再问。";

    public override string WheneverYouLike => "想说的时候，发“签到”。";

    public override string WasNotAsked => "这次没有问你";

    public override string WasDropped => "时间太晚，这次没有问你";
}
