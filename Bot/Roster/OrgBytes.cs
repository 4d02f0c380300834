namespace CheckInBot.Bot.Roster;

/// <summary>A file of the organisation as it lies on the disk.</summary>
internal static class OrgBytes
{
    /// <summary>The bytes; null when the file is missing or cannot be opened, which is then a fault unless it may be missing.</summary>
    public static byte[]? Read(string folder, FileFaults faults, bool mayBeMissing = false)
    {
        try
        {
            return System.IO.File.ReadAllBytes(Path.Combine(folder, faults.File));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            if (!mayBeMissing)
                faults.Add(0, "", "the file is missing", $"Put it into {folder}, or name another folder in the setting Org:Folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(0, "", "the file cannot be opened", "Let the account that runs the bot read it, and close it in other programs.");
        }
        return null;
    }
}
