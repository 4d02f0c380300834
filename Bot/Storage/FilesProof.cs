using System.Security.Cryptography;

namespace CheckInBot.Bot.Storage;

/// <summary>Proves at the start that files can be kept, so that nobody's photo is refused for a right that is missing.</summary>
public static class FilesProof
{
    private const int Bytes = 32;

    /// <summary>Whether a file may be the proof of a program that was killed before it deleted it: nothing that was sealed is so short.</summary>
    public static bool MayBe(byte[] content) => content.Length == Bytes;

    /// <summary>Puts a few bytes, reads them back and deletes them. They are drawn anew, so that programs which start together do not delete each other's.</summary>
    /// <exception cref="StoreUnavailableException">The message names the remedy.</exception>
    public static async ValueTask Of(IFiles files, CancellationToken cancel)
    {
        var content = RandomNumberGenerator.GetBytes(Bytes);
        var name = await files.Put(content, cancel);
        var back = await files.Get(name, cancel);
        await files.Delete(name, cancel);
        if (back is null || !back.AsSpan().SequenceEqual(content))
            throw new StoreUnavailableException("The store of files gave back something else than was put into it: check its disk or account.");
    }
}
