using CheckInBot.Bot.Storage;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What a batch promises, on every store: all or nothing, and only on the version that was read.</summary>
public abstract class BatchContract : IAsyncLifetime
{
    private ITestStore _opened = null!;

    protected IStore Store => _opened.Store;

    protected ITable People => Store.Table(Table);

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    public async Task InitializeAsync() => _opened = await OpenStore(Table, Other);

    public async Task DisposeAsync() => await _opened.DisposeAsync();

    [Fact]
    public async Task A_batch_answers_with_the_etag_that_each_row_now_has()
    {
        var old = await People.Put("p", Change.Insert("gone", Number(0)), Change.Insert("new", Number(1)));

        var etags = await People.Put("p", Change.Insert("a", Number(2)), Change.Delete("gone", old[0]), Change.Replace("new", Number(3), old[1]), Change.Upsert("b", Number(4)));

        Assert.Equal("", etags[1]);
        Assert.Equal(etags[0], (await People.Get("p", "a"))!.ETag);
        Assert.Equal(etags[2], (await People.Get("p", "new"))!.ETag);
        Assert.Equal(etags[3], (await People.Get("p", "b"))!.ETag);
        Assert.NotEqual(old[1], etags[2]);
    }

    [Fact]
    public async Task A_batch_with_a_stale_etag_changes_nothing()
    {
        var first = await People.Put("p", Change.Insert("row", Number(1)), Change.Insert("other", Number(1)));
        await People.Put("p", Change.Replace("row", Number(2), first[0]));

        var result = await People.Commit("p", [Change.Insert("new", Number(9)), Change.Upsert("other", Number(9)), Change.Replace("row", Number(9), first[0]), Change.Insert("new2", Number(9))]);

        Assert.False(result.Committed);
        Assert.Equal(2, result.FailedAt);
        Assert.Empty(result.ETags);
        Assert.Equal([1, 2], (await People.All()).Select(r => r.N()));
        Assert.Equal(first[1], (await People.Get("p", "other"))!.ETag);
    }

    [Fact]
    public async Task Every_precondition_that_fails_is_named_by_its_place()
    {
        var etags = await People.Put("p", Change.Insert("here", Number(1)), Change.Insert("moved", Number(1)));
        await People.Put("p", Change.Upsert("moved", Number(2)));
        var stale = etags[1];
        var ok = Change.Upsert("ok", Number(0));

        async Task<int> FailedAt(params Change[] changes) => (await People.Commit("p", changes)).FailedAt;

        Assert.Equal(0, await FailedAt(Change.Insert("here", Number(9))));
        Assert.Equal(1, await FailedAt(ok, Change.Insert("here", Number(9))));
        Assert.Equal(1, await FailedAt(ok, Change.Replace("missing", Number(9), stale)));
        Assert.Equal(1, await FailedAt(ok, Change.Replace("missing", Number(9), "*")));
        Assert.Equal(1, await FailedAt(ok, Change.Replace("moved", Number(9), stale)));
        Assert.Equal(1, await FailedAt(ok, Change.Delete("missing", stale)));
        Assert.Equal(1, await FailedAt(ok, Change.Delete("missing", "*")));
        Assert.Equal(1, await FailedAt(ok, Change.Delete("moved", stale), Change.Insert("here", Number(9))));
        Assert.Null(await People.Get("p", "ok"));
    }

    [Fact]
    public async Task A_replacement_leaves_no_column_of_the_old_row()
    {
        var etag = (await People.Put("p", Change.Insert("k", Columns(("Old", 1), ("Kept", "x")))))[0];
        await People.Put("p", Change.Replace("k", Columns(("Kept", "y")), etag));
        Assert.Equal(["Kept"], (await People.Get("p", "k"))!.Columns.Keys);

        await People.Put("p", Change.Upsert("k", Columns(("New", true))));
        Assert.Equal(["New"], (await People.Get("p", "k"))!.Columns.Keys);

        await People.Put("p", Change.Replace("k", Columns(("Any", 1d)), "*"));
        Assert.Equal(["Any"], (await People.Get("p", "k"))!.Columns.Keys);
    }

    [Fact]
    public async Task An_upsert_needs_no_row_and_minds_none()
    {
        await People.Put("p", Change.Upsert("k", Number(1)));
        await People.Put("p", Change.Upsert("k", Number(2)));

        Assert.Equal(2, Assert.Single(await People.All()).N());
    }

    [Fact]
    public async Task A_row_is_deleted_by_its_etag_or_by_any()
    {
        var etags = await People.Put("p", Change.Insert("a", Number(1)), Change.Insert("b", Number(2)));

        await People.Put("p", Change.Delete("a", etags[0]), Change.Delete("b", "*"));

        Assert.Empty(await People.All());
    }

    [Fact]
    public async Task A_row_that_was_deleted_and_written_anew_has_another_etag()
    {
        var etag = (await People.Put("p", Change.Insert("k", Number(1))))[0];
        await People.Put("p", Change.Delete("k", "*"));
        await People.Put("p", Change.Insert("k", Number(1)));

        Assert.False((await People.Commit("p", [Change.Replace("k", Number(2), etag)])).Committed);
    }

    [Fact]
    public async Task A_hundred_changes_are_one_batch_and_none_is_one_too()
    {
        await People.Put("p", [.. Enumerable.Range(0, 100).Select(n => Change.Insert($"{n:D3}", Number(n)))]);
        Assert.Equal(100, (await People.All()).Count);

        var result = await People.Commit("p", [.. Enumerable.Range(0, 99).Select(n => Change.Upsert($"{n:D3}", Number(-1))), Change.Insert("099", Number(-1))]);
        Assert.Equal(99, result.FailedAt);
        Assert.Equal(Enumerable.Range(0, 100), (await People.All()).Select(r => r.N()));

        Assert.True((await People.Commit("p", [])).Committed);
    }

    [Fact]
    public async Task A_batch_as_large_as_allowed_is_stored_whole()
    {
        var words = new string('长', 32_000);
        await People.Put("p", [.. Enumerable.Range(0, 37).Select(n => Change.Insert($"{n:D3}", Columns(("Words", words))))]);

        Assert.All(await People.All(), row => Assert.Equal(words, row.Columns["Words"]));
    }

    [Fact]
    public async Task A_row_as_large_and_as_wide_as_allowed_is_stored_whole()
    {
        var large = Columns([.. Enumerable.Range(0, 15).Select(n => ($"C{n}", (object)new string('x', StoreLimits.StringCharacters)))]);
        var left = StoreLimits.RowBytes - StoreLimits.RowSize("p", Change.Insert("large", large));
        large["Rest"] = new string('x', (int)(left - 48 - 2 * "Rest".Length) / 2);
        Assert.Equal(StoreLimits.RowBytes, StoreLimits.RowSize("p", Change.Insert("large", large)));
        var wide = Columns([.. Enumerable.Range(0, StoreLimits.Columns).Select(n => ($"C{n}", (object)n))]);

        await People.Put("p", Change.Insert("large", large), Change.Insert("wide", wide));

        Assert.Equal(large, (await People.Get("p", "large"))!.Columns);
        Assert.Equal(wide, (await People.Get("p", "wide"))!.Columns);
    }

    [Fact]
    public async Task No_increment_is_lost_when_many_race()
    {
        const int racers = 8, each = 12;
        await People.Put("p", Change.Insert("counter", Number(0)));

        async Task Increment()
        {
            while (true)
            {
                var row = (await People.Get("p", "counter"))!;
                if ((await People.Commit("p", [Change.Replace("counter", Number(row.N() + 1), row.ETag)])).Committed)
                    return;
            }
        }

        await Task.WhenAll(Enumerable.Range(0, racers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
                await Increment();
        })));

        Assert.Equal(racers * each, (await People.Get("p", "counter"))!.N());
    }

    [Fact]
    public async Task Of_many_who_insert_the_same_row_one_succeeds()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(async () => await People.Commit("p", [Change.Insert("once", Number(n)), Change.Insert($"{n}", Number(n))]))));

        var winner = Assert.Single(Enumerable.Range(0, 16), n => results[n].Committed);
        Assert.Equal([$"{winner}", "once"], (await People.All()).Select(r => r.Key));
        Assert.All(results.Where(r => !r.Committed), r => Assert.Equal(0, r.FailedAt));
    }

    private static readonly Dictionary<string, (Change[] Changes, string Told)> Bad = new()
    {
        ["more than 100 changes"] = ([.. Enumerable.Range(0, 101).Select(n => Change.Insert($"{n}", Number(n)))], "at most 100 changes; this one holds 101"),
        ["the same row twice"] = ([Change.Delete("k", "*"), Change.Insert("k", Number(1))], "the same row twice"),
        ["no key"] = ([Change.Insert("", Number(1))], "1 to 512 characters; this one has 0"),
        ["a slash"] = ([Change.Insert("a/b", Number(1))], "Keys.Join"),
        ["a backslash"] = ([Change.Insert("a\\b", Number(1))], "Keys.Join"),
        ["a hash"] = ([Change.Insert("a#b", Number(1))], "Keys.Join"),
        ["a question mark"] = ([Change.Insert("a?b", Number(1))], "Keys.Join"),
        ["a quote"] = ([Change.Insert("a'b", Number(1))], "Keys.Join"),
        ["a percent sign"] = ([Change.Insert("a%b", Number(1))], "Keys.Join"),
        ["a control character"] = ([Change.Insert("a\u007fb", Number(1))], "Keys.Join"),
        ["a Chinese key"] = ([Change.Insert("张", Number(1))], "Keys.Join"),
        ["an emoji"] = ([Change.Insert("😀", Number(1))], "Keys.Join"),
        ["a key of 513 characters"] = ([Change.Insert(new string('k', 513), Number(1))], "1 to 512 characters; this one has 513"),
        ["a decimal"] = ([Change.Insert("k", Columns(("Price", 1m)))], "'Price' has the type Decimal"),
        ["a column of the entity"] = ([Change.Insert("k", Columns(("RowKey", "x")))], "'RowKey' is no column name"),
        ["a column name with a space"] = ([Change.Insert("k", Columns(("a b", "x")))], "'a b' is no column name"),
        ["a long string"] = ([Change.Insert("k", Columns(("Words", new string('x', StoreLimits.StringCharacters + 1))))], "'Words' has 32769 characters; at most 32768"),
        ["half a character"] = ([Change.Insert("k", Columns(("Words", "\ud83d")))], "'Words' holds half"),
        ["long bytes"] = ([Change.Insert("k", Columns(("Bytes", new byte[64 * 1024 + 1])))], "'Bytes' has 65537 bytes; at most 65536"),
        ["a large row"] = ([Change.Insert("k", Columns([.. Enumerable.Range(0, 17).Select(n => ($"C{n}", (object)new string('x', 32 * 1024)))]))], "A row has at most 1048576 bytes; this one has 11"),
        ["a wide row"] = ([Change.Insert("k", Columns([.. Enumerable.Range(0, 253).Select(n => ($"C{n}", (object)n))]))], "at most 252 columns; this one has 253"),
        ["a large batch"] = ([.. Enumerable.Range(0, 60).Select(n => Change.Insert($"{n}", Columns(("Words", new string('x', 32 * 1024)))))], "A batch has at most 3670016 bytes; this one has 39"),
        ["an instant before 1601"] = ([Change.Insert("k", Columns(("At", DateTimeOffset.MinValue)))], "'At' holds an instant before 1601"),
        ["a replacement without an etag"] = ([Change.Replace("k", Number(1), "")], "names the ETag"),
        ["a deletion without an etag"] = ([Change.Delete("k", "")], "names the ETag"),
    };

    public static TheoryData<string> Unacceptable => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Unacceptable))]
    public async Task What_no_store_accepts_is_refused_with_its_figure_before_it_is_sent(string what)
    {
        var (changes, told) = Bad[what];
        var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await People.Commit("p", changes));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Commit(new TurnCommit(Table, "p", changes, null, null)));

        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxxxx", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await People.All());
    }

    [Fact]
    public async Task A_malformed_partition_is_refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await People.Commit("a?b", [Change.Insert("k", Number(1))]));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await People.Get("a#b", "k"));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await People.Range("", "", "~"));
    }
}
