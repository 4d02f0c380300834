using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string NoticeSummary => "关于你刚才那一步";

    public override string NotYours => "这张卡是给别人的，什么都没有变。";

    public override string NotFound => "这件事已经不在了，什么都没有变。想看能做什么，发“帮助”。";

    public override string CheckInOver => "这次签到已经过去，没有再改。想说的时候，发“签到”。";

    public override string Ask(Question question) => question switch
    {
        Question.Stress => "压力有多大？打 1 到 5：1 没有，3 中等，5 非常大。",
        Question.Mood => "现在心情怎么样？打：很好、还行、一般、不太好、很差。",
        Question.Hostile => "有人冲你发火吗？打次数，没有就打 0。",
        Question.Break => "歇过一会儿吗？打：歇过，或没顾上。",
        _ => "谁来能帮上忙？打：先不用、伙伴、领导、咨询师。",
    };

    public override string TypeOn => "想到此为止，发“提交”；不想答，发“跳过”。";

    public override string NotUnderstood => "这句我没看懂，前面的都记着。";

    public override string ReadyToSend(string answers) => $"都齐了：{answers}。发“提交”就记下。";

    public override string TypeMore(bool looksIn) => $"想补充，发“原因 …”或“备注 …”{(looksIn ? "；写完备注发“分享”，来问的人才看得到" : "")}。";

    public override string NoNoteYet => "还没有备注。想写，发“备注 …”；写完发“分享”，来问的人才看得到。";

    public override string GoesTo(Outlook goes) => goes switch
    {
        Outlook.Buddy => "提交后，我请互助伙伴来问你一声。",
        Outlook.Leader => "提交后，我请值班领导来问你一声。",
        Outlook.Counsellor => "提交后，我请咨询师来问你一声。",
        Outlook.NotAgreed => "你没有同意转告，所以不会告诉任何人。",
        _ => "不会告诉任何人。",
    };

    public override string ChooseWhatWasDone => "还差一项：做了什么。选一个，再点“办好了”。";

    public override string ChooseSomebody => "还没有选接手的人，或者对方现在接不了。仍由你负责，请另选一位。";

    public override string NobodyThere(string emergency, string support) =>
        $"那边现在没有人，原来的安排照旧。有生命危险打 {emergency}；想有人听你说，打\u00a0{support}。";

    public override string PleaseTryAgain(string emergency, string support) =>
        $"没能确认存上了没有。请再点一次，点两次也只算一次。着急的话：有危险打 {emergency}，想跟人说话打\u00a0{support}。";

    public override string SavedUnseen => "存上了，只是卡片一时画不出来。等一下会自己更新。";

    public override string NoteNotKept(string support) =>
        $"备注现在存不了，别的都可以。把备注删掉再提交一次就行。想跟人说话，打\u00a0{support}。";

    public override string TooFast => "一下子来得太多，最后这些我没有看。等半分钟，把要紧的再发一次。“紧急”和“现在想找个人”随时能用。";

    public override string NumbersBelow => "电话和能找的人，在下面新的一张卡上。";

    public override string LanguageNow => "以后我说中文。以前的卡片先不变，有了新消息才换。";

    public override string NoteIsKept => "备注记下了，只有你能看。";
}
