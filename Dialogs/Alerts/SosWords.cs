using System.Text.RegularExpressions;

namespace CheckInBot.Dialogs.Alerts;

/// <summary>Typed words that call for people: <c>sos</c> or <c>紧急</c> asks for one confirming tap, with an exclamation mark it calls at once.</summary>
/// <param name="AtOnce">No confirming tap.</param>
/// <param name="More">What was typed behind the word; only whom it names is kept. Null when there was nothing.</param>
public sealed partial record SosWords(bool AtOnce, Written? More)
{
    /// <summary>Longest words that are read, in characters; of more, the beginning. A call stays one however much stands behind it.</summary>
    private const int Longest = 2000;

    /// <summary>Null for any other words.</summary>
    public static SosWords? Parse(string? text)
    {
        text = text?.Length > Longest ? text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] : text;
        var plain = Commands.Plain(text);
        if (Commands.Parse(text) == Command.Sos && !Called().IsMatch(plain))
            return new(false, null);
        var match = Called().Match(plain);
        if (!match.Success)
            return null;
        var more = match.Groups["more"].Value.Trim([' ', ',', '.', ';', ':', '。', '、', '~', '!']);
        return new(match.Groups["now"].Success, more.Length == 0 ? null : new Written(more));
    }

    // "紧急情况" is not a call, "紧急！有人砸东西" is one.
    [GeneratedRegex(@"^(sos|紧急)(?<now>\s?!+)?(?<more>(?<=!).*|[\s,.;:。、~]+.*)?$", RegexOptions.Singleline, 5000)]
    private static partial Regex Called();
}
