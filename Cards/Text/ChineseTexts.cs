using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>zh-CN: like a colleague, short, full-width punctuation.</summary>
public sealed partial class ChineseTexts : Texts
{
    public override string Lang => "zh";

    public override string Time(Moment m) => m.Certain ? m.Clock : $"{DayWord(m)} {m.Clock}";

    public override string When(Moment m) => Time(m);

    public override string Date(Moment m) => $"{m.Day.Month}月{m.Day.Day}日{WeekDay(m.Day.DayOfWeek)}";

    protected override string WeekDay(DayOfWeek day) => $"周{"日一二三四五六"[(int)day]}";

    public override string Names(IEnumerable<PlainText> names) => string.Join("、", names);

    public override string List(IEnumerable<string> items) => string.Join("；", items);

    public override string Role(Role role) => role switch
    {
        Dialogs.People.Role.Leader => "值班领导",
        Dialogs.People.Role.HallLeader => "大厅主任",
        Dialogs.People.Role.Counsellor => "咨询师",
        Dialogs.People.Role.Security => "保安",
        Dialogs.People.Role.Clerk => "督办",
        Dialogs.People.Role.Admin => "管理员",
        _ => "同事",
    };

    public override string Role(StepRole role) => role switch
    {
        StepRole.Leader => "值班领导",
        StepRole.HallLeader => "大厅主任",
        StepRole.Counsellor => "咨询师",
        StepRole.Buddy => "互助伙伴",
        _ => "危机联系人",
    };

    public override string WithRole(string name, string role) => Said($"{role}{name}");

    public override string PersonNow => "现在想找个人";

    public override string Footer(string support) => $"我是程序。想跟人说话，打\u00a0{support}";

    public override string Emergency => "有生命危险，现在就打";

    public override string Support => "心理援助热线，有人听你说（各地时间不同）";

    public override string SpokenNumbers(string emergency, string support) => $"有生命危险，请打 {emergency}。想有人听你说，打\u00a0{support}。";

    public override string OrNumbers(IEnumerable<string> numbers) => string.Join("\u00a0或\u00a0", numbers);

    public override string News => "有新消息，请看卡片。";

    public override string Sentences(IEnumerable<string> sentences) => string.Concat(sentences);

    /// <summary>Every sentence that names somebody or a time goes through here.</summary>
    private static string Said(Joined sentence) => sentence.ToString();
}
