using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Roster;

/// <summary>
/// Brings the rows of shifts to what the files say, writing only what differs. A row of each team says which shifts its rows were brought
/// to: it is part of every batch, so that it is true whoever else loads at the same time, and rows that are known to fit are not read again.
/// </summary>
/// <param name="now">A shift that has ended by then is not told of (<see cref="Held"/>).</param>
internal sealed class ShiftLoad(ITable shifts, Organisation organisation, DateTimeOffset now)
{
    private const int MostChanges = 100;
    private const int AtOnce = 8;
    private const string Digest = "digest";
    private const int MostTries = 8;

    private readonly ILookup<string, Shift> shiftsOf = organisation.Shifts.ToLookup(s => s.Team, StringComparer.Ordinal);

    private readonly HashSet<string> known = organisation.Shifts.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);

    // Of all teams: a shift that moves to another team leaves the rows of the one before.
    private readonly string digest = DigestOf(organisation.Shifts);

    private readonly ConcurrentBag<HeldShift> held = [];

    /// <summary>Shifts that were swapped and of which the files say something else by now; in the order of their lines.</summary>
    public IReadOnlyList<HeldShift> Held => [.. held.OrderBy(h => h.Line).ThenBy(h => h.Day)];

    public Task Run(CancellationToken cancel) => Parallel.ForEachAsync(organisation.Teams, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (team, stop) =>
    {
        var tries = 0;
        while (!await Team(team.Id, stop))
        {
            if (++tries == MostTries)
                throw new StoreUnavailableException($"The shifts of team {team.Id} kept changing while they were loaded. Start again.");
        }
    });

    /// <summary>False when somebody else changed a row meanwhile, so that the rows must be read again.</summary>
    private async Task<bool> Team(string team, CancellationToken cancel)
    {
        var partition = ShiftRow.Partition(team);
        var loaded = await shifts.Get(partition, ShiftRow.LoadedKey, cancel);
        if (loaded?.Columns.GetValueOrDefault(Digest) as string == digest)
            return true;
        // A shift may have been moved from any time, so all rows of the team are looked at.
        var rows = await shifts.Range(partition, "", ShiftRow.Last, cancel: cancel);
        var etag = loaded?.ETag;
        var others = HeldOf(team, rows);
        List<List<Change>> batches = [.. Batches(Differences(team, rows))];
        // While the files and a swap say different things, every start looks at the rows and tells so.
        var fits = others.Count == 0 ? digest : "";
        if (batches.Count == 0 && loaded?.Columns.GetValueOrDefault(Digest) as string != fits)
            batches.Add([]);
        foreach (var batch in batches)
        {
            var columns = new Dictionary<string, object> { [Digest] = batch == batches[^1] ? fits : "" };
            var mark = etag is null ? Change.Insert(ShiftRow.LoadedKey, columns) : Change.Replace(ShiftRow.LoadedKey, columns, etag);
            var result = await shifts.Commit(partition, [mark, .. batch], cancel);
            if (!result.Committed)
                return false;
            etag = result.ETags[0];
        }
        others.ForEach(held.Add);
        return true;
    }

    private List<HeldShift> HeldOf(string team, IReadOnlyList<Row> rows)
    {
        var swapped = rows.Where(r => ShiftRow.Planned(r) is not null).ToDictionary(r => ShiftRow.IdOf(r.Key), StringComparer.Ordinal);
        if (swapped.Count == 0)
            return [];
        return
        [
            .. from file in organisation.Shifts.Index()
               where swapped.ContainsKey(file.Item.Id)
               let row = swapped[file.Item.Id]
               let stands = ShiftRow.Read(team, row)
               where (stands.End > now || file.Item.End > now)
                   && (stands with { Person = file.Item.Person } != file.Item || (file.Item.Person != stands.Person && file.Item.Person != ShiftRow.Planned(row)))
               select new HeldShift(organisation.ShiftLines.ElementAtOrDefault(file.Index), LocalTime.DayOf(stands.Start, TimeZoneInfo.FindSystemTimeZoneById(organisation.Teams.First(t => t.Id == team).TimeZone))),
        ];
    }

    private static string DigestOf(IEnumerable<Shift> shifts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var s in shifts)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{s.Id}\n{s.Person}\n{s.Team}\n{s.Post}\n{s.Start.UtcTicks}\n{s.End.UtcTicks}\n")));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>For each shift that differs, what must change together: its new row and the removal of its old one.</summary>
    private IEnumerable<List<Change>> Differences(string team, IReadOnlyList<Row> rows)
    {
        var stored = rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        // A shift that was swapped stays with whoever works it, also where the files were written anew: nothing takes it back unasked.
        var swapped = rows.Where(r => ShiftRow.Planned(r) is not null).Select(r => ShiftRow.IdOf(r.Key)).ToHashSet(StringComparer.Ordinal);
        var wanted = shiftsOf[team].Where(s => !swapped.Contains(s.Id)).ToDictionary(ShiftRow.Key, StringComparer.Ordinal);
        var stale = rows.Where(r => !wanted.ContainsKey(r.Key) && known.Contains(ShiftRow.IdOf(r.Key)) && !swapped.Contains(ShiftRow.IdOf(r.Key)))
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
            if (batch.Count + together.Count >= MostChanges)
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

/// <summary>A shift that was swapped, so that what the files say of it by now was not taken.</summary>
/// <param name="Line">Of <c>shifts.csv</c>; 0 where that is not known.</param>
/// <param name="Day">Local day on which it begins, as the roster has it.</param>
public sealed record HeldShift(int Line, DateOnly Day);
