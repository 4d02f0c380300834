using System.Runtime.CompilerServices;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Imports;

/// <summary>Finds out what taking back the last import would do; writes nothing.</summary>
internal sealed class ImportUndo(ITable shifts, ImportRows rows, string orgFolder)
{
    private const int MostTold = 200;

    /// <summary>Rows that are read at once: those of several staged rows in their order.</summary>
    private const int Page = 1000;

    /// <param name="past">The history, the oldest first.</param>
    public async Task<ImportPlan> Plan(IReadOnlyList<ImportRecord> past, DateTimeOffset now, CancellationToken cancel)
    {
        static ImportPlan Refused(ListFault fault, params string[] values) => new([new Fault("import", 0, "", new ListSaying(fault, [.. values]))]);

        if (past.Count == 0)
            return Refused(ListFault.NothingImported);
        var last = past[^1];
        if (last.Undoes is { } undone)
            return Refused(ListFault.TakenBack, $"{undone}");
        var texts = past.Count > 1 && past[^2].OwnLists ? await rows.Lists(past[^2].Id, cancel) : null;
        var (organisation, _, faults) = OrgFolder.Read(orgFolder, texts?.AsLists() ?? RosterLists.Of(orgFolder), now);
        if (organisation is null)
            return new(faults);
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        var later = new List<string>();
        var (added, changed, gone) = (0, 0, 0);
        await foreach (var (edit, stands) in Back(last, marks, cancel))
        {
            if (!stands)
                later.Add(edit.Id);
            if (later.Count == MostTold)
                break;
            _ = edit.Before is null ? added++ : edit.After is null ? gone++ : changed++;
        }
        if (later.Count > 0)
            return Refused(ListFault.ChangedSince, string.Join(' ', later));
        var imported = await rows.Lists(last.Id, cancel);
        var (before, people, leave) = texts is null
            ? (ListText.Of(organisation.Teams), ListText.Of(organisation.People), ListText.Of(organisation.Leaves))
            : (texts.Teams, texts.People, texts.Leave);
        var (change, joined, left) = ListText.Compare(RosterLists.People, imported.People, people, byId: true);
        return new([])
        {
            Lists =
            [
                ListText.Compare(RosterLists.Teams, imported.Teams, before, byId: true).Change,
                change,
                new(RosterLists.Shifts, added, changed, gone, 0),
                ListText.Compare(RosterLists.Leave, imported.Leave, leave, byId: false).Change,
            ],
            Joined = joined,
            Left = left,
            Digest = last.Digest,
            Undoes = last.Number,
            Texts = texts,
            Edits = new(added + changed + gone, stop => Back(last, [], stop).Select(b => b.Edit)),
            Marks = marks,
        };
    }

    /// <summary>The way back of each change, and whether its row still stands as the import left it.</summary>
    /// <param name="marks">Takes the mark of each team, read before its rows.</param>
    private async IAsyncEnumerable<(ShiftEdit Edit, bool Stands)> Back(ImportRecord last, Dictionary<string, string> marks, [EnumeratorCancellation] CancellationToken cancel)
    {
        var page = new Stretch("", "", "", []);
        var overtaken = last.Overtaken.Split(' ').ToHashSet(StringComparer.Ordinal);
        await foreach (var part in rows.Edits(last.Id, cancel))
        {
            var team = part[0].Team;
            if (!marks.ContainsKey(team))
                marks[team] = await ShiftRows.Mark(shifts, team, cancel);
            List<(ShiftEdit Edit, string Key)> keyed = [.. part.Where(e => !overtaken.Contains(e.Id)).Select(e => (e, e.KeyOf(e.After ?? e.Before)!))];
            if (keyed.Count > 0 && !(keyed.TrueForAll(k => page.Covers(team, k.Key))))
                page = await From(team, keyed.Select(k => k.Key).Min(StringComparer.Ordinal)!, cancel);
            foreach (var (edit, key) in keyed)
            {
                var row = page.Covers(team, key) ? page.Rows.GetValueOrDefault(key) : await shifts.Get(ShiftRow.Partition(team), key, cancel);
                yield return (edit.Back(row?.ETag ?? ""), (row is null ? null : ShiftState.Of(team, row)) == edit.After);
            }
        }
    }

    private async Task<Stretch> From(string team, string key, CancellationToken cancel)
    {
        var rows = await shifts.Range(ShiftRow.Partition(team), key, ShiftRow.Last, Page, cancel);
        return new(team, key, rows.Count < Page ? ShiftRow.Last : rows[^1].Key, rows.ToDictionary(r => r.Key, StringComparer.Ordinal));
    }

    /// <summary>All rows of a team from one key to another, by their keys.</summary>
    private sealed record Stretch(string Team, string From, string To, Dictionary<string, Row> Rows)
    {
        public bool Covers(string team, string key) => team == Team && string.CompareOrdinal(From, key) <= 0 && string.CompareOrdinal(key, To) <= 0;
    }
}
