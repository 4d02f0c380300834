using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What the owner of a SQLite file may expect of it.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("checkinbot-file-");
    private readonly ManualClock _clock = new();

    private string File => Path.Combine(_folder.FullName, "deep", "bot.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_second_store_on_the_same_file_is_refused_until_the_first_lets_go()
    {
        await using (await Open())
        {
            await using var second = new SqliteStore(File, _clock);

            var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => second.Open([Table]));

            Assert.Contains("already open in another process", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("Azure", refusal.Message, StringComparison.Ordinal);
        }
        await using var third = await Open();
    }

    [Fact]
    public async Task A_lock_file_that_was_left_behind_locks_nobody_out()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File + "-lock", "");

        await using var store = await Open();
    }

    [Fact]
    public async Task Rows_messages_and_etags_outlive_a_restart()
    {
        string etag;
        await using (var store = await Open())
        {
            etag = (await store.Table(Table).Put("p", Change.Insert("k", Number(1))))[0];
            await store.Queue.Send("wake", TimeSpan.FromHours(1));
        }

        await using var again = await Open();
        Assert.Equal(etag, (await again.Table(Table).Get("p", "k"))!.ETag);
        Assert.NotEqual(etag, (await again.Table(Table).Put("p", Change.Upsert("k", Number(2))))[0]);
        Assert.Empty(await again.Queue.Receive(1, TimeSpan.FromMinutes(1)));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("wake", Assert.Single(await again.Queue.Receive(1, TimeSpan.FromMinutes(1))).Body);
    }

    [Fact]
    public async Task A_closed_store_says_that_it_is_closed()
    {
        var store = await Open();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Table(Table).Get("p", "k"));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Queue.Send("wake", TimeSpan.Zero));
    }

    [Fact]
    public async Task A_file_of_something_else_is_refused_with_a_remedy()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, new string('x', 4096));
        await using var store = new SqliteStore(File, _clock);

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Open([Table]));

        Assert.Contains("backup", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_left_alone()
    {
        await using (await Open()) { }
        Run("PRAGMA user_version=2");
        await using var store = new SqliteStore(File, _clock);

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Open([Table]));

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_fails_is_undone_whole_and_its_neighbours_land()
    {
        await using (var store = await Open())
            await store.Table(Table).Put("p", Change.Insert("k", Number(1)));
        // Stands for any fault of the file that strikes one write of a group.
        Run("CREATE TRIGGER full BEFORE INSERT ON rows WHEN NEW.key='grows' BEGIN SELECT RAISE(ABORT, 'full'); END");

        await using var again = await Open();
        var people = again.Table(Table);
        var neighbours = Enumerable.Range(0, 20).Select(n => people.Put("p", Change.Insert($"n{n}", Number(n)))).ToList();
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await people.Commit("p", [Change.Insert("before", Number(2)), Change.Insert("grows", Number(2))]));
        await Task.WhenAll(neighbours);

        Assert.Null(await people.Get("p", "before"));
        Assert.Equal(21, (await people.All()).Count);
    }

    [Fact]
    public async Task Hundreds_of_turns_at_once_each_get_their_own_answer()
    {
        await using var store = await Open();
        var people = store.Table(Table);
        await people.Put("p", Change.Insert("taken", Number(0)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 600).Select(n => Task.Run(async () =>
            await people.Commit("p", [Change.Insert($"row{n}", Number(n)), Change.Insert(n % 3 == 0 ? "taken" : $"also{n}", Number(n))]))));

        for (var n = 0; n < answers.Length; n++)
        {
            Assert.Equal(n % 3 != 0, answers[n].Committed);
            Assert.Equal(n % 3 == 0 ? null : answers[n].ETags[0], (await people.Get("p", $"row{n}"))?.ETag);
        }
    }

    [Fact]
    public async Task A_turns_refusal_sends_no_successor_and_keeps_its_cause()
    {
        await using var store = await Open();
        await store.Table(Table).Put("p", Change.Insert("state", Number(1)));
        await store.Queue.Send("cause", TimeSpan.Zero);
        var cause = Assert.Single(await store.Queue.Receive(1, TimeSpan.FromMinutes(1)));

        await store.Commit(new TurnCommit(Table, "p", [Change.Insert("state", Number(2))], new Successor("next", TimeSpan.Zero), cause));

        Assert.Empty(await store.Queue.Receive(32, TimeSpan.FromMinutes(1)));
        Assert.True(await store.Queue.Delete(cause));
    }

    [Fact]
    public async Task Who_gave_up_before_the_write_began_changed_nothing()
    {
        await using var store = await Open();
        using var gaveUp = new CancellationTokenSource();
        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.Table(Table).Commit("p", [Change.Insert("k", Number(1))], gaveUp.Token));

        Assert.Empty(await store.Table(Table).All());
    }

    [Fact]
    public async Task Rows_of_the_first_format_stay_readable()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        Run(await System.IO.File.ReadAllTextAsync(Sample()));

        await using var store = await Open();
        var row = (await store.Table(Table).Get("team-1", "person!=5F204F1F"))!;

        Assert.Equal("7", row.ETag);
        Assert.Equal("张伟", row.Columns["Name"]);
        Assert.Equal(true, row.Columns["Active"]);
        Assert.Equal(5, row.Columns["Stress"]);
        Assert.Equal(9007199254740993L, row.Columns["Seen"]);
        Assert.Equal(0.1 + 0.2, row.Columns["Share"]);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), row.Columns["Since"]);
        Assert.Equal(new byte[] { 0, 255 }, row.Columns["Key"]);
        Assert.Equal("wake team-1 7", Assert.Single(await store.Queue.Receive(1, TimeSpan.FromMinutes(1))).Body);
        Assert.True(long.Parse((await store.Table(Table).Put("team-1", Change.Upsert("new", Number(1))))[0], System.Globalization.CultureInfo.InvariantCulture) > 8);
    }

    private async Task<SqliteStore> Open()
    {
        var store = new SqliteStore(File, _clock);
        await store.Open([Table]);
        return store;
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Sample([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Samples", "sqlite-format-1.sql");
}
