using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Privacy;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Hosting;

/// <summary>Writes the files of a report into a folder that only this account can read, with the list of their hashes behind them.</summary>
public sealed class FilesFolder(IncidentFiles files, AccessLog looks)
{
    /// <summary>The list, one a line as <c>sha256sum --check</c> reads it.</summary>
    public const string Hashes = "SHA256SUMS";

    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Every reason why something is missing; none when all of it is there. One file at a time is in memory.</summary>
    public async Task<(int Written, IReadOnlyList<string> Faults)> Write(FilesCommand command, CancellationToken cancel)
    {
        if (await files.Of(command.Number, command.Handler, cancel) is not ({ } reporter, { } kept))
            return (0, ["There is no report of this number whose files may be given out here. Those of a restricted one are given out for the person who handles it only: --handler ID."]);
        var (hashes, faults) = (new List<string>(), new List<string>());
        if (reporter != command.Handler)
            await looks.Note(new(reporter, "", command.Number, command.Handler is null ? Viewer.Administrator : Viewer.Reviewer, Ground.Reported, [Dialogs.People.Fact.IncidentReport]), command.Handler ?? AccessLog.Operator, cancel);
        try
        {
            MakeFolder(command.Folder);
            foreach (var (place, file) in kept.Index())
            {
                if (await files.Open(reporter, file, cancel) is not { } opened)
                {
                    faults.Add($"File {place + 1} is not there, cannot be opened any more, or is not what was sent.");
                    continue;
                }
                // Nothing of the name on the sender's device, which could lead elsewhere, is known.
                var name = $"{command.Number}-{place + 1:D2}.{opened.Ending}";
                await Write(Path.Combine(command.Folder, name), opened.Content, cancel);
                hashes.Add($"{file.Sha256}  {name}\n");
            }
            await Write(Path.Combine(command.Folder, Hashes), System.Text.Encoding.UTF8.GetBytes(string.Concat(hashes)), cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"The folder cannot be written: {e.Message}");
        }
        return (hashes.Count, faults);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Own | UnixFileMode.UserExecute);
    }

    private static async Task Write(string path, byte[] content, CancellationToken cancel)
    {
        // Nothing that lies there is written over.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Own;
        await using var file = new FileStream(path, options);
        await file.WriteAsync(content, cancel);
    }
}
