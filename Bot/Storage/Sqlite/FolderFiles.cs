using System.Runtime.CompilerServices;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>Files in a folder beside the database, each readable by the program's account only.</summary>
/// <remarks>Written under another name, flushed to the disk and renamed: under its name a file is always whole.</remarks>
/// <param name="folder">Made with the first file.</param>
internal sealed class FolderFiles(string folder) : IFiles
{
    private const string Unfinished = ".part";
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public ValueTask<string> Put(ReadOnlyMemory<byte> content, CancellationToken cancel = default) => Do(async () =>
    {
        var name = FileNames.Of(content);
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
            return name;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Own | UnixFileMode.UserExecute);
        var part = Path.Combine(folder, Path.GetRandomFileName() + Unfinished);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = Own;
            await using (var file = new FileStream(part, options))
            {
                await file.WriteAsync(content, cancel);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
        return name;
    });

    public ValueTask<byte[]?> Get(string name, CancellationToken cancel = default) => Do(async () =>
    {
        try
        {
            return await File.ReadAllBytesAsync(Path.Combine(folder, FileNames.Checked(name)), cancel);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    });

    public async ValueTask Delete(string name, CancellationToken cancel = default) => await Do(() =>
    {
        var path = Path.Combine(folder, FileNames.Checked(name));
        if (File.Exists(path))
            File.Delete(path);
        return Task.FromResult(true);
    });

    public async IAsyncEnumerable<string> PutBefore(DateTimeOffset at, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var names = await Do(() => Task.FromResult(Directory.Exists(folder)
            ? new DirectoryInfo(folder).GetFiles().Where(f => FileNames.Is(f.Name) && f.LastWriteTimeUtc < at.UtcDateTime).Select(f => f.Name).ToList()
            : []));
        foreach (var name in names)
        {
            cancel.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    /// <summary>Deletes what was being written when the program ended. Only the one process that owns the store may ask for it.</summary>
    public async ValueTask DeleteUnfinished() => await Do(() =>
    {
        foreach (var part in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Unfinished) : [])
            File.Delete(part);
        return Task.FromResult(true);
    });

    private async ValueTask<T> Do<T>(Func<Task<T>> what)
    {
        try
        {
            return await what();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The folder of files '{folder}' cannot be used ({e.GetType().Name}): check its rights and the room on its disk.", e);
        }
    }
}
