namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string CanReinforce => "前面忙不过来，叫后台同事来";

    public override string ReinforcementSummary => "增援有了新情况，请看卡片。";

    public override string ReinforcementCalled(Moment at) => Said($"○ 已叫后台增援 · {Time(at)}");

    public override string TheyCome(string names) => Said($"● {names}正过来");

    public override string NobodyComesYet => "▲ 还没有人说来";

    public override string NobodyToCall => "▲ 现在没有能叫的后台同事";

    public override string PhoneIsFaster => "直接打电话或走过去叫，更快。";

    public override string ComesSince(Moment at) => Said($"● {Time(at)} 过来");

    public override string WentBack(Moment at) => Said($"○ {Time(at)} 回去");

    public override string CalledNotYet => "○ 还没回";

    public override string NotReached => "○ 叫不到";

    public override string EnoughNow => "够了，不用再来";

    public override string EndsAt(Moment at) => Said($"没人结束的话，到 {Time(at)} 为止。");

    public override string ReinforcementOver(Moment at) => Said($"○ 增援结束了 · {Time(at)}");

    public override string EndedByName(PlainText name) => Said($"{name}说够了。谢谢来的人。");

    public override string TimeIsOver => "时间到了。还要人就再叫一次。";

    public override string NeededInFront(PlainText name, PlainText team) => Said($"{name}请你去{team}增援");

    public override string ComeIfYouCan => "前面忙不过来。走得开就来，来几个都行。";

    public override string IAmComing => "我过来";

    public override string YouCome(Moment at) => Said($"● 你说要过来 · {Time(at)}");

    public override string IGoBack => "我回去了";

    public override string YouWentBack(Moment at) => Said($"○ 你已经回去 · {Time(at)}");

    public override string ThankYouForComing => "谢谢你来帮忙。";
}
