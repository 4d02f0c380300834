using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string AsksForSomebody(PlainText name) => Said($"{name}这个班不容易，希望有人来问一声");

    public override string WantsToTalk(PlainText name) => Said($"{name}想现在和你说话");

    public override string FactPost => "岗位";

    public override string FactShift => "班次";

    public override string FactHours => "工时";

    public override string Span(Moment start, Moment end) => $"{Time(start)}–{end.Clock}";

    public override string PostAndSpan(string post, string span) => $"{post}，{span}";

    public override string Hours(int week, int days, bool today)
    {
        var hours = $"{(today ? "本周" : "那周")} {week} 小时";
        return days > 1 ? $"{hours}，连上 {days} 天" : hours;
    }

    public override string SharedNote(PlainText name, PlainText note) => Said($"{name}写给来问的人：“{note}”");

    public override string CaseSpoken => "有一件事请你看一下。";

    public override string CaseFollows => "一件事有了变化，请看卡片。";

    public override string BandOpen(Moment until) => $"○ 还没人接 · {Time(until)} 前";

    public override string BandOffered(PlainText owner) => Said($"○ {owner}想请你接手");

    public override string BandYours(Moment since) => $"● 你在跟 · {Time(since)} 起";

    public override string BandWith(PlainText owner, Moment since) => Said($"● {owner}在跟 · {Time(since)} 起");

    public override string BandDone(Moment at) => $"✓ 办好了 · {Time(at)}";

    public override string BandDoneBy(PlainText owner, Moment at) => Said($"✓ {owner}办好了 · {Time(at)}");

    public override string BandClosed(Moment at) => $"✓ 已结束 · {Time(at)}";

    public override string BandMoved => "✓ 不用你跟了";

    public override string BandUnanswered(Moment at) => $"○ 没等到人接 · {Time(at)}";

    public override string HowToBegin(Origin origin, string emergency) => origin == Origin.PersonNow
        ? $"**怎么开口** 现在就打电话，或者走过去。先听，不急着出主意。有生命危险，一起打 {emergency}。"
        : "**怎么开口** 当面或打电话，别当着旁人。先问“现在方便说两句吗”。不问打几分，不追问为什么。";

    public override string TakeMeans(Moment until, string? next) => next is null
        ? $"接了就由你跟到有结果。走不开就不用点：{Time(until)} 还没人接，我告诉本人，并给电话。"
        : Said($"接了就由你跟到有结果。走不开就不用点，{Time(until)} 我去请{next}。");

    public override string TakeOrBeAsked(Moment until) => $"接了就由你跟到有结果。走不开就不用点，{Time(until)} 我再来请你一次。";

    public override string Take(Origin origin) => origin == Origin.PersonNow ? "我来联系" : "我去问一声";

    public override string ChangedAfterwards => "答案后来改过。还是请你去问一次。";

    public override string PastRound(PlainText owner, Moment at, string? done) => done is null
        ? Said($"之前由{owner}跟，到 {Time(at)}。")
        : Said($"之前：{owner} {Time(at)} {done}。");

    public override string DidNotHelp(PlainText name) => Said($"{name}说：还没有帮到。");

    public override string Did(Done done) => done switch
    {
        Done.Talked => "聊过了",
        Done.Break => "安排歇了一会儿",
        Done.Post => "调了岗位或班次",
        _ => "做了别的安排",
    };

    public override string DidWith(Done done, PlainText note) => $"{Did(done)}；“{note}”";

    public override string DoneLabel => "做了什么";

    public override string DoneChoice(Done done) => done switch
    {
        Done.Talked => "聊过了",
        Done.Break => "安排歇一会儿",
        Done.Post => "调了岗位或班次",
        _ => "其他",
    };

    public override string LineFor(PlainText name) => Said($"给{name}的一句话（{name}看得到）");

    public override string LinePlaceholder => "例：明天上午你在后台";

    public override string OwnerNext(PlainText name, Moment until) => Said($"办好以后，我问{name}一次有没有帮到。{Time(until)} 还没有结果，我提醒你。");

    public override string OwnerReminded(Moment until, string? next, PlainText name) => next is null
        ? Said($"这件事还开着。到 {Time(until)} 还没有结果，我告诉{name}没人能跟。办不了就转交。")
        : Said($"这件事还开着。到 {Time(until)} 还没有结果，我去请{next}。办不了就转交。");

    public override string OwnerRemindedAgain(Moment until) => Said($"这件事还开着。到 {Time(until)} 还没有结果，我再来请你一次。办不了就转交。");

    public override string Finished => "办好了";

    public override string HandOver => "转交";

    public override string ToWhom => "转给谁";

    public override string Choose => "请选";

    public override string StaysYours => "对方点“我来接手”之前，仍由你负责。";

    public override string AskThem => "请对方接手";

    public override string OfferOut(PlainText to) => Said($"已请{to}接手；答应之前仍由你负责。");

    public override string OfferMeans(PlainText owner) => Said($"接了就由你跟到有结果。接不了就不用点，仍由{owner}负责。");

    public override string Accept => "我来接手";

    public override string NothingToDo => "你不用再做什么。谢谢你在。";

    public override string DetailsGone => "有人接手后，当班情况不再显示。";

    public override string FactWho => "谁";

    public override string FactDone => "做了什么";

    public override string You(PlainText name) => Said($"{name}（你）");

    public override string VisitToCome(PlainText name, Moment at) => Said($"{Time(at)} 我会问{name}有没有帮到。说“还没有”，这件事会带着经过再来找你。");

    public override string VisitIsOut(PlainText name) => Said($"正在问{name}有没有帮到。说“还没有”，这件事会带着经过再来找你。");

    public override string ItHelped(PlainText name) => Said($"{name}说帮到了。谢谢你去问。");

    public override string VisitUnanswered => "问过有没有帮到，没有等到回答。你不用再做什么。";

    public override string NobodyTookIt(PlainText name) => Said($"已告诉{name}没等到人，并给了电话。现在走得开，还可以接。");

    public override string UnansweredSpoken => "有一件请人的事没等到人接，请看卡片。";

    public override string BandAskedAgain(Moment at) => $"○ 又在请人 · {Time(at)} 起";

    public override string BandTakenAfterAll(Moment at) => $"✓ 后来有人接了 · {Time(at)}";

    public override string NobodyOf(string roles, Moment from, Moment until) => Said($"从 {Time(from)} 到 {Time(until)}，没有等到人接：{roles}。");

    public override string PersonHasNumbers => "已告诉本人，并给了电话。";

    public override string LookAtRoster => "请看看排班和名单：这些角色现在有没有人在。";

    public override string NotWhoNorWhy => "是谁请的、为什么，不在这张卡上。";
}
