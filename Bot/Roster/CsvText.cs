using System.Text;
using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Roster;

/// <summary>
/// The bytes of a CSV file as text: UTF-8 with or without a mark, UTF-16 with one, and GB18030 (of which GBK is a part), in which spreadsheets on a
/// Chinese Windows save. GB18030 has no mark and nearly any bytes could be it: it is believed only of a file that is not UTF-8, is GB18030 to
/// its last byte, begins with a heading that is known, and does not read like Western letters misunderstood.
/// </summary>
internal static partial class CsvText
{
    private static readonly Encoding Chinese =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text without its mark; null when it cannot be read with certainty, which is then a fault.</summary>
    /// <param name="columns">The columns of the heading that the file should have.</param>
    public static string? Decode(byte[] bytes, FileFaults faults, string[] columns)
    {
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Marked(new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), bytes, faults),
            [0xFE, 0xFF, ..] => Marked(new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), bytes, faults),
            _ => Utf8File.Decode(bytes, out var badLine) ?? FromChinese(bytes, faults, columns, badLine),
        };
        if (text is null || !text.Contains('\0', StringComparison.Ordinal))
            return text;
        faults.Add(1, "", "the file is no text, or UTF-16 without its mark", Utf8File.Remedy);
        return null;
    }

    private static string? Marked(UnicodeEncoding encoding, byte[] bytes, FileFaults faults)
    {
        try
        {
            return encoding.GetString(bytes.AsSpan(2));
        }
        catch (DecoderFallbackException)
        {
            faults.Add(1, "", "the text begins as UTF-16 but is broken", Utf8File.Remedy);
            return null;
        }
    }

    private static string? FromChinese(byte[] bytes, FileFaults faults, string[] columns, int badLine)
    {
        var text = "";
        try
        {
            text = Chinese.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(badLine, "", "the text is neither UTF-8 nor GB18030 (GBK)", Utf8File.Remedy);
            return null;
        }
        var heading = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length).ToString()
            .Split(',').Select(c => c.Trim().Trim('"'));
        if (columns.Except(heading, StringComparer.OrdinalIgnoreCase).Any())
            faults.Add(1, "", "the text is not UTF-8, and without its heading it is not certain what it is", $"Write a heading with {string.Join(',', columns)}. {Utf8File.Remedy}");
        else if (Misread().Match(text) is { Success: true } odd)
            faults.Add(1 + text.AsSpan(0, odd.Index).Count('\n'), "", "the text is not UTF-8, and looks like Western letters with accents in an encoding that is not told", Utf8File.Remedy);
        else
            return text;
        return null;
    }

    // "Müller" of Windows-1252 would be read as M, a rare character, ler.
    [GeneratedRegex(@"[A-Za-z][\u3400-\u9FFF\uE000-\uF8FF][a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Misread();
}
