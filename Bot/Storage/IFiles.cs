using System.Security.Cryptography;

namespace CheckInBot.Bot.Storage;

/// <summary>Contents too large for a row, sealed before they come here. A row that names one is committed after it was put.</summary>
/// <remarks>What no row names, because a program ended between the two, is an orphan: <see cref="Flows.OrphanFiles"/> deletes it after a day.</remarks>
public interface IFiles
{
    /// <summary>Keeps a content whole or not at all; the same content again is the same file.</summary>
    /// <returns>The name under which it lies: the SHA-256 of the content as 64 lower-case hex digits, and nothing else.</returns>
    /// <exception cref="StoreUnavailableException">It is not known to be kept.</exception>
    ValueTask<string> Put(ReadOnlyMemory<byte> content, CancellationToken cancel = default);

    /// <summary>The content; null when there is none of that name.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read now.</exception>
    ValueTask<byte[]?> Get(string name, CancellationToken cancel = default);

    /// <summary>Deletes what is there; nothing there is no fault.</summary>
    /// <exception cref="StoreUnavailableException">It is not known to be gone.</exception>
    ValueTask Delete(string name, CancellationToken cancel = default);

    /// <summary>Names of everything that was put before that moment of real time, in no order.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be told now.</exception>
    IAsyncEnumerable<string> PutBefore(DateTimeOffset at, CancellationToken cancel = default);
}

/// <summary>How files are named.</summary>
public static class FileNames
{
    public static string Of(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));

    public static bool Is(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    /// <exception cref="ArgumentException">It is no name that <see cref="Of"/> gives, and might lead elsewhere.</exception>
    public static string Checked(string name) =>
        Is(name) ? name : throw new ArgumentException("A file's name is 64 lower-case hex digits.", nameof(name));
}
