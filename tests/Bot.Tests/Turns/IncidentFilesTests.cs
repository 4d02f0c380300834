using System.Security.Cryptography;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Hosting;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Photos and files of a report for whoever handles it.</summary>
public sealed class IncidentFilesTests : IDisposable
{
    private const string Number = "INC-20261123-001", Restricted = "INC-20261123-999";

    private static readonly FlowKey Anns = Incident.KeyOf("ann", "20261123010000");

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 1, 2, 3], Sound = [.. "OggS"u8, 4, 5];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("checkinbot-out-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task They_lie_there_as_they_were_sent_beside_a_list_of_their_hashes_and_only_this_account_reads_them()
    {
        await using var hall = await Reported();
        var to = Path.Combine(folder.FullName, "new", "folder");
        Assert.Equal((2, 0), await Out(hall, new(Number, to, null)));
        Assert.Equal(Photo, await File.ReadAllBytesAsync(Path.Combine(to, $"{Number}-01.jpg")));
        Assert.Equal(Sound, await File.ReadAllBytesAsync(Path.Combine(to, $"{Number}-02.ogg")));
        string Line(byte[] content, string name) => $"{Convert.ToHexStringLower(SHA256.HashData(content))}  {name}\n";
        Assert.Equal(Line(Photo, $"{Number}-01.jpg") + Line(Sound, $"{Number}-02.ogg"), await File.ReadAllTextAsync(Path.Combine(to, FilesFolder.Hashes)));
        foreach (var file in Directory.GetFiles(to))
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Of_a_restricted_report_they_are_for_its_handler_only_and_everybody_else_reads_what_is_read_of_no_report()
    {
        await using var hall = await Reported(ViolenceKind.SexualHarassment);
        var nothing = await Refused(hall, new("INC-20261123-555", Free(), null));
        Assert.Equal(nothing, await Refused(hall, new(Restricted, Free(), null)));
        Assert.Equal(nothing, await Refused(hall, new(Restricted, Free(), "mia")));
        // Asked, and not taken yet.
        Assert.Equal(nothing, await Refused(hall, new(Restricted, Free(), "gus")));
        await hall.Happens(ReviewKeys.Of(Restricted), new TakeReview("gus"));
        Assert.Equal((2, 0), await Out(hall, new(Restricted, Free(), "gus")));
    }

    [Fact]
    public async Task What_is_gone_altered_or_cannot_be_opened_is_told_and_the_rest_is_written()
    {
        await using var hall = await Reported();
        await hall.Store.Files.Delete((await hall.State<Incident>(Anns))!.Files[0].Name);
        Assert.Equal((1, 1), await Out(hall, new(Number, Free(), null)));
        await hall.Happens(Anns, new FileAdded("ann", new(FileKind.Photo, 6, "not its hash", Hall.Opening, await hall.Store.Files.Put(await hall.Vault.Seal("ann", (ReadOnlyMemory<byte>)Photo)))));
        Assert.Equal((1, 2), await Out(hall, new(Number, Free(), null)));
        await hall.Vault.Destroy("ann");
        Assert.Equal((0, 3), await Out(hall, new(Number, Free(), null)));
    }

    [Fact]
    public void A_folder_in_which_something_lies_is_refused_and_every_other_reason_is_told()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "mine"), "");
        int Faults(params string[] args) => FilesCommand.Read(["files", .. args]).Faults.Count;
        Assert.Equal(1, Faults(Number, folder.FullName));
        Assert.Equal(1, Faults(Number, Path.Combine(folder.FullName, "mine")));
        Assert.Equal(2, Faults("../../1", folder.FullName));
        Assert.Equal(1, Faults(Number));
        Assert.Equal(1, Faults(Number, Free(), "--for", "gus"));
        Assert.Equal(new FilesCommand(Number, "free", "gus"), FilesCommand.Read(["files", Number, "free", "--handler", "gus"]).Command);
        Assert.True(FilesCommand.IsMeant(["files"]));
        Assert.False(FilesCommand.IsMeant(["export", "files"]));
    }

    private string Free() => Path.Combine(folder.FullName, Path.GetRandomFileName());

    private static async Task<(int Written, int Faults)> Out(Hall hall, FilesCommand command)
    {
        var (written, faults) = await Folder(hall).Write(command, CancellationToken.None);
        return (written, faults.Count);
    }

    private static async Task<string> Refused(Hall hall, FilesCommand command)
    {
        var (written, faults) = await Folder(hall).Write(command, CancellationToken.None);
        Assert.Equal((0, false), (written, Directory.Exists(command.Folder)));
        return Assert.Single(faults);
    }

    private static FilesFolder Folder(Hall hall) => new(new IncidentFiles(() => hall.Turns.Rows, hall.Vault, hall.Store.Files), hall.Looks);

    private static async Task<Hall> Reported(ViolenceKind kind = ViolenceKind.VerbalAbuse)
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Happens(Anns, new BeginReport("ann"));
        foreach (var content in new[] { Photo, Sound })
        {
            var name = await hall.Store.Files.Put(await hall.Vault.Seal("ann", (ReadOnlyMemory<byte>)content));
            await hall.Happens(Anns, new FileAdded("ann", new(FileKinds.Of(content)!.Value, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), Hall.Opening, name)));
        }
        await hall.Happens(Anns, new FillReport("ann", new() { Kinds = [kind], Injuries = Injury.None, Over = true, Post = "W1" }, Keep: false));
        if (kind == ViolenceKind.SexualHarassment)
            await hall.Pass(TimeSpan.FromDays(2));
        return hall;
    }
}
