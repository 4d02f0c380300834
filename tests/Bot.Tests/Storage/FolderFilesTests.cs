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
    public async Task A_write_that_is_broken_off_leaves_nothing()
    {
        await using var store = await SqliteTestStore.Open(TestRows.Table);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.Store.Files.Put(new byte[100], new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(store.Path)!, "files")));
    }
}
