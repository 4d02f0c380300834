using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string Rule(DutyRule rule) => rule switch
    {
        DutyRule.Past => "已经开始的班",
        DutyRule.Overlap => "时间重叠",
        DutyRule.OnLeave => "那天不在",
        DutyRule.BothAway => "A 角和 B 角都不在",
        DutyRule.Skills => "岗位技能",
        DutyRule.DailyRest => "每天休息",
        DutyRule.WeeklyRest => "连续上班天数",
        DutyRule.DailyHours => "每天工时",
        DutyRule.WeeklyHours => "每周工时",
        DutyRule.MonthlyOvertime => "每月加班",
        _ => "夜班",
    };

    public override string Severity(DutySeverity severity) => severity == DutySeverity.Block ? "不能换" : "请留意";

    public override string Law(DutyLaw law) => law switch
    {
        DutyLaw.Roster => "排班的常理",
        DutyLaw.AbRole => "AB 角制度",
        DutyLaw.Advice => "是建议，法律没有规定",
        DutyLaw.LabourLaw38 => "劳动法第 38 条",
        DutyLaw.LabourLaw41 => "劳动法第 41 条",
        DutyLaw.LabourLaw61And63 => "劳动法第 61 条、第 63 条",
        DutyLaw.WorkingHoursProvisions3 => "国务院关于职工工作时间的规定第 3 条",
        DutyLaw.WorkingTimeDirective3 => "欧盟指令 2003/88/EC 第 3 条",
        DutyLaw.WorkingTimeDirective5 => "欧盟指令 2003/88/EC 第 5 条",
        DutyLaw.WorkingTimeDirective6 => "欧盟指令 2003/88/EC 第 6 条，看几个月的平均",
        _ => "欧盟指令 2003/88/EC 第 8 条",
    };

    public override string Length(TimeSpan time) => ((int)time.TotalHours, time.Minutes) switch
    {
        (var hours, 0) => $"{hours} 小时",
        (0, var minutes) => $"{minutes} 分钟",
        var (hours, minutes) => $"{hours} 小时 {minutes} 分钟",
    };

    public override string Finding(DutyFinding finding, PlainText name, Moment day) => finding.Rule switch
    {
        DutyRule.Past => Said($"{DayWord(day)}，{name}的这个班已经开始了，不能再换。"),
        DutyRule.Overlap => Said($"{DayWord(day)}，{name}有两个班时间重叠。"),
        DutyRule.OnLeave => Said($"{DayWord(day)}，{name}不在。"),
        DutyRule.BothAway when finding.Severity == DutySeverity.Block => Said($"{DayWord(day)}，{name}不上这个班，岗位的 A 角和 B 角就都不在（{Law(finding.Law)}）。"),
        DutyRule.BothAway => Said($"{DayWord(day)}，{name}不上这个班，有 {Measured(finding)}岗位的 A 角和 B 角都不在（{Law(finding.Law)}）。"),
        DutyRule.Skills => Said($"{DayWord(day)}，这个岗位要的技能，{name}还不全。"),
        DutyRule.DailyRest => Said($"{DayWord(day)}，{name}从上班起的 24 小时里最多连着休息 {Measured(finding)}，少于 {Limit(finding)}（{Law(finding.Law)}）。"),
        DutyRule.WeeklyRest => Said($"{name}要连着上 {finding.MeasuredDays ?? 0} 天班，{DayWord(day)}该休息（{Law(finding.Law)}）。"),
        DutyRule.DailyHours => Said($"{DayWord(day)}，{name}要上 {Measured(finding)}，超过 {Limit(finding)}（{Law(finding.Law)}）。"),
        DutyRule.WeeklyHours => Said($"{Date(day)}起的这一周，{name}要上 {Measured(finding)}，超过 {Limit(finding)}（{Law(finding.Law)}）。"),
        DutyRule.MonthlyOvertime => Said($"{day.Day.Month}月，{name}要加班 {Measured(finding)}，超过 {Limit(finding)}（{Law(finding.Law)}）。"),
        DutyRule.Night when finding.Limit is null => Said($"{DayWord(day)}，这个班有一段在 22:00 到 06:00 之间。{name}可以不接，不用说原因（{Law(finding.Law)}）。"),
        _ => Said($"{DayWord(day)}，{name}的夜班有 {Measured(finding)}，超过 {Limit(finding)}（{Law(finding.Law)}）。"),
    };

    private string Measured(DutyFinding finding) => Length(finding.Measured ?? default);

    private string Limit(DutyFinding finding) => Length(finding.Limit ?? default);
}
