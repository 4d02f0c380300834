using System.Security.Cryptography;
using System.Text.Json;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Flows;

/// <summary>A file of a report, opened.</summary>
/// <param name="Ending">By what it is, such as <c>jpg</c>.</param>
/// <param name="Content">As it was sent.</param>
public sealed record OpenedFile(string Ending, byte[] Content);

/// <summary>Opens the files of a report for whoever handles it.</summary>
public sealed class IncidentFiles(Func<FlowRows> rows, WordsVault vault, IFiles files)
{
    /// <summary>
    /// The files of the report of that number; null where there is no such report, it cannot be read, or it is restricted and
    /// somebody else handles it: the three read alike.
    /// </summary>
    /// <param name="handler">Id of the one for whom they are; null where nobody was named.</param>
    public async Task<(string Reporter, IReadOnlyList<KeptFile> Files)?> Of(string number, string? handler, CancellationToken cancel)
    {
        try
        {
            return (await rows().Read(ReviewKeys.Of(number), cancel)).State is Review review
                && ReviewPermit.MayTakeFiles(review, handler)
                && FlowKey.Parse(Incident.Kind, review.Incident.Source) is { } key
                && (await rows().Read(key, cancel)).State is Incident report
                    ? (report.Reporter, report.Files)
                    : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Opens one of them; null where it is not there, cannot be opened any more, or is not what was sent.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<OpenedFile?> Open(string reporter, KeptFile file, CancellationToken cancel)
    {
        try
        {
            return await files.Get(file.Name, cancel) is { } kept
                && await vault.Open(reporter, kept) is var content
                && Convert.ToHexStringLower(SHA256.HashData(content)) == file.Sha256
                    ? new(FileKinds.EndingOf(content), content)
                    : null;
        }
        catch (WordsUnreadableException)
        {
            return null;
        }
    }
}
