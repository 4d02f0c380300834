using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string SwapSummary => "换班有新消息，请看卡片。";

    public override string CanSwap => "看我的班，找同事换班";

    public override string MyDuties => "我的班";

    public override string NoDuties(int days) => $"接下来 {days} 天，排班表里没有你的班。";

    public override string DutiesOf(PlainText person) => Said($"{person}的班");

    public override string NoDutiesOf(PlainText person, int days) => Said($"接下来 {days} 天，排班表里没有{person}的班。");

    public override string ActForWhom => "替同事换班（比如生病了）";

    public override string ActForThem => "看这位同事的班";

    public override string WhichDuty => "想换哪个班";

    public override string WhoCouldTakeIt => "请谁来上";

    public override string NobodyCouldTakeIt => "这个班现在没有同事能接。可以直接跟值班领导说。";

    public override string CannotTakeIt => "接不了的同事";

    public override string AndOthers(int count) => $"还有 {count} 位。";

    public override string InReturn(PlainText colleague) => Said($"换{colleague}的哪个班");

    public override string NothingInReturn(PlainText colleague) => Said($"不换，{colleague}只替我上");

    public override string Next => "下一步";

    public override string AskColleague(PlainText colleague) => Said($"问{colleague}");

    public override string StaysUntilApproved => "对方同意、领导批准之前，这个班还是你的。";

    public override string SwapOf(PlainText asker, PlainText colleague, bool inReturn) => inReturn ? Said($"{asker}和{colleague}换班") : Said($"{colleague}替{asker}上班");

    public override string WaitsForColleague(PlainText colleague) => Said($"○ 等{colleague}回复");

    public override string WaitsForYou => "○ 等你回复";

    public override string WaitsForLeader => "○ 等领导批准";

    public override string BeingChanged => "○ 已批准，正在改排班表";

    public override string BeingReverted => "○ 正在把排班表改回来";

    public override string SwapDone => "✓ 换好了";

    public override string SwapUndone => "✓ 已撤回，照原来的班上";

    public override string SwapDeclined(PlainText colleague) => Said($"{colleague}来不了");

    public override string SwapRefused => "没有批准";

    public override string SwapCancelled => "已取消";

    public override string SwapLapsed => "到时间了，没有换成";

    public override string SwapIsPast => "这次换班已经过去了。这个班后来又有人提出要换。";

    public override string SwapOvertaken => "排班变了，没有换成";

    public override string AgreedAt(PlainText colleague, Moment at) => Said($"✓ {colleague}{Time(at)}同意了");

    public override string NoConflict => "✓ 技能、休息、工时：没有冲突";

    public override string WhoDecides(IReadOnlyList<PlainText> leaders, Moment lapses) => leaders.Count == 0
        ? $"现在没有领导能批。{LapsesAt(lapses)}"
        : Said($"{string.Join("、", leaders)}可以批，换班的两个人自己不能批。{LapsesAt(lapses)}");

    public override string LapsesAt(Moment at) => $"到{Time(at)}还没批准，就照原来的班上。";

    public override string ApprovedBy(PlainText leader, Moment at) => Said($"{leader}{Time(at)}批准了。");

    public override string UndoneBy(PlainText leader, Moment at) => Said($"{leader}{Time(at)}撤回了。");

    public override string RefusedBy(PlainText leader, Moment at) => Said($"{leader}{Time(at)}没有批准。");

    public override string AskedFor(PlainText leader, PlainText asker) => Said($"{leader}替{asker}提出。");

    public override string DutyStays(PlainText asker) => Said($"这个班还是{asker}上。");

    public override string DutyStaysYours => "这个班还是你上。想换别人，打“换班”。";

    public override string EverythingFollows => "下班签到、值班名单都跟着改。";

    public override string NoAnswerYet(PlainText colleague) => Said($"{colleague}还没回复。想问别人，先取消这个。");

    public override string CannotBeReached(PlainText colleague) => Said($"我联系不上{colleague}。请你自己说一声，或者取消后问别人。");

    public override string YouMayDecline => "你同意了，还要领导批准才算。来不了就说来不了，不用讲理由。";

    public override string ReasonIfYouLike => "理由（可以不写，只有对方看到）";

    public override string ReasonForBoth => "不批的理由（换班的两个人会看到）";

    public override string IHaveSeen => "这些我看过了";

    public override string HasItNow(PlainText holder) => Said($"这个班现在是{holder}的。");

    public override string ShiftIsGone => "排班表里已经没有这个班，或者时间改了。";

    public override string HasLeft(PlainText person) => Said($"{person}已经不在这个班组的排班表里了。");

    public override string CouldNotBeUndone => "没能撤回：排班已经又变了。";

    public override string AcceptSwap => "我来上";

    public override string DeclineSwap => "来不了";

    public override string ApproveSwap => "批准";

    public override string RefuseSwap => "不批";

    public override string CancelSwap => "取消换班";

    public override string UndoSwap => "撤回换班";

    public override string LookAtSwap => "查看";

    public override string SwapShiftGone => "这个班已经不是这个人的了，或者排班表改了。什么都没有变。打“换班”重新看一看。";

    public override string SwapForbidden(IEnumerable<string> findings) => Sentences(["这样换不行。", .. findings, "什么都没有变。"]);

    public override string SwapTooLate => "这个班马上要开始了，来不及换。请直接找值班领导。";

    public override string SwapIsYours => "这是你自己的换班，要由别的领导来定。什么都没有变。";

    public override string SwapEarlierOver => "这个班之前还有一个换班没结束，现在结束了。还没问任何人，请再点一次。";

    public override string SwapPromised => "其中一个班已经在另一个换班里，那个还没结束。什么都没有变。请选别的班，或者等那个结束。";

    public override string SwapStands(PlainText? holder, Moment start, Moment? since) => (holder, since) switch
    {
        (null, _) => $"这里现在没有要你定的事，{DayWord(start)}的班也已经不在排班表里了。什么都没有变。",
        ({ } who, { } at) => Said($"这里现在没有要你定的事。{DayWord(start)}的班从{Time(at)}起是{who}的。什么都没有变。"),
        ({ } who, _) => Said($"这里现在没有要你定的事。{DayWord(start)}的班是{who}的。什么都没有变。"),
    };

    public override string ApprovalOvertaken => "你批准了，可是在那之前情况已经变了。";

    public override string FindingToOthers(DutySeverity severity, PlainText name) => severity == DutySeverity.Block
        ? Said($"按休息和工时的规定，{name}不能上这个班。")
        : Said($"{name}的休息和工时，批准的人会看一看。");

    public override string RuleForbidsIt => "按休息和工时的规定，不能这样换。";

    public override string SwapNotAgreed => "对方还没同意，现在不用定。";

    public override string SwapTickFirst(IEnumerable<string> findings) => Sentences(["批准之前，请先看一看，再打勾。", .. findings]);
}
