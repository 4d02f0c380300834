namespace CheckInBot.Dialogs.Incidents;

/// <summary>What a file is, by its first bytes and never by its name.</summary>
public enum FileKind
{
    Photo,
    Pdf,
    Video,
    Sound,
}

/// <summary>Why a file that somebody sent is not kept.</summary>
public enum FileRefusal
{
    /// <summary>No report is open that it could belong to.</summary>
    NoReport,

    /// <summary>The report has its reply: nothing is added any more.</summary>
    Answered,

    TooLarge,

    UnknownKind,

    /// <summary>It could not be had from where it lies.</summary>
    NotFetched,

    /// <summary>The report holds <see cref="KeptFile.Most"/> already.</summary>
    TooMany,
}

/// <summary>As much of a file as is ever shown.</summary>
/// <param name="Bytes">Size of what was sent.</param>
public sealed record FileSeen(FileKind Kind, long Bytes);

/// <summary>A file that belongs to a report. Its name on the sender's device is kept nowhere.</summary>
/// <param name="Bytes">Size of what was sent.</param>
/// <param name="Sha256">Of what was sent, in lower-case hex.</param>
/// <param name="At">When it was copied.</param>
/// <param name="Name">Its name in the store of files, where it lies sealed.</param>
public sealed record KeptFile(FileKind Kind, long Bytes, string Sha256, DateTimeOffset At, string Name)
{
    /// <summary>Largest file that is kept, in bytes: 20 MB.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>How many files one report holds.</summary>
    public const int Most = 10;

    public FileSeen Seen => new(Kind, Bytes);
}
