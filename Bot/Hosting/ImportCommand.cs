using CheckInBot.Bot.Imports;

namespace CheckInBot.Bot.Hosting;

/// <summary><c>import FOLDER [--dry-run] [--swapped keep|revert]</c>, <c>import --undo [--dry-run]</c> or <c>import --history</c>.</summary>
/// <param name="Folder">Where the lists lie; null for the other two.</param>
public sealed record ImportCommand(string? Folder, bool Undo, bool DryRun, SwappedShifts Swapped)
{
    private const string Form = "Write: import FOLDER [--dry-run] [--swapped keep|revert], import --undo [--dry-run], or import --history.";

    /// <summary>Whether the program was started to import.</summary>
    public static bool IsMeant(IReadOnlyList<string> args) => args.Count > 0 && args[0] == "import";

    /// <summary>The command, or every reason why it is none.</summary>
    public static (ImportCommand? Command, IReadOnlyList<string> Faults) Read(IReadOnlyList<string> args)
    {
        var faults = new List<string>();
        string? folder = null;
        var (undo, history, dry, swapped) = (false, false, false, SwappedShifts.Ask);
        for (var i = 1; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--undo":
                    undo = true;
                    break;
                case "--history":
                    history = true;
                    break;
                case "--dry-run":
                    dry = true;
                    break;
                case "--swapped" when i + 1 < args.Count && args[i + 1] is "keep" or "revert":
                    swapped = args[++i] == "keep" ? SwappedShifts.Keep : SwappedShifts.Revert;
                    break;
                case "--swapped":
                    faults.Add($"--swapped says neither keep nor revert. {Form}");
                    i++;
                    break;
                case ['-', ..]:
                    faults.Add($"{args[i]} is not known. {Form}");
                    break;
                default:
                    if (folder is not null)
                        faults.Add($"More than one folder is named. {Form}");
                    folder = args[i];
                    break;
            }
        }
        if (faults.Count == 0 && (folder is null ? 0 : 1) + (undo ? 1 : 0) + (history ? 1 : 0) != 1)
            faults.Add($"One folder, --undo or --history is needed. {Form}");
        if (folder is null && swapped != SwappedShifts.Ask)
            faults.Add($"--swapped goes with a folder. {Form}");
        return faults.Count == 0 ? (new(folder is null ? null : Found(folder), undo, dry, swapped), faults) : (null, faults);
    }

    /// <summary><c>dotnet run</c> starts the program in the project's folder; the folder in which the command was typed is in PWD.</summary>
    private static string Found(string folder) =>
        !Directory.Exists(folder) && Environment.GetEnvironmentVariable("PWD") is { } typedIn && Directory.Exists(Path.Combine(typedIn, folder)) ? Path.Combine(typedIn, folder) : folder;
}
