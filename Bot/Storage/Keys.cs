using System.Globalization;
using System.Text;

namespace CheckInBot.Bot.Storage;

/// <summary>Makes parts of keys safe for both stores. Parts are joined by <c>!</c>, which no escaped part contains.</summary>
/// <remarks>Azure Tables forbids <c>/ \ # ?</c> and control characters in keys, and clients disagree about <c>%</c>.</remarks>
public static class Keys
{
    /// <summary>The first character after the separator: the end of a range over everything below a part.</summary>
    public const char AfterSeparator = '"';

    /// <summary>One part as it was before it was escaped.</summary>
    public static string Plain(string part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == '=' && i + 4 < part.Length && ushort.TryParse(part.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 4;
            }
            else
            {
                text.Append(part[i]);
            }
        }
        return text.ToString();
    }

    /// <summary>Joins escaped parts; an escaped part keeps letters, digits, <c>-</c>, <c>_</c> and <c>.</c> and writes the rest as <c>=</c> and four hex digits.</summary>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                text.Append('!');
            foreach (var c in parts[i])
            {
                if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
                    text.Append(c);
                else
                    text.Append('=').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }
        return text.ToString();
    }
}
