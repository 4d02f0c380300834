using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Incidents;

public static partial class Redaction
{
    /// <summary>A longer one has no surname: it is another language's, written in Chinese characters.</summary>
    private const int LongestChineseName = 4;

    private static readonly string[] LatinTitles = ["mr", "mrs", "ms", "miss", "dr", "boss", "manager", "director"];

    /// <summary>Behind a surname; the longer first.</summary>
    private static readonly string[] Behind =
    [
        "副主任", "主任", "科长", "股长", "组长", "班长", "经理", "领导", "局长", "处长", "队长", "所长", "站长", "警官", "老师", "师傅", "大姐", "大哥", "阿姨", "叔叔", "先生", "女士", "小姐", "同志", "医生", "护士",
        "总", "科", "局", "处", "队", "所", "工", "哥", "姐", "叔", "姨", "妹", "弟", "嫂", "爷", "老",
    ];

    /// <summary>Ordinary words that look like a surname with a form of address.</summary>
    private static readonly string[] Ordinary =
    [
        "小时", "小区", "小计", "小心", "小学", "小米", "小麦", "小车", "小于", "小康", "小白", "老师", "老家", "老本", "老林", "何处", "高处", "时局", "施工", "公安局", "治安处", "金总额", "金总数", "金总计",
        "高工资", "高科技", "双方领导", "对方领导", "大小姐", "时总", "易处", "全局", "平方", "东方", "包工", "方所", "任何处", "安老", "养老", "方处",
    ];

    /// <summary>A name wherever it stands; one in Latin letters as whole words, and its parts of three letters and more too.</summary>
    private static IEnumerable<(int From, int To)> Named(string text, IEnumerable<string> names)
    {
        foreach (var name in names.SelectMany(Parts).Distinct(StringComparer.Ordinal))
        {
            var latin = char.IsAsciiLetterOrDigit(name[0]);
            for (var at = text.IndexOf(name[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(name[0], at + 1))
            {
                var end = EndOf(name, text, at);
                if (end > at && (!latin || ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))))
                    yield return (at, end);
            }
        }
    }

    /// <summary>小李, 老王, 李姐, 王主任: the surname of a colleague with a form of address. Everybody of that surname goes with them.</summary>
    private static IEnumerable<(int From, int To)> Addressed(string text, IEnumerable<string> names)
    {
        var ordinary = Ordinary.SelectMany(word => Places(text, word)).ToList();
        foreach (var surname in names.Where(n => n.Length <= LongestChineseName).Select(n => NamedPeople.SurnameOf(Folded.Of(n).Plain.Trim())).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            foreach (var (from, to) in Places(text, surname))
            {
                var (start, end) = (from, to);
                if (from > 0 && text[from - 1] is '小' or '老' or '阿' or '大')
                    start--;
                end = Behind.Where(title => text.AsSpan(to).StartsWith(title, StringComparison.Ordinal)).Select(title => to + title.Length).DefaultIfEmpty(to).First();
                if ((start < from || end > to) && !ordinary.Exists(o => o.From < end && start < o.To))
                    yield return (start, end);
            }
        }
    }

    private static IEnumerable<(int From, int To)> Places(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            yield return (at, at + word.Length);
    }

    /// <summary>Where the name that begins there ends; -1 where it is none. Blanks, dots and hyphens may stand between Chinese characters and between the parts of other names.</summary>
    private static int EndOf(string name, string text, int at)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (name[i] is ' ' || name[i] >= '\u3400'))
            {
                var behind = at;
                while (behind < text.Length && behind - at < LongestBlankRun && text[behind] is ' ' or '-' or '.' or '·' or '_')
                    behind++;
                at = behind;
            }
            if (name[i] is ' ')
                continue;
            if (at >= text.Length || text[at] != name[i])
                return -1;
            at++;
        }
        return at;
    }

    private static IEnumerable<string> Parts(string name)
    {
        var plain = Folded.Of(name).Plain.Trim();
        if (plain.Length < 2)
            yield break;
        yield return plain;
        foreach (var part in plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length >= 2 && char.IsAsciiLetter(p[0])))
        {
            if (part.Length >= 3)
                yield return part;
            // Li alone may be a word or a beginning; Mr Li is somebody.
            foreach (var title in LatinTitles)
                yield return $"{title} {part}";
        }
        // 李小明 is called 小明.
        if (NamedPeople.SurnameOf(plain) is { } surname && plain.Length - surname.Length >= 2)
            yield return plain[surname.Length..];
    }
}
