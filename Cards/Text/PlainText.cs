using System.Globalization;
using System.Text;

namespace CheckInBot.Cards;

/// <summary>
/// A name or words of a person, made harmless for a card: nothing in it is read as Markdown, HTML, a mention, a template or a direction
/// of writing, and it stays on one line. The only way by which a person's text enters a sentence.
/// </summary>
public readonly record struct PlainText
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 40;

    /// <summary>Longest words, in characters: those of a check-in's note.</summary>
    public const int LongestWords = 500;

    /// <summary>Longest text of a box, in characters: longer notes can only have been typed, and are not cut by opening the box.</summary>
    public const int LongestInBox = 3000;

    /// <summary>Most combining marks that are kept on one letter.</summary>
    private const int MostMarks = 3;

    private readonly string? text;

    private PlainText(string text) => this.text = text;

    /// <summary>Longest account, in characters.</summary>
    public const int LongestAccount = 3000;

    public static PlainText Name(string? raw) => Of(raw, LongestName);

    public static PlainText Words(string? raw) => Of(raw, LongestWords);

    /// <summary>The words of an account, which are longer than those of a note.</summary>
    public static PlainText Account(string? raw) => Of(raw, LongestAccount);

    /// <summary>The text for the box in which its writer goes on writing; it is not read as Markdown there, so only what hides is taken out.</summary>
    public static string ForBox(string raw) => Kept(raw, LongestInBox, lines: true).Trim();

    public override string ToString() => string.IsNullOrEmpty(text) ? "–" : text;

    private static PlainText Of(string? raw, int longest)
    {
        var kept = Kept(raw ?? "", longest, lines: false).Trim();
        var plain = new StringBuilder(kept.Length);
        foreach (var c in kept)
            plain.Append(IsMarkup(c) ? Wide(c) : c);
        // A list or a rule begins only at the start of a text.
        for (var i = 0; i < plain.Length && (plain[i] is '-' or '+' or '=' || char.IsAsciiDigit(plain[i])); i++)
        {
            if (!char.IsAsciiDigit(plain[i]))
                plain[i] = Wide(plain[i]);
            else if (i + 1 < plain.Length && plain[i + 1] is '.' or ')')
                plain[i + 1] = Wide(plain[i + 1]);
        }
        return new(plain.Replace("://", ": //").ToString());
    }

    private static bool IsMarkup(char c) => c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '&' or '#' or '~' or '{' or '}' or '|';

    /// <summary>The full-width twin of an ASCII sign: read the same, without meaning to any renderer.</summary>
    private static char Wide(char c) => (char)(c + 0xFEE0);

    private static string Kept(string raw, int longest, bool lines)
    {
        var kept = new StringBuilder(Math.Min(raw.Length, longest));
        var marks = 0;
        foreach (var rune in raw.EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            marks = kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (kept.Length + rune.Utf16SequenceLength > longest)
                return lines ? kept.ToString() : kept.Append('…').ToString();
            if (lines && (rune.Value is '\n' or '\t' or ' '))
                kept.Append((char)rune.Value);
            else if (!lines && (rune.Value is '\n' or '\r' or '\t' || kind is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator))
                Blank(kept);
            else if (!IsHidden(rune, kind) && marks <= MostMarks)
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    private static void Blank(StringBuilder kept)
    {
        if (kept.Length > 0 && kept[^1] is not (' ' or '\n'))
            kept.Append(' ');
    }

    /// <summary>Controls, marks of direction, invisible signs and halves of characters; the joiner of emoji stays.</summary>
    private static bool IsHidden(Rune rune, UnicodeCategory kind) =>
        kind is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || (kind is UnicodeCategory.Format && rune.Value != 0x200D)
        || rune == Rune.ReplacementChar;
}
