using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Tests.Turns;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace CheckInBot.Bot.Tests.Hosting;

/// <summary><c>keys rotate</c> as the program runs it, over a key ring and stores that are backed up and restored.</summary>
public sealed class RotateCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("checkinbot-rotate-");

    private string Ring => Path.Combine(folder.FullName, "keys");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("keys")]
    [InlineData("keys", "rotate", "now")]
    [InlineData("keys", "Rotate")]
    public void What_is_written_otherwise_is_told_and_changes_nothing(params string[] args)
    {
        Assert.True(RotateCommand.IsMeant(args));
        Assert.Contains("Write: keys rotate", Assert.Single(RotateCommand.Faults(args)), StringComparison.Ordinal);
    }

    [Fact]
    public void Written_rightly_it_is_meant() => Assert.Empty(RotateCommand.Faults(["keys", "rotate"]));

    [Fact]
    public async Task Words_are_readable_before_and_after_however_often_it_runs()
    {
        await using var store = await Opened("a");
        var (anns, bens) = (await Seal(store, "ann", "one"), await Seal(store, "ben", "two"));
        for (var times = 1; times <= 3; times++)
        {
            Assert.Equal((0, true), (await Rotate(store) is var (code, said) ? code : -1, said.Contains("keys of 2 people", StringComparison.Ordinal)));
            Assert.Equal(("one", "two"), (await Open(store, "ann", anns), await Open(store, "ben", bens)));
            // No key of the ring ever goes: backups need it.
            Assert.Equal(times + 1, Directory.GetFiles(Ring, "key-*.xml").Length);
        }
    }

    [Fact]
    public async Task A_bot_without_anybody_yet_has_a_new_key_and_no_fault()
    {
        await using var store = await Opened("a");
        var (code, said) = await Rotate(store);
        Assert.Equal(0, code);
        Assert.Contains("keys of 0 people", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_ring_does_not_open_stays_and_the_command_says_so_and_fails()
    {
        await using var store = await Opened("a");
        var anns = await Seal(store, "ann", "one");
        Directory.Move(Ring, Ring + "-lost");
        var bens = await Seal(store, "ben", "two");
        var (code, said) = await Rotate(store);
        Assert.Equal(1, code);
        Assert.Contains("the key of 1 person", said, StringComparison.Ordinal);
        Assert.Equal("two", await Open(store, "ben", bens));
        // With the lost ring back beside the new one everything opens.
        foreach (var file in Directory.GetFiles(Ring + "-lost", "key-*.xml"))
            File.Copy(file, Path.Combine(Ring, Path.GetFileName(file)));
        Assert.Equal("one", await Open(store, "ann", anns));
        Assert.Equal(0, (await Rotate(store)).Code);
    }

    [Fact]
    public async Task A_ring_that_cannot_be_written_is_a_sentence_and_nothing_was_changed()
    {
        await using var store = await Opened("a");
        File.WriteAllText(Path.Combine(folder.FullName, "in-the-way"), "");
        await using var program = Program(store, Path.Combine(folder.FullName, "in-the-way", "keys"));
        using var output = new StringWriter();
        Assert.Equal(1, await RotateCommand.Run(program, output, default));
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task A_rotation_that_breaks_off_leaves_everything_readable_and_the_next_one_finishes_it()
    {
        await using var inner = await Opened("a");
        var store = new FaultyStore(inner);
        var words = new Dictionary<string, string>();
        foreach (var person in new[] { "ann", "ben", "cara", "dan" })
            words[person] = await Seal(inner, person, $"words of {person}");
        for (var write = 1; write <= 4; write++)
        {
            var left = write;
            store.Fails = request => request == $"{WordsVault.Table}.Commit" && --left == 0 ? write % 2 == 0 : null;
            await Assert.ThrowsAsync<StoreUnavailableException>(() => Rotate(store));
            foreach (var (person, kept) in words)
                Assert.Equal($"words of {person}", await Open(inner, person, kept));
        }
        store.Fails = null;
        Assert.Equal(0, (await Rotate(store)).Code);
        foreach (var (person, kept) in words)
            Assert.Equal($"words of {person}", await Open(inner, person, kept));
    }

    [Fact]
    public async Task A_backup_from_before_opens_with_the_ring_of_after_and_what_was_destroyed_stays_so()
    {
        string anns, bens;
        await using (var store = await Opened("a"))
        {
            (anns, bens) = (await Seal(store, "ann", "one"), await Seal(store, "ben", "two"));
        }
        Directory.CreateDirectory(Path.Combine(folder.FullName, "old"));
        File.Copy(PathOf("a"), PathOf("old"));
        await using (var store = await Opened("a"))
        {
            await using (var program = Program(store))
                await program.GetRequiredService<WordsVault>().Destroy("ann");
            Assert.Equal(0, (await Rotate(store)).Code);
        }
        await using var restored = await Opened("old");
        Assert.Equal("two", await Open(restored, "ben", bens));
        await Assert.ThrowsAsync<WordsUnreadableException>(() => Open(restored, "ann", anns));
        // Wrapped anew it is still the key that was destroyed.
        Assert.Equal(0, (await Rotate(restored)).Code);
        await Assert.ThrowsAsync<WordsUnreadableException>(() => Open(restored, "ann", anns));
        await using (var start = Program(restored))
            Assert.Equal(["ann"], await start.GetRequiredService<WordsVault>().Returned());
        await Assert.ThrowsAsync<WordsUnreadableException>(() => Open(restored, "ann", anns));
        Assert.Equal("two", await Open(restored, "ben", bens));
    }

    [Fact]
    public async Task A_program_that_was_running_opens_what_another_one_wrapped_with_a_key_it_has_not_read()
    {
        await using var store = await Opened("a");
        var anns = await Seal(store, "ann", "one");
        // The framework reads the ring once a day: here it is the ring as it was.
        var before = Directory.CreateDirectory(Ring + "-before").FullName;
        foreach (var file in Directory.GetFiles(Ring))
            File.Copy(file, Path.Combine(before, Path.GetFileName(file)));
        Assert.Equal(0, (await Rotate(store)).Code);
        var running = new WordsVault(store.Table(WordsVault.Table), new SharedKeyRing(RingIn(before), () => RingIn(Ring), TimeProvider.System), TimeProvider.System);
        Assert.Equal("one", await running.Open("ann", anns));
        Assert.Equal("more", await Open(store, "ann", await running.Seal("ann", "more")));
        var alone = new WordsVault(store.Table(WordsVault.Table), RingIn(before), TimeProvider.System);
        await Assert.ThrowsAsync<WordsUnreadableException>(async () => await alone.Open("ann", anns));
    }

    private static IDataProtectionProvider RingIn(string ring) => DataProtectionProvider.Create(new DirectoryInfo(ring), r => r.SetApplicationName("CheckInBot").DisableAutomaticKeyGeneration());

    private async Task<(int Code, string Said)> Rotate(IStore store)
    {
        await using var program = Program(store);
        using var output = new StringWriter();
        var code = await RotateCommand.Run(program, output, default);
        return (code, output.ToString());
    }

    /// <summary>Each time a program of its own, which knows no key from before.</summary>
    private async Task<string> Seal(IStore store, string person, string words)
    {
        await using var program = Program(store);
        return await program.GetRequiredService<WordsVault>().Seal(person, words);
    }

    private async Task<string> Open(IStore store, string person, string words)
    {
        await using var program = Program(store);
        return await program.GetRequiredService<WordsVault>().Open(person, words);
    }

    private ServiceProvider Program(IStore store, string? ring = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStore(store, ring ?? Ring);
        return services.BuildServiceProvider();
    }

    private async Task<SqliteStore> Opened(string name)
    {
        var store = new SqliteStore(PathOf(name), TimeProvider.System);
        await store.Open([WordsVault.Table]);
        return store;
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name, "bot.db");
}
