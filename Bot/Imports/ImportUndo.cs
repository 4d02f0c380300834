using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Imports;

/// <summary>Finds out what taking back the last import would do; writes nothing.</summary>
internal sealed class ImportUndo(ITable shifts, ImportRows rows, string orgFolder)
{
    /// <param name="past">The history, the oldest first.</param>
    public async Task<ImportPlan> Plan(IReadOnlyList<ImportRecord> past, DateTimeOffset now, CancellationToken cancel)
    {
        static ImportPlan Refused(string problem, string remedy) => new([new Fault("import", 0, "", problem, remedy)]);

        if (past.Count == 0)
            return Refused("nothing was ever imported", "There is nothing to take back.");
        var last = past[^1];
        if (last.Undoes is { } undone)
            return Refused($"the last import was itself the taking back of import {undone}", "Import the files that you want instead.");
        var texts = past.Count > 1 && past[^2].OwnLists ? await rows.Lists(past[^2].Id, cancel) : null;
        var (organisation, _, faults) = OrgFolder.Read(orgFolder, texts?.AsLists() ?? RosterLists.Of(orgFolder), now);
        if (organisation is null)
            return new(faults);
        var (edits, marks, later) = await Back(last, cancel);
        if (later.Count > 0)
            return Refused($"these shifts were changed after the import: {string.Join(' ', later)}", "Take those changes back first, or import the files that you want instead.");
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
                new(RosterLists.Shifts, edits.Count(e => e.Before is null), edits.Count(e => e.Before is not null && e.After is not null), edits.Count(e => e.After is null), 0),
                ListText.Compare(RosterLists.Leave, imported.Leave, leave, byId: false).Change,
            ],
            Joined = joined,
            Left = left,
            Digest = last.Digest,
            Undoes = last.Number,
            Texts = texts,
            Edits = edits,
            Marks = marks,
        };
    }

    private async Task<(List<ShiftEdit> Edits, Dictionary<string, string> Marks, List<string> Later)> Back(ImportRecord last, CancellationToken cancel)
    {
        var edits = new List<ShiftEdit>();
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        var later = new List<string>();
        var overtaken = last.Overtaken.Split(' ').ToHashSet(StringComparer.Ordinal);
        await foreach (var part in rows.Edits(last.Id, cancel))
        {
            var team = part[0].Team;
            if (!marks.ContainsKey(team))
                marks[team] = await ShiftRows.Mark(shifts, team, cancel);
            foreach (var edit in part.Where(e => !overtaken.Contains(e.Id)))
            {
                var stands = edit.KeyOf(edit.After ?? edit.Before) is { } key ? await shifts.Get(ShiftRow.Partition(team), key, cancel) : null;
                if ((stands is null ? null : ShiftState.Of(team, stands)) != edit.After)
                    later.Add(edit.Id);
                else
                    edits.Add(edit.Back(stands?.ETag ?? ""));
            }
        }
        return (edits, marks, later);
    }
}
