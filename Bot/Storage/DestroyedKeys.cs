using System.Security.Cryptography;

namespace CheckInBot.Bot.Storage;

/// <summary>
/// Which people's keys were destroyed, kept beside the key ring and not in the store: a store that is restored from before a deletion brings such a key back, and here it is known. What is kept
/// is a hash of the random key, which tells of nobody.
/// </summary>
/// <param name="keyRing">Folder of the key ring; the records lie in a folder of their own below it.</param>
public sealed class DestroyedKeys(string keyRing)
{
    private readonly DirectoryInfo folder = new(Path.Combine(keyRing, "destroyed"));

    /// <summary>Whom all of it was deleted for, whether they had a key or not.</summary>
    public DeletionMarks Marks { get; } = new(new(Path.Combine(keyRing, "destroyed")));

    /// <summary>Written before the key goes, so that no crash in between forgets it.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be written: the key must not be destroyed now.</exception>
    public void Add(ReadOnlySpan<byte> key)
    {
        try
        {
            folder.Create();
            using var mark = new FileStream(PathOf(key), FileMode.OpenOrCreate, FileAccess.Write);
            mark.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"That a key is destroyed cannot be written beside the key ring: {e.Message}");
        }
    }

    public bool Has(ReadOnlySpan<byte> key) => File.Exists(PathOf(key));

    private string PathOf(ReadOnlySpan<byte> key) => Path.Combine(folder.FullName, Convert.ToHexStringLower(SHA256.HashData([.. "CheckInBot.Destroyed"u8, .. key])));
}
