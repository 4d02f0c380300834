using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace CheckInBot.Dialogs;

/// <summary>What a person can type; the words are part of the public surface.</summary>
public enum Command
{
    Help,
    CheckIn,
    Person,
    MyData,

    /// <summary>A copy of everything that is kept about the person.</summary>
    ExportData,

    /// <summary>Everything that is kept about the person is deleted; they are asked once.</summary>
    ForgetMe,
    Language,

    /// <summary>A report of a hostile visitor.</summary>
    Report,

    /// <summary>People are called after one confirming tap; see <see cref="Alerts.SosWords"/> for what calls at once.</summary>
    Sos,

    /// <summary>How to calm a visitor.</summary>
    Calm,

    /// <summary>To breathe for a minute.</summary>
    Breathe,

    /// <summary>Somebody stands in at the post for a while.</summary>
    Cover,

    /// <summary>The same, at once and for ten minutes.</summary>
    TenMinutes,

    /// <summary>The peak post is called.</summary>
    Reinforce,

    /// <summary>Where and when incidents gather; for leaders and hall leaders.</summary>
    HotSpots,

    /// <summary>Whom the bot cannot reach; for administrators.</summary>
    Unreachable,

    /// <summary>How the program and what it watches stand; for administrators.</summary>
    Status,

    /// <summary>My duties, my swaps, and a new one.</summary>
    Swap,

    /// <summary>Who of the team works when this week.</summary>
    Week,

    /// <summary>The same of the week after.</summary>
    NextWeek,
    /// <summary>The person is away; behind it until when, see <see cref="Absences.LeaveWords"/>.</summary>
    Leave,

    /// <summary>The person is back before their leave is over.</summary>
    BackFromLeave,

    /// <summary>Makes a channel the team's; understood there only, see <see cref="Channels.BindWords"/>.</summary>
    Bind,
}

/// <summary>Reads typed commands. Case, width, a leading slash, a mention of the bot and closing punctuation do not matter.</summary>
public static partial class Commands
{
    private static readonly FrozenDictionary<string, Command> Words = new Dictionary<string, Command>(StringComparer.Ordinal)
    {
        ["help"] = Command.Help,
        ["帮助"] = Command.Help,
        ["check in"] = Command.CheckIn,
        ["checkin"] = Command.CheckIn,
        ["check-in"] = Command.CheckIn,
        ["签到"] = Command.CheckIn,
        ["person"] = Command.Person,
        ["找人"] = Command.Person,
        ["i need a person now"] = Command.Person,
        ["现在想找个人"] = Command.Person,
        ["我想找个人"] = Command.Person,
        ["想找个人"] = Command.Person,
        ["想找人"] = Command.Person,
        ["我要找人"] = Command.Person,
        ["帮帮我"] = Command.Person,
        ["need a person"] = Command.Person,
        ["i need a person"] = Command.Person,
        ["i need someone"] = Command.Person,
        ["i need help"] = Command.Person,
        ["talk to someone"] = Command.Person,
        ["help me"] = Command.Person,
        ["求助"] = Command.Sos,
        ["救命"] = Command.Sos,
        ["sos"] = Command.Sos,
        ["紧急"] = Command.Sos,
        ["calm"] = Command.Calm,
        ["calm down"] = Command.Calm,
        ["缓和"] = Command.Calm,
        ["稳住"] = Command.Calm,
        ["breathe"] = Command.Breathe,
        ["breath"] = Command.Breathe,
        ["呼吸"] = Command.Breathe,
        ["深呼吸"] = Command.Breathe,
        ["my data"] = Command.MyData,
        ["我的数据"] = Command.MyData,
        ["export my data"] = Command.ExportData,
        ["my data export"] = Command.ExportData,
        ["download my data"] = Command.ExportData,
        ["导出我的数据"] = Command.ExportData,
        ["我的数据导出"] = Command.ExportData,
        ["下载我的数据"] = Command.ExportData,
        ["delete my data"] = Command.ForgetMe,
        ["delete all my data"] = Command.ForgetMe,
        ["delete everything"] = Command.ForgetMe,
        ["forget me"] = Command.ForgetMe,
        ["删除我的数据"] = Command.ForgetMe,
        ["删掉我的数据"] = Command.ForgetMe,
        ["hot spots"] = Command.HotSpots,
        ["hotspots"] = Command.HotSpots,
        ["热点"] = Command.HotSpots,
        ["unreachable"] = Command.Unreachable,
        ["联系不上"] = Command.Unreachable,
        ["status"] = Command.Status,
        ["状态"] = Command.Status,
        ["cover"] = Command.Cover,
        ["cover me"] = Command.Cover,
        ["顶班"] = Command.Cover,
        ["帮我顶班"] = Command.Cover,
        ["帮我顶一下"] = Command.Cover,
        ["顶一下"] = Command.Cover,
        ["ten minutes"] = Command.TenMinutes,
        ["10 minutes"] = Command.TenMinutes,
        ["10 min"] = Command.TenMinutes,
        ["十分钟"] = Command.TenMinutes,
        ["10分钟"] = Command.TenMinutes,
        ["10 分钟"] = Command.TenMinutes,
        ["reinforce"] = Command.Reinforce,
        ["reinforcement"] = Command.Reinforce,
        ["call reinforcement"] = Command.Reinforce,
        ["增援"] = Command.Reinforce,
        ["叫增援"] = Command.Reinforce,
        ["swap"] = Command.Swap,
        ["换班"] = Command.Swap,
        ["my shifts"] = Command.Swap,
        ["我的班"] = Command.Swap,
        ["week"] = Command.Week,
        ["this week"] = Command.Week,
        ["team week"] = Command.Week,
        ["本周"] = Command.Week,
        ["这周"] = Command.Week,
        ["next week"] = Command.NextWeek,
        ["下周"] = Command.NextWeek,
        ["on leave"] = Command.Leave,
        ["leave"] = Command.Leave,
        ["休假"] = Command.Leave,
        ["请假"] = Command.Leave,
        ["back from leave"] = Command.BackFromLeave,
        ["back at work"] = Command.BackFromLeave,
        ["end my leave"] = Command.BackFromLeave,
        ["end leave"] = Command.BackFromLeave,
        ["i am back"] = Command.BackFromLeave,
        ["i'm back"] = Command.BackFromLeave,
        ["im back"] = Command.BackFromLeave,
        ["销假"] = Command.BackFromLeave,
        ["休假结束"] = Command.BackFromLeave,
        ["结束休假"] = Command.BackFromLeave,
        ["我回来了"] = Command.BackFromLeave,
        ["回来上班"] = Command.BackFromLeave,
        ["report"] = Command.Report,
        ["上报"] = Command.Report,
        ["language"] = Command.Language,
        ["语言"] = Command.Language,
        ["bind"] = Command.Bind,
        ["绑定"] = Command.Bind,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The command, or null for any other text.</summary>
    public static Command? Parse(string? text)
    {
        var plain = Plain(text);
        return Words.TryGetValue(plain, out var command) || Words.TryGetValue(plain.TrimEnd('.', '!', '?', '。'), out command)
            ? command
            : null;
    }

    /// <summary>The words as they are compared: without mention and slash, in compatibility form, lower case, single spaces.</summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 4000)
            return "";
        // Half of a pair of characters becomes a sign of its own: it cannot be normalized.
        text = Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
        var plain = Mention().Replace(text, " ").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Blanks().Replace(plain, " ").Trim().TrimStart('/').TrimStart();
    }

    [GeneratedRegex("<at>.*?</at>", RegexOptions.IgnoreCase | RegexOptions.Singleline, 5000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"[\s\u200B-\u200F\u2060\uFEFF]+", RegexOptions.None, 5000)]
    private static partial Regex Blanks();
}
