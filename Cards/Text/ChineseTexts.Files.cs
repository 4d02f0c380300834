using System.Globalization;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string FactFiles => "附件";

    public override string SendFilesHere => "有照片、文件，直接在这里发给我，现在发、以后发都行，会跟这份上报存在一起。";

    public override string Kind(FileKind kind) => kind switch
    {
        FileKind.Photo => "照片",
        FileKind.Pdf => "PDF",
        FileKind.Video => "视频",
        _ => "录音",
    };

    public override string Files(IReadOnlyList<FileSeen> files) =>
        files.Count == 1 ? EachFile(files) : string.Create(CultureInfo.InvariantCulture, $"{files.Count} 个：{EachFile(files)}");

    public override string FilesKept(IReadOnlyList<FileSeen> files) => $"跟你的上报一起存好了：{EachFile(files)}。";

    public override string Refused(FileRefusal why) => why switch
    {
        FileRefusal.TooLarge => "超过 20 MB 的存不下，视频短一点、照片小一点就行。",
        FileRefusal.UnknownKind => "我能存照片、PDF、视频和录音，别的没有存。",
        FileRefusal.NotFetched => "有的没收到，请再发一次。",
        FileRefusal.TooMany => "一份上报最多存 10 个，多的没有存。",
        FileRefusal.Answered => "这份上报已经回复了，不能再加，这次的没有存。要另报一件，先发“上报”，再发一次。",
        _ => "还没有上报可以放，这次的没有存。先发“上报”，再发一次。",
    };
}
