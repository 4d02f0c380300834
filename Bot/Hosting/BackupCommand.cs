namespace CheckInBot.Bot.Hosting;

/// <summary><c>backup FILE</c>, or <c>restore FILE</c>.</summary>
/// <param name="Restores">Into the store of the settings; else out of it.</param>
/// <param name="File">The one file of a backup.</param>
public sealed record BackupCommand(bool Restores, string File)
{
    private const string Form = "Write: backup FILE, or restore FILE.";

    /// <summary>Whether the program was started to back up or to restore.</summary>
    public static bool IsMeant(IReadOnlyList<string> args) => args is ["backup" or "restore", ..];

    /// <summary>The command, or every reason why it is none.</summary>
    public static (BackupCommand? Command, IReadOnlyList<string> Faults) Read(IReadOnlyList<string> args)
    {
        if (args is not [var verb, { Length: > 0 } file])
            return (null, [$"That is not how an office is backed up or restored. {Form}"]);
        var restores = verb == "restore";
        return restores switch
        {
            true when !System.IO.File.Exists(file) => (null, [$"There is no file \"{file}\". {Form}"]),
            false when System.IO.File.Exists(file) || Directory.Exists(file) => (null, [$"\"{file}\" is there already, and a backup writes over nothing. Name a new file."]),
            false when !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))) => (null, [$"The folder of \"{file}\" is not there: make it first, where the program's account alone may read."]),
            _ => (new(restores, Path.GetFullPath(file)), []),
        };
    }
}
