using CheckInBot.Dialogs;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string CanSeeWeek => "看班组里谁哪天上班";

    public override string WeekOf(PlainText team) => Said($"{team}的一周");

    public override string TheWeek => "看这一周";

    public override string FromTo(Moment first, Moment last) => $"{Date(first)}到{Date(last)}";

    public override string NoDutiesInWeek => "排班表里这一周没有班。";

    public override string IfSwapped => "换了以后";

    public override string BoldIsSwapped => "粗体是换过的班。";

    public override string EndsNextDay(string sign) => $"{sign} 第二天下班。";

    public override string DrawnAt(Moment at) => $"{Time(at)}的排班表。";

    public override string OthersWork(int count) => $"还有 {count} 位，打“{Word(Command.Week)}”看。";

    public override string WeekBefore => "上一周";

    public override string WeekAfter => "下一周";

    public override string ShowOthers => "看其他人";

    public override string WhichTeam => "看别的班组";

    public override string ShowTeam => "看";
}
