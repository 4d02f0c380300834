using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string HelperSpoken => "你好，我是 CheckInBot，一个程序。这张卡说你会收到什么。";

    public override string WhatIDoForOthers => "我是程序，不是真人，也不是报警系统。窗口同事下班时，我问一句今天怎么样；想有人来问一声的，我去请人，跟到有结果。";

    public override string WhatReachesYou => "跟你有关的";

    public override string RowReceives => "你会收到";

    public override string RowReceivesWhat(Role role, string seen) => role switch
    {
        Dialogs.People.Role.Leader => $"你当班时，同事这个班不容易、本人也同意的，给你一张卡，写着：{seen}。",
        Dialogs.People.Role.HallLeader => $"值班领导没接上的，给你一张卡，写着：{seen}。",
        Dialogs.People.Role.Counsellor => $"有人请咨询师，给你一张卡，写着：{seen}。有人想现在和人说话的，先只写是谁和岗位。",
        _ => $"没人接或卡住的事：{seen}。不写是谁、为什么。",
    };

    public override string ReceivesNothing => "现在没有。以后有要请你办的，我先说清楚。";

    public override string RowCalled => "有人叫人";

    public override string RowCalledWhat(string seen) => $"同事发“紧急”，给你一张卡，写着：同事的名字、{seen}。去得了，就点“{IAmGoing}”。";

    public override string RowReviews => "有人上报";

    public override string RowReviewsWhat => "跟你没有关系的，可能请你复核：先只写哪里、什么时候、哪一类。你接了，才看得到是谁、说了什么。";

    public override string RowSteps => "要做的事";

    public override string RowStepsWhat => "复核以后可能请你做一件事：只写这件事和日期，不写发生了什么。";

    public override string RowHidden => "你看不到";

    public override string RowTaken => "接了以后";

    public override string RowTakenMeans => "由你跟到有结果；帮没帮到，本人说";

    public override string RowCannot => "走不开";

    public override string RowCannotMeans => "不用点；到卡上的时间，我请下一位";

    public override string RowYourself => "你自己";

    public override string RowYourselfMeans => "下班时我不问你。想说的时候，发“签到”；想找人，点下面";
}
