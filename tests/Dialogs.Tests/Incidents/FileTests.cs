using System.Text;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>Photos and files of a report.</summary>
public sealed class FileTests
{
    private static readonly KeptFile Photo = new(FileKind.Photo, 2_202_009, "hash", OneIncident.Happened, "name");

    [Theory]
    [InlineData("FFD8FFE0", "", FileKind.Photo)]
    [InlineData("89504E470D0A1A0A", "", FileKind.Photo)]
    [InlineData("", "RIFF0000WEBPVP8 ", FileKind.Photo)]
    [InlineData("00000018", "ftypheic", FileKind.Photo)]
    [InlineData("00000018", "ftypmif1", FileKind.Photo)]
    [InlineData("00000018", "ftypmp42", FileKind.Video)]
    [InlineData("00000018", "ftypisom", FileKind.Video)]
    [InlineData("00000014", "ftypqt  ", FileKind.Video)]
    [InlineData("0000001C", "ftypM4A ", FileKind.Sound)]
    [InlineData("", "%PDF-1.7", FileKind.Pdf)]
    [InlineData("", "ID3\u0004", FileKind.Sound)]
    [InlineData("FFFB9064", "", FileKind.Sound)]
    [InlineData("", "OggS", FileKind.Sound)]
    [InlineData("", "#!AMR\n", FileKind.Sound)]
    [InlineData("", "", null)]
    [InlineData("", "MZ\u0090", null)]
    [InlineData("7F", "ELF", null)]
    [InlineData("504B0304", "", null)]
    [InlineData("", "<svg xmlns=", null)]
    [InlineData("", "<html>%PDF-", null)]
    [InlineData("", "RIFF0000AVI ", null)]
    [InlineData("", "RIFF", null)]
    [InlineData("00000018", "ftypjunk", null)]
    [InlineData("00000018", "ftyp", null)]
    [InlineData("FFFE", "a", null)]
    [InlineData("FFD8", "", null)]
    [InlineData("", "#!/bin/sh", null)]
    [InlineData("", "GIF89a", null)]
    public void A_kind_is_told_by_the_first_bytes(string hex, string text, FileKind? kind) =>
        Assert.Equal(kind, FileKinds.Of([.. Convert.FromHexString(hex), .. Encoding.Latin1.GetBytes(text)]));

    [Theory]
    [InlineData("FFD8FFE0", "", "jpg")]
    [InlineData("89504E470D0A1A0A", "", "png")]
    [InlineData("", "RIFF0000WEBPVP8 ", "webp")]
    [InlineData("00000018", "ftypheic", "heic")]
    [InlineData("00000018", "ftypmp42", "mp4")]
    [InlineData("00000018", "ftyp3gp4", "3gp")]
    [InlineData("00000014", "ftypqt  ", "mov")]
    [InlineData("0000001C", "ftypM4A ", "m4a")]
    [InlineData("", "%PDF-1.7", "pdf")]
    [InlineData("", "ID3\u0004", "mp3")]
    [InlineData("FFFB9064", "", "mp3")]
    [InlineData("", "OggS", "ogg")]
    [InlineData("", "#!AMR\n", "amr")]
    [InlineData("", "MZ\u0090", "bin")]
    public void An_ending_is_told_by_the_first_bytes_too(string hex, string text, string ending) =>
        Assert.Equal(ending, FileKinds.EndingOf([.. Convert.FromHexString(hex), .. Encoding.Latin1.GetBytes(text)]));

    [Fact]
    public void A_photo_goes_with_a_draft_and_with_the_report_and_the_review_hears_kind_and_size()
    {
        var it = new OneIncident().Hears(new FileAdded(Hall.Lin, Photo));
        Assert.Equal([Photo], it.Report.Files.AsEnumerable());
        Assert.Empty(it.Shown);
        it.Fills(OneIncident.Short);
        Assert.Equal([new(FileKind.Photo, 2_202_009)], it.LastTold.Details!.Files!.Value.AsEnumerable());
        it.Hears(new FileAdded(Hall.Lin, Photo with { Kind = FileKind.Sound, Sha256 = "other", Name = "second" }));
        Assert.Equal((2, 2), (it.LastTold.Version, it.LastTold.Details!.Files!.Value.Length));
        Assert.Equal(it.Report.Card, Assert.Single(it.Shown).Slot);
    }

    [Fact]
    public void Without_one_the_review_is_told_of_none() => Assert.Null(OneIncident.Sent().LastTold.Details!.Files);

    [Fact]
    public void The_same_file_twice_is_one_and_both_times_it_is_said_to_be_kept()
    {
        var it = OneIncident.Sent().Hears(new FileAdded(Hall.Lin, Photo));
        var once = it.Report;
        it.Hears(new FileAdded(Hall.Lin, Photo with { Name = "again" }));
        Assert.Same(once, it.Report);
        Assert.Equal([Photo.Seen], Came(it).Kept.AsEnumerable());
    }

    [Fact]
    public void The_eleventh_is_refused()
    {
        var it = new OneIncident();
        for (var i = 0; i < KeptFile.Most; i++)
            it.Hears(new FileAdded(Hall.Lin, Photo with { Sha256 = $"{i}" }));
        it.Hears(new FileAdded(Hall.Lin, Photo));
        Assert.Equal((KeptFile.Most, FileRefusal.TooMany), (it.Report.Files.Length, Assert.Single(Came(it).Refused)));
    }

    [Fact]
    public void After_the_reply_and_for_a_report_that_is_not_there_it_is_refused()
    {
        var it = OneIncident.Sent().Hears(new IncidentReplied(Hall.Chen, OneIncident.Text, OneIncident.Happened)).Hears(new FileAdded(Hall.Lin, Photo));
        Assert.Equal((0, FileRefusal.Answered), (it.Report.Files.Length, Assert.Single(Came(it).Refused)));
        it = new OneIncident().Hears(new DiscardReport(Hall.Lin)).Hears(new FileAdded(Hall.Lin, Photo));
        Assert.Equal((0, FileRefusal.NoReport), (it.Report.Files.Length, Assert.Single(Came(it).Refused)));
    }

    [Fact]
    public void Nobody_else_adds_to_it()
    {
        var it = OneIncident.Sent().Hears(new FileAdded(Hall.Wang, Photo));
        Assert.Empty(it.Report.Files);
        Assert.IsType<Notice.NotYours>(((Say)it.Reply!).Notice);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_files_of_a_draft_go_with_it_and_are_deleted_a_moment_later(bool thrownAway)
    {
        var it = new OneIncident().Hears(new FileAdded(Hall.Lin, Photo)).Hears(thrownAway ? new DiscardReport(Hall.Lin) : new DraftsErased());
        Assert.Empty(it.Report.Files);
        Assert.Equal(["name"], it.Report.Leaving.AsEnumerable());
        it.Hears(new BeginReport(Hall.Lin)).After(TimeSpan.FromSeconds(1));
        Assert.Empty(it.Report.Leaving);
        Assert.Equal((IncidentPhase.Draft, false), (it.Report.Phase, it.Report.NextAt is null));
    }

    [Fact]
    public void The_files_of_a_report_that_was_sent_stay()
    {
        var it = OneIncident.Sent().Hears(new FileAdded(Hall.Lin, Photo)).Hears(new OpenReport(Hall.Lin)).Hears(new DraftsErased()).Hears(new DiscardReport(Hall.Lin));
        Assert.Equal([Photo], it.Report.Files.AsEnumerable());
    }

    private static Notice.FilesCame Came(OneIncident it) => (Notice.FilesCame)((Say)it.Reply!).Notice;
}
