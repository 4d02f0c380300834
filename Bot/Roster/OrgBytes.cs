using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>A file of the organisation as it lies on the disk.</summary>
internal static class OrgBytes
{
    /// <summary>The bytes; null when the file is missing or cannot be opened, which is then a fault unless it may be missing.</summary>
    public static byte[]? Read(string folder, FileFaults faults, bool mayBeMissing = false)
    {
        using var file = Open(folder, faults, mayBeMissing);
        if (file is null)
            return null;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The file, to be read from its beginning; null as above.</summary>
    public static Stream? Open(string folder, FileFaults faults, bool mayBeMissing = false)
    {
        try
        {
            return System.IO.File.OpenRead(Path.Combine(folder, faults.File));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            if (!mayBeMissing)
                faults.Add(0, "", ListFault.FileMissing, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(0, "", ListFault.FileClosed);
        }
        return null;
    }
}
