using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Privacy;

/// <summary>A file of a person's own report, for their copy.</summary>
/// <param name="Number">Of the report; null for one that was not sent.</param>
/// <param name="How">How the person gets its content.</param>
/// <param name="Ending">Of a name for it, by what it is, such as <c>jpg</c>; null where it cannot be opened, or was not.</param>
/// <param name="Content">Null where it is not in the copy.</param>
public sealed record ReportFile(string? Number, KeptFile File, FileCopy How, string? Ending = null, byte[]? Content = null);

/// <summary>Photos and files of a person's own reports: what fits into their copy, and each other one by itself.</summary>
/// <param name="most">Contents are in the copy up to so many bytes together.</param>
public sealed class ReportFiles(IncidentFiles files, Func<FlowRows> rows, int most = ReportFiles.MostBytes)
{
    /// <summary>16 MB, which are 22 MB in the JSON.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The files of these reports.</summary>
    /// <param name="person">Whose reports these are.</param>
    /// <param name="given">Contents can be given at all.</param>
    public async Task<IReadOnlyList<ReportFile>> Of(string person, IEnumerable<Incident> reports, bool given, CancellationToken cancel)
    {
        var (found, bytes) = (new List<ReportFile>(), 0L);
        foreach (var (report, file) in reports.SelectMany(r => r.Files.Select(f => (r, f))))
        {
            var fits = bytes + file.Bytes <= most;
            // Also of one that is offered by itself: its name needs an ending, and what nobody can open is not offered.
            var opened = given ? await files.Open(person, file, cancel) : null;
            found.Add(new(report.Number, file, !given ? FileCopy.NotHere : opened is null ? FileCopy.Gone : fits ? FileCopy.Inside : FileCopy.Apart, opened?.Ending, fits ? opened?.Content : null));
            bytes += fits && opened is not null ? file.Bytes : 0;
        }
        return found;
    }

    /// <summary>One file of the person's own reports; null where they have none of that name, or it cannot be opened.</summary>
    /// <param name="name">In the store of files.</param>
    /// <exception cref="Storage.StoreUnavailableException">The store does not answer.</exception>
    public async Task<byte[]?> Open(string person, string name, CancellationToken cancel)
    {
        var reports = await rows().ReadAll(Incident.Kind, person, "", cancel);
        return reports.Select(r => r.State).OfType<Incident>().SelectMany(r => r.Files).FirstOrDefault(f => f.Name == name) is { } file
            ? (await files.Open(person, file, cancel))?.Content
            : null;
    }
}
