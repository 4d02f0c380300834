namespace CheckInBot.Bot.Privacy;

/// <summary>A long text in pieces that fit a message each.</summary>
public static class CopyPieces
{
    /// <summary>
    /// In characters of UTF-16: 20 KB. Teams has told 28, 40 and 100 KB for a whole message at different times, and what JSON escapes counts twice.
    /// </summary>
    public const int Longest = 10_000;

    /// <summary>The pieces, each of whole lines, without the line feed at its end; only a line that is longer than a piece is divided.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var pieces = new List<string>();
        var rest = text.AsSpan().TrimEnd('\n');
        while (rest.Length > Longest)
        {
            var end = rest[..(Longest + 1)].LastIndexOf('\n');
            var inLine = end <= 0;
            if (inLine)
                end = char.IsHighSurrogate(rest[Longest - 1]) ? Longest - 1 : Longest;
            pieces.Add(rest[..end].ToString());
            rest = rest[(inLine ? end : end + 1)..];
        }
        pieces.Add(rest.ToString());
        return pieces;
    }
}
