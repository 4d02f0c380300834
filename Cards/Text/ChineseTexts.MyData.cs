namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string TermsChanged => "说法有改动。你上次的选择已经勾好；你定下来之前，我不问，也不转告。";

    public override string MyData => "你的数据";

    public override string NothingKept => "没有存着的回答。";

    public override string KeptAnswers => "回答";

    public override string KeptAnswersCount(int count, Moment? since) => since is { } from ? Said($"{count} 次签到，从{Date(from)}起") : $"{count} 次签到";

    public override string KeptNotes => "备注";

    public override string NotesCount(int notes) => $"{notes} 条";

    public override string KeptCases => "请人来问";

    public override string KeptRequests => "现在想找个人";

    public override string Count(int count) => $"{count} 次";

    public override string KeptChoices => "选择";

    public override string ChoicesCount(int count, Moment since) => Said($"{count} 次，从{Date(since)}起");

    public override string AgreedSince(string purpose, Moment since) => Said($"✓ {purpose}（从{Date(since)}起）");

    public override string AgreedToNothing => "○ 你什么都没有打开。";

    public override string DeleteAnswers => "删掉我的回答";

    public override string DeleteAsk => "删掉你的回答吗？";

    public override string DeleteMeans => "到现在为止的压力、心情、原因、备注，还有别的回答，都会删掉，谁也找不回来。没报的上报、没签名的经过也删。哪天有过签到、报上去的和签了名的，还有没结束的休假，会留着。";

    public override string DeleteYes => "删掉";

    public override string DeleteNo => "先留着";

    public override string Deleting => "正在删你的回答";

    public override string DeletingLine => "删完了，我用一张新卡告诉你。";

    public override string Deleted => "你的回答删掉了";

    public override string DeletedWhat(int checkIns, int notes) => checkIns == 0
        ? "本来就没有。"
        : $"删了 {checkIns} 次签到的回答{(notes == 0 ? "" : $"、{notes} 条备注")}。分享过的备注，那边也拿掉了。";

    public override string DeletedRemains => "留着的：哪天有过签到，你的选择，你的语言，没结束的休假。";

    public override string DeletedCases(string numbers) => $"请过人的事也留着，那也是别人的记录：{numbers}，里面有岗位、班次、发火次数、工时和做了什么。备注里提到的同事，不会请他们来问；名字加密留到这件事结束，再一起删掉。";

    public override string AnswersErased => "这次签到的回答，你已经删掉了";

    public override string AskingEnded => "你关掉了签到，不再问了";

    public override string PassingOnEnded => "你关掉了转告，不再请人。";

    public override string BandWithdrawn(Moment at) => Said($"○ 结束了 · {Time(at)}");

    public override string EndedByWish => "按本人的意思，到这里结束。你不用再做什么，谢谢你。";

    public override string MineWithdrawn => "按你的意思，到这里结束";

    public override string MineWithdrawnLine => "不再请人；请过的人，卡片上也写着结束了。";

    public override string ToTalk => "想跟人说话，可以打：";
}
