using CheckInBot.Dialogs.Audits;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string AlarmSpoken => "有请人的事停住了，请看卡片。";

    public override string AlarmSummary => "程序有件事请你看一下";

    public override string Standing(int cases) => $"▲ 有 {cases} 件事停住了";

    public override string Trouble(Trouble trouble, Moment? due) => (trouble, due) switch
    {
        (Dialogs.Audits.Trouble.Overdue, { } at) => $"{Time(at)} 就该有下一步，没有发生",
        (Dialogs.Audits.Trouble.Unreadable, _) => "记录读不出来",
        _ => "没有下一步",
    };

    public override string NotArriving => "▲ 有消息送不到";

    public override string Stuck(Stuck kind, int count) => kind switch
    {
        Dialogs.Audits.Stuck.Opening => $"有 {count} 次请人还没传出去",
        Dialogs.Audits.Stuck.Card => $"有 {count} 张卡片还没送到",
        Dialogs.Audits.Stuck.Deletion => $"有 {count} 个人要删掉自己的数据，过了一天还没删完",
        _ => $"有 {count} 个变化还没传到",
    };

    public override string NotDeleted => "有人要删的数据还没删完";

    public override string LogThenRestart => "请看程序的日志，再重启一次。这里没有人在等帮忙。";

    public override string SomethingParked => "▲ 有记录先放在一边了";

    public override string Parked(int count) => $"有 {count} 条记录试了很多次都不行，先放在一边了。原因看日志，重启以后会再试。";

    public override string AndMore(int cases) => $"还有 {cases} 件。";

    public override string Unnumbered(int count, bool alone) => alone ? "编号不在这张卡上。" : $"另有 {count} 件，编号不在这张卡上。";

    public override string SomebodyWaits => "有人可能还在等。这些事我自己推不动了。";

    public override string WhatToDo => "请现在做两件事：按编号问值班领导、大厅主任和咨询师，是不是在跟；看程序的日志，再重启一次。";

    public override string WhatToDoWithoutNumbers => "请现在做两件事：请值班领导、大厅主任和咨询师先自己多留意身边的人；看程序的日志，再重启一次。";

    public override string NotWhoNotWhy => "谁请的人、为什么，不在这张卡上。";

    public override string MovingAgain => "✓ 都恢复正常了";

    public override string MovingAgainLine => "不用再做什么。";
}
