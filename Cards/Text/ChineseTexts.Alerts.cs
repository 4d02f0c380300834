using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string Callee(Callee callee) => callee switch
    {
        Dialogs.Alerts.Callee.DutyLeader => "值班领导",
        Dialogs.Alerts.Callee.Security => "保安",
        Dialogs.Alerts.Callee.Buddies => "互助组",
        Dialogs.Alerts.Callee.HallLeader => "大厅主任",
        Dialogs.Alerts.Callee.Leaders => "其他领导",
        _ => "在班同事",
    };

    public override string ConfirmHeading => "要现在叫人到你这里吗？";

    public override string ConfirmSpoken(string police) => $"要现在叫人到你这里吗？有危险先打 {police}。";

    public override string WhereAreYou => "你在哪";

    public override string WillCall(string whom) => Said($"点“{CallThem}”，我叫{whom}，告诉他们你是谁、在哪。");

    public override string ViolenceFirst(string police) => $"有凶器或动手了，先打 **{police}**。我不是报警系统。";

    public override string LeaveIt => "点错了不用管，谁都不会叫。";

    public override string CallThem => "叫人";

    public override string NobodyWasCalled => "○ 没有叫人";

    public override string NotConfirmed => $"没等到你点“{CallThem}”，谁都没有通知。还要叫，点一下下面就行。";

    public override string AlertFollows => "叫人的事有了变化，请看卡片。";

    public override string OpenSpoken(string police) => $"正在叫人到你这里。有危险直接打 {police}。";

    public override string CalledTo(PlainText post) => Said($"已叫人到 {post}");

    public override string CalledToYou => "已叫人到你这里";

    public override string OnTheWay(PlainText name, string since) => Said($"● {name}正赶去 · {since}");

    public override string GoingSince(string since) => Said($"● 正赶去 {since}");

    public override string CalledOf(PlainText? name, int reached, int outOfReach)
    {
        var called = reached == 0 ? null : name is { } one ? Said($"○ 已叫{one}") : $"○ 已叫 {reached} 人";
        var not = outOfReach == 0 ? null : $"{outOfReach} 人叫不到";
        return string.Join("，", new[] { called, not }.OfType<string>());
    }

    public override string NobodyAnswers(bool reached) => reached ? "▲ 都叫过了，还没有人应" : "▲ 现在没有叫得到的人";

    public override string DoNotWait(string police) => $"别等我。能走就走开，大声叫旁边的人，打 **{police}**。";

    public override string StepBack => "**退一步，别争。** 能离开就离开；有东西挡着更好。";

    public override string NoAlarmSystem(string police) => $"我不是报警系统。有危险，直接打 **{police}**。";

    public override string HelpIsCalled => "已经叫人了。";

    public override string NobodyInReach => "现在没有叫得到的人。";

    public override string AskedPrivately => "我在私聊里问了，在那里点一下就叫人。";

    public override string SeenByCalled => "他们只看到你是谁、在哪。";

    public override string ThenOthers(TimeSpan wait, bool more) => more ? $"{Seconds(wait)}没人应，我接着叫别人。" : $"{Seconds(wait)}还没人应，我告诉你。";

    public override string AreYouSafe => "现在安全了吗？安全了就点一下，大家好放心。";

    public override string IAmSafe => "我安全了";

    public override string ItWasAMistake => "点错了，取消";

    public override string CallAgain => "再叫一遍";

    public override string YouAreSafe(Moment at) => $"✓ 你安全了 · {Time(at)}";

    public override string SafeSays(PlainText name, Moment at) => Said($"✓ {name}说现场安全了 · {Time(at)}");

    public override string CalledAreTold => "已告诉刚才叫的人：不用再来了。";

    public override string IfNotSafe => "还需要人，就再发“紧急！”。";

    public override string TakenBack(Moment at) => $"✓ 已取消 · {Time(at)}";

    public override string CalledAreToldOfMistake => "已告诉刚才叫的人：是点错了，不用来。没关系。";

    public override string LapsedAlert(Moment at) => $"○ 这次叫人先结束了 · {Time(at)}";

    public override string LapsedAlertLine(bool told) => $"过了很久，没有人说安全了。{(told ? "管理员会知道有一次没结束，不知道是你。" : "没有告诉别人。")}";

    public override string NeededSpoken(PlainText? post, string police) =>
        post is { } where ? Said($"{where}现在需要人，请马上看。有凶器或动手，打 {police}。") : $"有同事现在需要人，请马上看。有凶器或动手，打 {police}。";

    public override string BandNeeded => "▲ 现在需要人";

    public override string NoPost(PlainText name) => Said($"{name} · 不知道在哪，请去找");

    public override string GoThere => "① 走过去，站到同事身边";

    public override string PutSpaceBetween => "② 把两边隔开，声音放低";

    public override string Violence(string police) => $"有凶器或动手了：打 **{police}**";

    public override string CalledNext(TimeSpan wait, bool more) => more ? $"{Seconds(wait)}没人应，我接着叫别人。" : "能叫的都叫了。";

    public override string DoesNotCall(string police) => $"我不是报警系统，不会替你打 {police}。";

    public override string IAmGoing => "我这就去";

    public override string IAmGoingToo => "我也去";

    public override string GoIfClose => "离得近就一起去；其他人照看好自己的窗口。";

    public override string YouGo(string since) => $"● 你正赶去 · {since}";

    public override string OthersGo(string names) => Said($"{PlainText.Words(names)}也在赶去。");

    public override string ItIsSafe => "现场安全了";

    public override string IsItSafe => "现场安全了吗？安全了就点一下，大家好放心。";

    public override string BandSafe(Moment at) => $"✓ 安全了 · {Time(at)}";

    public override string NoNeedToGo(PlainText who) => Said($"{who}说安全了，不用再去。谢谢你。");

    public override string BandMistake(Moment at) => $"✓ 是点错了 · {Time(at)}";

    public override string WasAMistake(PlainText who) => Said($"{who}点错了，不用去。谢谢你。");

    public override string NoLongerCalled => "○ 这次不用你去，谢谢你";

    public override string BandLapsed(Moment at) => $"○ 先结束了 · {Time(at)}";

    public override string NobodyClosed(PlainText who) => Said($"过了很久，没有人说安全了。见到{who}，问一声。");

    public override string UnclosedSpoken => "有一次叫人没有人结束，请看卡片。";

    public override string BandUnclosed => "○ 有一次叫人没有人结束";

    public override string UnclosedLine(Moment from, Moment until, int going) =>
        Said($"{Time(from)} 叫的人，到 {Time(until)} 没有人说安全了。{(going == 0 ? "没有人应过。" : $"有 {going} 人去了。")}");

    public override string AskTheLeader => "请问问值班领导：人都好不好，卡片为什么没人点。";

    public override string NotWhoNorWhere => "是谁叫的、在哪，不在这张卡上。";

    public override string CardBelow => "在下面新的一张卡上。";

    public override string CanSos => "叫人到你这里，一点就叫；点错了 10 秒内能收回";

    public override string CanCalm => "对方很激动，怎么稳住";

    public override string CanBreathe => "跟着呼吸一分钟";

    private static string Seconds(TimeSpan span) => span.TotalSeconds < 120 ? $"{span.TotalSeconds:0} 秒" : $"{span.TotalMinutes:0} 分钟";
}
