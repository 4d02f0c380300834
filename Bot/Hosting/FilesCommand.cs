using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Hosting;

/// <summary><c>files NUMBER FOLDER [--handler ID]</c>: photos and files of one report, as they were sent, for whoever handles it.</summary>
/// <param name="Number"><c>INC-yyyyMMdd-nnn</c>.</param>
/// <param name="Folder">Empty, or not there yet.</param>
/// <param name="Handler">Id of the one who handles a restricted report; null for every other.</param>
public sealed partial record FilesCommand(string Number, string Folder, string? Handler)
{
    private const string Form = "Write: files INC-20260101-001 FOLDER; for a restricted report also --handler ID, the id of the person who handles it.";

    /// <summary>Whether the program was started to give files out.</summary>
    public static bool IsMeant(IReadOnlyList<string> args) => args.Count > 0 && args[0] == "files";

    /// <summary>The command, or every reason why it is none.</summary>
    public static (FilesCommand? Command, IReadOnlyList<string> Faults) Read(IReadOnlyList<string> args)
    {
        if (args.Count is not (3 or 5) || (args.Count == 5 && args[3] != "--handler"))
            return (null, [$"That is not how files are asked for. {Form}"]);
        var faults = new List<string>();
        if (!Numbered().IsMatch(args[1]))
            faults.Add($"\"{args[1]}\" is no number of a report. {Form}");
        if (!IsFree(args[2]))
            faults.Add($"The folder \"{args[2]}\" is not empty, or is no folder. Name one that is empty or not there yet.");
        return faults.Count == 0 ? (new(args[1], args[2], args.Count == 5 ? args[4] : null), faults) : (null, faults);
    }

    private static bool IsFree(string folder)
    {
        try
        {
            return folder.Length > 0 && !File.Exists(folder) && (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^INC-\d{8}-\d{3,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
