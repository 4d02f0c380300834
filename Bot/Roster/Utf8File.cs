using System.Text;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>A file of the organisation as text: UTF-8, with or without a byte order mark, and nothing else.</summary>
internal static class Utf8File
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The text without its mark; null when the file is missing or unreadable, which is then a fault unless it may be missing.</summary>
    public static string? Read(string folder, FileFaults faults, bool mayBeMissing = false)
    {
        if (OrgBytes.Read(folder, faults, mayBeMissing) is not { } bytes)
            return null;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            faults.Add(1, "", ListFault.Utf16);
            return null;
        }
        if (Decode(bytes, out var badLine) is { } text)
            return text;
        faults.Add(badLine, "", ListFault.NotUtf8);
        return null;
    }

    /// <summary>The text without its mark; null when it is not UTF-8 throughout.</summary>
    /// <param name="badLine">The line, from 1, on which something else begins.</param>
    private static string? Decode(ReadOnlySpan<byte> bytes, out int badLine)
    {
        badLine = 0;
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            badLine = 1 + bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n');
            return null;
        }
    }
}
