namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string BandNobody => "○ 在等一位没牵涉的人";

    public override string NobodyHeading => "现在没有人能接这件事";

    public override string NobodyLine(bool unwanted) =>
        $"这样的上报，只有指定的几位能处理。他们{(unwanted ? "有的是你不想让处理的，有的" : "要么")}跟这件事有关，{(unwanted ? "或者" : "要么")}联系不上，所以我没有给别人看。内容照原样存着，我接着找，有人能接了，这张卡会告诉你。";

    public override string NobodyIsNotYou => "这不是因为你，也不是因为你写了什么。";

    public override string UnwantedStays => $"不想让谁处理，你说了算。想改的话，在上报的卡上点“{AddOrChange}”。";

    public override string WaysRemain => "单位外面可以打：";

    public override string PoliceNumber => "报警";

    public override string OfferToAlert(string names) =>
        Said($"你愿意的话，我只告诉{names}一句：有一份保密上报，在等一位没牵涉的人处理。不说是谁、编号、什么事、在哪里、哪一天。你不点，我谁也不告诉。");

    public override string AlertThem => "告诉一声，缺人处理";

    public override string TheyKnow(string names) => Said($"已经告诉{names}：有一份保密上报缺人处理。别的没有说。有人了，就会自己接着走。");

    public override string NobodyToTell => "管理员也跟这件事有关，或者联系不上，我没法替你去说。上面的电话都在单位外面。";

    public override string BandSomebody => "● 有人能接了";

    public override string HandlerIsAsked => "正在请一位没牵涉的人来处理。谁接了，这里会写。";

    public override string NobodyCanTakeIt => "能处理这件事的人，现在要么有关，要么联系不上。我接着找，还有哪些办法，在另一张卡上。";

    public override string NobodyCanReview(bool alerted) => $"还没有找到没牵涉的人来复核。{(alerted ? "管理员知道缺人，我也接着找。" : "我接着找。")}";

    public override string HowItStandsBy(Moment due) => Said($"{Date(due)} {due.Clock} 前，这张卡会写做了什么，或者说明晚了。");

    public override string LookedAtAgain(PlainText? who) =>
        who is { } name ? Said($"这件事要保密，由{name}再看一遍。") : "这件事要保密，正在请指定的人再看一遍。";

    public override string TurnedOutRestricted =>
        "这件事结束以后，才知道要保密。查到的、回复的、做过的都留着。请再看一遍：缺什么就加一件要做的事，再跟上报的人谈一谈。";

    public override string LookedAtItAgain => "再看过了，结束";

    public override string ReplyIsLate(PlainText? who, Moment due, bool administrators) => who is { } name
        ? Said($"{name}在复核。说好 {Date(due)} {due.Clock} 前回复你，已经晚了。我每个工作日都提醒{name}{(administrators ? "，管理员也知道" : "")}。")
        : Said($"说好 {Date(due)} {due.Clock} 前回复你，已经晚了。还没有人接，我接着找人{(administrators ? "，管理员也知道" : "")}。");

    public override string StepOut(Dialogs.Incidents.StepOut why, Moment day) => why == Dialogs.Incidents.StepOut.Unreached
        ? $"{DayWord(day)}前做好。卡片送不到这一位，请当面说一声，做好了在这里记下。"
        : $"{DayWord(day)}前做好。这一位办不了了，请你自己来办，做好了在这里记下。";

    public override string BandMissing(bool restricted) => restricted ? "○ 缺一位处理的人" : "○ 缺一位复核的人";

    public override string SomebodyMissing(bool restricted) => restricted
        ? "有一份保密上报，在等一位没牵涉的人处理。"
        : "有一份上报，在等一位没牵涉的人复核。大厅主任、别的班组的领导和管理员里，都没有找到。";

    public override string NameSomebody(bool restricted) => restricted
        ? "请在规则文件里再指定一位处理人，最好是别的部门的，然后重启我。之后会自己接着走。"
        : "请在人员名单里再给一位这样的角色，然后重启我。之后会自己接着走。";

    public override string MissingIsNotWhat => "是谁、什么事，不在这张卡上。请不要去打听。";
}
