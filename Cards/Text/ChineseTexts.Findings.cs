using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string FindingLabel => "查下来是";

    public override string Finding(Finding finding) => finding switch
    {
        Dialogs.Incidents.Finding.Unprovoked => "对方无故",
        Dialogs.Incidents.Finding.ServiceIssue => "我们的服务有问题",
        Dialogs.Incidents.Finding.ProcessIssue => "流程有问题",
        Dialogs.Incidents.Finding.Mixed => "两边都有原因",
        _ => "没有这回事",
    };

    public override string CausesLabel => "起因（只有复核的人看得到）";

    public override string CausesPlaceholder => "例：材料清单没写清楚，对方跑了三趟";

    public override string MeasureLabel => "对来访人怎么办";

    public override string Measure(VisitorMeasure measure) => measure switch
    {
        VisitorMeasure.None => "不做什么",
        VisitorMeasure.Explained => "解释清楚了",
        VisitorMeasure.VerbalWarning => "口头提醒",
        VisitorMeasure.WrittenWarning => "书面提醒",
        VisitorMeasure.Restricted => "限定地点或时间办理",
        _ => "已交警方",
    };

    public override string MeasureOnLabel => "什么时候再看一次（提醒、限定和报警要选）";

    public override string InDays(int days, Moment day) => $"{days} 天后，{DayWord(day)}";

    public override string FindingNext => "记下以后，再写要做的事，然后回复上报的人。回复之前可以改。";

    public override string RecordFinding => "记下";

    public override string ChangeFinding => "改结论";

    public override string FactFinding => "结论";

    public override string FactCauses => "起因";

    public override string FactMeasure => "对来访人";

    public override string MeasureUntil(string measure, Moment day) => $"{measure}；{DayWord(day)}再看";

    public override string MeasureAgain(Moment day) => Said($"对来访人的安排，{DayWord(day)}我提醒你再看一次。");

    public override string FactNoStep => "不用做什么，因为";

    public override string FactReply => "回复";

    public override string ReplySent(Moment at, PlainText words) => Said($"{Time(at)}：“{words}”");

    public override string KeptFiveYears => "这份记录至少保存五年。";

    public override string StepLine(int number, PlainText action, PlainText? owner, string status) =>
        owner is { } who ? Said($"{number}．{who}：“{action}”{status}") : Said($"{number}．“{action}”{status}");

    public override string StepOpen(Moment day) => $"{DayWord(day)}前做好。";

    public override string StepLate(Moment day) => $"该在{DayWord(day)}做好，还没有。";

    public override string StepDone(Moment at) => $"{Time(at)} 说做好了，请你看一下是不是。";

    public override string StepChecked(Moment at) => $"{Time(at)} 看过，做好了。";

    public override string StepIsDone => "看过，做好了";

    public override string StepNotYet => "还没好";

    public override string StillOpen(string open) => $"还差：{open}。";

    public override string OpenReply => "回复上报的人";

    public override string OpenSteps => "要做的事，或者不用做的理由";

    public override string OpenChecks => "看一下事情是不是做好了";

    public override string ReplyNow => "回复";

    public override string ReplyLabel => "给上报的人：查到什么，做了什么";

    public override string ReplyPlaceholder => "例：窗口加了隔板，明天起保安站在大厅";

    public override string ReplyOnce => "对方会读到这些话和你的名字。只能回一次。";

    public override string SendReply => "发出回复";

    public override string AddStep => "加一件要做的事";

    public override string StepLabel => "要做什么（做的人看得到这句）";

    public override string StepPlaceholder => "例：3 号窗口装一个报警按钮";

    public override string StepOwner => "谁来做";

    public override string StepDue => "什么时候做好";

    public override string StepHazardLabel => "严重隐患";

    public override string StepHazard(int days) => $"这是严重隐患，最多 {days} 天";

    public override string StepMeans => "做的人只看到这句话和日期，看不到发生了什么。做好以后由你看一下，所以不能选你自己。";

    public override string StepMeansAlone => "没有别人能看到这件事，所以由你来办，做好了你自己记下。";

    public override string AddThisStep => "加上";

    public override string NoStep => "不用做什么";

    public override string NoStepLabel => "为什么不用做什么";

    public override string RecordReason => "记下理由";

    public override string BandStepOpen(Moment day) => $"○ 要做的事 · {DayWord(day)}前";

    public override string BandStepLate(Moment day) => $"○ 过了日子 · 该在{DayWord(day)}";

    public override string BandStepDone(Moment at) => $"● 等人看一下 · {Time(at)} 起";

    public override string BandStepChecked(Moment at) => $"✓ 做好了 · {Time(at)}";

    public override string StepIsYours => "一件事想请你做";

    public override string Quoted(PlainText words) => $"“{words}”";

    public override string StepOwnerNext => "做好了就点一下，复核的人会去看。";

    public override string StepWaitsForCheck => "记下了。复核的人会去看一下。";

    public override string StepThanks => "看过了，做好了。谢谢你。";

    public override string WhatHappenedIsNotHere => "发生了什么、是谁，不在这张卡上。";

    public override string BandReplyMissed(Moment due) => Said($"○ 回音晚了 · 该在 {Time(due)} 前");

    public override string BandReplySent(Moment at) => $"✓ 已经回复 · {Time(at)}";

    public override string ReplyMissed(Moment due) => Said($"一位上报的同事该在 {Time(due)} 前听到回音，还没有。");

    public override string SpeakWithReviewer(PlainText reviewer) => Said($"{reviewer}在复核。请问一声，是不是腾不出时间。");

    public override string NobodyReviews => "还没有人接下复核。请看看名单和排班。";

    public override string ReporterHasReply => "回复已经写好发出。不用再做什么。";

    public override string ReplyDoesNotReach(string names) => Said($"你的回复送不到{names}那里，麻烦你当面说一声做了什么。");

    public override string ReviewLacks(ReviewLack lack) => lack switch
    {
        ReviewLack.Statement => "这个结论要等本人的陈述签了再定，先听听本人怎么说。别的结论现在可以记。什么都没有变。",
        ReviewLack.Finding => "还差一项：查下来是什么。选一个，再点“记下”。",
        ReviewLack.Causes => "还差一项：起因。写一句就行，再点“记下”。",
        ReviewLack.MeasureDate => "还差一项：对来访人的安排，什么时候再看一次。选一个日子，再点“记下”。",
        ReviewLack.Step => "还没加上。要做什么、谁来做、什么时候做好，三样都要。",
        ReviewLack.OtherOwner => "这件事请另选一位来做。什么都没有变。",
        ReviewLack.Reason => "还差理由。写一句为什么不用做什么，再点“记下理由”。",
        ReviewLack.StepsStand => "已经有要做的事了，不用再写理由。",
        ReviewLack.TooManySteps => "要做的事已经有十件了，先做好这些。",
        ReviewLack.Reply => "回复还是空的。写几句查到什么、做了什么，再发出。",
        ReviewLack.FindingFirst => "先记下结论，要做的事和回复在那之后。什么都没有变。",
        _ => "这一位现在接不了，请另选一位。仍由你复核。",
    };
}
