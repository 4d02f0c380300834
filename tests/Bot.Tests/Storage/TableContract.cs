using System.Text.Json;
using CheckInBot.Bot.Storage;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What a table promises about single rows, ranges and scans, on every store.</summary>
public abstract class TableContract : IAsyncLifetime
{
    private ITestStore _opened = null!;

    protected IStore Store => _opened.Store;

    protected ITable People => Store.Table(Table);

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    public async Task InitializeAsync() => _opened = await OpenStore(Table, Other);

    public async Task DisposeAsync() => await _opened.DisposeAsync();

    public static TheoryData<string[]> OddKeys => new()
    {
        { ["plain"] },
        { ["张伟", "前厅二班"] },
        { ["19:abc@thread.tacv2;messageid=1700000000000", "29:1xY/z\\w#?%"] },
        { ["emoji 😀 and spaces ", " "] },
        { ["tab\tnewline\nquote'\"<&>"] },
        { ["a!b", "a", "=0021"] },
        { [new string('x', 500)] },
        { [new string('x', StoreLimits.KeyCharacters)] },
        { [new string('张', 102)] },
        { ["a'b''c", "../..", "%2F", "a+b", "~", "\u0000\u001f\u007f\u0085\u2028"] },
        { ["ß", "ss", "É", "e\u0301", "\ud83d\ude00\u200d", "𠮷"] },
        { ["007", "1e3", "null", "true"] },
    };

    [Theory]
    [MemberData(nameof(OddKeys))]
    public async Task A_row_is_found_again_under_any_key_that_was_joined(string[] parts)
    {
        var key = Keys.Join(parts);
        await People.Put(key, Change.Insert(key, Number(1)));
        await People.Put("other", Change.Insert(key, Number(2)));

        var row = await People.Get(key, key);

        Assert.NotNull(row);
        Assert.Equal((key, key, 1), (row.Partition, row.Key, row.N()));
        Assert.Null(await People.Get(key, "missing"));
        Assert.Null(await People.Get("missing", key));
        Assert.Single(await People.Range(key, "", "~"));
        Assert.Null(await Store.Table(Other).Get(key, key));
    }

    [Fact]
    public async Task Keys_that_look_alike_are_different_rows()
    {
        string[] keys = ["a", "A", " a", "a ", "á", "a\u0301", "ａ", "a\u200b", "a!", "a=0021", "1", "01"];
        await People.Put("p", [.. keys.Select((k, i) => Change.Insert(Keys.Join(k), Number(i)))]);

        for (var i = 0; i < keys.Length; i++)
            Assert.Equal(i, (await People.Get("p", Keys.Join(keys[i])))!.N());
    }

    public static TheoryData<string, object> Values => new()
    {
        { "empty", "" },
        { "words", "今天很累 😀 \"quoted\" \\ / \u0001 line\r\nend <b>&amp;" },
        { "longest", new string('长', StoreLimits.StringCharacters) },
        { "looks like a date", "2026-03-01T08:00:00Z" },
        { "looks like a number", "12" },
        { "yes", true },
        { "no", false },
        { "int", -5 },
        { "largest int", int.MaxValue },
        { "small long", 5L },
        { "largest long", long.MaxValue },
        { "smallest long", long.MinValue },
        { "whole double", 3d },
        { "double", 0.1 + 0.2 },
        { "large double", 1.7976931348623157E+308 },
        { "small double", 4.9406564584124654E-324 },
        { "no number", double.NaN },
        { "beyond", double.NegativeInfinity },
        { "instant", new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero).AddTicks(1234567) },
        { "early instant", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        { "last instant", DateTimeOffset.MaxValue },
        { "no bytes", Array.Empty<byte>() },
        { "bytes", new byte[] { 0, 1, 254, 255 } },
        { "longest bytes", new byte[StoreLimits.BinaryBytes] },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Every_column_comes_back_as_the_type_and_value_it_was(string name, object value)
    {
        await People.Put("p", Change.Insert("k", Columns(("Value", value), ("Name", name))));

        var byKey = await People.Get("p", "k");
        var byRange = Assert.Single(await People.Range("p", "k", "k!"));

        foreach (var row in new[] { byKey!, byRange })
        {
            Assert.Equal(value.GetType(), row.Columns["Value"].GetType());
            Assert.Equal(value, row.Columns["Value"]);
            Assert.Equal(["Name", "Value"], row.Columns.Keys.Order());
        }
        Assert.Equal(byKey!.ETag, byRange.ETag);
    }

    [Fact]
    public async Task An_instant_of_another_zone_is_stored_in_utc()
    {
        var inShanghai = new DateTimeOffset(2026, 3, 1, 16, 0, 0, TimeSpan.FromHours(8));
        await People.Put("p", Change.Insert("k", Columns(("At", inShanghai))));

        var at = (DateTimeOffset)(await People.Get("p", "k"))!.Columns["At"];

        Assert.Equal(inShanghai, at);
        Assert.Equal(TimeSpan.Zero, at.Offset);
    }

    [Fact]
    public async Task A_null_column_is_left_out_and_a_row_may_have_none()
    {
        await People.Put("p", Change.Insert("k", Columns(("Gone", null!), ("Here", "x"))), Change.Insert("bare", Columns()));

        Assert.Equal(["Here"], (await People.Get("p", "k"))!.Columns.Keys);
        Assert.Empty((await People.Get("p", "bare"))!.Columns);
    }

    [Fact]
    public async Task A_range_is_in_ordinal_order_and_takes_its_start_but_not_its_end()
    {
        string[] keys = ["a", "a!1", "a!2", "a-1", "a.1", "a1", "a=0021", "aB", "a_1", "aa", "B", "10", "9"];
        await People.Put("p", [.. keys.Select(k => Change.Insert(k, Number(0)))]);
        await People.Put("q", Change.Insert("a!3", Number(0)));

        async Task<IEnumerable<string>> Found(string from, string to, int limit = int.MaxValue) =>
            (await People.Range("p", from, to, limit)).Select(r => r.Key);

        Assert.Equal(keys.Order(StringComparer.Ordinal), await Found("", "~"));
        Assert.Equal(["a!1", "a!2"], await Found("a!", "a" + Keys.AfterSeparator));
        Assert.Equal(["a!1"], await Found("a!1", "a!2"));
        Assert.Equal(["10", "9", "B", "a"], await Found("", "~", 4));
        Assert.Equal(["a!2", "a-1"], await Found("a!2", "~", 2));
        Assert.Empty(await Found("b", "a"));
        Assert.Empty(await Found("a", "a"));
        Assert.Empty(await Found("", "~", 0));
    }

    [Fact]
    public async Task More_rows_than_one_answer_holds_are_all_read_in_order()
    {
        const int count = 1205;
        for (var start = 0; start < count; start += 100)
        {
            var chunk = Enumerable.Range(start, Math.Min(100, count - start));
            await People.Put("many", [.. chunk.Select(n => Change.Insert($"{n:D5}", Number(n)))]);
        }
        await People.Put("a-few", Change.Insert("2", Number(-1)), Change.Insert("1", Number(-2)));
        await People.Put("zuletzt", Change.Insert("1", Number(-3)));

        Assert.Equal(Enumerable.Range(0, count), (await People.Range("many", "", "~")).Select(r => r.N()));
        Assert.Equal(Enumerable.Range(7, 1100), (await People.Range("many", "00007", "~", 1100)).Select(r => r.N()));
        Assert.Equal([-2, -1, .. Enumerable.Range(0, count), -3], (await People.All()).Select(r => r.N()));
        // Also where it stands on the last page alone.
        await People.Put("zuletzt", Change.Insert("2", Columns(("N", -4), ("who", "qiu"))));
        Assert.Contains(-4, await People.ScanFor(["qiu"]).Select(r => r.N()).ToListAsync());
        Assert.Empty(await Store.Table(Other).All());
    }

    public static TheoryData<string> OddTexts => ["qiu", "秋月明", "29:1xY/z\\w#?%", "a+b@x", "quote'\"<&>", "tab\tline\n", "😀𠮷", "e\u0301", "\u0085\u2028\u00a0", "\u200d"];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task Every_row_in_which_a_text_stands_is_found_by_it_as_it_is_and_as_JSON_writes_it(string text)
    {
        string[] written = [text, JsonEncodedText.Encode(text).ToString()];
        await People.Put("p", [.. Enumerable.Range(100, 90).Select(n => Change.Insert($"{n}", Columns(("N", n), ("other", "nobody"))))]);
        await People.Put("q", Change.Insert("1", Columns(("N", 1), ("whole", text))), Change.Insert("2", Columns(("N", 2), ("part", $"a{text}z"))), Change.Insert("3", Columns(("N", 3), ("nested", JsonSerializer.Serialize(new { by = text })))));

        var found = new List<int>();
        await foreach (var row in People.ScanFor(written))
            found.Add(row.N());

        Assert.Equal([1, 2, 3], found.Where(n => n < 100));
        Assert.True(LooksForTexts == (found.Count == 3));
    }

    /// <summary>The store brings no other rows; one that cannot look for texts brings all.</summary>
    protected virtual bool LooksForTexts => false;

    [Fact]
    public async Task A_table_that_the_store_was_not_opened_with_is_unavailable()
    {
        var strange = Store.Table("Strange");

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await strange.Get("p", "k"));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await strange.Commit("p", [Change.Insert("k", Number(1))]));
        Assert.Throws<ArgumentException>(() => Store.Table("no/name"));
    }

    [Fact]
    public async Task An_unreachable_store_says_so_and_what_to_do()
    {
        await using var broken = await _opened.Broken();

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => broken.Open([Table]));

        Assert.Contains(":", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await broken.Table(Table).Get("p", "k"));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await broken.Queue.Send("wake", TimeSpan.Zero));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await broken.Queue.Receive(1, TimeSpan.FromSeconds(5)));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await broken.Commit(new TurnCommit(Table, "p", [], new Successor("wake", TimeSpan.Zero), null)));
    }
}
