using System.Collections.Frozen;
using System.Text;

namespace CheckInBot.Dialogs.People;

/// <summary>Finds colleagues whom a note names, so that nobody is asked about something that is about them. Rather one too many than one too few.</summary>
/// <remarks>
/// Chinese: the full name; the given name of two characters; for those who could be asked also the surname with a title. Latin and others:
/// the full name, or a part of at least three letters, as whole words; a part that more than two people share tells nobody apart. For those
/// who could be asked also a part of two letters that is no little word, and any part beside a title: Li, Wu and He are common names.
/// Width, case and blanks do not matter.
/// </remarks>
public static class NamedPeople
{
    private const int ShortestPart = 3;
    private const int MostWithOnePart = 2;
    private const int LongestName = 5;

    private static readonly string[] Titles =
        ["主任", "科长", "组长", "班长", "经理", "领导", "局长", "处长", "队长", "科", "局", "处", "总", "老师", "哥", "姐"];

    private static readonly string[] LatinTitles = ["mr", "mrs", "ms", "dr", "leader", "manager", "director", "boss", "head", "chief"];

    private static readonly FrozenSet<string> LittleWords = new[]
    {
        "am", "an", "as", "at", "be", "by", "do", "go", "ha", "he", "hi", "if", "in", "is", "it", "me", "my", "no", "of", "oh", "ok", "on", "or", "so", "to", "up", "us", "we",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> DoubleSurnames =
        new[] { "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "长孙", "宇文" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Ids of those named, in the order of the roster; the writer is never among them.</summary>
    /// <param name="writer">Id of who wrote it.</param>
    /// <param name="people">Everybody of the roster.</param>
    /// <param name="couldBeAsked">Whether a case of the writer could ask this person.</param>
    public static IReadOnlyList<string> In(string note, string writer, IReadOnlyList<Person> people, Func<Person, bool> couldBeAsked)
    {
        var text = Plain(note);
        var tight = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var words = Words(text);
        var runs = Runs(words);
        var shared = people.SelectMany(p => Words(Plain(p.Name)).Distinct()).CountBy(w => w).ToDictionary(StringComparer.Ordinal);
        return [.. people.Where(p => p.Id != writer && (InChinese(p) || InOthers(p))).Select(p => p.Id)];

        bool InChinese(Person p)
        {
            var name = string.Concat(Plain(p.Name).Where(IsHan));
            if (name.Length < 2)
                return false;
            var surname = SurnameOf(name)!;
            var given = name[surname.Length..];
            return tight.Contains(name, StringComparison.Ordinal)
                || (given.Length == 2 && tight.Contains(given, StringComparison.Ordinal))
                || (couldBeAsked(p) && Titles.Any(title => tight.Contains(surname + title, StringComparison.Ordinal)));
        }

        bool InOthers(Person p)
        {
            var parts = Words(Plain(p.Name));
            return (parts.Count > 1 && runs.Contains(string.Concat(parts)))
                || parts.Any(part => part.Length >= ShortestPart && shared[part] <= MostWithOnePart && runs.Contains(part))
                || (parts.Any(part => part.Length > 1 && (IsShortName(part) || HasTitle(part))) && couldBeAsked(p));
        }

        bool IsShortName(string part) => part.Length < ShortestPart && !LittleWords.Contains(part) && shared[part] <= MostWithOnePart && runs.Contains(part);

        bool HasTitle(string part) => LatinTitles.Any(title => runs.Contains(title + part) || runs.Contains(part + title));
    }

    /// <summary>The surname of a name in Chinese characters; null for any other.</summary>
    internal static string? SurnameOf(string name) =>
        name.Length >= 2 && name.All(IsHan) ? name[..(name.Length > 2 && DoubleSurnames.Contains(name[..2]) ? 2 : 1)] : null;

    /// <summary>The ids as one text of a length that tells neither how many nor how long they are, for sealing.</summary>
    public static string Write(IReadOnlyList<string> ids)
    {
        const int Block = 128;
        var text = string.Join(',', ids);
        return text.PadRight((text.Length / Block + 1) * Block);
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IEnumerable<string> Read(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Half of a pair of characters becomes a sign of its own: it cannot be normalized.
    private static string Plain(string text) => Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Words of letters and digits other than Chinese characters.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Append(' '))
        {
            if (!IsHan(c) && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark))
                word.Append(c);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }

    /// <summary>Every word, and every few words in a row without their blanks.</summary>
    private static HashSet<string> Runs(List<string> words)
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var from = 0; from < words.Count; from++)
        {
            var run = "";
            foreach (var word in words.Skip(from).Take(LongestName))
                runs.Add(run += word);
        }
        return runs;
    }

    private static bool IsHan(char c) => c is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
