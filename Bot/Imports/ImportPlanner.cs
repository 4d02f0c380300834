using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Imports;

/// <summary>Finds out what an import would do, together with all that stays; writes nothing.</summary>
/// <param name="shifts">The table of shifts.</param>
/// <param name="orgFolder">The organisation's folder: its policy is judged by the new lists, and before the first import its lists are those that stay.</param>
internal sealed class ImportPlanner(ITable shifts, ImportRows rows, string orgFolder)
{
    /// <param name="files">Some of the lists, by the name of each; each is opened several times.</param>
    /// <param name="last">The last import; null before the first.</param>
    public async Task<ImportPlan> Plan(IReadOnlyDictionary<string, Func<Stream>> files, SwappedShifts swapped, ImportRecord? last, DateTimeOffset now, CancellationToken cancel)
    {
        var stored = last is { OwnLists: true } ? await rows.Lists(last.Id, cancel) : null;
        var given = Given(files, stored);
        var (after, read, faults) = OrgFolder.Read(orgFolder, given, now);
        if (after is null)
            return new(faults);
        var before = stored?.AsLists() ?? RosterLists.Of(orgFolder);
        var (oldTeams, oldPersons, oldLeave) = Old(before, now);
        var list = given.HasShifts ? read : new();
        var spans = new FileSpans(list);
        var staying = new StayingShifts(after, spans, now);
        var comparison = new ShiftComparison(list, spans, staying, swapped, now);
        var former = oldTeams.Concat(stored is null ? [] : ListText.Teams(stored.FormerTeams)).DistinctBy(t => t.Id).ExceptBy(after.Teams.Select(t => t.Id), t => t.Id).ToList();
        // Their names are still to be taken out of words that are handed on.
        var gone = oldPersons.Select(p => new FormerPerson(p.Id, p.Name)).Concat(stored is null ? [] : FormerFile.Of(stored.FormerPeople).People).DistinctBy(p => p.Id).ExceptBy(after.People.Select(p => p.Id), p => p.Id);
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var team in after.Teams.Concat(former))
        {
            // The mark is read first: what is written after it is seen before the import begins.
            marks[team.Id] = await ShiftRows.Mark(shifts, team.Id, cancel);
        }
        var edits = 0;
        await foreach (var _ in Edits(comparison, marks.Keys, cancel))
            edits++;
        staying.Judge(list, comparison.IsAsWritten);
        var texts = new ImportedLists(ListText.Of(after.Teams), ListText.Of(after.People), ListText.Of(after.Leaves), ListText.Of(staying.Places), ListText.Of(former), ListText.Of(gone));
        var (people, joined, left) = ListText.Compare(RosterLists.People, ListText.Of(oldPersons), texts.People, byId: true);
        ListChange[] lists =
        [
            ListText.Compare(RosterLists.Teams, ListText.Of(oldTeams), texts.Teams, byId: true).Change,
            people,
            comparison.Change,
            ListText.Compare(RosterLists.Leave, oldLeave, texts.Leave, byId: false).Change,
        ];
        return new([.. staying.Faults])
        {
            Lists = [.. lists.Where(l => files.ContainsKey(l.File) || l.Any)],
            Joined = joined,
            Left = left,
            NewNames = after.People.Where(p => joined.Contains(p.Id)).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal),
            Spans = spans.In(after),
            TeamNames = after.Teams.ToDictionary(t => t.Id, t => t.Name, StringComparer.Ordinal),
            Conflicts = comparison.Conflicts,
            Swapped = swapped,
            Digest = await Digest(files, cancel),
            IsFirst = stored is null,
            Texts = texts,
            Edits = new(edits, stop => Edits(new(list, spans, null, swapped, now), marks.Keys, stop)),
            Marks = marks,
        };
    }

    private async IAsyncEnumerable<ShiftEdit> Edits(ShiftComparison comparison, IEnumerable<string> teams, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var team in teams)
        {
            await foreach (var row in ShiftRows.Of(shifts, team, cancel))
            {
                if (comparison.Take(team, row) is { } edit)
                    yield return edit;
            }
        }
        foreach (var edit in comparison.End())
            yield return edit;
    }

    private RosterLists Given(IReadOnlyDictionary<string, Func<Stream>> files, ImportedLists? stored)
    {
        // Before the first import the rows of shifts came from the organisation's folder, and are judged by it.
        var lists = new RosterLists { Exact = true, HasShifts = stored is null || files.ContainsKey(RosterLists.Shifts) };
        foreach (var file in RosterLists.All)
            lists.Take(file, orgFolder);
        foreach (var (file, text) in stored?.All.Take(3) ?? [])
            lists.TakeText(file, text);
        foreach (var (file, open) in files)
            lists.Take(file, open);
        return lists;
    }

    /// <summary>The lists that are true now. Those that cannot be read are empty: whatever comes is new.</summary>
    private static (IReadOnlyList<Team> Teams, IReadOnlyList<Person> People, string Leave) Old(RosterLists lists, DateTimeOffset now)
    {
        var teams = new TeamFile(lists);
        var people = new PeopleFile(lists, teams);
        var leave = new LeaveFile(lists, people, now);
        return (teams.Faults.Any ? [] : teams.Teams, people.Faults.Any ? [] : people.People, ListText.Of(leave.Faults.Any ? [] : leave.Leaves));
    }

    private static async Task<string> Digest(IReadOnlyDictionary<string, Func<Stream>> files, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[32 * 1024];
        foreach (var file in RosterLists.All.Where(files.ContainsKey))
        {
            await using var open = files[file]();
            while (await open.ReadAsync(piece, cancel) is > 0 and var count)
                hash.AppendData(piece.AsSpan(0, count));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
