using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Roster;

/// <summary>
/// Changes who works a shift, by one conditional write of the team's partition: both shifts, the mark that every other change of the
/// team's shifts writes too, and a row that remembers the change by its name. So of changes that meet exactly one comes first, the next one
/// is judged by what is true after it, and a change that is asked for again after a crash is found done.
/// </summary>
/// <param name="shifts">The table that holds shifts.</param>
public sealed class ShiftChanges(ITable shifts, Roster roster)
{
    private const int MostTries = 20;

    /// <summary>Makes the change, or says what is true instead. Nothing is half made.</summary>
    /// <param name="name">Under which it is made once, whoever asks how often.</param>
    /// <param name="window">From when to when shifts are read for the judgement; the change's own shifts lie in it.</param>
    /// <param name="judge">Why it may not be made, judged by the team's shifts of the window; null when it may.</param>
    /// <param name="by">Who decided it; kept in the history.</param>
    /// <exception cref="StoreUnavailableException">It is not known whether it was made: ask again.</exception>
    public async Task<RosterAnswer> Make(
        string name, DutyChange change, (DateTimeOffset From, DateTimeOffset To) window, Func<IReadOnlyList<Shift>, Overtaking?> judge, string by, DateTimeOffset at, CancellationToken cancel)
    {
        var team = change.Given.Team;
        var partition = ShiftRow.Partition(team);
        for (var tries = 0; tries < MostTries; tries++)
        {
            // The mark is read first: whatever is written after it makes this write fail.
            var mark = await shifts.Get(partition, ShiftRow.LoadedKey, cancel);
            if (await shifts.Get(partition, ShiftRow.ChangeKey(name), cancel) is not null)
                return new(Overtaken: null);
            var rows = await shifts.Range(partition, ShiftRow.After(window.From), ShiftRow.From(window.To), int.MaxValue, cancel);
            var now = rows.ToDictionary(r => ShiftRow.IdOf(r.Key), StringComparer.Ordinal);
            List<Change> changes =
            [
                mark is null ? Change.Insert(ShiftRow.LoadedKey, new Dictionary<string, object>()) : Change.Replace(ShiftRow.LoadedKey, mark.Columns, mark.ETag),
                Change.Insert(ShiftRow.ChangeKey(name), ShiftRow.Columns(change, by, at)),
            ];
            foreach (var (shift, to) in change.Handed)
            {
                if (!now.TryGetValue(shift.Id, out var row))
                    return new(new Overtaking(shift.Id, null, []));
                var stands = ShiftRow.Read(team, row);
                if (stands != shift)
                    return new(new Overtaking(shift.Id, stands.Person == shift.Person ? null : stands.Person, []));
                changes.Add(Change.Replace(row.Key, ShiftRow.Swapped(row, to), row.ETag));
            }
            if (judge([.. rows.Select(r => ShiftRow.Read(team, r))]) is { } overtaken)
                return new(overtaken);
            if ((await shifts.Commit(partition, changes, cancel)).Committed)
            {
                roster.Forget();
                return new(Overtaken: null);
            }
            await Task.Delay(Random.Shared.Next(1, 5 * (tries + 1)), cancel);
        }
        throw new StoreUnavailableException($"The shifts of team {team} kept changing while one of them was changed.");
    }
}
