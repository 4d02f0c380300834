using System.Globalization;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string RosterTitle(RosterOfferPhase phase) => phase switch
    {
        RosterOfferPhase.Faulty => "表格里有地方要改",
        RosterOfferPhase.Ready => "这些表格可以导入",
        RosterOfferPhase.Same => "和现在的一样，不用导入",
        RosterOfferPhase.Done => "已经导入",
        RosterOfferPhase.Discarded => "没有导入，表格已经删掉",
        _ => "表格放得太久，已经删掉，请再发一次",
    };

    public override string RosterNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"第 {number} 次");

    public override string RosterAnew => "您看过以后，排班又变了。现在是这样，请再看一遍。";

    public override string RosterNothingChanged(int faults) => string.Create(CultureInfo.InvariantCulture, $"有 {faults} 处，什么都没有改。");

    public override string RosterWhere(PlainText file, int line, PlainText column, bool stored) =>
        string.Create(CultureInfo.InvariantCulture, $"{(stored ? "上次导入的 " : "")}{file}{(line > 0 ? $" 第 {line} 行" : "")}{(column.ToString().Length > 0 ? $"，{column} 列" : "")}");

    public override string RosterFault(PlainText problem, PlainText remedy) => $"{problem}。{remedy}";

    public override string RosterSendAgain => "改好了再发给我。";

    public override string RosterCounts(RosterListNews list) => string.Create(
        CultureInfo.InvariantCulture, $"{Kind(list.Kind)}：新增 {list.New}，改动 {list.Changed}，去掉 {list.Gone}，不变 {list.Same}");

    public override string RosterSpan(PlainText team, int count, string from, string to) =>
        string.Create(CultureInfo.InvariantCulture, $"{team}：{count} 个班，{from} 到 {to}");

    public override string RosterJoined(IReadOnlyList<PlainText> names, int all) => $"新来的：{Several(names, all)}";

    public override string RosterLeft(IReadOnlyList<PlainText> names, int all) => $"不在表里的：{Several(names, all)}";

    public override string RosterSwaps(int count) => string.Create(CultureInfo.InvariantCulture, $"有 {count} 个班已经换过，表格里写的不一样：");

    public override string RosterClash(string day, PlainText holder, PlainText planned, string listed) => $"{day}：{planned} 的班现在由 {holder} 上；{listed}";

    public override string RosterOtherTime => "表格里时间不同";

    public override string RosterOther(PlainText wanted) => $"表格里写的是 {wanted}";

    public override string RosterNoMore => "表格里没有这个班了";

    public override string RosterSwapsLabel => "换过的班怎么办？";

    public override string RosterKeep => "保留换班，其余导入";

    public override string RosterRevert => "按表格来，换班作废";

    public override string RosterWaits => "24 小时内有效，点之前什么都不会改。";

    public override string RosterApply => "导入";

    public override string RosterDiscard => "先不导入";

    public override string RosterNotYours => "人员、排班的表格只有管理员能导入，这份没有存。要改排班，请找管理员。";

    public override string RosterNotFetched => "表格没收到，或者超过了 20 MB，请再发一次。";

    public override string RosterUnknown => "没认出是哪张表。第一行要有列名，跟原来的表一样；同一张表一次只发一份。";

    public override string RosterChoose => "先选一下换过的班怎么办。";

    public override string RosterBusy => "刚好有人也在改排班，这次没有导入。请再点一次。";

    private static string Kind(RosterListKind kind) => kind switch
    {
        RosterListKind.Teams => "班组",
        RosterListKind.People => "人员",
        RosterListKind.Shifts => "班次",
        _ => "请假",
    };

    private string Several(IReadOnlyList<PlainText> names, int all) =>
        Listed(names.Select(n => n.ToString())) + (all > names.Count ? string.Create(CultureInfo.InvariantCulture, $"等 {all} 人") : "");
}
