using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CheckInBot.Dialogs.CheckIns;

/// <summary>Reads answers that are typed instead of tapped: a bare value answers the question just asked, a named one its own.</summary>
public static partial class TypedAnswers
{
    private static readonly FrozenDictionary<string, Question> Names = Table(
        ("压力", Question.Stress), ("stress", Question.Stress), ("心情", Question.Mood), ("mood", Question.Mood), ("发火", Question.Hostile),
        ("有人发火", Question.Hostile), ("hostile", Question.Hostile), ("休息", Question.Break), ("歇", Question.Break), ("break", Question.Break),
        ("帮忙", Question.Help), ("help", Question.Help));

    private static readonly FrozenDictionary<string, int> Moods = Table(
        ("很好", 5), ("还行", 4), ("一般", 3), ("不太好", 2), ("很差", 1), ("very good", 5), ("good", 4), ("so-so", 3), ("ok", 3), ("low", 2),
        ("very low", 1));

    private static readonly FrozenDictionary<string, bool> Yes = Table(
        ("有", true), ("歇过", true), ("是", true), ("yes", true), ("y", true), ("没有", false), ("没", false), ("没顾上", false), ("否", false),
        ("no", false), ("n", false));

    private static readonly FrozenDictionary<string, Helper> Helpers = Table(
        ("先不用", Helper.None), ("不用", Helper.None), ("没有", Helper.None), ("nobody", Helper.None), ("none", Helper.None), ("no", Helper.None),
        ("伙伴", Helper.Buddy), ("互助伙伴", Helper.Buddy), ("buddy", Helper.Buddy), ("my buddy", Helper.Buddy), ("领导", Helper.Leader),
        ("值班领导", Helper.Leader), ("leader", Helper.Leader), ("duty leader", Helper.Leader), ("咨询师", Helper.Counsellor),
        ("心理咨询师", Helper.Counsellor), ("counsellor", Helper.Counsellor), ("counselor", Helper.Counsellor));

    private static readonly FrozenSet<string> Sends = new[] { "提交", "发送", "send", "submit" }.ToFrozenSet();

    private static readonly FrozenSet<string> Skips = new[] { "跳过", "skip" }.ToFrozenSet();

    private static readonly FrozenSet<string> Laters = new[] { "晚点再问", "晚点", "later", "ask later" }.ToFrozenSet();

    private static readonly FrozenSet<string> WholeDays = new[] { "今天别再问", "not today" }.ToFrozenSet();

    private static readonly FrozenSet<string> Edits = new[] { "修改", "edit" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, bool> Shares = Table(
        ("分享", true), ("分享备注", true), ("share", true), ("share note", true), ("share the note", true), ("share my note", true), ("share it", true),
        ("不分享", false), ("不分享备注", false), ("不要分享", false), ("别分享", false), ("don't share", false), ("don’t share", false),
        ("dont share", false), ("do not share", false), ("don't share it", false), ("don’t share it", false), ("do not share it", false));

    private static readonly string[] NotePrefixes = ["备注", "note"];

    /// <summary>What typed words mean to an open check-in of <paramref name="by"/>; null when they have nothing to do with one.</summary>
    /// <param name="open">The question a bare value would answer; null when the check-in is not open.</param>
    /// <param name="tags">The policy's tags, in the order of the card.</param>
    /// <param name="sent">When they were sent; null where that is not known.</param>
    public static FlowEvent? Read(string plain, string by, Question? open, IReadOnlyList<string> tags, DateTimeOffset? sent = null)
    {
        if (Sends.Contains(plain))
            return new TypedSend(by);
        if (Skips.Contains(plain))
            return new Skip(by, false);
        if (WholeDays.Contains(plain))
            return new Skip(by, true);
        if (Laters.Contains(plain))
            return new AskLater(by);
        if (Edits.Contains(plain))
            return new Edit(by);
        if (Shares.TryGetValue(plain.TrimEnd('.', '。', '!'), out var share))
            return new Typed(by, new()) { Share = share };
        var reasons = TypedReasons.In(plain, tags);
        if (reasons is { Tags: null })
            return NotUnderstood(by, open, plain, reasons);
        var part = new Answer { Tags = reasons?.Tags ?? "" };
        var rest = Named().Replace(reasons?.Rest ?? plain, m =>
        {
            var answered = Value(Names[m.Groups[1].Value], m.Groups[2].Value);
            if (answered is null)
                return m.Value;
            part = part.With(answered);
            return "";
        });
        if ((reasons is not null || !part.IsEmpty) && string.IsNullOrWhiteSpace(rest.Trim(',', '，', ';', '、', ' ', '.', '。')))
            return new Typed(by, part) { NoTags = reasons is { Tags: "" } };
        if (open is { } question && Value(question, plain) is { } bare)
            return new Typed(by, bare) { Bare = sent is { } at ? (question, at) : null };
        return NotUnderstood(by, open, plain, reasons);
    }

    /// <summary>What a value alone answers to a question; null when it answers nothing of it.</summary>
    public static Answer? Bare(string plain, Question question) => Value(question, plain);

    /// <summary>A helper's name and nothing else, typed to a receipt that offers one; null for anything else.</summary>
    public static OfferAccepted? ToOffer(string plain, string by) =>
        Read(plain, by, Question.Help, []) is Typed { Part: { Help: Helper.Buddy or Helper.Leader or Helper.Counsellor } part } && part == new Answer { Help = part.Help }
            ? new(by, part.Help)
            : null;

    /// <summary>The note in "note: ..." or "备注 ...", or null.</summary>
    public static string? Note(string text)
    {
        var trimmed = text.Trim();
        foreach (var prefix in NotePrefixes)
        {
            if (trimmed.Length > prefix.Length + 1 && trimmed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (trimmed[prefix.Length] is ':' or '：' || char.IsWhiteSpace(trimmed[prefix.Length])))
                return trimmed[(prefix.Length + 1)..].Trim() is { Length: > 0 } note ? note : null;
        }
        return null;
    }

    /// <summary>Short words, and those that begin with the reasons, were meant for the open check-in; a longer text was perhaps not.</summary>
    private static Typed? NotUnderstood(string by, Question? open, string plain, Reasons? reasons) =>
        open is not null && (plain.Length <= 12 || reasons is { NamedFirst: true }) ? new Typed(by, null) : null;

    private static Answer? Value(Question question, string word)
    {
        word = word.Trim().TrimEnd('.', '。', '!');
        int? number = int.TryParse(word.TrimEnd('次', '分'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
        return question switch
        {
            Question.Stress when number is >= 1 and <= 5 => new() { Stress = number },
            Question.Mood when number is >= 1 and <= 5 => new() { Mood = number },
            Question.Mood when Moods.TryGetValue(word, out var mood) => new() { Mood = mood },
            Question.Hostile when number is >= 0 => new() { Hostile = number switch { 0 => 0, 1 => 1, 2 or 3 => 2, _ => 4 } },
            Question.Hostile when word is "2-3" => new() { Hostile = 2 },
            Question.Hostile when word is "4+" => new() { Hostile = 4 },
            Question.Hostile when Yes.TryGetValue(word, out var any) && !any => new() { Hostile = 0 },
            Question.Hostile when word is "none" => new() { Hostile = 0 },
            Question.Hostile when word is "once" => new() { Hostile = 1 },
            Question.Break when Yes.TryGetValue(word, out var rested) => new() { Break = rested },
            Question.Help when Helpers.TryGetValue(word, out var helper) => new() { Help = helper },
            _ => null,
        };
    }

    private static FrozenDictionary<string, T> Table<T>(params (string Word, T Means)[] entries) =>
        entries.ToFrozenDictionary(e => e.Word, e => e.Means, StringComparer.Ordinal);

    [GeneratedRegex(@"(有人发火|压力|心情|发火|休息|歇|帮忙|stress|mood|hostile|break|help)\s*[:=]?\s*(very good|very low|my buddy|duty leader|[^\s,，;、:=]+)[\s,，;、]*", RegexOptions.None, 5000)]
    private static partial Regex Named();
}
