using CheckInBot.Dialogs;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string ForAdministrators => $"这个只给管理员看。我哪里不对劲，请告诉他们。我能做什么，发“{Word(Command.Help)}”。";

    public override string StatusSpoken => "现在的情况，请看卡片。";

    public override string StatusSummary => "现在的情况";

    public override string StatusAt(Moment now) => $"{Time(now)} 的情况";

    public override string NothingNeedsYou => "✓ 没有要你办的事";

    public override string NeedYou(int things) => $"▲ 有 {things} 件事要你看一下";

    public override string OverdueTitle => "等得太久的事";

    public override string OverdueIn(PlainText? team, int day, int week, int older)
    {
        string[] ages = [.. new[] { (day, "是今天或昨天的"), (week, "有几天了"), (older, "超过一周了") }.Where(a => a.Item1 > 0).Select(a => $"{a.Item1} 件{a.Item2}")];
        return $"**{(team is { } named ? named.ToString() : "在咨询师和危机联系人那里")}** · {string.Join("，", ages)}";
    }

    public override string NoneOverdue => "没有。";

    public override string AskTheirLeaders => "超过一小时没人接，或者过了一天还没有结果。请去问问，是不是有人在跟。";

    public override string ReachTitle => "联系不上的人";

    public override string HowManyNotReached(int people) => $"{people} 位。{AskForTheList}";

    public override string EverybodyIsReached => "目前没有。";

    public override string TodayTitle => "今天";

    public override string EndsToday(PlainText team, int ends, int toCome) =>
        toCome == 0 ? $"**{team}** · {ends} 个班都下班了" : ends == toCome ? $"**{team}** · {ends} 个班，都还没下班" : $"**{team}** · {ends} 个班，还有 {toCome} 个没下班";

    public override string NobodyEndsToday => "今天没有人下班。";

    public override string OnTheWay(int checkIns) => $"有 {checkIns} 张签到卡正在发。";

    public override string AndMoreTeams(int teams) => $"还有 {teams} 个班组。";

    public override string RosterStands => "排班";

    public override string NothingImported => "用的是单位文件夹里的表，还没有导入过。";

    public override string Imported(int number, Moment at) => $"第 {number} 次导入，{Time(at)}。";

    public override string ImportNotFinished(int number) => $"第 {number} 次导入还没写完。几分钟里我会接着写；没有的话，请再导入一次。";

    public override string VersionsTitle => "版本";

    public override string ProgramTitle => "程序";

    public override string ShapeTitle => "存储格式";

    public override string RulesTitle => "规则文件";

    public override string TermsTitle => "大家同意的内容";

    public override string RowStatus => "我的情况";

    public override string RowStatusWhat => $"发“{Word(Command.Status)}”：今天的安排、等得太久的事、版本。发“{Word(Command.Unreachable)}”：我联系不上谁、为什么。";
}
