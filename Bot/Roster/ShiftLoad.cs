using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Roster;

/// <summary>Brings the rows of shifts to what the files say, writing only what differs.</summary>
internal sealed class ShiftLoad(ITable shifts, Organisation organisation)
{
    private const int MostChanges = 100;
    private const int MostTries = 8;

    private readonly HashSet<string> known = organisation.Shifts.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);

    public async Task Run(CancellationToken cancel)
    {
        foreach (var team in organisation.Teams)
        {
            var tries = 0;
            while (!await Team(team.Id, cancel))
            {
                if (++tries == MostTries)
                    throw new StoreUnavailableException($"The shifts of team {team.Id} kept changing while they were loaded. Start again.");
            }
        }
    }

    /// <summary>False when somebody else changed a row meanwhile, so that the rows must be read again.</summary>
    private async Task<bool> Team(string team, CancellationToken cancel)
    {
        var partition = ShiftRow.Partition(team);
        // A shift may have been moved from any time, so all rows of the team are looked at: once a start.
        var rows = await shifts.Range(partition, "", ShiftRow.Last, cancel: cancel);
        foreach (var batch in Batches(Differences(team, rows)))
        {
            if (!(await shifts.Commit(partition, batch, cancel)).Committed)
                return false;
        }
        return true;
    }

    /// <summary>For each shift that differs, what must change together: its new row and the removal of its old one.</summary>
    private IEnumerable<List<Change>> Differences(string team, IReadOnlyList<Row> rows)
    {
        var stored = rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        var wanted = organisation.Shifts.Where(s => s.Team == team).ToDictionary(ShiftRow.Key, StringComparer.Ordinal);
        var stale = rows.Where(r => !wanted.ContainsKey(r.Key) && known.Contains(ShiftRow.IdOf(r.Key)))
            .ToLookup(r => ShiftRow.IdOf(r.Key), StringComparer.Ordinal);
        foreach (var (key, shift) in wanted)
        {
            var together = stale[shift.Id].Select(r => Change.Delete(r.Key, r.ETag)).ToList();
            if (!stored.TryGetValue(key, out var row))
                together.Add(Change.Insert(key, ShiftRow.Columns(shift)));
            else if (ShiftRow.Read(team, row) != shift)
                together.Add(Change.Replace(key, ShiftRow.Columns(shift), row.ETag));
            if (together.Count > 0)
                yield return together;
        }
        var here = wanted.Values.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in stale.Where(g => !here.Contains(g.Key)).SelectMany(g => g))
            yield return [Change.Delete(row.Key, row.ETag)];
    }

    private static IEnumerable<List<Change>> Batches(IEnumerable<List<Change>> differences)
    {
        var batch = new List<Change>();
        foreach (var together in differences)
        {
            if (batch.Count + together.Count > MostChanges)
            {
                yield return batch;
                batch = [];
            }
            batch.AddRange(together);
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
