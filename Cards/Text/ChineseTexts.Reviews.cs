namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string BandReviewOpen(Moment until) => $"○ 等人复核 · {Time(until)} 前";

    public override string BandReviewOffered(PlainText owner) => Said($"○ {owner}想请你接着复核");

    public override string PleaseReview(PlainText? post) => post is { } at ? Said($"{at}的一件事，想请你复核") : "一件事，想请你复核";

    public override string WhyYou => "请你，是因为你跟这件事没有关系。你接了，才显示是谁、说了什么。";

    public override string LastResort => "大厅主任和别的班组的领导里，没有找到跟这件事无关的人，所以来请你这位管理员。";

    public override string OnlyYou => "这件事只有你能看。它不在任何名单、导出和统计里，请不要转告别人。";

    public override string ReplyPromised(Moment due) => $"答应了上报的人：{Time(due)} 前给回音。";

    public override string ReplyLate(Moment due) => Said($"答应 {Time(due)} 前给上报的人回音，已经过了。现在回也不晚。");

    public override string DateProvisional => "那一年的放假安排还没有公布，日期是暂定的。以后只会推后，不会提前。";

    public override string TakeReviewMeans(Moment until) => $"接了就由你跟到有结果。走不开就不用点，{Time(until)} 我去请下一位。";

    public override string TakeReviewOrAgain(Moment until) => $"接了就由你跟到有结果。{Time(until)} 还没有接，我再来问你一次，不会去问别人。";

    public override string ReviewOfferMeans(PlainText owner) => Said($"接了就由你跟到有结果。接不了就不用点，仍由{owner}复核。");

    public override string TakeReview => "我来复核";

    public override string AcceptReview => "我接着复核";

    public override string TooClose => "我跟这事有关，换个人";

    public override string ReviewStaysYours => "对方点“我接着复核”之前，仍由你复核。跟这件事有关的人接不了。";

    public override string WhatHappenedAt(PlainText? post) => post is { } at ? Said($"复核：{at}的一件事") : "复核：一件事";

    public override string FactWhere => "哪里";

    public override string PostAndPlace(PlainText? post, string place) => post is { } at ? Said($"{at}（{place}）") : place;

    public override string FactWhen => "什么时候";

    public override string FactWhat => "什么事";

    public override string FactHowBad => "多严重";

    public override string FactInjury => "受伤";

    public override string FactHappenedTo => "是谁遇到的";

    public override string FactReporter => "谁上报的";

    public override string FactWitnesses => "谁在场";

    public override string FactTrigger => "怎么起的";

    public override string FactPerpetrator => "对方是";

    public override string FactWeapon => "凶器";

    public override string FactCircumstances => "当时";

    public override string FactAtOnce => "当场做了";

    public override string ReporterWrote(PlainText name, PlainText words) => Said($"{name}写道：“{words}”");

    public override string StatementSays(PlainText words) => Said($"本人陈述：“{words}”");

    public override string HandedIn(PlainText name, Moment at, PlainText words) => Said($"{name} {Time(at)} 交的：“{words}”");

    public override string HandedInMore(PlainText name) => Said($"{name}还交了一些，这里放不下，请直接问本人。");

    public override string CannotBeRead(PlainText name) => Said($"{name}写的有些文字已经打不开了，读不到，请直接问本人。");

    public override string StatementSigned(Moment at) => Said($"本人的陈述 {Time(at)} 签了。");

    public override string StatementOpen => "本人的陈述还没有签。在那之前，记不了“我们的服务有问题”和“两边都有原因”。";
}
