using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string WhoLooked => "谁看过";

    public override string NobodyLooked => "你的东西还没有人看过。";

    public override string LookLine(Moment at, string who, string number, string what, string why) =>
        Said($"{Time(at)} · {who}{(number.Length == 0 ? "" : $" · {number}")}：{what}（{why}）");

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
}
