using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string Word(Fact fact) => fact switch
    {
        Fact.Scores => "压力、心情",
        Fact.Reasons => "原因",
        Fact.Break => "歇没歇",
        Fact.UnsharedNote => "没分享的备注",
        Fact.Unanswered => "哪次没答",
        Fact.Choices => "同意了什么",
        Fact.WantsContact => "想有人来",
        Fact.Post => "岗位",
        Fact.ShiftTimes => "班次",
        Fact.Hostile => "发火次数",
        Fact.Hours => "工时",
        Fact.ChangedAfterwards => "答案改没改过",
        Fact.SharedNote => "分享的备注",
        Fact.HadIncident => "有没有上报过事",
        Fact.IncidentDraft => "没交的上报和经过",
        Fact.IncidentReport => "上报",
        Fact.SignedAccount => "签了名的经过",
        Fact.HowAreYou => "过后好不好",
        Fact.Duties => "你什么时候在哪里上班、换班",
        Fact.LeaveDays => "哪几天休假",
        Fact.NotThere => "你不在",
        Fact.SilentRoles => "编号、问过哪些角色",
        Fact.CalledForPeople => "你在叫人",
        Fact.UnclosedCall => "叫人没结束的时间",
        Fact.PostCover => "你请人顶班、谁来顶",
        Fact.DutyHours => "换班时的工时和休息",
        Fact.OutOfReach => "我的消息到不了你、为什么、从什么时候起",
        _ => "后来怎样",
    };

    public override string Name(Fact fact) => fact switch
    {
        Fact.Scores => "压力和心情",
        Fact.Reasons => "原因",
        Fact.Break => "歇没歇过",
        Fact.UnsharedNote => "没分享的备注",
        Fact.Unanswered => "哪次签到没答",
        Fact.Choices => "同意了什么、用什么语言",
        Fact.WantsContact => "本人想有人来",
        Fact.Post => "岗位",
        Fact.ShiftTimes => "上下班时间",
        Fact.Hostile => "有人发火几次",
        Fact.Hours => "本周工时、连上几天",
        Fact.ChangedAfterwards => "答案后来改过",
        Fact.SharedNote => "分享了的备注",
        Fact.WhoHasIt => "谁在跟、谁跟过",
        Fact.WhatWasDone => "做了什么",
        Fact.OwnersLine => "写给本人的一句话",
        Fact.WhetherItHelped => "帮没帮到",
        Fact.HadIncident => "这个班上报过事",
        Fact.IncidentDraft => "没报的上报、没签名的经过",
        Fact.IncidentReport => "报上去的上报",
        Fact.SignedAccount => "签了名的经过",
        Fact.Duties => "哪天几点在哪里上班、换班",
        Fact.HowAreYou => "过后问的“还好吗”",
        Fact.EarlierRounds => "同一条路上以前的经过",
        Fact.CalledForPeople => "本人在叫人",
        Fact.WhoGoes => "谁赶去了、是不是点错、安全了没有",
        Fact.UnclosedCall => "没人结束的一次叫人：编号、时间、去了几人",
        Fact.LeaveDays => "本人说的休假：哪天到哪天",
        Fact.NotThere => "本人哪天不在",
        Fact.PostCover => "本人请人顶班、谁顶到几点",
        Fact.DutyHours => "换班两个人的工时和休息，只在排班规则要说的时候",
        Fact.OutOfReach => "消息到不了本人、为什么、从什么时候起",
        _ => "编号、哪些角色没接",
    };

    public override string Name(Viewer viewer) => viewer switch
    {
        Viewer.Person => "只有你",
        Viewer.Leader => "值班领导",
        Viewer.HallLeader => "大厅主任",
        Viewer.Counsellor => "咨询师",
        Viewer.Buddy => "互助伙伴",
        Viewer.CrisisContact => "危机联系人",
        Viewer.FormerlyAsked => "请过，现在不归他跟",
        Viewer.FormerOwner => "结束时在跟的人",
        Viewer.MovedOn => "本人换人之前请过的",
        Viewer.Administrator => "管理员",
        Viewer.Swapping => "换班的、批换班的人，和组里的频道",
        Viewer.Reviewer => "复核上报的人",
        Viewer.Team => "班组的人、领导和频道",
        Viewer.Security => "保安",
        Viewer.Colleague => "在班同事",
        _ => "督办",
    };

    public override string Name(Ground ground) => ground switch
    {
        Ground.Own => "本人的事",
        Ground.Agreed => "本人同意了请人来问",
        Ground.Reported => "本人上报或签了名",
        Ground.Roster => "班组的排班表上有",
        Ground.Swap => "要跟他换那天的班",
        Ground.Shared => "本人分享了这一项",
        Ground.PersonNow => "本人点了“现在想找个人”",
        Ground.Sos => "本人发了“紧急”，叫到了他",
        Ground.Duty => "排班要用，不用同意",
        _ => "让机器人能用",
    };

    public override string WhoLooksIn => "来问的人";

    public override string SeenOn(Ground ground, string list) => ground switch
    {
        Ground.Own => $"{list}。",
        Ground.Agreed => $"你同意了才有：{list}。",
        Ground.Reported => $"你报了、签了才有：{list}。性骚扰只给一位指定的人。",
        Ground.Roster => $"照排班表：{list}。从来不写为什么休息。",
        Ground.Swap => $"换那天的班时：{list}。不知道到哪天、为什么。",
        Ground.Shared => $"还有：{list}。",
        Ground.Sos => $"发了“紧急”才有：{list}。",
        Ground.Duty => $"排班要用：{list}。",
        _ => $"没人接或卡住时：{list}。不知道是谁、为什么。",
    };

    public override string WhomYouCall => "你叫来的人";

    public override string SeesNothing => "这些都看不到。";

    public override string SeenOnPersonNow(PlainText? contact, string list) => contact is { } who
        ? Said($"点“现在想找个人”：先给电话。你愿意，{who}看到：{list}。不告诉领导。")
        : "点“现在想找个人”：马上给电话。不告诉领导。";

    public override string Listed(IEnumerable<string> items) => string.Join("、", items);
}
