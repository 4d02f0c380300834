using System.Globalization;
using System.Security.Cryptography;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Imports;

/// <summary>How an import ended.</summary>
/// <param name="Record">What was made; null when nothing was.</param>
/// <param name="Why">Why nothing was made, as a sentence; empty otherwise.</param>
public sealed record ImportOutcome(ImportRecord? Record, string Why = "");

/// <summary>
/// Imports of the roster: all or nothing. First everything is staged; then one conditional write makes it the truth; then the rows of shifts are written, again
/// by whoever comes next if the program ends meanwhile. So lists of people and teams change at once, and shifts within moments after them.
/// </summary>
/// <param name="store">Opened.</param>
/// <param name="orgFolder">The organisation's folder.</param>
public sealed class RosterImports(IStore store, string orgFolder)
{
    /// <summary>Holds imports and nothing else.</summary>
    public const string TableName = "Imports";

    private const int MostIds = 200;
    private const int MostTries = 5;

    private readonly ITable shifts = store.Table(Startup.RosterTable);
    private readonly ImportRows rows = new(store.Table(TableName));

    /// <summary>The last import; null before the first.</summary>
    public async Task<ImportRecord?> Last(CancellationToken cancel) => (await rows.Head(cancel))?.Record;

    /// <summary>Every import, the oldest first.</summary>
    public Task<IReadOnlyList<ImportRecord>> Past(CancellationToken cancel) => rows.Past(cancel);

    /// <summary>The organisation as the last import and the organisation's folder have it together, or every fault.</summary>
    public async Task<(Organisation? Organisation, IReadOnlyList<Fault> Faults)> Read(DateTimeOffset now, CancellationToken cancel)
    {
        if (await Last(cancel) is not { OwnLists: true } last)
            return OrgFolder.Read(orgFolder, now);
        var lists = await rows.Lists(last.Id, cancel);
        var (organisation, _, faults) = OrgFolder.Read(orgFolder, lists.AsLists(), now);
        return (organisation is null ? null : organisation with
        {
            Imported = new(last.Id, ListText.Places(lists.Places), ListText.Teams(lists.FormerTeams)),
            Former = [.. organisation.Former, .. FormerFile.Of(lists.FormerPeople).People],
        }, faults);
    }

    /// <summary>What an import of that folder would do; it holds some of the lists.</summary>
    public async Task<ImportPlan> Plan(string folder, SwappedShifts swapped, DateTimeOffset now, CancellationToken cancel)
    {
        var files = new Dictionary<string, Func<Stream>>(StringComparer.Ordinal);
        var faults = new List<Fault>();
        foreach (var file in RosterLists.All)
        {
            var found = new FileFaults(file);
            using (var there = OrgBytes.Open(folder, found, mayBeMissing: true))
            {
                if (there is not null)
                    files[file] = () => File.OpenRead(Path.Combine(folder, file));
            }
            faults.AddRange(found.All);
        }
        if (faults.Count == 0 && files.Count == 0)
            faults.Add(new(folder, 0, "", new ListSaying(ListFault.NoLists, string.Join(", ", RosterLists.All))));
        return faults.Count > 0 ? new(faults) : await new ImportPlanner(shifts, rows, orgFolder).Plan(files, swapped, await Last(cancel), now, cancel);
    }

    /// <summary>What an import of these files would do, each by the name of its list.</summary>
    public async Task<ImportPlan> Plan(IReadOnlyDictionary<string, byte[]> files, SwappedShifts swapped, DateTimeOffset now, CancellationToken cancel) =>
        await new ImportPlanner(shifts, rows, orgFolder).Plan(
            files.ToDictionary(f => f.Key, f => (Func<Stream>)(() => new MemoryStream(f.Value, writable: false)), StringComparer.Ordinal), swapped, await Last(cancel), now, cancel);

    /// <summary>What taking back the last import would do.</summary>
    public async Task<ImportPlan> PlanUndo(DateTimeOffset now, CancellationToken cancel) =>
        await new ImportUndo(shifts, rows, orgFolder).Plan(await rows.Past(cancel), now, cancel);

    /// <summary>Makes it so. Nothing is made when the roster changed since the plan was made.</summary>
    /// <param name="plan">Without fault, and with a choice where one is needed.</param>
    /// <param name="by">Who decided it: kept in the history.</param>
    /// <param name="steps">Told how many of two steps for each of <see cref="ImportPlan.ShiftsToWrite"/> are done: it is staged, then written.</param>
    /// <exception cref="StoreUnavailableException">It is not known how far it came: what has begun is finished by the same command, or at the next start.</exception>
    public async Task<ImportOutcome> Make(ImportPlan plan, string by, DateTimeOffset at, Action<int>? steps, CancellationToken cancel)
    {
        var head = await rows.Head(cancel);
        var number = (head?.Record.Number ?? 0) + 1;
        var id = $"{number.ToString("D6", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        await rows.Stage(id, plan.Texts, plan.Edits, at, steps, cancel);
        var record = new ImportRecord(
            number,
            id,
            by,
            at,
            string.Join(' ', plan.Lists.Select(l => l.File)),
            plan.Digest,
            string.Join("; ", plan.Lists.Select(l => $"{l.File} {l.New} new, {l.Changed} changed, {l.Gone} gone, {l.Same} same")),
            plan.Swapped,
            Ids(plan.Conflicts.Select(c => c.Now.Id)),
            plan.Undoes,
            plan.Texts is not null,
            "",
            Done: false);
        if (head is { Record.Done: false })
            return new(null, "Another import is just being written. Repeat the command.");
        foreach (var (team, mark) in plan.Marks)
        {
            if (await ShiftRows.Mark(shifts, team, cancel) != mark)
                return new(null, $"Shifts of team {team} changed at this moment. Repeat the command.");
        }
        if (!await rows.Begin(record, head?.ETag, cancel))
            return new(null, "Somebody else imported at this moment. Repeat the command.");
        return new(await Finish(steps is null ? null : written => steps(plan.ShiftsToWrite + written), cancel));
    }

    /// <summary>Writes what the last import left to be written, if anything; the last import as it stands then.</summary>
    public async Task<ImportRecord?> Finish(Action<int>? written, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await rows.Head(cancel) is not var (record, etag) || record.Done)
                return (await rows.Head(cancel))?.Record;
            var overtaken = await new ImportApply(shifts, rows).Run(record.Id, written, cancel);
            // Of earlier ones only the one before is needed, to take this one back.
            foreach (var old in (await rows.Past(cancel)).Where(p => p.Number == record.Number - 2))
                await rows.Forget(old.Id, cancel);
            await rows.End(record with { Done = true, Overtaken = Ids(overtaken) }, etag, cancel);
        }
        return await Last(cancel);
    }

    private static string Ids(IEnumerable<string> ids) => string.Join(' ', ids.Take(MostIds));
}
