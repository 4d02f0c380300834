using System.Text;

namespace CheckInBot.Bot.Roster;

/// <summary>A file of the organisation as text: UTF-8, with or without a byte order mark, and nothing else.</summary>
internal static class Utf8File
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The text without its mark; null when the file is missing or unreadable, which is then a fault unless it may be missing.</summary>
    public static string? Read(string folder, FileFaults faults, bool mayBeMissing = false)
    {
        byte[] bytes;
        try
        {
            bytes = System.IO.File.ReadAllBytes(Path.Combine(folder, faults.File));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            if (!mayBeMissing)
                faults.Add(0, "", "the file is missing", $"Put it into {folder}, or name another folder in the setting Org:Folder.");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(0, "", "the file cannot be opened", "Let the account that runs the bot read it, and close it in other programs.");
            return null;
        }
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            faults.Add(1, "", "the text is UTF-16, not UTF-8", Remedy);
            return null;
        }
        var text = bytes.AsSpan();
        if (text is [0xEF, 0xBB, 0xBF, ..])
            text = text[3..];
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + text[..Math.Clamp(e.Index, 0, text.Length)].Count((byte)'\n');
            faults.Add(line, "", "the text is not UTF-8 (spreadsheets on a Chinese Windows save GBK unless told otherwise)", Remedy);
            return null;
        }
    }

    private const string Remedy = "Save it again as \"CSV UTF-8 (comma delimited)\" in a spreadsheet, or with the encoding UTF-8 in an editor.";
}
