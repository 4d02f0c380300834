using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string MineSpoken => "你请人的事有了新消息，请看卡片。";

    public override string IsAsked(Origin origin, string who) => origin == Origin.PersonNow ? Said($"已请{who}现在联系你") : Said($"已请{who}来问你一声");

    public override string IsAskedAgain(Origin origin, string who) =>
        origin == Origin.PersonNow ? Said($"已再请{who}现在联系你") : Said($"已再请{who}来问你一声");

    public override string WillAsk(Moment at, string? who) => who is null ? $"{Time(at)} 我去找人来问你一声" : Said($"{Time(at)} 我去请{who}来问你一声");

    public override string WillSee => "到时对方看到的，就是这些：";

    public override string OffWork => $"现在能请的人都下班了。等不了，就点“{PersonNow}”。";

    public override string SentTo(string who, Moment at) => Said($"{Time(at)} 发给{who}的，就是这些：");

    public override string OwnerSees(PlainText owner) => Said($"{owner}看到的，就是这些：");

    public override string ThenNext(Moment until, string? next) => next is null
        ? Said($"到 {Time(until)} 还没人接，我告诉你，并给你电话。")
        : Said($"到 {Time(until)} 还没人接，我去请{next}，并告诉你。");

    public override string ThenAgain(Moment until, string next) => Said($"到 {Time(until)} 还没人接，我再请{next}一次，并告诉你。");

    public override string WhileWaiting(Origin origin) => origin == Origin.PersonNow ? "等的时候，随时可以打上面的电话。" : "你什么都不用做。";

    public override string AskedBefore(string who) => Said($"先前请过：{who}");

    public override string AskedAt(PlainText name, Moment at) => Said($"{name}（{Time(at)}）");

    public override string MayLower => "改了答案，也还是会请人来问一次。";

    public override string WasLowered => "你后来改过答案；还是会请人来问一次。";

    public override string CounsellorInstead(Route now) => now == Route.Leader ? "不找领导，换咨询师" : "换咨询师";

    public override string LeaderPlease => "请值班领导";

    public override string AskAgain(Route route) => route switch
    {
        Route.Leader => "再请一次领导",
        Route.Counsellor => "再请一次咨询师",
        Route.Buddy => "再请一次伙伴",
        _ => "再请一次",
    };

    public override string HasIt(Origin origin, PlainText owner) =>
        origin == Origin.PersonNow ? Said($"{owner}接了，会来联系你") : Said($"{owner}接了，说会来问你一声");

    public override string AfterTaken => "办好以后，我会问你有没有帮到。";

    public override string ThenReminded(Moment until, PlainText owner) => Said($"到 {Time(until)} 还没有结果，我提醒{owner}。");

    public override string WasReminded(PlainText owner) => Said($"我提醒过{owner}了。");

    public override string ThenOnwards(Moment until, string? next) => next is null
        ? Said($"到 {Time(until)} 还没有结果，我告诉你，并给你电话。")
        : Said($"到 {Time(until)} 还没有结果，我去请{next}，并告诉你。");

    public override string ThenOnwardsAgain(Moment until, string next) => Said($"到 {Time(until)} 还没有结果，我再请{next}一次，并告诉你。");

    public override string OfferedOn(PlainText owner, PlainText to) => Said($"{owner}想请{to}接着跟；{to}答应之前，仍是{owner}。");

    public override string SaysDone(PlainText owner, Moment at) => Said($"{owner} {Time(at)} 说办好了");

    public override string IAskYou(Moment at) => $"{Time(at)} 我问你有没有帮到。算不算办好，由你说。";

    public override string IAskYouNow => "有没有帮到，我在另一张卡上问你。";

    public override string MineClosed => "这件事结束了";

    public override string YouSaidHelped => "你说帮到了。";

    public override string NoVisitAnswer => "我问过有没有帮到，没等到回答，就先放下。没办好的话，在那张卡上点“还没有”。";

    public override string NobodyAnswered => "这次没等到人接";

    public override string NotYourFault(string who) => Said($"请过{who}。不是你的问题。");

    public override string NobodyToAsk => "这次没找到可以请的人。不是你的问题。";

    public override string WhatNow => "现在可以打上面的电话，也可以让我再请人。";

    public override string NewsAsked(Origin origin, string who, Moment until) => Said($"{IsAsked(origin, who)}，等到\u00a0{Time(until)}。");

    public override string NewsAskedNext(Moment since, string who, Moment until) =>
        Said($"到 {Time(since)} 还没有结果，我又请了{who}，等到\u00a0{Time(until)}。");

    public override string NewsAskedAgain(Moment since, string who, Moment until) =>
        Said($"到 {Time(since)} 还没有结果，我再请了一次{who}，等到\u00a0{Time(until)}。");

    public override string NewsUnanswered(string emergency) => $"这次没等到人接。电话和别的办法在另一张卡上；有生命危险，打 {emergency}。";

    public override string NewsTaken(Origin origin, PlainText owner, Moment at) => Said($"{HasIt(origin, owner)}（{Time(at)}）。");

    public override string NewsDone(PlainText owner, Moment at, string did) => Said($"{owner} {Time(at)} 说办好了：{did}。");

    public override string VisitSpoken => "想问你一句，请看卡片。";

    public override string DidItHelp(Moment resolved) => $"{Date(resolved)}的事，帮到你了吗？";

    public override string WhoAndWhen(PlainText owner, Moment at) => Said($"{owner}，{Time(at)}");

    public override string YouDecide => "算不算办好，由你说。选“还没有”，会带着经过重新打开，不用再说一遍。";

    public override string Helped => "帮到了";

    public override string NotYet => "还没有";

    public override string OtherPerson(Route now) => now == Route.Counsellor ? "换值班领导" : "换咨询师";

    public override string VisitHelped => "好，记下了";

    public override string VisitHelpedLine(PlainText owner) => Said($"你说帮到了，{owner}会看到。后来又不行了，点“还没有”。");

    public override string VisitRested => "没回答也没关系";

    public override string VisitRestedLine => "这件事先放下。没办好的话，点“还没有”。";

    public override string VisitReopened => "好，重新打开了";

    public override string VisitReopenedLine(string who, Moment until) => Said($"已请{who}，等到\u00a0{Time(until)}。之前的经过一起带上，你不用再说一遍。进展看另一张卡。");

    public override string VisitNobody => "电话，还有可以再请谁，看另一张卡。";

    public override string VisitTaken(PlainText owner) => Said($"{owner}在跟。进展看另一张卡。");
}
