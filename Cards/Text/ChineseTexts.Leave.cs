using CheckInBot.Dialogs.Absences;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string CanLeave => "说一声哪几天不在，就不找你";

    public override string LeaveSummary => "你的休假";

    public override string UntilWhen => "休假到哪天？";

    public override string UntilWhenLine => "从今天算起，最后一天也算。";

    public override string LastDay => "最后一天";

    public override string LastDayAway => "请选今天或以后的一天，最远一年。";

    public override string KeepLeave => "记下";

    public override string OrTypeLeave => "也可以直接打：休假到周五。晚点开始就打：从周一休假到11月28日。";

    public override string LeaveSpan(Moment from, Moment to) => from.Day == to.Day ? Date(from) : $"{Date(from)}到{Date(to)}";

    public override string OnLeave(string span) => $"休假：{span}";

    public override string NobodyAsksYou(bool oneDay) =>
        $"{(oneDay ? "这一天" : "头尾两天都算。这段时间")}不问你签到，换班、顶班、请人来问都不找你，“紧急”也不叫你。已经接下的事还归你。";

    public override string NoRequestForLeave => "这不是请假申请，班表上的班还在你名下。";

    public override string DutiesInLeave(int duties) => $"这段时间你有 {duties} 个班，发“换班”可以请同事来上。";

    public override string HowToEndLeave => "提前回来，点下面或者发“销假”；日子变了，再发一次就行。";

    public override string WhatLeaveKeeps => "只记日子，不记原因，结束就删。别人只在换班时看到你那天不在。";

    public override string LeaveOver => "休假结束了";

    public override string LeaveOverLine => "从现在起照常问你；班表里的休假照样算。那几天的记录删掉了。";

    public override string WhyNot(LeaveGap gap) => gap switch
    {
        LeaveGap.Past => "那天已经过了。",
        LeaveGap.TooFar => "那天超过一年了。",
        LeaveGap.Reversed => "最后一天比第一天还早。",
        _ => "我没看懂是哪几天。",
    };

    public override string HowToSayLeave => "可以这样写：休假到周五，休假到11月28日，从周一休假到周五。";

    public override string ChooseLastDay => "请先选最后一天。";

    public override string NoLeave => "你没跟我说过休假。班表里的休假，要请管班表的人改。";

    public override string KeptLeave => "休假";
}
