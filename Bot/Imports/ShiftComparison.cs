using System.Globalization;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Imports;

/// <summary>
/// Compares the shifts of a file with the rows, in one pass over them. A file is the whole plan of each of its teams from its first shift to its last: what it does not name and has not
/// begun within that span is gone; what lies outside it, has begun or is over stays. A shift is known by its id, whatever else changes.
/// </summary>
/// <param name="given">The shifts of the file; none where no file of shifts is imported, so that every row stays.</param>
/// <param name="judgement">Gathers what speaks against it; null in a pass that only finds the same changes again.</param>
internal sealed class ShiftComparison(ShiftList given, FileSpans spans, StayingShifts? judgement, SwappedShifts swapped, DateTimeOffset now)
{
    /// <summary>What became of a shift of the file so far.</summary>
    [Flags]
    private enum Met : byte
    {
        /// <summary>Its team's row was seen.</summary>
        Here = 1,

        /// <summary>Some row of its id was seen.</summary>
        Known = 2,

        /// <summary>A swap of it holds.</summary>
        Kept = 4,

        /// <summary>It will be worked as the file says.</summary>
        AsWritten = 8,
    }

    private readonly Met[] met = new Met[given.Count];
    private int changed;
    private int gone;
    private int same;

    public List<SwapConflict> Conflicts { get; } = [];

    public ListChange Change => new(RosterLists.Shifts, given.Count - same - changed, changed, gone, same);

    /// <summary>A row of a team as it stands, and how it changes; null where it does not.</summary>
    public ShiftEdit? Take(string team, Row row)
    {
        var id = ShiftRow.IdOf(row.Key);
        var before = ShiftState.Of(team, row);
        var edit = new ShiftEdit(team, id, before, null, row.ETag);
        if (given.Find(id) is >= 0 and var i)
            return Meet(edit, i);
        if (spans.Covers(team, before.Start) && before.Start > now)
            return Drop(edit, null, before.Planned, () => gone++);
        return Stay(edit, 0);
    }

    /// <summary>Those of the file that have no row, after the last row of all teams; team by team.</summary>
    public IEnumerable<ShiftEdit> End()
    {
        foreach (var i in given.ByTeam())
        {
            if ((met[i] & (Met.Here | Met.Kept)) != 0)
                continue;
            met[i] |= Met.AsWritten;
            var shift = given[i];
            yield return new(shift.Team, shift.Id, null, ShiftState.Of(shift), "");
        }
    }

    /// <summary>Whether the shift at that place will be worked as the file says; to be asked after <see cref="End"/>.</summary>
    public bool IsAsWritten(int i) => met[i].HasFlag(Met.AsWritten);

    private ShiftEdit? Meet(ShiftEdit edit, int i)
    {
        var shift = given[i];
        var (before, file) = (edit.Before!, ShiftState.Of(shift));
        var first = !met[i].HasFlag(Met.Known);
        met[i] |= Met.Known;
        if (shift.Team != edit.Team)
        {
            // Its row in the other team is written when all rows were seen.
            return Drop(edit, shift, before.Planned, () => changed += first ? 1 : 0);
        }
        met[i] |= Met.Here;
        if (before == file)
        {
            same += first ? 1 : 0;
            met[i] |= Met.AsWritten;
            return null;
        }
        if (before.Planned is { } planned && (file with { Person = before.Person, Planned = planned }) == before && (file.Person == planned || file.Person == before.Person))
            return Agree(edit, shift, i, first);
        return before.Planned is { } whose ? Decide(edit, shift, whose, () => Replace(edit, shift, i, first), given.LineOf(i)) : Replace(edit, shift, i, first);
    }

    /// <summary>The file says what it said before the swap, which holds; or who works it, so that it is no swap any more.</summary>
    private ShiftEdit? Agree(ShiftEdit edit, Shift shift, int i, bool first)
    {
        same += first ? 1 : 0;
        Stay(edit, given.LineOf(i));
        return shift.Person == edit.Before!.Person ? edit with { After = ShiftState.Of(shift) } : null;
    }

    private ShiftEdit Replace(ShiftEdit edit, Shift shift, int i, bool first)
    {
        changed += first ? 1 : 0;
        if (edit.Before!.End <= now && shift.Start > now)
            judgement?.Add(RosterLists.Shifts, given.LineOf(i), "id", ListFault.IdOfThePast, shift.Id, edit.Before.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        met[i] |= Met.AsWritten;
        return edit with { After = ShiftState.Of(shift) };
    }

    private ShiftEdit? Drop(ShiftEdit edit, Shift? moved, string? planned, Action count)
    {
        ShiftEdit Delete()
        {
            count();
            return edit;
        }

        return planned is not null ? Decide(edit, moved, planned, Delete, 0) : Delete();
    }

    private ShiftEdit? Decide(ShiftEdit edit, Shift? shift, string planned, Func<ShiftEdit> follow, int line)
    {
        if (judgement is not null)
            Conflicts.Add(new(edit.Before!.In(edit.Team, edit.Id), planned, shift));
        if (swapped == SwappedShifts.Revert)
            return follow();
        if (shift is not null)
        {
            met[given.Find(edit.Id)] |= Met.Kept;
            same++;
        }
        return Stay(edit, line);
    }

    private ShiftEdit? Stay(ShiftEdit edit, int line)
    {
        judgement?.Take(edit.Before!.In(edit.Team, edit.Id), edit.Before.Planned, line);
        return null;
    }
}
