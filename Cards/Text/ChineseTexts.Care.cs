using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string Hello(PlainText name) => Said($"你好，{name}。我是 CheckInBot");

    public override string WhatIDo => "我是程序，不是真人，也不是报警系统。下班时我问你一句今天怎么样；你想找人，我帮你请到人，并告诉你结果。";

    public override string WhoSeesWhat => "谁看得到什么";

    public override string RowPay => "考核、工资";

    public override string RowPaySeen => "都不用这些。";

    public override string RowKept => "存什么";

    public override string RowKeptWhat => "你的选择、回答、请过谁、没结束的休假。备注加密。";

    public override string PurposesLabel => "打开哪些？可以一个都不选";

    public override string PurposeChoice(Purpose purpose) => purpose switch
    {
        Purpose.CheckIn => "下班时问我一句",
        Purpose.Escalation => "很难的一天，请人来问我一声",
        Purpose.TeamView => "以后有团队数字时，算上我的回答",
        _ => "以后我点了分享，咨询师才看那一项",
    };

    public override string ChoiceIsFree => "不选不影响任何事。想看、想改，随时发“我的数据”。";

    public override string KeepChoice => "就这样定";

    public override string NoneForNow => "都先不用";

    public override string NoneAnyMore => "全部关掉";

    public override string YourChoice => "你的选择";

    public override string ChosenAt(Moment at) => $"{Time(at)} 定的，随时可以改。";

    public override string AsksAtShiftEnd => "✓ 下班时我会问你一句。";

    public override string AsksNothing => "○ 下班时我不问你。想说的时候，发“签到”。";

    public override string PassesOn => "✓ 很难的一天，我会请人来问你一声。";

    public override string PassesNothingOn => "○ 不管答什么，我都不告诉别人。";

    public override string WelcomeSpoken => "你好，我是 CheckInBot，一个程序。请选择我可以做什么，一个都不选也可以。";

    public override string WelcomeSummary => "你好，我是 CheckInBot";

    public override string ThanksForSaying => "谢谢你开口。现在就能找到人";

    public override string NobodyReadsThis => "我是程序，没有真人在看这里。";

    public override string CrisisContact => "危机联系人，可以请来联系你";

    public override string StayWithYou => "身边有信得过的人，请对方现在陪着你。";

    public override string ContactReceives(PlainText contact, PlainText you) =>
        Said($"点下面，{contact}会收到“{WantsToTalk(you)}”，你在班上的话，还写着岗位。不告诉领导，不影响工作。");

    public override string AskContact(PlainText contact) => Said($"请{contact}联系我");

    public override string ContactAsked(Moment at) => Said($"● {Time(at)} 已请危机联系人");

    public override string ContactAskedLine => "有没有人接、接下来请谁，看另一张卡。等的时候也可以打上面的电话。";

    public override string PersonSummary => "现在就能找到人";

    public override string CanDo => "我能帮你做这些";

    public override string CanDoInstead => "这句我没看懂。我能做这些：";

    public override string StillAPerson(string emergency, string support) =>
        $"想跟人说话：打\u00a0{support}，或点最下面的“{PersonNow}”。有生命危险：打 {emergency}。";

    public override string MovedOn => "这件事看另一张卡。";

    public override string CanCheckIn => "说说今天怎么样，点几下或打字都行";

    public override string CanPerson => "马上给你电话，也可以请人联系你";

    public override string CanMyData => "看你同意了什么，随时可以改";

    public override string CanLanguage => "换成英文（English）";

    public override string WhichLanguage => "我说哪种语言好？";

    public override string OlderCardsStay => "点一个，或者直接打“中文”“English”。以前的卡片先不变，有了新消息才换。";

    public override string OwnName => "中文";

    public override Language Other => Language.English;

    public override string TypeOrTap => "点按钮，或者直接打这几个词。";

    public override string Word(Command command) => command switch
    {
        Command.CheckIn => "签到",
        Command.Person => "找人",
        Command.MyData => "我的数据",
        Command.ExportData => "导出我的数据",
        Command.ForgetMe => "删除我的数据",
        Command.Language => "语言",
        Command.Report => "上报",
        Command.Sos => "紧急",
        Command.Calm => "缓和",
        Command.Breathe => "呼吸",
        Command.Bind => "绑定",
        Command.HotSpots => "热点",
        Command.Unreachable => "联系不上",
        Command.Status => "状态",
        Command.Cover => "顶班",
        Command.TenMinutes => "十分钟",
        Command.Reinforce => "增援",
        Command.Swap => "换班",
        Command.Week => "本周",
        Command.NextWeek => "下周",
        Command.Leave => "休假",
        Command.BackFromLeave => "销假",
        _ => "帮助",
    };

    public override string Button(Command command) => Word(command);

    public override string CallFirst => "先打电话，这样最快";

    public override string IfInDanger => "**身边有危险** 能离开就先离开，大声叫旁边的人。";

    public override string IfYouWantToTalk => $"**想跟人说话** 点下面的“{PersonNow}”，看我能请谁来联系你。";

    public override string PerhapsNobodyCalled => "我这边出了问题，不知道有没有叫到同事。别等我。";

    public override string NotHere => "这里人多，来私聊找我";

    public override string NotHereLine => "点我的头像开始聊天，发“帮助”。那里只有你和我。";

    public override string NotListed => "你好，我还不认识你";

    public override string NotListedLine => "人员名单里还没有你。请管理员把你加进去，再来找我。现在要找人，打下面的电话。";

    public override string NoLeaderIsTold(PlainText contact) => Said($"点下面，{contact}会知道你是谁、想现在说话；你在班上的话，还有岗位。不告诉领导，不影响工作。");
}
