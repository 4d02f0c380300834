using System.Security.Cryptography;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What the bot expects of a store of files, whichever it is.</summary>
public abstract class FilesContract : IAsyncLifetime
{
    private ITestStore _store = null!;

    private IFiles Files => _store.Store.Files;

    public async Task InitializeAsync() => _store = await OpenStore(TestRows.Table);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    [Theory]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(21_000_000)]
    public async Task What_was_put_is_there_whole_under_the_hash_of_its_content(int size)
    {
        var content = Content(size);
        var name = await Files.Put(content);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), name);
        Assert.Equal(content, await Files.Get(name));
    }

    [Fact]
    public async Task The_same_content_twice_also_at_once_is_one_file()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Files.Put(Content(5000)).AsTask()));
        Assert.Single(names.Distinct());
        await Files.Delete(names[0]);
        Assert.Null(await Files.Get(names[0]));
    }

    [Fact]
    public async Task What_is_not_there_is_nothing_and_can_be_deleted()
    {
        var never = FileNames.Of(Content(3));
        Assert.Null(await Files.Get(never));
        await Files.Delete(never);
        var name = await Files.Put(Content(4));
        await Files.Delete(name);
        await Files.Delete(name);
        Assert.Null(await Files.Get(name));
        Assert.Equal(name, await Files.Put(Content(4)));
    }

    [Fact]
    public async Task What_was_put_before_a_moment_is_listed_and_nothing_else()
    {
        Assert.Empty(await Files.PutBefore(DateTimeOffset.UtcNow.AddHours(1)).ToListAsync());
        string[] names = [await Files.Put(Content(5)), await Files.Put(Content(6))];
        Assert.Equal(names.Order(), (await Files.PutBefore(DateTimeOffset.UtcNow.AddHours(1)).ToListAsync()).Order());
        Assert.Empty(await Files.PutBefore(DateTimeOffset.UtcNow.AddHours(-1)).ToListAsync());
        await Files.Delete(names[0]);
        Assert.Equal([names[1]], await Files.PutBefore(DateTimeOffset.UtcNow.AddHours(1)).ToListAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../bot.db")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Files.Get(name));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Files.Delete(name));
    }

    [Fact]
    public async Task A_store_that_is_not_there_says_so()
    {
        var broken = await _store.Broken();
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await broken.Files.Put(Content(9)));
    }

    private static byte[] Content(int size) => [.. Enumerable.Range(0, size).Select(i => (byte)(i * 7 + size))];
}
