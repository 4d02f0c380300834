using Fault = CheckInBot.Dialogs.Rosters.ListFault;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    private const string SaveAsUtf8 = "请在表格软件里另存为“CSV UTF-8（逗号分隔）”，再发一次。";
    private const string WriteAnId = "编号用 1 到 64 个英文字母、数字、-、_ 或英文句点，定了就不要再改。";
    private const string MoveOne = "请改一下时间，或者删掉其中一个。";
    private const string InPeople = "请写 people.csv 里有的编号。";
    private const string KeepTheLine = "请把这一行留着，或者在 shifts.csv 里把这个班给别人。";

    public override (string Problem, string Remedy) ListFault(Fault fault, IReadOnlyList<string> values) => fault switch
    {
        Fault.FileMissing => ("没有这个文件", $"请放到 {values[0]}，或者在 Org:Folder 里换一个文件夹。"),
        Fault.FileClosed => ("文件打不开", "请让运行机器人的账号能读它，别的程序开着它的话先关掉。"),
        Fault.NoLists => ($"文件夹里没有这些表：{values[0]}", "请写放表格的那个文件夹。"),
        Fault.NoText => ("这不是文本，或者是没有标记的 UTF-16", SaveAsUtf8),
        Fault.BrokenUtf16 => ("开头是 UTF-16，后面坏了", SaveAsUtf8),
        Fault.Utf16 => ("这是 UTF-16，不是 UTF-8", SaveAsUtf8),
        Fault.NotUtf8 => ("这不是 UTF-8（中文 Windows 的表格软件不选的话会存成 GBK）", SaveAsUtf8),
        Fault.UnknownEncoding => ("既不是 UTF-8，也不是 GB18030（GBK），认不出来", SaveAsUtf8),
        Fault.UncertainEncoding => ("这不是 UTF-8，没有列名，认不准是什么编码", $"第一行请写列名：{values[0]}。{SaveAsUtf8}"),
        Fault.WesternLetters => ("这不是 UTF-8，像是带符号的西文字母，认不准是什么编码", SaveAsUtf8),
        Fault.Empty => ("文件是空的", $"第一行请写列名：{values[0]}。"),
        Fault.Semicolons => ("格子之间用的是分号", "请存成用英文逗号分隔的。"),
        Fault.ColumnMissing => ("少了这一列", $"第一行请写列名：{values[0]}。"),
        Fault.ColumnTwice => ("这一列有两个", "请删掉一个。"),
        Fault.Quotes => ("引号的位置不对，或者没有成对", "请把引号加在整个格子两边，里面的引号写两个。"),
        Fault.Cells => ($"这一行有 {values[0]} 格，列名有 {values[1]} 个", "一列写一格；格子里有逗号，就给整格加引号。"),
        Fault.TooMany => ("要改的地方太多，后面的没有再读", "请先改好这些。"),
        Fault.NoId => ("编号是空的，或者有不能用的字", WriteAnId),
        Fault.TeamTwice => (Twice(values), "每个班组用一个自己的编号。"),
        Fault.PersonTwice => (Twice(values), "每个人用一个自己的编号。"),
        Fault.ShiftTwice => (Twice(values), "每个班用一个自己的编号。"),
        Fault.UnknownPerson => ($"不认识这个人{Quoted(values[0])}", "请写 people.csv 里有的编号，或者先把人加进去。"),
        Fault.UnknownTeam => ($"不认识这个班组{Quoted(values[0])}", "请写 teams.csv 里有的编号，或者先把班组加进去。"),
        Fault.NoTeam => ("一个班组都没有", "一个班组写一行。"),
        Fault.TeamNameEmpty => ("名称是空的", "请写大家在卡片上看到的名称。"),
        Fault.UnknownProfile => ($"不认识这个地区{Quoted(values[0])}", "请写 CN 或 EU。"),
        Fault.NoHallId => ("大厅的编号里有不能用的字", WriteAnId),
        Fault.HallTwoWays => ($"大厅 {values[0]} 在第 {values[2]} 行写成了 {values[1]}", "同一个大厅，每一行写法要一样。"),
        Fault.UnknownZone => ($"不认识这个时区{Quoted(values[0])}", values[1].Length > 0 ? $"请写 {values[1]}。" : "请写像 Asia/Shanghai 这样的名称。"),
        Fault.Nobody => ("一个人都没有", "一个人写一行。"),
        Fault.NameEmpty => ("姓名是空的", "请写同事们平时写的姓名。"),
        Fault.NoAddress => ("邮箱里没有 @", "请改一下，或者空着。"),
        Fault.ObjectIdEmpty => ("账号的对象 ID 是空的，认不出是谁", "请从通讯录里把对象 ID 复制过来。"),
        Fault.ObjectIdTwice => ($"对象 ID 和第 {values[0]} 行的一样", "一个账号只能是一个人，请改其中一行。"),
        Fault.UnknownLanguage => ($"不认识这个语言{Quoted(values[0])}", "请写 zh-CN 或 en。"),
        Fault.UnknownHall => ($"不认识这个大厅{Quoted(values[0])}", "请写 teams.csv 里有的大厅；空着就跟班组一样。"),
        Fault.NoRole => ("没有写角色", WriteRoles(values)),
        Fault.UnknownRole => ($"不认识这个角色{Quoted(values[1])}", WriteRoles(values)),
        Fault.OwnStandIn => ("自己不能替自己", "请写一位同事的编号，或者空着。"),
        Fault.UnknownStandIn => ($"不认识替岗的人{Quoted(values[0])}", "请写 people.csv 里有的编号，或者空着。"),
        Fault.NoTime => ($"{Quoted(values[0])} 不是日期和时间".TrimStart(), "请写当地的日期和时间，像 2026-11-23T08:30。"),
        Fault.NoDate => ($"{Quoted(values[0])} 不是日期".TrimStart(), "请写日期，像 2026-11-23。"),
        Fault.WrongOffset => ($"在 {values[0]}，{values[1]} 的时差不是 {values[2]}", "请去掉时差，或者写当时的时差。"),
        Fault.TimeSkipped => ($"在 {values[0]} 没有 {values[1]} 这个时间，钟在这时往前拨", $"请写 {values[2]}，这是往后第一个有的时间；也可以写早一点的。"),
        Fault.TimeTwice => ($"在 {values[0]}，{values[1]} 这个时间有两次，钟在这时往回拨", $"第一次请写 {values[2]}，第二次请写 {values[3]}。"),
        Fault.NoDays => ("这不是重复的日子", "请写 D-7..D+14；只算几天的话，写 D-7..D+14 mon tue fri。"),
        Fault.SharedId => ("这一行会重复，几个班会用同一个编号", "请在编号里写 {date}，它会变成每个班的日期。"),
        Fault.FixedDate => ("这一行会重复，时间却写了固定的日期", "开始和结束请写成 D+0T08:30，或者不要重复。"),
        Fault.LongPost => ($"岗位超过 {values[0]} 个字", "请写短一点。"),
        Fault.EndsBeforeStart => ("结束不晚于开始", "请改一下时间；跨过半夜的班，结束写第二天的日期。"),
        Fault.LongShift => ("这个班超过 24 小时", "请分成几个班写。"),
        Fault.Overlap => ($"{values[0]} 和第 {values[2]} 行的 {values[1]} 是同一个人的班，时间重了", MoveOne),
        Fault.OverlapsStaying => ($"{values[0]} 和排班里留着的 {values[1]} 是同一个人的班，时间重了", MoveOne),
        Fault.IdOfThePast => ($"编号 {values[0]} 是 {values[1]} 结束的一个班的", "每个班用一个自己的编号，隔了几个月也不要重复用。"),
        Fault.GoneWithShift => ($"{values[0]} 不在表里了，但还有留着的班 {values[1]}", KeepTheLine),
        Fault.TeamGoneWithShift => ($"班组 {values[0]} 不在表里了，但还有留着的班 {values[1]}", KeepTheLine),
        Fault.NoKind => ("没有写是什么假", "请写一个词，像 annual、sick 或 training。"),
        Fault.LastDayFirst => ("最后一天比第一天早", "请改一下日期；只请一天，两列写同一天。"),
        Fault.UnknownContact => ($"紧急联系人{Quoted(values[0])} 不在名单里", InPeople),
        Fault.UnknownNamed => ($"这个人{Quoted(values[0])} 不在名单里", InPeople),
        Fault.NoNumbers => ($"有班组的地区是 {values[0]}，这里却没有它的电话", "请补上 emergency、support、verifiedOn 和 source。"),
        Fault.UnknownPost => ("没有人、也没有班在这个岗位", "请写 people.csv 或 shifts.csv 里有的岗位。"),
        Fault.UnknownSkill => ($"没有人会{Quoted(values[0])}", "请写 people.csv 里有的技能。"),
        Fault.NothingImported => ("还没有导入过", "没有可以撤回的。"),
        Fault.TakenBack => ($"上一次就是撤回第 {values[0]} 次导入", "请直接导入想要的表格。"),
        Fault.ChangedSince => ($"导入以后，这些班又改过：{values[0]}", "请先把它们改回去，或者直接导入想要的表格。"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static string Twice(IReadOnlyList<string> values) => $"编号 {values[0]} 在第 {values[1]} 行已经有了";

    private static string WriteRoles(IReadOnlyList<string> values) => $"请写其中一个或几个，用英文分号隔开：{values[0]}。";

    private static string Quoted(string written) => written.Length > 0 ? " " + written : "";
}
