using System.Globalization;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string FactFiles => "Attached";

    public override string SendFilesHere => "Photos and files: send them to me in this chat, now or later. They go with this report.";

    public override string Kind(FileKind kind) => kind switch
    {
        FileKind.Photo => "photo",
        FileKind.Pdf => "PDF",
        FileKind.Video => "video",
        _ => "sound",
    };

    public override string Files(IReadOnlyList<FileSeen> files) =>
        files.Count == 1 ? EachFile(files) : string.Create(CultureInfo.InvariantCulture, $"{files.Count} files: {EachFile(files)}");

    public override string FilesKept(IReadOnlyList<FileSeen> files) => $"Kept with your report: {EachFile(files)}.";

    public override string Refused(FileRefusal why) => why switch
    {
        FileRefusal.TooLarge => "What is larger than 20 MB I cannot keep. A shorter video or a smaller photo is fine.",
        FileRefusal.UnknownKind => "I keep photos, PDF, video and sound. Another kind of file was not kept.",
        FileRefusal.NotFetched => "Something did not reach me. Please send it once more.",
        FileRefusal.TooMany => "A report holds 10 files, so I kept no more of them.",
        FileRefusal.Answered => "Your report has its reply, so nothing more goes into it, and nothing was kept. For another one, type \"report\" and send it again.",
        _ => "Nothing was kept: there is no report that it could go with. Type \"report\", then send it again.",
    };
}
