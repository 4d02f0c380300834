using CheckInBot.Bot.Hosting;

namespace CheckInBot.Bot.Tests.Hosting;

/// <summary>A backup writes over nothing, and what is written wrongly is told in a sentence.</summary>
public sealed class BackupCommandTests
{
    [Theory]
    [InlineData("backup FILE, or restore FILE", "backup")]
    [InlineData("backup FILE, or restore FILE", "restore", "a", "b")]
    [InlineData("There is no file", "restore", "nowhere.backup")]
    [InlineData("is there already", "backup", "/proc/self/status")]
    [InlineData("is there already", "backup", "/tmp")]
    [InlineData("is not there: make it first", "backup", "no/such/folder/office.backup")]
    public void What_is_wrong_is_told(string told, params string[] args)
    {
        Assert.True(BackupCommand.IsMeant(args));
        var (command, faults) = BackupCommand.Read(args);
        Assert.Null(command);
        Assert.Contains(told, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_file_is_a_backup() => Assert.Equal(new BackupCommand(false, Path.GetFullPath("new.backup")), BackupCommand.Read(["backup", "new.backup"]).Command);
}
