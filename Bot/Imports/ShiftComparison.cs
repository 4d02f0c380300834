using System.Globalization;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Imports;

/// <summary>
/// Compares the shifts of a file with the rows. A file is the whole plan of each of its teams from its first shift to its last: what it does not name and has not
/// begun within that span is gone; what lies outside it, has begun or is over stays. A shift is known by its id, whatever else changes.
/// </summary>
/// <param name="after">Teams and people as they will be.</param>
/// <param name="given">The shifts of the file with their lines; null where no file of shifts is imported, so that every row stays.</param>
internal sealed class ShiftComparison(Organisation after, IReadOnlyList<(Shift Shift, int Line)>? given, SwappedShifts swapped, DateTimeOffset now)
{
    private const int MostFaults = 50;

    private readonly Dictionary<string, (Shift Shift, int Line)> wanted = (given ?? []).ToDictionary(g => g.Shift.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset From, DateTimeOffset To)> spans = (given ?? [])
        .GroupBy(g => g.Shift.Team, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.Min(s => s.Shift.Start), g.Max(s => s.Shift.Start)), StringComparer.Ordinal);

    private readonly HashSet<string> people = after.People.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> teams = after.Teams.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> here = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private readonly HashSet<(string Person, string Team, string Post)> places = [];
    private readonly List<(Shift Shift, int Line, bool AsWritten)> worked = [];
    private readonly List<Fault> faults = [];
    private int changed;
    private int gone;
    private int same;

    public List<ShiftEdit> Edits { get; } = [];

    public List<SwapConflict> Conflicts { get; } = [];

    public IEnumerable<(string Person, string Team, string Post)> Places => places.Order();

    /// <summary>Why the rows cannot become so, in the order of lines.</summary>
    public IEnumerable<Fault> Faults => faults.OrderBy(f => f.Line).Take(MostFaults);

    public ListChange Change => new(RosterLists.Shifts, wanted.Count - same - changed, changed, gone, same);

    public IReadOnlyList<ShiftSpan> Spans =>
    [
        .. after.Teams.Where(t => spans.ContainsKey(t.Id)).Select(t =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(t.TimeZone);
            return new ShiftSpan(t.Id, wanted.Values.Count(w => w.Shift.Team == t.Id), LocalTime.DayOf(spans[t.Id].From, zone), LocalTime.DayOf(spans[t.Id].To, zone));
        }),
    ];

    /// <summary>A row of a team as it stands.</summary>
    public void Take(string team, Row row)
    {
        var id = ShiftRow.IdOf(row.Key);
        var before = ShiftState.Of(team, row);
        var edit = new ShiftEdit(team, id, before, null, row.ETag);
        if (wanted.TryGetValue(id, out var want))
            Meet(edit, want.Shift, want.Line);
        else if (spans.TryGetValue(team, out var span) && before.Start >= span.From && before.Start <= span.To && before.Start > now)
            Drop(edit, null, before.Planned, () => gone++);
        else
            Stay(edit, 0);
    }

    /// <summary>After the last row of all teams.</summary>
    public void End()
    {
        foreach (var (shift, line) in wanted.Values)
        {
            if (here.Contains(shift.Id) || kept.Contains(shift.Id))
                continue;
            Edits.Add(new(shift.Team, shift.Id, null, ShiftState.Of(shift), ""));
            Work(shift, line, asWritten: true);
        }
        Overlaps();
    }

    private void Meet(ShiftEdit edit, Shift shift, int line)
    {
        var (before, file) = (edit.Before!, ShiftState.Of(shift));
        var first = known.Add(shift.Id);
        if (shift.Team != edit.Team)
        {
            // Its row in the other team is written when all rows were seen.
            Drop(edit, shift, before.Planned, () => changed += first ? 1 : 0);
            return;
        }
        here.Add(shift.Id);
        if (before == file)
            (same, _) = (same + (first ? 1 : 0), Work(shift, line, asWritten: true));
        else if (before.Planned is { } planned && (file with { Person = before.Person, Planned = planned }) == before && (file.Person == planned || file.Person == before.Person))
            Agree(edit, shift, line, first);
        else if (before.Planned is { } whose)
            Decide(edit, shift, whose, () => Replace(edit, shift, line, first), line);
        else
            Replace(edit, shift, line, first);
    }

    /// <summary>The file says what it said before the swap, which holds; or who works it, so that it is no swap any more.</summary>
    private void Agree(ShiftEdit edit, Shift shift, int line, bool first)
    {
        same += first ? 1 : 0;
        if (shift.Person == edit.Before!.Person)
            Edits.Add(edit with { After = ShiftState.Of(shift) });
        Stay(edit, line);
    }

    private void Replace(ShiftEdit edit, Shift shift, int line, bool first)
    {
        changed += first ? 1 : 0;
        if (edit.Before!.End <= now && shift.Start > now)
        {
            var day = edit.Before.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            faults.Add(new(RosterLists.Shifts, line, "id", $"the id {shift.Id} is that of a shift that ended on {day}", "Give each shift an id of its own, also over the months."));
        }
        Edits.Add(edit with { After = ShiftState.Of(shift) });
        Work(shift, line, asWritten: true);
    }

    private void Drop(ShiftEdit edit, Shift? moved, string? planned, Action count)
    {
        void Delete()
        {
            count();
            Edits.Add(edit);
        }

        if (planned is not null)
            Decide(edit, moved, planned, Delete, 0);
        else
            Delete();
    }

    private void Decide(ShiftEdit edit, Shift? shift, string planned, Action follow, int line)
    {
        Conflicts.Add(new(edit.Before!.In(edit.Team, edit.Id), planned, shift));
        if (swapped == SwappedShifts.Revert)
        {
            follow();
            return;
        }
        kept.Add(edit.Id);
        same += shift is null ? 0 : 1;
        Stay(edit, line);
    }

    /// <summary>The row stays; whoever works it and where must still be known, unless it is over.</summary>
    private void Stay(ShiftEdit edit, int line)
    {
        var shift = edit.Before!.In(edit.Team, edit.Id);
        if (edit.Before.Planned is { } planned)
            places.Add((planned, shift.Team, shift.Post));
        Work(shift, line, asWritten: false);
        if (shift.End <= now)
            return;
        var remedy = "Keep the line, or import a shifts.csv in which somebody else works the shift.";
        if (!people.Contains(shift.Person))
            faults.Add(new(RosterLists.People, 0, "id", $"{shift.Person} is on the list no more, but works shift {shift.Id}, which stays", remedy));
        if (!teams.Contains(shift.Team))
            faults.Add(new(RosterLists.Teams, 0, "id", $"team {shift.Team} is on the list no more, but shift {shift.Id}, which stays, is worked in it", remedy));
    }

    private bool Work(Shift shift, int line, bool asWritten)
    {
        places.Add((shift.Person, shift.Team, shift.Post));
        worked.Add((shift, line, asWritten));
        return true;
    }

    /// <summary>Two shifts of one person at a time; of two lines of the file only where a swap makes them so, the rest was told when the file was read.</summary>
    private void Overlaps()
    {
        if (wanted.Count == 0)
            return;
        foreach (var theirs in worked.GroupBy(w => w.Shift.Person, StringComparer.Ordinal))
        {
            (Shift Shift, int Line, bool AsWritten)? longest = null;
            foreach (var next in theirs.OrderBy(w => w.Shift.Start).ThenBy(w => w.Line))
            {
                if (longest is { } before && next.Shift.Start < before.Shift.End && next.AsWritten != before.AsWritten)
                {
                    var (line, other) = next.AsWritten ? (next, before.Shift) : (before, next.Shift);
                    faults.Add(new(
                        RosterLists.Shifts, line.Line, "start", $"shift {line.Shift.Id} overlaps shift {other.Id} of the same person, which stays on the roster", "Move, shorten or remove one of them."));
                }
                if (longest is null || next.Shift.End > longest.Value.Shift.End)
                    longest = next;
            }
        }
    }
}
