namespace CheckInBot.Bot.Privacy;

/// <summary>Which of the two files of a person's copy.</summary>
public enum CopyKind
{
    /// <summary>To read, in the person's language.</summary>
    Text,

    /// <summary>Every detail, for a program.</summary>
    Json,
}

/// <summary>A person's copy as it was made at one moment.</summary>
/// <param name="Text">The file to read, in UTF-8 with a byte order mark.</param>
/// <param name="Json">The file for a program, in UTF-8.</param>
/// <param name="Apart">Files of the person's reports that are too large for it, without their contents: each is had by itself.</param>
/// <param name="HasFiles">Reports of the person have files.</param>
public sealed record PersonCopy(byte[] Text, byte[] Json, IReadOnlyList<ReportFile> Apart, bool HasFiles, DateTimeOffset MadeAt)
{
    /// <summary>Both files together.</summary>
    public long Bytes => Text.LongLength + Json.LongLength;

    public byte[] Of(CopyKind kind) => kind == CopyKind.Text ? Text : Json;
}
