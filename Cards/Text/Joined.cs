using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CheckInBot.Cards;

/// <summary>
/// A Chinese sentence with names and times in it: a space stands where a name in another script touches a Chinese character, and none
/// between two Chinese characters. Only the seams are looked at, so nobody's own words are changed.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct Joined(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (formattedCount * 8));

    public void AppendLiteral(string value) => Add(value);

    public void AppendFormatted(string? value) => Add(value ?? "");

    public void AppendFormatted(PlainText value) => Add(value.ToString());

    public void AppendFormatted(int value) => Add(value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();

    private void Add(string next)
    {
        if (text.Length > 0 && next.Length > 0 && NeedSpace(text[^1], next[0]))
            text.Append(' ');
        // "到 17:20", but "到周二 17:20".
        if (text.Length > 1 && text[^1] is ' ' or '\u00a0' && IsChinese(text[^2]) && next.Length > 0 && IsChinese(next[0]))
            text.Length--;
        text.Append(next);
    }

    private static bool NeedSpace(char before, char after) => (IsChinese(before) && IsForeign(after)) || (IsForeign(before) && IsChinese(after));

    private static bool IsChinese(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uDBFF');

    /// <summary>A letter of a script that is written with spaces.</summary>
    private static bool IsForeign(char c) => char.IsLetter(c) && c < '\u2E80';
}
