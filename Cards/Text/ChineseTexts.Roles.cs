using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string HelperSpoken => "你好，我是 CheckInBot，一个程序。这张卡说你会收到什么。";

    public override string WhatIDoForOthers => "我是程序，不是真人，也不是报警系统。窗口同事下班时，我问一句今天怎么样；想有人来问一声的，我去请人，跟到有结果。";

    public override string WhatReachesYou => "跟你有关的";

    public override string RowReceives => "你会收到";

    public override string RowReceivesWhat(Role role) => role switch
    {
        Dialogs.People.Role.Leader => "你当班时，同事这个班不容易、本人也同意的：一张卡，写着谁、岗位、班次、发火次数和工时",
        Dialogs.People.Role.HallLeader => "值班领导没接上的：同一张卡，写着谁、岗位、班次、发火次数和工时",
        Dialogs.People.Role.Counsellor => "有人请咨询师，或者想现在和人说话：一张卡，写着谁和岗位；请咨询师的，还有班次、发火次数和工时",
        _ => "现在没有。以后有要请你办的，我先说清楚",
    };

    public override string RowHidden => "你看不到";

    public override string RowHiddenWhat => "分数、心情、原因，还有本人没分享的备注";

    public override string RowTaken => "接了以后";

    public override string RowTakenMeans => "由你跟到有结果；帮没帮到，本人说";

    public override string RowCannot => "走不开";

    public override string RowCannotMeans => "不用点；到卡上的时间，我请下一位";

    public override string RowYourself => "你自己";

    public override string RowYourselfMeans => "下班时我不问你。想说的时候，发“签到”；想找人，点下面";
}
