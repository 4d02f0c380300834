using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string ReportSpoken => "上报的卡片，请看。";

    public override string ReportSummary => "上报";

    public override string ReportedSpoken => "报上去了，请看卡片。";

    public override string ReportHeading => "刚才发生了什么";

    public override string ReportAdding => "补充上报的内容";

    public override string AboutEvent(string? post, Moment at) => Said($"{(post is null ? "" : post + " · ")}{Time(at)} 左右");

    public override string ReportIntro(string about) => Said($"{about}。人没事了再填，点了下面的按钮就存着。");

    public override string ReportMisses(string open) => $"都记着了，还差：{open}。补上再报。";

    public override string Miss(Missing missing) => missing switch
    {
        Missing.Kinds => "对方做了什么",
        Missing.Injuries => "有没有人受伤",
        Missing.Over => "是不是过去了",
        Missing.Colleague => "是哪位同事",
        _ => "什么时候（不能晚于现在）",
    };

    public override string KindsLabel => "对方做了什么（可多选）";

    public override string MoreKindsLabel => "还有（少见的）";

    public override string InjuriesLabel => "有人受伤吗";

    public override string OverLabel => "过去了吗";

    public override string Over(bool over) => over ? "过去了" : "还没完";

    public override string ForLabel => "对谁";

    public override string ForWhom(ReportedFor reportedFor) => reportedFor switch
    {
        ReportedFor.Self => "我自己",
        _ => "同事",
    };

    public override string WhichColleague => "哪位同事";

    public override string OnlyForColleague => "对同事才选";

    public override string NotEverybodyFits => "名单放不下所有人。名单里没有的，把名字写进经过里；出事的同事也可以自己上报。";

    public override string SeverityLabel => "有多严重";

    public override string SeverityPlaceholder => "不选，就按上面的算";

    public override string Severity(int severity) => severity switch
    {
        1 => "1 态度粗鲁",
        2 => "2 辱骂、纠缠",
        3 => "3 威胁、扔东西",
        4 => "4 动了手，或亮了器械",
        _ => "5 有人受伤，或还没停",
    };

    public override string SeverityAlone(int severity) => $"{severity}（最重是 5）";

    public override string PlaceLabel => "在哪里";

    public override string NotOverYet(string emergency) => $"还没完：先离开，到有人的地方，别争。有危险，打 {emergency}。";

    public override string CallPeople => "叫人过来";

    public override string MoreReport => "多写一点（可以以后再写）";

    public override string LessReport => "收起";

    public override string MorePeople => "看到的人、谁不要来复核、想要什么帮助";

    public override string LessPeople => "收起";

    public override string PostLabel => "岗位";

    public override string DayLabel => "哪一天";

    public override string DayNotYet => "请选今天或更早的一天。";

    public override string TimeLabel => "大概几点";

    public override string TriggerLabel => "起因";

    public override string PerpetratorLabel => "对方是谁";

    public override string WeaponLabel => "拿了什么";

    public override string CircumstancesLabel => "当时的情形";

    public override string ActionsLabel => "当场做了什么";

    public override string DescriptionLabel => "经过（想写就写）";

    public override string DescriptionPlaceholder => "最多 2000 字。不用写对方的证件号、电话。";

    public override string WitnessesLabel => "谁看到了";

    public override string AvoidLabel => "不想让谁来复核";

    public override string SupportLabel => "想要什么帮助";

    public override string PoliceLabel => "报警回执号（有就填）";

    public override string EnoughForNow => "先报这些就够了，以后可以补。自己的经过由你自己写；你没写之前，谁也不能定成“态度问题”。";

    public override string ReviewWillSee => "报上去后，看得到的只有你和复核这件事的人。选了性骚扰，只给一位指定的人看。";

    public override string ReviewSees => "看得到的只有你和复核这件事的人。";

    public override string RestrictedSees => "只给一位指定的人看，别的人、别的名单和统计里都没有。";

    public override string ReportNow => "报上去";

    public override string KeepForLater => "先存着";

    public override string ReportBegun => "有一份上报开了头";

    public override string ReportKept => "上报先存着了";

    public override string ReportKeptLine => "还没报上去，没有人看到。想写了再接着写。";

    public override string GoOn => "接着写";

    public override string ThrowAway => "不要了";

    public override string ReportDiscarded => "这份上报没有留";

    public override string ReportWhenever => "没有人看到过。想报的时候，发“上报”。";

    public override string BandReported(Moment at) => $"✓ 报上去了 · {Time(at)}";

    public override string ReportedHeading => "报上去了，谢谢";

    public override string LateIsFine => "隔了一天多才报，也一样有用。";

    public override string FactWhenWhere => "时间地点";

    public override string PostAndTime(string? post, string place, Moment at) => Said($"{Time(at)} 左右，{post ?? place}");

    public override string FactKinds => "做了什么";

    public override string FactHurt => "受伤";

    public override string FactSeverity => "严重程度";

    public override string FactAffected => "对谁";

    public override string FactDescription => "经过";

    public override string DescriptionKept => "写了，加密存着";

    public override string AddOrChange => "补充或改一改";

    public override string ReviewedBy(PlainText? who, Moment due, bool provisional) => Said($"{(who is { } name ? Said($"{name}来复核") : "正在找人复核")}。{Date(due)} {due.Clock} 下班前，告诉你做了什么{(provisional ? "（那一年的放假安排还没出，日子暂定）" : "")}。");

    public override string ReviewComes => "接下来找一位没牵涉的人来复核，5 个工作日内告诉你做了什么。";

    public override string WasReplied(Moment at) => Said($"{Time(at)} 回复你了，在另一张卡上。");

    public override string ColleagueIsAsked(string names) => Said($"我会问{names}要不要自己写一写经过，写不写都行。");

    public override string AccountIsYours => "你自己的经过，另一张卡上慢慢写，写不写由你。";

    public override string YourAccountIsThere => "你自己的经过已经签名交上去了。";

    public override string ReplySpoken => "你上报的事有回复，请看卡片。";

    public override string BandReplied(Moment at) => $"✓ 有回复 · {Time(at)}";

    public override string ReplyHeading => "做了什么，告诉你";

    public override string ReplyFrom(PlainText who, PlainText words) => Said($"{who}：{words}");

    public override string ReplyWithoutWords(PlainText who) => Said($"{who}的回复现在打不开，请直接问一声。");

    public override string ReplyNext => "觉得没说清楚，直接去问写回复的人。";

    public override string ReportBelow => "上报在下面新的一张卡上。";

    public override string ReportThis => "上报这件事";

    public override string CanReport => "上报冲你或同事来的事";

    public override string AfterIncident(PlainText you) => Said($"{you}，那件事过后，你现在怎么样？");

    public override string AfterIncidentLine => "上报过的事不用再说一遍。答几个就行，不答也行。";

    public override string FactIncident => "上报";

    public override string IncidentInShift => "有一件，不用再问经过";

    public override string KeptReports => "上报";

    public override string ReportsCount(int count) => $"{count} 份";

    public override string KeptAccounts => "自己的经过";

    public override string AccountsCount(int count) => $"{count} 份";

    public override string DeletedDrafts(int count) => $"没报的上报、没签名的经过和过后的回答，也删了，共 {count} 份。";

    public override string HandedRemains(string numbers, int days) => $"报上去的和签了名的留着：{numbers}。这类记录存 {Kept(days)}，只有复核的人看得到。";
}
