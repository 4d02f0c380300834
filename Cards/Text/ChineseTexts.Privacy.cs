using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string WhoLooked => "谁看过";

    public override string NobodyLooked => "你的东西还没有人看过。";

    public override string LookLine(string at, string who, string number, string what, string why) =>
        Said($"{at} · {who}{(number.Length == 0 ? "" : $" · {number}")}：{what}（{why}）");

    public override string MoreLooks(int count) => $"还有 {count} 次，都在你的那份数据里。";

    public override string LookedBecause(Ground ground) => ground switch
    {
        Ground.Agreed => "你同意过",
        Ground.Shared => "你分享了",
        Ground.PersonNow => "你想找个人",
        Ground.Sos => "你发了“紧急”",
        Ground.Reported => "这件事报过",
        Ground.Running => "让机器人能用",
        _ => "排班要用",
    };

    public override string ExportData => "给我一份";

    public override string ForgetMe => "全部删掉";

    public override string Forgotten => "以前的同事";

    public override string ForgetAsk => "把关于你的一切都删掉吗？";

    public override string ForgetMeans => "回答、备注、草稿、走势、同意过的、休假、叫人、顶班、换班，都会删掉，谁也找不回来。还没完的事会结束；还开着的“紧急”会等它结束。想留一份的话，先拿一份。";

    public override string ForgetStays(RetentionPolicy keep) =>
        $"单位会留下一些，只用随机的代号：你报上去和签了名的，还有你在别人的上报里写的，去掉名字和号码（{Kept(keep.Incidents)}）；请过人这件事（{Kept(keep.Cases)}）；谁看过（{Kept(keep.AccessLog)}）；别人的事里有你的地方。排班名单不动。";

    public override string ForgetYes => "全部删掉";

    public override string ForgetBegun => "正在删关于你的一切";

    public override string ForgetBegunLine => "还没完的事先结束。删完了，我用一条新消息告诉你，也告诉你留下了什么。";

    public override string ForgetDone => "关于你的一切都删掉了";

    public override string ForgetDoneLine(bool butWords) => butWords
        ? "你的钥匙已经销毁：除了下面说的，你写过的话谁也打不开了。"
        : "你的钥匙已经销毁：你写过的话，谁也打不开了。";

    public override string ForgetKeptReports(string numbers, int days) => $"上报的记录，单位要留 {Kept(days)}：{numbers}。那里用的是随机的代号，你的话里没有名字和号码，照片已经删掉。";

    public override string ForgetKeptCases(string numbers, int days) => $"请过人这件事留 {Kept(days)}：{numbers}。只有什么时候、怎么请的、做了什么；没有你写的话，名字是随机的代号。";

    public override string ForgetKeptLooks(int days) => $"谁看过什么，留 {Kept(days)}，用的是随机的代号。";

    public override string ForgetKeptParts(bool words) => $"别人的事里有你的地方，换成了随机的代号。{(words ? "你在他们的上报里写的还在，去掉了名字和号码。" : "")}";

    public override string ForgetKeptRoster => "你和你的班还在排班名单上：那是单位留的。要改，请找管理员。";

    public override string ForgetKeptChat => "我们聊天里的消息，是聊天软件存的。你再给我写，我们就从头开始。";

    public override string ForgottenCard => "这件事结束了。本人把自己的数据都删掉了。";

    public override string RemovedByAge(Moment at, int count, bool more) => Said($"到期删掉的，{Time(at)}：{count} 条。{(more ? "还有，接着删。" : "")}");

    public override string CopyComing(bool asFiles) => asFiles
        ? "正在整理你的那份数据。一分钟左右会来两个文件：一个给你看，一个给程序用。只放进你自己的网盘，不去别处。"
        : "正在整理你的那份数据。一分钟左右会一条一条发在这里。";

    public override string CopyFailed => "文件没送到。请再打一次“导出我的数据”，再收一次。";

    public override string CopySummary => "你的那份数据";

    public override string CopyOf(bool toRead) => toRead ? "存着的关于你的一切，给你看的" : "同样的内容，一点不少，给程序用的";

    public override string CopyOfFile(string kind, string? number) => number is null ? $"你没报的那份上报里的文件：{kind}" : $"你的上报 {number} 里的文件：{kind}";

    public override string CopyAsMessages(int messages, int more, bool photos) => Sentences(
    [
        $"你们单位用的 Teams，我发不了文件，你的那份数据分 {messages} 条发在这里。",
        more == 0 ? "给程序用的那一份太长，发不了。" : $"后面还有 {more} 条是给程序用的，连起来就是一个文件。",
        .. photos ? ["上报里的照片和文件，这里也发不了。"] : Array.Empty<string>(),
        .. photos || more == 0 ? ["缺的这些，请问管理员。"] : Array.Empty<string>(),
    ]);

    public override string CopyPiece(int piece, int of, bool toRead) => $"{(toRead ? "你的那份数据" : "给程序用的")}，第 {piece} 条，共 {of} 条";

    private static string Kept(int days) => Years(days) is { } years ? $"{years} 年" : $"{days} 天";
}
