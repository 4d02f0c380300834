using System.Globalization;
using System.Text;
using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;

namespace CheckInBot.Bot.Privacy;

/// <summary>The messages in which a copy comes to its person.</summary>
public static class CopyMessages
{
    /// <summary>The part for a program comes as text only where it takes so few messages.</summary>
    private const int MostPieces = 5;

    private const string Plain = "plain";

    /// <summary>Each file as an offer, which brings <see cref="FileConsent.File"/> back: the kind, or the name of a report's file.</summary>
    /// <param name="day">For the names of the files.</param>
    public static IEnumerable<OutgoingActivity> Offers(PersonCopy copy, string day, Texts t)
    {
        foreach (var kind in Enum.GetValues<CopyKind>())
            yield return Offer($"checkinbot-{day}.{(kind == CopyKind.Text ? "txt" : "json")}", t.CopyOf(kind == CopyKind.Text), copy.Of(kind).LongLength, kind.ToString(), t);
        foreach (var (i, file) in copy.Apart.Index())
            yield return Offer($"checkinbot-{file.Number ?? day}-{(i + 1).ToString(CultureInfo.InvariantCulture)}.{file.Ending}", t.CopyOfFile(t.Kind(file.File.Kind), file.Number), file.File.Bytes, file.File.Name, t);
    }

    /// <summary>The same where the channel takes no files: as text, numbered.</summary>
    public static IEnumerable<OutgoingActivity> Pieces(PersonCopy copy, Texts t)
    {
        var read = CopyPieces.Of(Encoding.UTF8.GetString(copy.Text.AsSpan(Encoding.UTF8.Preamble.Length)));
        var program = CopyPieces.Of(Encoding.UTF8.GetString(copy.Json));
        if (program.Count > MostPieces)
            program = [];
        return
        [
            Text(t.CopyAsMessages(read.Count, program.Count, copy.HasFiles), t),
            .. read.Select((piece, i) => Text($"{t.CopyPiece(i + 1, read.Count, toRead: true)}\n\n{piece}", t)),
            .. program.Select((piece, i) => Text($"{t.CopyPiece(i + 1, program.Count, toRead: false)}\n\n{piece}", t)),
        ];
    }

    private static OutgoingActivity Offer(string name, string description, long bytes, string file, Texts t) =>
        new() { Summary = t.CopySummary, Attachments = [FileConsent.Offer(name, description, bytes, file)] };

    private static OutgoingActivity Text(string text, Texts t) => new() { Summary = t.CopySummary, Text = text, TextFormat = Plain };
}
