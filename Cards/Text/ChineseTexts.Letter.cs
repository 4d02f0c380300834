using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string LetterTitle(string name, string at) => Said($"存着的关于{name}的一切，{at}");

    public override string LetterMeans => "这是你的。我存着的关于你的都在这里，没有别人的：同事只写角色，别人写的话不放进来。";

    public override string LetterRoster => "排班名单上的";

    public override string LetterShifts => "你的班";

    public override string LetterLeave => "休假";

    public override string LetterAgreed => "你同意过什么";

    public override string LetterCheckIns => "签到";

    public override string LetterTrend => "你自己的走势";

    public override string LetterCases => "请人来问你";

    public override string LetterCalls => "你叫过人（紧急）";

    public override string LetterCovers => "请人顶你的岗";

    public override string LetterSwaps => "换班";

    public override string LetterReports => "你写过或报过的上报";

    public override string LetterAccounts => "你自己写的经过";

    public override string LetterElsewhere => "别人的记录里有你的地方";

    public override string LetterReach => "我怎么找到你";

    public override string LetterNothing => "没有。";

    public override string YouWrote => "你写的";

    public override string NotYourWords => "（别人写的话）";

    public override string WordsGone => "（这些话再也打不开了）";

    public override string LetterYou => "你";

    public override string SomebodyElse => "别人";

    public override string LetterPlace(string id, string mail, string account, string team, string post) => $"编号 {id}，邮箱 {mail}，账号 {account}，班组 {team}，岗位 {post}";

    public override string LetterRoles(string roles, string skills, bool hasB, bool hasBuddies) =>
        $"角色：{roles}。会办：{(skills.Length == 0 ? "没写" : skills)}。{(hasB ? "有人是你的 B 角。" : "")}{(hasBuddies ? "你有互助小组。" : "")}";

    public override string LetterLeaveSpan(string from, string to, bool away) => $"{from} 到 {to}，{(away ? "你告诉我的" : "名单上的")}";

    public override string LetterChoice(string at, string purposes) => $"{at}：{(purposes.Length == 0 ? "什么都没有" : purposes)}";

    public override string LetterCheckIn(string at, CheckInPhase phase) => $"{at}：" + phase switch
    {
        CheckInPhase.Asked => "问了",
        CheckInPhase.Postponed => "你说晚点",
        CheckInPhase.Answered => "答了",
        CheckInPhase.Skipped => "跳过了",
        CheckInPhase.Lapsed => "没答，过了",
        CheckInPhase.NotAsked => "没问",
        CheckInPhase.Dropped => "太晚了，没问",
        _ => "按你的意思结束了",
    };

    public override string LetterAnswer(string answers) => $"回答：{answers}";

    public override string LetterStress(int value) => $"压力 {value}（满分 5）";

    public override string LetterMood(int value) => $"心情 {value}（满分 5）";

    public override string LetterBreak(bool had) => had ? "歇过" : "没歇过";

    public override string LetterCase(string number, string at, CasePhase phase, string? owner, bool? helped) =>
        $"{number}，{at} 起：" + phase switch
        {
            CasePhase.Asking => "在请人",
            CasePhase.Taken => $"{owner}在跟",
            CasePhase.Resolved or CasePhase.Visiting => $"{owner}说办好了",
            CasePhase.Closed => $"结束了{(owner is null ? "" : $"，{owner}跟的")}",
            CasePhase.Unanswered => "没人接",
            _ => "按你的意思结束了",
        } + (helped is { } did ? did ? "；你说帮到了" : "；你说还没有" : "");

    public override string LetterAsked(int times) => $"“现在想找个人”：{Count(times)}";

    public override string LetterCall(string number, string at, string post, AlertPhase phase, int called) => $"{number}，{at}，{post}：叫了 {called} 人，" + phase switch
    {
        AlertPhase.Confirming or AlertPhase.Unconfirmed => "没有确认",
        AlertPhase.Calling => "还在叫",
        AlertPhase.Answered => "有人赶去了",
        AlertPhase.Safe => "结束了，安全",
        AlertPhase.Mistaken => "点错了",
        _ => "结束了，没人关",
    };

    public override string LetterCover(string at, string post, CoverPhase phase) => $"{at}，{post}：" + phase switch
    {
        CoverPhase.Covered or CoverPhase.TimeUp => "有人顶着",
        CoverPhase.Back => "还回来了",
        CoverPhase.Cancelled => "收回了",
        CoverPhase.Lapsed or CoverPhase.Unanswered => "没人能来",
        _ => "在问",
    };

    public override string LetterStandIn => "你在顶谁的岗，或者上一次顶的，有记着。";

    public override string LetterSwap(string at, bool asked, SwapPhase phase) => $"{at}，{(asked ? "你问的" : "问你的")}：" + phase switch
    {
        SwapPhase.Asked => "等同事答复",
        SwapPhase.Waiting or SwapPhase.Changing => "等领导批",
        SwapPhase.Done or SwapPhase.Reverting => "换好了",
        SwapPhase.Undone => "领导撤回了",
        SwapPhase.Declined => "没答应",
        SwapPhase.Refused => "没批",
        SwapPhase.Cancelled => "收回了",
        _ => "过了",
    };

    public override string LetterReport(string? number, string at, IncidentPhase phase) => phase switch
    {
        IncidentPhase.Draft => $"{at}：没报上去",
        IncidentPhase.Discarded => $"{at}：扔掉了",
        _ => $"{number}，{at}：报上去了",
    };

    public override string LetterFile(string kind, long bytes, string at) => $"文件：{kind}，{bytes} 字节，{at}。";

    public override string LetterFileIs(FileCopy how) => how switch
    {
        FileCopy.Inside => "内容在另一个文件里。",
        FileCopy.Apart => "太大，放不进另一个文件，在我们的聊天里单独发给你；再打一次“导出我的数据”会再发。",
        FileCopy.NotHere => "你们单位用的 Teams，我发不了文件，请问管理员。",
        _ => "打不开了。",
    };

    public override string LetterAccount(string number, string at, StatementPhase phase) => $"{number}，{at}：" + phase switch
    {
        StatementPhase.Frozen => "签了名",
        StatementPhase.Declined => "你不写",
        StatementPhase.NotNeeded => "不用写",
        _ => "没签名",
    };

    public override string LetterHowAreYou(int day, HowAreYou answer) => $"第 {day} 天，你还好吗：" + (answer == HowAreYou.AllRight ? "还好" : "不太好");

    public override string LetterPart(string kind, string number) => number.Length == 0 ? kind : $"{kind} {number}";

    public override string KindOf(string record) => record switch
    {
        "case" => "一件请人来问的事",
        "review" => "一次上报的复核",
        "sos" => "一次叫人",
        "cover" => "一次顶班",
        "reinforce" => "一次增援",
        "incident" => "一份上报",
        "statement" => "一份经过",
        "swap" => "一次换班",
        "channel" => "班组的频道",
        _ => "一条记录",
    };

    public override string LetterConversation(bool alone) => alone ? "我们聊天的地址存着。" : "我们聊天的地址存着：在另一个文件里。";

    public override string LetterOutOfReach(string since) => $"从 {since} 起，我的消息到不了你那里。";

    public override string LetterMore => "另一个文件（JSON）里是同样的内容，一点不少，给程序或者帮你看的人用。";
}
