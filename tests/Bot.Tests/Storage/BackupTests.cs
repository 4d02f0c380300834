using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Turns;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>A backup is the office as it was at one moment, taken while bots work; a restore is proven, and writes over nothing.</summary>
[Collection(Azurite.Collection)]
public sealed class BackupTests(Azurite azurite) : IDisposable
{
    private readonly BackedUpOffice office = new(azurite);

    public void Dispose() => office.Dispose();

    /// <summary>Writes a number into one table and then into another, again and again, as one record tells another.</summary>
    private static async Task Count(IStore store, int from, int to)
    {
        for (var n = from; n < to; n++)
        {
            await store.Table(Other).Put("z", Change.Upsert("told", Number(n)), Change.Upsert("beside", Number(n)));
            await store.Table(Table).Put("a", Change.Upsert("tells", Number(n)), Change.Upsert("beside", Number(n)));
        }
    }

    /// <summary>No batch is torn, and whoever was told was told by somebody: the first table of the copy is never ahead.</summary>
    private static async Task<int> IsOfOneMoment(SqliteStore restored)
    {
        var (tells, told) = ((await restored.Table(Table).Get("a", "tells"))!.N(), (await restored.Table(Other).Get("z", "told"))!.N());
        Assert.Equal((tells, told), ((await restored.Table(Table).Get("a", "beside"))!.N(), (await restored.Table(Other).Get("z", "beside"))!.N()));
        Assert.InRange(told - tells, 0, 1);
        return tells;
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Rows_of_every_size_key_and_type_and_files_come_back_as_they_were(bool fromAzure, bool toAzure)
    {
        await using var sqlite = await BackedUpOffice.Live(office.Sqlite());
        await using var azure = office.Azure();
        if (fromAzure)
            await BackedUpOffice.Live(azure);
        IStore from = fromAzure ? azure : sqlite;
        await MovedRows.Everything(sqlite);
        if (fromAzure)
        {
            foreach (var row in await sqlite.Table(Table).All())
                await azure.Table(Table).Put(row.Partition, Change.Upsert(row.Key, row.Columns));
            await foreach (var name in sqlite.Files.PutBefore(DateTimeOffset.MaxValue))
                await azure.Files.Put((await sqlite.Files.Get(name))!);
        }

        var taken = fromAzure ? await BackedUpOffice.Backup().OfAzure(azure, office.File, (_, _) => { }, default) : await office.Take(sqlite);
        Assert.Null(taken.Refusal);
        Assert.Equal(2, taken.Files);
        Assert.Equal([office.File], Directory.GetFiles(Path.GetDirectoryName(office.File)!));

        await using IStore into = toAzure ? office.Azure(MovingOffice.Letters()) : office.Sqlite("new");
        var shares = new List<long>();
        var restored = await office.Restore(into, progress: (done, all) =>
        {
            lock (shares)
                shares.Add(100 * done / all);
        });
        Assert.Null(restored.Refusal);
        Assert.Equal(100, shares.Max());
        await BackedUpOffice.AreSame(from, into);
        Assert.Null(await OfficeMark.WhyNot(into, DateTimeOffset.UtcNow, default));
    }

    [Fact]
    public async Task A_file_that_is_written_meanwhile_is_copied_as_it_was_at_one_moment()
    {
        await using var bot = await BackedUpOffice.Live(office.Sqlite());
        await Count(bot, 0, 1);
        using var over = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 1; !over.IsCancellationRequested; n++)
                await Count(bot, n, n + 1);
        });
        var taken = await office.Take(bot);
        await over.CancelAsync();
        await writing;
        Assert.Null(taken.Refusal);
        await using var into = office.Sqlite("new");
        Assert.Null((await office.Restore(into)).Refusal);
        await IsOfOneMoment(into);
    }

    [Fact]
    public async Task An_account_that_is_written_meanwhile_is_read_again_until_it_rests()
    {
        await using var bot = await BackedUpOffice.Live(office.Azure());
        await Count(bot, 0, 1);
        var n = 1;
        using var wire = office.Wire(async request =>
        {
            // A record tells another one between the reading of the one and of the other.
            if (request is > 2 and < 30)
                await Count(bot, n, ++n);
        });
        await using var watched = wire.Store();
        Assert.Null((await BackedUpOffice.Backup().OfAzure(watched, office.File, (_, _) => { }, default)).Refusal);
        Assert.True(wire.Requests > 30);
        await using var into = office.Sqlite("new");
        Assert.Null((await office.Restore(into)).Refusal);
        Assert.Equal(n - 1, await IsOfOneMoment(into));
    }

    [Fact]
    public async Task An_account_that_never_rests_is_not_backed_up_in_pieces()
    {
        await using var bot = await BackedUpOffice.Live(office.Azure());
        var n = 0;
        using var wire = office.Wire(async request =>
        {
            if (request > 2)
                await Count(bot, n, ++n);
        });
        await using var watched = wire.Store();
        var taken = await BackedUpOffice.Backup().OfAzure(watched, office.File, (_, _) => { }, default);
        Assert.Contains("never rested", taken.Refusal, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(office.File)!));
    }

    [Fact]
    public async Task Messages_are_made_anew_from_the_rows()
    {
        await using var bot = await BackedUpOffice.Live(office.Sqlite());
        Dictionary<string, object> State(string id, params (string, object)[] more) =>
            Columns([("flowKind", "case"), ("flowOwner", id), ("flowId", id), ("flowVersion", 3), .. more]);
        var rows = bot.Table(FlowRows.TableName);
        await rows.Put("case!due", Change.Insert("due!s", State("due", ("flowNextAt", DateTimeOffset.UtcNow.AddMinutes(-1)))));
        await rows.Put("case!later", Change.Insert("later!s", State("later", ("flowNextAt", DateTimeOffset.UtcNow.AddHours(1)))));
        await rows.Put("case!sending", Change.Insert("sending!o!show!card!ann", Columns(("effect", "{}"))), Change.Insert("sending!s", State("sending")));
        await rows.Put("case!over", Change.Insert("over!s", State("over")));
        await bot.Queue.Send("an old one", TimeSpan.Zero);
        Assert.Null((await office.Take(bot)).Refusal);

        await using var into = office.Sqlite("new");
        Assert.Equal(3, (await office.Restore(into)).Messages);
        Assert.Equal(["due", "sending"], (await into.Queue.Receive(32, TimeSpan.FromMinutes(1))).Select(m => WakeMessage.Parse(m.Body)!.Value.Key.Owner).Order(StringComparer.Ordinal));
        Assert.Equal(3, into.Messages().Count);
    }

    [Theory]
    [InlineData("rows", "rows in the table")]
    [InlineData("files", "(files)")]
    [InlineData("office", "holds an office since")]
    public async Task A_store_that_holds_something_is_refused_and_left_as_it_is(string data, string told)
    {
        await using var bot = await BackedUpOffice.Live(office.Sqlite());
        await Count(bot, 0, 1);
        await office.Take(bot);
        await using var into = office.Sqlite("new");
        await into.Open(BackedUpOffice.Tables);
        if (data == "rows")
            await into.Table(Table).Put("mine", Change.Insert("k", Number(1)));
        else if (data == "files")
            await into.Files.Put("mine"u8.ToArray());
        else
            await BackedUpOffice.Live(into);
        Assert.Contains(told, (await office.Restore(into)).Refusal, StringComparison.Ordinal);
        Assert.Null(await into.Table(Table).Get("a", "tells"));
    }

    [Fact]
    public async Task A_restore_that_was_broken_off_starts_no_bot_and_goes_on()
    {
        await using var bot = await BackedUpOffice.Live(office.Sqlite());
        await MovedRows.Everything(bot);
        await office.Take(bot);
        var prefix = MovingOffice.Letters();
        using (var wire = new WatchedAccount(azurite.ConnectionString, prefix, WatchedAccount.CutAfter(60)))
        {
            await using var cut = wire.Store();
            await Assert.ThrowsAsync<InvalidOperationException>(() => office.Restore(cut));
        }
        await using var into = office.Azure(prefix);
        await into.Open(BackedUpOffice.Tables);
        Assert.Contains("run restore again", await OfficeMark.WhyNot(into, DateTimeOffset.UtcNow, default), StringComparison.Ordinal);
        Assert.Null((await office.Restore(into)).Refusal);
        await BackedUpOffice.AreSame(bot, into);
    }

    [Fact]
    public async Task What_is_no_whole_backup_is_refused()
    {
        await using (var bot = await BackedUpOffice.Live(office.Sqlite()))
            await bot.Table(Table).Put("a", Change.Insert("k", Number(1)));
        File.Copy(office.PathOf(null!), office.File);
        await using var into = office.Sqlite("new");
        Assert.Contains("is no backup", (await office.Restore(into)).Refusal, StringComparison.Ordinal);
        await File.WriteAllTextAsync(office.File, "not a store at all, but long enough to be looked at");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => office.Restore(into));
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused_with_its_version()
    {
        await using var bot = await BackedUpOffice.Live(office.Sqlite());
        await BackedUpOffice.Backup(shape: 2).OfSqlite(office.PathOf(bot), office.File, (_, _) => { }, default);
        await using var into = office.Sqlite("new");
        Assert.Contains("1.2.3", (await office.Restore(into, shape: 1)).Refusal, StringComparison.Ordinal);
        Assert.Null((await office.Restore(into, shape: 2)).Refusal);
    }

    [Fact]
    public async Task An_office_that_moved_away_is_not_backed_up_where_it_was()
    {
        await using var bot = await BackedUpOffice.Live(office.Sqlite());
        Assert.True(await (await OfficeMark.Of(bot, default))!.Become(bot, OfficeState.Gone, DateTimeOffset.UtcNow, default, "elsewhere"));
        Assert.NotNull((await office.Take(bot)).Refusal);
        Assert.False(File.Exists(office.File));
    }
}
