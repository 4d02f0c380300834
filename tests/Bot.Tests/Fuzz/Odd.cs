using System.Text;

namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>Values that programs stumble over, and changes of bytes and text that make more of them.</summary>
internal static class Odd
{
    public static readonly string[] Texts =
    [
        "", " ", "\0", "\u0001", "\u001b[31m", "\r\n", "\t", "'", "''", "\"", "\\", "/", "#", "?", "%", "%00", "..", "../..", "!", "=", "=0041", "~", ";", ",", ",,", "|", "<at>", "</at>", "<at>x</at>", "<b>",
        "{{", "${x}", "\u200b", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ud83d", "\ude00", "😀", "👨‍👩‍👧‍👦", "é", "e\u0301", "ﬁ", "İ", "ß", "ＳＯＳ", "！", "。", "汉", "𠮷", "٣", "Ⅷ", "½",
        "0", "-0", "1", "-1", "5", "6", "2147483647", "2147483648", "-2147483649", "9223372036854775808", "1e308", "1e309", "NaN", "Infinity", "0x10", "1.5", "007",
        "true", "false", "null", "none", "yes", "no", "on", "add", "sign", "2026-02-29", "2026-13-01", "9999-12-31", "0001-01-01", "2026-11-23T24:00", "2026-11-23T08:00", "D+0T08:00", "D-999999..D+999999", "D+2147483647T00:00",
        "24:00", "00:00:00.0000001", "99999999.00:00:00", "PT1M", "15m", "-15m", "Asia/Shanghai", "Etc/GMT+14", "zh-CN", "staff", "admin", "leader", "ann", "ben", "ann/202611230900", "case/c", "a/b/c", "/x", "x/",
    ];

    public static string Text(Chance chance) => chance.Below(8) switch
    {
        0 => new string(chance.Of(Texts).FirstOrDefault('x'), 1 << chance.Below(13)),
        1 => chance.Of(Texts) + chance.Of(Texts),
        2 => string.Concat(Enumerable.Repeat(chance.Of(Texts), 1 + chance.Below(60))),
        3 => ((char)chance.Below(0x10000)).ToString(),
        _ => chance.Of(Texts),
    };

    /// <summary>So that an input can be copied from the report of a finding into a test, whatever it holds.</summary>
    public static string Written(string text) => string.Concat(text.Take(20_000).Select(c => c is >= ' ' and < (char)127 and not '"' and not '\\' ? c.ToString() : $"\\u{(int)c:x4}"));

    /// <summary>A text with one to four small changes: something put in, cut out, doubled, moved, or spliced with another.</summary>
    public static string Changed(string text, IReadOnlyList<string> others, Chance chance)
    {
        for (var changes = 1 + chance.Below(4); changes > 0 && text.Length < 20_000; changes--)
        {
            var (at, length) = (chance.Below(text.Length + 1), 0);
            length = Math.Min(text.Length - at, 1 + chance.Below(12));
            text = chance.Below(7) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Text(chance)),
                2 => text.Remove(at, length).Insert(at, Text(chance)),
                3 => text.Insert(at, string.Concat(Enumerable.Repeat(text.Substring(at, length), 1 + chance.Below(20)))),
                4 => chance.Of(others) is var other && other.Length > 0 ? text[..at] + other[chance.Below(other.Length)..] : text,
                5 => text.Remove(at, length).Insert(chance.Below(text.Length - length + 1), text.Substring(at, length)),
                _ => text[..at] + text[at..].ToUpperInvariant(),
            };
        }
        return text;
    }

    /// <summary>Bytes with one to three changes that need make no sense as text.</summary>
    public static byte[] Changed(byte[] bytes, Chance chance)
    {
        var list = bytes.ToList();
        for (var changes = 1 + chance.Below(3); changes > 0; changes--)
        {
            var at = chance.Below(list.Count + 1);
            switch (chance.Below(5))
            {
                case 0 when at < list.Count:
                    list[at] ^= (byte)(1 << chance.Below(8));
                    break;
                case 1:
                    list.Insert(at, (byte)chance.Below(256));
                    break;
                case 2:
                    list.RemoveRange(at, Math.Min(list.Count - at, 1 + chance.Below(40)));
                    break;
                case 3:
                    list.InsertRange(at, Encoding.UTF8.GetBytes(Text(chance)));
                    break;
                default:
                    list.InsertRange(at, chance.Of<byte[]>([[0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray()]));
                    break;
            }
        }
        return [.. list];
    }
}
