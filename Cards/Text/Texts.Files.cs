using System.Globalization;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

/// <summary>Photos and files of a report: told by kind and size only.</summary>
public abstract partial class Texts
{
    private const double Megabyte = 1024 * 1024;

    public abstract string FactFiles { get; }

    public abstract string SendFilesHere { get; }

    public abstract string Kind(FileKind kind);

    /// <summary>Several, with their number: "3 files: photo 2.1 MB, PDF 340 KB, video 8.0 MB".</summary>
    public abstract string Files(IReadOnlyList<FileSeen> files);

    public abstract string FilesKept(IReadOnlyList<FileSeen> files);

    public abstract string Refused(FileRefusal why);

    /// <summary>Kind and size of each.</summary>
    protected string EachFile(IEnumerable<FileSeen> files) => Listed(files.Select(f => $"{Kind(f.Kind)} {Size(f.Bytes)}"));

    private static string Size(long bytes) => bytes < Megabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)}\u00a0KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:F1}\u00a0MB");
}
