using System.Runtime.CompilerServices;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Rows of the log of readings, and of a deletion under way, as a version of the program stored them; the files are never changed.</summary>
public sealed class PrivacyRowTests
{
    [Fact]
    public async Task A_reading_stored_by_an_earlier_version_is_read_as_it_was()
    {
        var table = new Rosters.TableInMemory();
        await table.Commit(Keys.Join("qiuqiu"), [Change.Insert("first!sample", Sample("look.1"))]);
        var look = Assert.Single(await new AccessLog(table, TimeProvider.System).Of("qiuqiu", default));
        Assert.Equal((new DateTimeOffset(2026, 11, 23, 9, 1, 0, TimeSpan.Zero), "lee", "C-8EEC", Viewer.Leader, Ground.Shared), (look.At, look.Reader, look.Item, look.Viewer, look.Ground));
        Assert.Equal([Fact.SharedNote, Fact.Post], look.Facts);
    }

    [Theory]
    [InlineData("forgetting.1", "Everything about you is deleted")]
    [InlineData("forgetting.2", "INC-20261123-001")]
    public async Task A_deletion_that_an_earlier_version_began_is_finished(string sample, string told)
    {
        await using var hall = TwoLives.Begin();
        await hall.Open();
        await hall.Store.Table(Forgetting.TableName).Commit("people", [Change.Insert(Keys.Join("qiuqiu"), Sample(sample))]);
        Assert.Equal(1, await ForgettingTests.Of(hall).Once());
        Assert.Contains(told, hall.Channel.Posts.Single(p => p.Person == "qiuqiu").Card, StringComparison.Ordinal);
        Assert.Empty(await StoreScan.Find(hall, TwoLives.Qiu));
    }

    private static Dictionary<string, object> Sample(string name, [CallerFilePath] string here = "") =>
        new(ColumnsJson.Read(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "Samples", $"{name}.json"))), StringComparer.Ordinal);
}
