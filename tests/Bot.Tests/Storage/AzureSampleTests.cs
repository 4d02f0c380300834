using System.Net;
using System.Runtime.CompilerServices;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>Entities as the first version stored them.</summary>
public sealed class AzureSampleTests
{
    [Fact]
    public async Task Entities_of_the_first_format_stay_readable()
    {
        using var service = new ScriptedAccount();
        service.Answer(HttpStatusCode.OK, await File.ReadAllTextAsync(Sample()));

        var row = (await service.Store().Table(Table).Get("team-1", "person!=5F204F1F"))!;

        Assert.Equal(("team-1", "person!=5F204F1F", "W/\"datetime'2026-03-01T08%3A00%3A00.1234567Z'\""), (row.Partition, row.Key, row.ETag));
        Assert.Equal("张伟", row.Columns["Name"]);
        Assert.Equal(true, row.Columns["Active"]);
        Assert.Equal(5, row.Columns["Stress"]);
        Assert.Equal(9007199254740993L, row.Columns["Seen"]);
        Assert.Equal(0.1 + 0.2, row.Columns["Share"]);
        Assert.Equal(3d, row.Columns["Whole"]);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), row.Columns["Since"]);
        Assert.Equal(new byte[] { 0, 255 }, row.Columns["Key"]);
        Assert.Equal(8, row.Columns.Count);
    }

    private static string Sample([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Samples", "azure-entity-1.json");
}
