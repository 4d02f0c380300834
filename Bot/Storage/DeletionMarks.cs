using System.Security.Cryptography;
using System.Text;

namespace CheckInBot.Bot.Storage;

/// <summary>
/// Whom a deletion was done for, kept beside the key ring: a store that is restored from before it brings the person back, and by this they are known. A mark is a file named by an HMAC of the
/// person's id under a secret of this folder, and holds the random name of their newest deletion: it tells of nobody but to who has the secret and guesses an id.
/// </summary>
/// <param name="folder">Below the key ring.</param>
public sealed class DeletionMarks(DirectoryInfo folder)
{
    private const string Secret = "secret", Prefix = "p-", Part = ".part";
    private const int SecretBytes = 32;

    /// <summary>Written before the last of a deletion, so that no crash in between forgets it; a newer deletion of the same person takes the place of the older one.</summary>
    /// <param name="deletion">The random name of the deletion.</param>
    /// <exception cref="StoreUnavailableException">It cannot be written: the deletion must not be finished now.</exception>
    public void Add(string person, string deletion) => Try(() =>
    {
        folder.Create();
        var mark = MarkOf(person, SecretOf() ?? Make());
        WriteWhole(mark, Encoding.UTF8.GetBytes(deletion), overwrite: true);
        return true;
    });

    /// <summary>The newest deletion of every person who was deleted; empty where nobody was.</summary>
    /// <exception cref="StoreUnavailableException">The folder cannot be read, or its secret is missing. The message says what to do.</exception>
    public IReadOnlyList<string> All() => Try(() => SecretOf() is null ? [] : (IReadOnlyList<string>)[.. Marks().Select(File.ReadAllText)]);

    /// <summary>The newest deletion of the person; null for whom none was done.</summary>
    /// <inheritdoc cref="All" path="/exception"/>
    public string? Of(string person) => Try(() => SecretOf() is { } secret && MarkOf(person, secret) is var mark && File.Exists(mark) ? File.ReadAllText(mark) : null);

    private IEnumerable<string> Marks() => folder.Exists ? Directory.EnumerateFiles(folder.FullName, Prefix + "*").Where(f => !f.EndsWith(Part, StringComparison.Ordinal)) : [];

    /// <summary>Null where nothing was marked yet.</summary>
    private byte[]? SecretOf()
    {
        var file = PathOf(Secret);
        if (File.Exists(file) && File.ReadAllBytes(file) is { Length: SecretBytes } secret)
            return secret;
        return Marks().Any()
            ? throw new StoreUnavailableException($"The folder '{folder.FullName}' was copied in part: its file '{Secret}' is missing, so nobody knows whose data was deleted. Copy the newest backup of the whole key ring there. Is there none, delete the files '{Prefix}*' in it: then deletions from before a restored backup have to be asked for again.")
            : null;
    }

    private byte[] Make()
    {
        try
        {
            WriteWhole(PathOf(Secret), RandomNumberGenerator.GetBytes(SecretBytes), overwrite: false);
        }
        catch (IOException) when (File.Exists(PathOf(Secret)))
        {
            // Another instance was first: theirs is the secret.
        }
        return File.ReadAllBytes(PathOf(Secret));
    }

    private void WriteWhole(string file, byte[] content, bool overwrite)
    {
        var part = PathOf(Path.GetRandomFileName() + Part);
        using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(part, file, overwrite);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private string MarkOf(string person, byte[] secret) => PathOf(Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(person))));

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private static T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"Who was deleted cannot be read or written beside the key ring: {e.Message}");
        }
    }
}
