namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string HotSpotsHeading => "哪里、什么时候容易出事";

    public override string Period(DateOnly from, DateOnly to) => $"{from.Year}年{from.Month}月到{to.Month}月上报的";

    public override string TooFewForAPicture => "这一季上报的太少，画成图会看出是谁，所以不画。";

    public override string ByPost => "岗位";

    public override string ByWeekday => "星期";

    public override string ByHour => "几点";

    public override string HourOfDay(int hour) => $"{hour:00}:00–{hour:00}:59";

    public override string NoneLargeEnough => "没有哪一项多到可以画出来。";

    public override string WhatIsNotShown => "不到五件的不显示；有的一起隐去，免得算得出来。只有一位经办人能看的事，不在里面。";
}
