using System.Globalization;
using System.Text.RegularExpressions;

namespace CheckInBot.Dialogs.CheckIns;

/// <summary>Reads reasons that are typed: by key, by number in the card's order, or by the words of the card.</summary>
internal static partial class TypedReasons
{
    /// <summary>How people say the reasons that the cards have words for; a policy's own ones are known by key and number.</summary>
    private static readonly (string Key, string[] Words)[] Known =
    [
        ("queue", ["人多", "人太多", "排队", "排长队", "人多排队", "crowd", "crowds", "queue", "queues"]),
        ("notUnderstood", ["不被理解", "不理解", "没人理解", "怎么解释都不被理解", "heard", "not heard", "unheard", "not understood", "without being heard", "explaining without being heard"]),
        ("rules", ["政策", "材料", "说不通", "政策说不通", "材料说不通", "政策或材料", "政策或材料说不通", "rule", "rules", "rules that do not fit", "rules that do not fit the case"]),
        ("system", ["系统", "设备", "系统卡", "系统慢", "设备坏", "设备坏了", "system", "slow system", "device", "broken device"]),
        ("shortStaffed", ["人手", "人手不够", "人手不足", "缺人", "few", "too few", "too few of us", "short staffed", "short-staffed"]),
        ("mistake", ["出错", "怕出错", "mistake", "mistakes", "a mistake", "afraid of a mistake"]),
    ];

    private static readonly string[] NoneAtAll = ["没有", "都没有", "无", "none", "nothing", "no"];

    private static readonly string[] Between = [" ", ",", ";", "、", ".", "。", "/", "&", "+", "和", "and"];

    /// <summary>The named reasons in plain words; null when none are named.</summary>
    /// <param name="tags">The policy's tags, in the order of the card.</param>
    public static Reasons? In(string plain, IReadOnlyList<string> tags)
    {
        var name = Name().Match(plain);
        if (!name.Success)
            return null;
        var before = plain[..name.Index];
        var after = plain[(name.Index + name.Length)..];
        var words = WordsOf(tags);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        var at = Past(Between, after, 0);
        while (Longest(words.Keys, after, at) is { } word)
        {
            chosen.Add(words[word]);
            at = Past(Between, after, at + word.Length);
        }
        if (chosen.Count == 0 && Longest(NoneAtAll, after, at) is { } none)
            return new("", $"{before} {after[(at + none.Length)..]}", name.Index == 0);
        return new(chosen.Count == 0 ? null : string.Join(',', tags.Where(chosen.Contains)), $"{before} {after[at..]}", name.Index == 0);
    }

    private static Dictionary<string, string> WordsOf(IReadOnlyList<string> tags)
    {
        // Keys stand first: an organisation's own key means itself.
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags)
            words.TryAdd(Commands.Plain(tag), tag);
        foreach (var (i, tag) in tags.Index())
            words.TryAdd((i + 1).ToString(CultureInfo.InvariantCulture), tag);
        foreach (var (key, known) in Known.Where(k => tags.Contains(k.Key)))
        {
            foreach (var word in known)
                words.TryAdd(word, key);
        }
        return words;
    }

    /// <summary>The longest of the words that stands here as a whole.</summary>
    private static string? Longest(IEnumerable<string> words, string text, int at) =>
        words.Where(w => string.CompareOrdinal(text, at, w, 0, w.Length) == 0 && EndsThere(text, at + w.Length)).MaxBy(w => w.Length);

    private static int Past(string[] words, string text, int at)
    {
        while (Longest(words, text, at) is { } word)
            at += word.Length;
        return at;
    }

    /// <summary>Chinese words follow each other without a gap; letters and digits go on.</summary>
    private static bool EndsThere(string text, int end) =>
        end >= text.Length || !IsLatin(text[end - 1]) || !IsLatin(text[end]);

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    [GeneratedRegex(@"(?:原因|(?<![a-z0-9])reasons?(?![a-z0-9]))\s*[:=]?", RegexOptions.None, 5000)]
    private static partial Regex Name();
}

/// <summary>Reasons named in typed words.</summary>
/// <param name="Tags">Keys in the policy's order, comma-separated; empty when there are said to be none, null when they were not understood.</param>
/// <param name="Rest">All the other words.</param>
/// <param name="NamedFirst">The words begin with them.</param>
internal sealed record Reasons(string? Tags, string Rest, bool NamedFirst);
