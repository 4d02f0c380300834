using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Imports;

/// <summary>
/// Writes the staged changes of shifts into the rows. Each batch also writes the mark of the team's shifts, so that a swap that is approved meanwhile is
/// judged again by what is true after it. Writing again what is written already does nothing, so that whoever was stopped is followed by anybody.
/// A shift that somebody else changed in between stays as they left it, and is told.
/// </summary>
internal sealed class ImportApply(ITable shifts, ImportRows rows)
{
    private const int MostChanges = StoreLimits.BatchChanges - 1;
    private const int AtOnce = 8;
    private const int MostTries = 8;

    private static readonly Change Mark = Change.Upsert(ShiftRow.LoadedKey, new Dictionary<string, object> { ["digest"] = "" });

    /// <summary>Ids of shifts that somebody else changed in between, and that stay so.</summary>
    public async Task<IReadOnlyList<string>> Run(string import, Action<int>? written, CancellationToken cancel)
    {
        var overtaken = new SortedSet<string>(StringComparer.Ordinal);
        var done = 0;
        await Parallel.ForEachAsync(rows.Edits(import, cancel), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (edits, stop) =>
        {
            foreach (var batch in Batches(edits))
            {
                var changes = batch.SelectMany(e => e.Changes(e.ETag)).ToList();
                var late = batch.Any(e => e.Before is not null && e.ETag.Length == 0) || !(await shifts.Commit(Partition(batch[0]), [Mark, .. changes], stop)).Committed
                    ? await OneByOne(batch, stop)
                    : [];
                lock (overtaken)
                {
                    overtaken.UnionWith(late);
                    written?.Invoke(done += batch.Count);
                }
            }
        });
        return [.. overtaken];
    }

    private static string Partition(ShiftEdit edit) => ShiftRow.Partition(edit.Team);

    private static IEnumerable<List<ShiftEdit>> Batches(IEnumerable<ShiftEdit> edits)
    {
        var (batch, changes) = (new List<ShiftEdit>(), 0);
        foreach (var edit in edits)
        {
            if (changes + 2 > MostChanges)
            {
                yield return batch;
                (batch, changes) = ([], 0);
            }
            batch.Add(edit);
            changes += edit.Before is null || edit.After is null || edit.KeyOf(edit.Before) == edit.KeyOf(edit.After) ? 1 : 2;
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private async Task<List<string>> OneByOne(List<ShiftEdit> batch, CancellationToken cancel)
    {
        var late = new List<string>();
        foreach (var edit in batch)
        {
            var tries = 0;
            bool? made;
            while ((made = await Make(edit, cancel)) is null)
            {
                if (++tries == MostTries)
                    throw new StoreUnavailableException($"The shifts of team {edit.Team} kept changing while they were imported. Repeat the command.");
            }
            if (made == false)
                late.Add(edit.Id);
        }
        return late;
    }

    /// <summary>True when the row says what it should; false when somebody else changed it; null when somebody did so at this moment.</summary>
    private async Task<bool?> Make(ShiftEdit edit, CancellationToken cancel)
    {
        var (old, now) = (await Stands(edit, edit.Before, cancel), await Stands(edit, edit.After, cancel));
        var moved = edit.KeyOf(edit.Before) != edit.KeyOf(edit.After);
        if (now.State == edit.After && (old.State is null || !moved))
            return true;
        if (old.State != edit.Before || (moved && now.State is not null))
            return false;
        return (await shifts.Commit(Partition(edit), [Mark, .. edit.Changes(old.ETag)], cancel)).Committed ? true : null;
    }

    private async Task<(ShiftState? State, string ETag)> Stands(ShiftEdit edit, ShiftState? where, CancellationToken cancel) =>
        edit.KeyOf(where) is { } key && await shifts.Get(Partition(edit), key, cancel) is { } row ? (ShiftState.Of(edit.Team, row), row.ETag) : (null, "");
}
