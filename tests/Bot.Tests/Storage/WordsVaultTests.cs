using CheckInBot.Bot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What a person may expect of the words they wrote.</summary>
public sealed class WordsVaultTests : IAsyncLifetime
{
    private const string Mei = "29:mei", Bo = "29:bo";
    private const string Words = "今天客人骂了我 😔";

    private readonly ManualClock _clock = new();
    private readonly EphemeralDataProtectionProvider _keyRing = new();
    private SqliteTestStore _store = null!;

    private ITable KeyTable => _store.Store.Table(WordsVault.Table);

    public async Task InitializeAsync() => _store = await SqliteTestStore.Open(WordsVault.Table);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData(Words)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("line\r\nbreak \u0000 \"and\" <b>markup</b>")]
    public async Task What_was_sealed_opens_again_even_after_a_restart(string words)
    {
        var text = await Vault().Seal(Mei, words);

        Assert.StartsWith("w1.", text, StringComparison.Ordinal);
        Assert.Equal(words, await Vault().Open(Mei, text));
    }

    [Fact]
    public async Task The_same_words_of_the_same_person_seal_to_the_same_text()
    {
        var text = await Vault().Seal(Mei, Words);

        Assert.Equal(text, await Vault().Seal(Mei, Words));
        Assert.NotEqual(text, await Vault().Seal(Mei, Words + "!"));
        Assert.NotEqual(text, await Vault().Seal(Bo, Words));
    }

    [Fact]
    public async Task Nobody_elses_key_opens_them()
    {
        var vault = Vault();
        var text = await vault.Seal(Mei, Words);
        await vault.Seal(Bo, "x");

        await Unreadable(vault.Open(Bo, text));
    }

    [Fact]
    public async Task Words_copied_with_their_key_to_another_person_stay_closed()
    {
        var text = await Vault().Seal(Mei, Words);
        var key = (await KeyTable.Get(Keys.Join(Mei), "words"))!;
        await KeyTable.Put(Keys.Join(Bo), Change.Insert(key.Key, key.Columns));

        await Unreadable(Vault().Open(Bo, text));
    }

    [Fact]
    public async Task A_destroyed_key_makes_the_words_unreadable_and_says_so()
    {
        var vault = Vault();
        var text = await vault.Seal(Mei, Words);

        await vault.Destroy(Mei);

        var refusal = await Unreadable(vault.Open(Mei, text));
        Assert.Contains("destroyed", refusal.Message, StringComparison.Ordinal);
        await vault.Destroy(Mei);

        Assert.NotEqual(text, await vault.Seal(Mei, Words));
        await Unreadable(vault.Open(Mei, text));
    }

    [Fact]
    public async Task A_key_that_was_destroyed_elsewhere_is_forgotten_within_minutes()
    {
        var here = Vault();
        var text = await here.Seal(Mei, Words);
        await Vault().Destroy(Mei);

        _clock.Advance(WordsVault.Remembered);

        await Unreadable(here.Open(Mei, text));
    }

    [Fact]
    public async Task Many_who_seal_a_persons_first_words_at_once_share_one_key()
    {
        var texts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await Vault().Seal(Mei, Words))));

        Assert.Single(texts.Distinct());
        Assert.Single(await KeyTable.All());
    }

    [Fact]
    public async Task Altered_words_are_refused_and_never_repeated_in_the_error()
    {
        var vault = Vault();
        var text = await vault.Seal(Mei, Words);
        var altered = text[..^2] + (text[^2] == 'A' ? 'B' : 'A') + text[^1];

        foreach (var bad in new[] { altered, text[..20], "", "w1.", "w1.***", "w2." + text[3..], Words })
        {
            var refusal = await Unreadable(vault.Open(Mei, bad));
            Assert.DoesNotContain(Words, refusal.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_row_holds_the_words_or_the_bare_key()
    {
        await Vault().Seal(Mei, Words);

        var row = Assert.Single(await KeyTable.All());

        Assert.Equal(["Wrapped"], row.Columns.Keys);
        Assert.True(((byte[])row.Columns["Wrapped"]).Length > 32 + 16);
    }

    [Fact]
    public async Task A_lost_key_ring_is_named_as_the_cause()
    {
        var text = await Vault().Seal(Mei, Words);
        var stranger = new WordsVault(KeyTable, new EphemeralDataProtectionProvider(), _clock);

        var refusal = await Unreadable(stranger.Open(Mei, text));

        Assert.Contains("Data Protection", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<WordsUnreadableException>(async () => await stranger.Seal(Mei, Words));
    }

    [Fact]
    public async Task Words_that_the_first_version_sealed_stay_readable()
    {
        var key = Enumerable.Range(0, 32).Select(n => (byte)n).ToArray();
        await KeyTable.Put(Keys.Join(Mei), Change.Insert("words", TestRows.Columns(("Wrapped", key))));
        var vault = new WordsVault(KeyTable, new Unwrapped(), _clock);

        Assert.Equal(Words, await vault.Open(Mei, FirstVersion));
        Assert.Equal(FirstVersion, await vault.Seal(Mei, Words));
    }

    private const string FirstVersion = "w1.1SmgJjaJJFZ92MDeAqPCWbr7UV42fqMwfB8Qsg0BqR5aOfI7YKwmcDfU9bsE-28VrhKCcYxT";

    /// <summary>Wraps nothing, so that the sample needs no key ring.</summary>
    private sealed class Unwrapped : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => plaintext;

        public byte[] Unprotect(byte[] protectedData) => protectedData;
    }

    private WordsVault Vault() => new(KeyTable, _keyRing, _clock);

    private static Task<WordsUnreadableException> Unreadable(ValueTask<string> opening) =>
        Assert.ThrowsAsync<WordsUnreadableException>(async () => await opening);
}
