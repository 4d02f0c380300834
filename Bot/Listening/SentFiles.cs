using System.Collections.Immutable;
using System.Security.Cryptography;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>
/// Photos and files for the report that is open: fetched at once, told by their bytes, sealed, put, and only then written into the report.
/// A program that ends in between leaves an orphan in the store of files, which <see cref="Flows.OrphanFiles"/> deletes; a report never names a file that is not there.
/// </summary>
public sealed class SentFiles(FileFetch fetch, FilePlaces places, WordsVault vault, IFiles files, Turns.Turns turns, TimeProvider clock)
{
    /// <summary>How far back a report is looked for to which a file may belong.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(60);

    /// <exception cref="StoreUnavailableException">The same message may be taken again: what is kept already is kept once.</exception>
    public async Task<Notice.FilesCame> Keep(IReadOnlyList<SentFile> sent, string serviceUrl, Person person, CancellationToken cancel)
    {
        var records = await turns.Rows.ReadAll(Incident.Kind, person.Id, Incident.IdOf(clock.GetUtcNow() - Back), cancel);
        var reports = records.Select(r => r.State).OfType<Incident>().ToList();
        if (reports.Where(r => r.TakesFiles).MaxBy(r => r.BegunAt) is not { } report)
            return new([], [reports.Any(r => r.Phase == IncidentPhase.Reported) ? FileRefusal.Answered : FileRefusal.NoReport]);
        var (kept, refused) = (ImmutableArray<FileSeen>.Empty, sent.Count > KeptFile.Most ? [FileRefusal.TooMany] : ImmutableArray<FileRefusal>.Empty);
        // A message has room for a thousand addresses, and each is a fetch.
        foreach (var file in sent.Take(KeptFile.Most))
        {
            var open = report;
            (report, var came) = await places.In(person.Id, () => Keep(file, serviceUrl, open, cancel), cancel);
            kept = kept.AddRange(came.Kept);
            refused = [.. refused.Union(came.Refused)];
        }
        return new(kept, refused);
    }

    private async Task<(Incident Report, Notice.FilesCame Came)> Keep(SentFile file, string serviceUrl, Incident report, CancellationToken cancel)
    {
        var fetched = await fetch.Fetch(file, serviceUrl, KeptFile.MostBytes, cancel);
        if (fetched.Content is not { } content)
            return (report, Refusing(fetched.TooLarge ? FileRefusal.TooLarge : FileRefusal.NotFetched));
        if (FileKinds.Of(content) is not { } kind)
            return (report, Refusing(FileRefusal.UnknownKind));
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (report.Files.Any(f => f.Sha256 == hash))
            return (report, new([new(kind, content.Length)], []));
        if (report.Files.Length >= KeptFile.Most)
            return (report, Refusing(FileRefusal.TooMany));
        string name;
        try
        {
            name = await files.Put(await vault.Seal(report.Reporter, content), cancel);
        }
        catch (WordsUnreadableException)
        {
            return (report, Refusing(FileRefusal.NotFetched));
        }
        var outcome = await turns.Take(new(report.Key, new FileAdded(report.Reporter, new(kind, content.Length, hash, clock.GetUtcNow(), name))), cancel);
        var after = outcome.State as Incident ?? report;
        // The same file came twice at once, or the report did not take it.
        if (after.Files.All(f => f.Name != name))
            await files.Delete(name, cancel);
        return (after, outcome.Reply is Say { Notice: Notice.FilesCame came } ? came : Refusing(FileRefusal.NoReport));
    }

    private static Notice.FilesCame Refusing(FileRefusal why) => new([], [why]);
}
