using System.Text;
using System.Text.RegularExpressions;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>
/// The bytes of a CSV file as text: UTF-8 with or without a mark, UTF-16 with one, and GB18030 (of which GBK is a part), in which spreadsheets on a
/// Chinese Windows save. GB18030 has no mark and nearly any bytes could be it: it is believed only of a file that is not UTF-8, is GB18030 to
/// its last byte, begins with a heading that is known, and does not read like Western letters misunderstood. A file is read to its end for that
/// before its first line counts, a piece at a time: it may be large.
/// </summary>
internal static partial class CsvText
{
    private const int Piece = 32 * 1024;

    private static readonly Encoding Chinese =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text without its mark; null when it cannot be read with certainty, which is then a fault.</summary>
    /// <param name="open">The file from its beginning, each time it is called.</param>
    /// <param name="columns">The columns of the heading that the file should have.</param>
    public static TextReader? Open(Func<Stream> open, FileFaults faults, string[] columns) =>
        EncodingOf(open, faults, columns) is { } encoding ? new StreamReader(open(), encoding, detectEncodingFromByteOrderMarks: false) : null;

    private static Encoding? EncodingOf(Func<Stream> open, FileFaults faults, string[] columns)
    {
        if (Mark(open) is { } wide)
            return Whole(open, wide, faults, out _) ? wide : Refuse(ListFault.BrokenUtf16);
        Encoding utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        if (Whole(open, utf8, faults, out var badLine))
            return utf8;
        return faults.Any ? null : FromChinese(open, faults, columns, badLine);

        Encoding? Refuse(ListFault fault)
        {
            if (!faults.Any)
                faults.Add(1, "", fault);
            return null;
        }
    }

    private static UnicodeEncoding? Mark(Func<Stream> open)
    {
        using var file = open();
        return (file.ReadByte(), file.ReadByte()) switch
        {
            (0xFF, 0xFE) => new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            (0xFE, 0xFF) => new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => null,
        };
    }

    /// <summary>Whether the file is text of that encoding to its last byte. That it is no text at all is a fault.</summary>
    /// <param name="badLine">The line, from 1, on which something else begins.</param>
    private static bool Whole(Func<Stream> open, Encoding encoding, FileFaults faults, out int badLine)
    {
        using var file = open();
        var decoder = encoding.GetDecoder();
        var (bytes, chars) = (new byte[Piece], new char[encoding.GetMaxCharCount(Piece)]);
        badLine = 1;
        while (true)
        {
            var count = file.ReadAtLeast(bytes, Piece, throwOnEndOfStream: false);
            try
            {
                var text = chars.AsSpan(0, decoder.GetChars(bytes, 0, count, chars, 0, flush: count < Piece));
                if (text.Contains('\0'))
                {
                    faults.Add(1, "", ListFault.NoText);
                    return false;
                }
            }
            catch (DecoderFallbackException e)
            {
                badLine += bytes.AsSpan(0, Math.Clamp(e.Index, 0, count)).Count((byte)'\n');
                return false;
            }
            badLine += bytes.AsSpan(0, count).Count((byte)'\n');
            if (count < Piece)
                return true;
        }
    }

    private static Encoding? FromChinese(Func<Stream> open, FileFaults faults, string[] columns, int badLine)
    {
        if (!Whole(open, Chinese, faults, out _))
        {
            if (!faults.Any)
                faults.Add(badLine, "", ListFault.UnknownEncoding);
            return null;
        }
        using var text = new StreamReader(open(), Chinese, detectEncodingFromByteOrderMarks: false);
        var line = text.ReadLine() ?? "";
        if (columns.Except(line.Split(',').Select(c => c.Trim().Trim('"')), StringComparer.OrdinalIgnoreCase).Any())
        {
            faults.Add(1, "", ListFault.UncertainEncoding, string.Join(',', columns));
            return null;
        }
        for (var number = 1; line is not null; line = text.ReadLine(), number++)
        {
            if (!Misread().IsMatch(line))
                continue;
            faults.Add(number, "", ListFault.WesternLetters);
            return null;
        }
        return Chinese;
    }

    // "Müller" of Windows-1252 would be read as M, a rare character, ler.
    [GeneratedRegex(@"[A-Za-z][\u3400-\u9FFF\uE000-\uF8FF][a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Misread();
}
