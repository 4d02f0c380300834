using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace CheckInBot.Bot.Storage;

/// <summary>Seals what a person wrote with a key of that person. When the key is destroyed, all their words are, in every copy.</summary>
/// <remarks>
/// AES-256-GCM with the person's id as associated data. The nonce is derived from the words, so the same words of the same
/// person seal to the same text and a repeated answer is recognised without opening it; who reads the rows learns no more than
/// how long a text is and that two are equal. Keys stand in the table <see cref="Table"/>, wrapped by Data Protection.
/// A text of n UTF-8 bytes seals to some 41 + 4n/3 characters: about 8,000 Chinese characters fit a column.
/// </remarks>
/// <param name="keys">The table of keys.</param>
/// <param name="protection">Wraps the keys; whoever holds its key ring and the table can read.</param>
/// <param name="clock">Ends the stay of a key in memory.</param>
/// <param name="destroyed">Keys that must not come back with a restored store; null where none is known.</param>
public sealed class WordsVault(ITable keys, IDataProtectionProvider protection, TimeProvider clock, DestroyedKeys? destroyed = null)
{
    /// <summary>The name of the table of keys.</summary>
    public const string Table = "Keys";

    /// <summary>How long another process may still open with a key that was destroyed; it seals with the one that stands there.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private const string Version = "w1.";
    private static readonly byte[] FileVersion = "f1."u8.ToArray();
    private const string KeyRow = "words";
    private const string Column = "Wrapped";
    private const int NonceBytes = SealedToken.NonceBytes, TagBytes = SealedToken.TagBytes, KeyBytes = 32, RememberedKeys = 1000;

    private readonly IDataProtector _wrapping = protection.CreateProtector("CheckInBot.PersonKey.v1");
    private readonly ConcurrentDictionary<string, PersonKey> _remembered = new(StringComparer.Ordinal);

    /// <summary>The words as <c>w1.</c> and base64url of nonce, tag and cipher; makes the person's key on first use.</summary>
    /// <exception cref="WordsUnreadableException">The person's key exists and cannot be unwrapped.</exception>
    /// <exception cref="StoreUnavailableException">The key can be neither read nor made.</exception>
    public async ValueTask<string> Seal(string person, string plain)
    {
        var key = await Stored(person) ?? await Make(person);
        var words = Encoding.UTF8.GetBytes(plain);
        var token = new byte[NonceBytes + TagBytes + words.Length];
        var (nonce, tag, cipher) = new SealedToken(token);
        HMACSHA256.HashData(key.NonceKey, words).AsSpan(0, NonceBytes).CopyTo(nonce);
        using var aes = new AesGcm(key.CipherKey, TagBytes);
        aes.Encrypt(nonce, words, cipher, tag, Encoding.UTF8.GetBytes(person));
        CryptographicOperations.ZeroMemory(words);
        return Version + Base64Url.EncodeToString(token);
    }

    /// <summary>The words of a sealed text of this person.</summary>
    /// <exception cref="WordsUnreadableException">The key was destroyed, or the text is another person's, altered, or of no known form.</exception>
    /// <exception cref="StoreUnavailableException">The key cannot be read now.</exception>
    public async ValueTask<string> Open(string person, string @sealed)
    {
        var token = Decode(@sealed);
        var key = await Find(person) ?? throw new WordsUnreadableException("The words cannot be read: the person's key was destroyed.");
        var words = new byte[token.Length - NonceBytes - TagBytes];
        var (nonce, tag, cipher) = new SealedToken(token);
        try
        {
            using var aes = new AesGcm(key.CipherKey, TagBytes);
            aes.Decrypt(nonce, cipher, tag, words, Encoding.UTF8.GetBytes(person));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new WordsUnreadableException("The words cannot be read: they were sealed with another key, for another person, or were altered.", e);
        }
        return Encoding.UTF8.GetString(words);
    }

    /// <summary>A file as <c>f1.</c>, nonce, tag and cipher. The nonce is drawn anew each time: the same file sealed twice is two, and one can be deleted without the other.</summary>
    /// <inheritdoc cref="Seal(string, string)" path="/exception"/>
    public async ValueTask<byte[]> Seal(string person, ReadOnlyMemory<byte> file)
    {
        var key = await Stored(person) ?? await Make(person);
        var token = new byte[FileVersion.Length + NonceBytes + TagBytes + file.Length];
        FileVersion.CopyTo(token, 0);
        var (nonce, tag, cipher) = new SealedToken(token.AsSpan(FileVersion.Length));
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.FileKey, TagBytes);
        aes.Encrypt(nonce, file.Span, cipher, tag, Encoding.UTF8.GetBytes(person));
        return token;
    }

    /// <summary>The file of a sealed one of this person.</summary>
    /// <inheritdoc cref="Open(string, string)" path="/exception"/>
    public async ValueTask<byte[]> Open(string person, ReadOnlyMemory<byte> @sealed)
    {
        if (@sealed.Length < FileVersion.Length + NonceBytes + TagBytes || !@sealed.Span.StartsWith(FileVersion))
            throw new WordsUnreadableException("The file cannot be read: it has no known form.");
        var key = await Find(person) ?? throw new WordsUnreadableException("The file cannot be read: the person's key was destroyed.");
        var token = @sealed.ToArray();
        var file = new byte[token.Length - FileVersion.Length - NonceBytes - TagBytes];
        var (nonce, tag, cipher) = new SealedToken(token.AsSpan(FileVersion.Length));
        try
        {
            using var aes = new AesGcm(key.FileKey, TagBytes);
            aes.Decrypt(nonce, cipher, tag, file, Encoding.UTF8.GetBytes(person));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new WordsUnreadableException("The file cannot be read: it was sealed with another key, for another person, or was altered.", e);
        }
        return file;
    }

    /// <summary>How many people have a key, and how many of these the key ring opens.</summary>
    public async Task<(int All, int Opened)> Count(CancellationToken cancel)
    {
        var (all, opened) = (0, 0);
        await foreach (var row in keys.Scan(cancel))
        {
            all++;
            try
            {
                CryptographicOperations.ZeroMemory(Unwrap(row));
                opened++;
            }
            catch (WordsUnreadableException)
            {
                // It is counted; its words are lost here already.
            }
        }
        return (all, opened);
    }

    /// <summary>Whether the key ring opens one of some keys; true where nobody has a key yet.</summary>
    public async Task<bool> OpensAny(CancellationToken cancel)
    {
        var looked = 0;
        await foreach (var row in keys.Scan(cancel))
        {
            try
            {
                CryptographicOperations.ZeroMemory(Unwrap(row));
                return true;
            }
            catch (WordsUnreadableException)
            {
                // A key that was lost long ago says nothing about the others.
                if (++looked == 5)
                    return false;
            }
        }
        return looked == 0;
    }

    /// <summary>Notes beside the key ring that everything about the person is deleted, so that a store from before that is known; the deletion may end after it.</summary>
    /// <param name="deletion">The random name of the deletion.</param>
    /// <exception cref="StoreUnavailableException">It cannot be written now.</exception>
    public void NoteDeletion(string person, string deletion) => destroyed?.Marks.Add(person, deletion);

    /// <summary>Destroys the person's key, and with it every word and file sealed so far; other processes forget it within <see cref="Remembered"/>.</summary>
    public async ValueTask Destroy(string person, CancellationToken cancel = default)
    {
        if (destroyed is not null && await keys.Get(Keys.Join(person), KeyRow, cancel) is { } row)
        {
            try
            {
                destroyed.Add(Unwrap(row));
            }
            catch (WordsUnreadableException)
            {
                // Nobody can open it here, and with a ring that can it would only be found by its row.
            }
        }
        await Drop(person, cancel);
    }

    /// <summary>Deletes the key of somebody of whom nothing is left that it could open; a restored store may bring both back.</summary>
    public async ValueTask Drop(string person, CancellationToken cancel = default)
    {
        await keys.Commit(Keys.Join(person), [Change.Delete(KeyRow, "*")], cancel);
        _remembered.TryRemove(person, out _);
    }

    /// <summary>People whose key was destroyed before and stands here again, because the store was restored from before that. It opens nothing; their other rows came back too.</summary>
    public async Task<IReadOnlyList<string>> Returned(CancellationToken cancel = default)
    {
        var found = new List<string>();
        await foreach (var row in keys.Scan(cancel))
        {
            try
            {
                if (destroyed?.Has(Unwrap(row)) == true)
                    found.Add(Keys.Plain(row.Partition));
            }
            catch (WordsUnreadableException)
            {
                // A key that the ring does not open opens no words either.
            }
        }
        return found;
    }

    /// <summary>Wraps every key anew with the ring's newest key; how many were wrapped, and how many the ring does not open. What was sealed stays as it is.</summary>
    public async Task<(int Wrapped, int Unreadable)> Rewrap(CancellationToken cancel = default)
    {
        var (wrapped, unreadable) = (0, 0);
        await foreach (var row in keys.Scan(cancel))
        {
            try
            {
                var columns = new Dictionary<string, object> { [Column] = _wrapping.Protect(Unwrap(row)) };
                // A key that somebody destroyed meanwhile stays destroyed.
                if ((await keys.Commit(row.Partition, [Change.Replace(row.Key, columns, row.ETag)], cancel)).Committed)
                    wrapped++;
            }
            catch (WordsUnreadableException)
            {
                unreadable++;
            }
        }
        return (wrapped, unreadable);
    }

    private async ValueTask<PersonKey?> Find(string person)
    {
        if (_remembered.TryGetValue(person, out var known) && clock.GetUtcNow() < known.Until)
            return known;
        return await Stored(person);
    }

    /// <summary>The key as it stands now: what was sealed with one that another process has just destroyed would be lost at once.</summary>
    private async ValueTask<PersonKey?> Stored(string person)
    {
        // Taken before the read, so that a key which is destroyed meanwhile is not remembered for longer.
        var until = clock.GetUtcNow() + Remembered;
        if (await keys.Get(Keys.Join(person), KeyRow) is not { } row)
        {
            _remembered.TryRemove(person, out _);
            return null;
        }
        var key = Unwrap(row);
        return destroyed?.Has(key) == true ? null : Remember(person, key, until);
    }

    private async ValueTask<PersonKey> Make(string person)
    {
        var until = clock.GetUtcNow() + Remembered;
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var columns = new Dictionary<string, object> { [Column] = _wrapping.Protect(key) };
        if ((await keys.Commit(Keys.Join(person), [Change.Insert(KeyRow, columns)])).Committed)
            return Remember(person, key, until);
        // Somebody else was first: theirs is the key.
        return await Find(person) ?? throw new StoreUnavailableException("A person's key was destroyed while words were being sealed: try again.");
    }

    private PersonKey Remember(string person, byte[] key, DateTimeOffset until)
    {
        if (_remembered.Count >= RememberedKeys)
            _remembered.Clear();
        return _remembered[person] = new PersonKey(Derive(key, "cipher"), Derive(key, "nonce"), Derive(key, "file"), until);
    }

    private byte[] Unwrap(Row row)
    {
        try
        {
            if (row.Columns.GetValueOrDefault(Column) is byte[] wrapped && _wrapping.Unprotect(wrapped) is { Length: KeyBytes } key)
                return key;
        }
        catch (CryptographicException e)
        {
            throw new WordsUnreadableException("A person's key cannot be unwrapped: restore the Data Protection key ring that wrapped it.", e);
        }
        throw new WordsUnreadableException("A person's key row holds no key.");
    }

    private static byte[] Decode(string @sealed)
    {
        try
        {
            if (@sealed.StartsWith(Version, StringComparison.Ordinal)
                && Base64Url.DecodeFromChars(@sealed.AsSpan(Version.Length)) is { Length: >= NonceBytes + TagBytes } token)
                return token;
        }
        catch (FormatException e)
        {
            throw new WordsUnreadableException("The words cannot be read: their text is not Base64.", e);
        }
        throw new WordsUnreadableException("The words cannot be read: their text has no known form.");
    }

    private static byte[] Derive(byte[] key, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes("CheckInBot.Words." + use));

    private sealed record PersonKey(byte[] CipherKey, byte[] NonceKey, byte[] FileKey, DateTimeOffset Until);
}
