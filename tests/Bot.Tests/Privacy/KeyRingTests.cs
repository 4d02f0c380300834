using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Tests.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>The key ring beside a store that is backed up, restored and rotated.</summary>
public sealed class KeyRingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("checkinbot-ring-");

    private string Ring => Path.Combine(folder.FullName, "keys");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_wrapping_key_wraps_new_people_and_the_old_ones_anew_and_all_words_open()
    {
        await using var store = await Opened("a.db");
        await using var services = Protection();
        var vault = Vault(store, services);
        var before = await vault.Seal("ann", "markedWords");
        var wrapped = await Wrapped(store, "ann");
        services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        Assert.Equal((1, 0), await vault.Rewrap());
        Assert.NotEqual(wrapped, await Wrapped(store, "ann"));
        var later = await vault.Seal("ben", "others");
        // Another process that reads the ring now opens both.
        await using var elsewhere = Protection();
        Assert.Equal("markedWords", await Vault(store, elsewhere).Open("ann", before));
        Assert.Equal("others", await Vault(store, elsewhere).Open("ben", later));
        Assert.Equal(2, Directory.GetFiles(Ring, "*.xml").Length);
    }

    [Fact]
    public async Task A_restored_store_opens_with_its_ring_and_with_no_other()
    {
        string sealed1;
        await using (var store = await Opened("a.db"))
        {
            await using var services = Protection();
            sealed1 = await Vault(store, services).Seal("ann", "markedWords");
        }
        Copy("a.db", "restored.db");
        await using var restored = await Opened("restored.db");
        await using (var services = Protection())
            Assert.Equal("markedWords", await Vault(restored, services).Open("ann", sealed1));
        await using var other = Protection(Path.Combine(folder.FullName, "other"));
        await Assert.ThrowsAsync<WordsUnreadableException>(async () => await Vault(restored, other).Open("ann", sealed1));
    }

    [Fact]
    public async Task A_store_from_before_a_deletion_brings_no_word_of_the_person_back()
    {
        string hers, his;
        await using (var store = await Opened("a.db"))
        {
            await using var services = Protection();
            hers = await Vault(store, services).Seal("ann", "markedWords");
            his = await Vault(store, services).Seal("ben", "others");
        }
        Copy("a.db", "backup.db");
        await using (var store = await Opened("a.db"))
        {
            await using var services = Protection();
            await Vault(store, services).Destroy("ann");
        }
        await using var restored = await Opened("backup.db");
        await using var now = Protection();
        var vault = Vault(restored, now);
        // Before the start has looked, and after it.
        await Assert.ThrowsAsync<WordsUnreadableException>(async () => await vault.Open("ann", hers));
        Assert.Equal(["ann"], await vault.Returned());
        await vault.Destroy("ann");
        await Assert.ThrowsAsync<WordsUnreadableException>(async () => await vault.Open("ann", hers));
        Assert.Equal("others", await vault.Open("ben", his));
        // Whoever comes back later has a new key, which stays.
        var anew = await vault.Seal("ann", "new words");
        Assert.Empty(await vault.Returned());
        Assert.Equal("new words", await vault.Open("ann", anew));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(Ring, "destroyed")), f => f.Contains("ann", StringComparison.Ordinal));
    }

    private WordsVault Vault(SqliteStore store, IServiceProvider services) =>
        new(store.Table(WordsVault.Table), services.GetRequiredService<IDataProtectionProvider>(), TimeProvider.System, new DestroyedKeys(Ring));

    private ServiceProvider Protection(string? ring = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().SetApplicationName("CheckInBot").PersistKeysToFileSystem(new DirectoryInfo(ring ?? Ring));
        return services.BuildServiceProvider();
    }

    private async Task<SqliteStore> Opened(string file)
    {
        var store = new SqliteStore(Path.Combine(folder.FullName, file), new ManualClock(DateTimeOffset.UtcNow));
        await store.Open([WordsVault.Table]);
        return store;
    }

    private void Copy(string from, string to)
    {
        foreach (var end in new[] { "", "-wal" }.Where(e => File.Exists(Path.Combine(folder.FullName, from + e))))
            File.Copy(Path.Combine(folder.FullName, from + end), Path.Combine(folder.FullName, to + end));
    }

    private static async Task<byte[]> Wrapped(SqliteStore store, string person) => (byte[])(await store.Table(WordsVault.Table).Get(person, "words"))!.Columns["Wrapped"];
}
