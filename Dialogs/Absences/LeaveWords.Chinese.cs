using System.Text.RegularExpressions;

namespace CheckInBot.Dialogs.Absences;

public static partial class LeaveWords
{
    private static LeaveSaid? InChinese(string plain, DateOnly today)
    {
        var tight = plain.Replace(" ", "", StringComparison.Ordinal);
        tight = Around().Replace(tight, "");
        if (Commands.Parse(tight) is { } command)
            return command switch { Command.Leave => new LeaveSaid.Away(), Command.BackFromLeave => new LeaveSaid.Back(), _ => null };
        var match = Sentence().Match(tight);
        if (!match.Success)
            return null;
        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        if (before.Length == 0 && after.Length == 0)
            return new LeaveSaid.Away();
        // The days stand before the word, behind it, or on both sides of it: all of it in their order is "from … until …".
        var days = Days().Match(before + "|" + after);
        if (days.Success)
            return Of(days.Groups["from"] is { Success: true, Value: var from } ? from : null, days.Groups["to"].Value, today);
        if (after.Length == 0 && LeaveDay.Read(before, today, null) is not null)
            return OneDay(before, today);
        // "可以请假吗" is a question, "休假到哪天" is not clear.
        return before.Length == 0 || before[0] == '从' || after.StartsWith('到') ? new LeaveSaid.Unclear(LeaveGap.Unread) : null;
    }

    // Whoever is polite, or says it of themselves, says the same.
    [GeneratedRegex(@"^(我|本人|想|要|准备|已经|现在|正在|在)+|(了|啦|吧|谢谢)+$", RegexOptions.None, 5000)]
    private static partial Regex Around();

    [GeneratedRegex(@"^(?<before>[^假]*?)(休|请|放)(年|病|事|婚|产|陪产|探亲)?假(?<after>.*)$", RegexOptions.None, 5000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(从?(?<from>[^|从到至]+?)(起|开始)?)?\|?从?(直到|到|至)(?<to>[^|到至]+?)(为止|止)?\|?$|^\|从?(?<from>[^|从到至]+?)(起|开始)?(到|至)(?<to>[^|到至]+?)(为止|止)?$", RegexOptions.None, 5000)]
    private static partial Regex Days();
}
