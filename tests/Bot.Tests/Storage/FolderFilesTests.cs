using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What lies in the folder beside the SQLite file.</summary>
public sealed class FolderFilesTests
{
    [Fact]
    public async Task Only_the_program_reads_a_file_and_nothing_but_whole_files_lies_there()
    {
        await using var store = await SqliteTestStore.Open(TestRows.Table);
        var name = await store.Store.Files.Put(new byte[] { 1, 2, 3 });
        var file = Assert.Single(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(store.Path)!, "files")));
        Assert.Equal(name, Path.GetFileName(file));
        if (!OperatingSystem.IsWindows())
            Assert.Equal((UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), (File.GetUnixFileMode(file), File.GetUnixFileMode(Path.GetDirectoryName(file)!)));
    }

    [Fact]
    public async Task What_was_half_written_when_the_program_ended_is_gone_after_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("checkinbot-files-");
        var half = Path.Combine(folder.CreateSubdirectory("files").FullName, "abc.part");
        await File.WriteAllTextAsync(half, "half");
        await using (var store = new SqliteStore(Path.Combine(folder.FullName, "bot.db"), TimeProvider.System))
            await store.Open([TestRows.Table]);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(half)!));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_stops_the_start_and_says_which()
    {
        var folder = Directory.CreateTempSubdirectory("checkinbot-files-");
        var files = Path.Combine(folder.FullName, "files");
        await File.WriteAllTextAsync(files, "in the way");
        await using (var store = new SqliteStore(Path.Combine(folder.FullName, "bot.db"), TimeProvider.System))
        {
            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Open([TestRows.Table]));
            Assert.Contains(files, fault.Message, StringComparison.Ordinal);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_write_that_is_broken_off_leaves_nothing()
    {
        await using var store = await SqliteTestStore.Open(TestRows.Table);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.Store.Files.Put(new byte[100], new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(store.Path)!, "files")));
    }
}
