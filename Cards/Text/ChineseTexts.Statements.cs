namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string StatementSpoken => "有一张留给你写的卡片，不急。";

    public override string StatementHeading => "你自己的经过";

    public override string ReportedByColleague(PlainText reporter) => Said($"{reporter}替你报上去了。想不想自己也说说，由你。");

    public override string StatementPrivate => "签名之前，只有你看得到。可以分几次写，也可以不写。";

    public override string StatementLabel => "经过";

    public override string StatementPlaceholder => "按你记得的写，最多 3000 字。";

    public override string StatementEmpty => "还没有字，先写几句再签名。";

    public override string StatementFreezes => "签名后交给复核的人，谁也不能再改，你自己也不能，只能在后面补充。";

    public override string StatementTime(Moment limit) => Said($"不急。{DayWord(limit)}前写，复核时就能看到；晚了也收。");

    public override string KeepStatement => "存着，以后再写";

    public override string SignStatement => "签名，交上去";

    public override string RatherNot => "不想写";

    public override string StatementDeclined => "好，不写";

    public override string StatementDeclinedLine => "我不再提了。写过的还在，只有你看得到；哪天想写，点下面。";

    public override string WriteAfterAll => "还是写一写";

    public override string StatementNotNeeded => "这件事更正了";

    public override string StatementNotNeededLine => "上报里写错了人，不是你的事。不好意思打扰了。";

    public override string BandSigned(Moment at) => $"✓ 已签名 · {Time(at)}";

    public override string YourAccount => "你签了名的经过";

    public override string AddedAt(Moment at) => Said($"{Time(at)} 补充");

    public override string AddendumLabel => "想补充的（最多 800 字）";

    public override string AddToStatement => "补充上去";

    public override string NoMoreAddenda => "已经补充了 6 次。还有要说的，直接告诉复核的人。";

    public override string SignedSees => "看得到的只有你和复核这件事的人。";

    public override string SignedRestricted => "看得到的只有你和一位指定的人。";

    public override string WordsNotHere => "（这段文字现在打不开）";

    public override string HowAreYouNow => "那件事过后，你现在还好吗？";

    public override string AsksAfter(string number, Moment day, bool byColleague) =>
        Said($"说的是{DayWord(day)}{(byColleague ? "同事替你报的" : "你报的")} {number}，不用再讲一遍。");

    public override string NotAllRightMeans(string role) => Said($"点“不太好”，我就请{role}来问你一声。点哪个都不影响工作。");

    public override string AllRight => "还好";

    public override string NotAllRight => "不太好";

    public override string StopAsking => "别再问了";

    public override string AskMeAgain => "还是问吧";

    public override string VisitsOff => "好，不再问了";

    public override string VisitsOffLine => "想找人的时候，随时点下面。";

    public override string GladToHear => "好，记下了";

    public override string NotAllRightAfterAll => "其实不太好";

    public override string ThankYouForSaying => "谢谢你说出来";

    public override string SomebodyIsAskedNow(string role) => Said($"我去请{role}来问你一声，进展看另一张卡。");

    public override string AskAgainOn(Moment at) => Said($"{DayWord(at)}我再问你一次，只问一句。");

    public override string WasTheLast => "以后不再专门问了。";

    public override string IsNotAllRight(PlainText name) => Said($"{name}说现在不太好，希望有人来问一声");
}
