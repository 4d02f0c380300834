namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string CanCover => "走开几分钟，请人顶一下班";

    public override string NoShiftNow => "你现在不在班上，没有要顶的岗位。上班时再叫我。";

    public override string OnePostAtATime => "你手上已经有一个岗位，或者正请人顶你自己的。一次只顶一个。";

    public override string NoReinforcementFromHere => "增援由值班领导或在班的同事叫。你现在不在班上。";

    public override string CoverSummary => "顶班有了新情况，请看卡片。";

    public override string HowLongAway => "要人顶班多久？";

    public override string NoReasonNeeded => "不用说原因。先问你的 B 角，再问有空的同事。";

    public override string MinutesOf(int minutes) => $"{minutes} 分钟";

    public override string NeverMind => "不用了";

    public override string NobodyWasAsked => "○ 没有问任何人";

    public override string StillAsks => "还需要的话，点一下就问。";

    public override string LookingFor(int minutes) => $"○ 正在找人顶 {minutes} 分钟";

    public override string AskedFirst => "已问";

    public override string ThenColleagues(Moment until) => Said($"{Time(until)} 还没人接，就问别的有空的同事。");

    public override string ThenYouAreTold(Moment until) => Said($"{Time(until)} 还没人接，我告诉你，也告诉值班领导。");

    public override string NobodyCan => "▲ 现在没有人走得开";

    public override string NobodyYet => "▲ 还没有人接";

    public override string LeaderKnows(string? leaders, Moment until) =>
        Said($"{(leaders is null ? "现在没有值班领导在班。" : Said($"值班领导{leaders}已经知道。"))}谁腾出手还可以接，到 {Time(until)}。");

    public override string StandsIn(PlainText name, Moment until) => Said($"● {name}在顶，到 {Time(until)}");

    public override string GoInPeace => "安心去吧，回来点一下。";

    public override string IAmBack => "我回来了";

    public override string MoreMinutes(int minutes) => $"再要 {minutes} 分钟";

    public override string MoreWasHad => "多要的时间已经加上了。";

    public override string YoursAgain => "● 时间到，岗位归你了";

    public override string ReadyToGo(PlainText name) => Said($"{name}准备回去了。点一下，对方好放心走。");

    public override string OverTime => "▲ 过了 5 分钟，还没交回";

    public override string GivenBackToYou(Moment at) => Said($"● 岗位归你了 · {Time(at)}");

    public override string IsTold(PlainText name) => Said($"已经告诉{name}。");

    public override string HadToGo(PlainText name) => Said($"{name}要回去了。请尽快回到岗位。");

    public override string EndedByItself => "时间早过了，我就当已经交回。";

    public override string NotNeeded => "○ 不用人顶了";

    public override string AskedAreTold => "问过的人也知道了。";

    public override string NobodyStoodIn => "○ 没有人接";

    public override string SorryNobody => "对不起，这次没找到人。可以再问一次，或者直接找值班领导。";

    public override string AskForCoverAgain => "再找人顶";

    public override string AsksForCover(PlainText name, int minutes) => Said($"{name}想请你顶 {minutes} 分钟");

    public override string AtPost(PlainText post) => Said($"在 {post}。");

    public override string FineIfNot => "走不开也没关系，会问别人。";

    public override string IStandIn => "我去顶";

    public override string ICannotNow => "现在走不开";

    public override string YouCannot => "○ 你说了走不开";

    public override string ICanAfterAll => "我又能去了";

    public override string NobodyFound(PlainText name) => Said($"{name}这边还没找到人。");

    public override string YouCoverAnother => "○ 你已经在顶另一个岗位";

    public override string OthersAreAsked(PlainText name) => Said($"{name}这边会问别人。");

    public override string YouStandIn(PlainText name, Moment until) => Said($"● 你在替{name}顶，到 {Time(until)}");

    public override string UntilBack(PlainText name) => Said($"{name}回来就交回去。你有急事，随时可以交。");

    public override string GaveBack => "交回岗位";

    public override string OtherStandsIn(PlainText name) => Said($"○ {name}去顶了");

    public override string NoNeedThanks => "你不用去，谢谢。";

    public override string TimeUpForYou => "● 时间到，可以交回了";

    public override string IsReminded(PlainText name) => Said($"{name}也收到了提醒。");

    public override string GivenBack(Moment at) => Said($"● 已经交回 · {Time(at)}");

    public override string ThanksForThis => "谢谢你顶了这一会儿。";

    public override string SeenStandsIn(PlainText by, PlainText name, Moment until) => Said($"● {by}在顶{name}的岗，到 {Time(until)}");

    public override string SeenNobody(PlainText name, int minutes) => Said($"▲ {name}要人顶 {minutes} 分钟，还没有人接");

    public override string SeenAsked(int people) => $"问过 {people} 位同事。";

    public override string SeenLooking(PlainText name) => Said($"○ 正在给{name}另找人");

    public override string SeenTimeUp(PlainText name) => Said($"● {name}的顶班时间到了");

    public override string KeepsItself => "不用你做什么，卡会自己更新。";
}
