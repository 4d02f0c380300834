using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Imports;

/// <summary>The rows that an import leaves as they are, and what they have against it: whoever works them must still be known, and a file must not give them another shift at that time.</summary>
/// <param name="after">Teams and people as they will be.</param>
internal sealed class StayingShifts(Organisation after, FileSpans spans, DateTimeOffset now)
{
    private const int MostFaults = 50;

    private readonly HashSet<string> people = after.People.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> teams = after.Teams.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<(string Person, string Team, string Post)> places = [];
    private readonly List<Fault> faults = [];
    private readonly ShiftList staying = new();

    /// <summary>Who works at which post of which team.</summary>
    public IEnumerable<(string Person, string Team, string Post)> Places => places.Order();

    /// <summary>In the order of lines.</summary>
    public IEnumerable<Fault> Faults => faults.OrderBy(f => f.Line).Take(MostFaults);

    public void Add(string file, int line, string column, ListFault fault, params string[] values)
    {
        if (faults.Count < FileFaults.Most)
            faults.Add(new(file, line, column, new ListSaying(fault, [.. values])));
    }

    /// <param name="planned">Whose it is by the files, where somebody else works it.</param>
    /// <param name="line">Where the file names it; 0 where it does not.</param>
    public void Take(Shift shift, string? planned, int line)
    {
        if (planned is not null)
            places.Add((planned, shift.Team, shift.Post));
        places.Add((shift.Person, shift.Team, shift.Post));
        if (spans.Touches(shift.Start, shift.End))
            staying.Add(shift, line, find: false);
        if (shift.End <= now)
            return;
        if (!people.Contains(shift.Person))
            Add(RosterLists.People, 0, "id", ListFault.GoneWithShift, shift.Person, shift.Id);
        if (!teams.Contains(shift.Team))
            Add(RosterLists.Teams, 0, "id", ListFault.TeamGoneWithShift, shift.Team, shift.Id);
    }

    /// <summary>After the last row: two shifts of one person at a time, one of them as the file writes it. Those of two lines were told when the file was read.</summary>
    public void Judge(ShiftList given, Func<int, bool> asWritten)
    {
        var (written, rows) = (given.ByPerson(), staying.ByPerson());
        var theirs = new Dictionary<string, Range>(StringComparer.Ordinal);
        foreach (var range in People(staying, rows))
            theirs[staying.PersonOf(rows[range.Start])] = range;
        foreach (var range in People(given, written))
        {
            var ofRows = theirs.GetValueOrDefault(given.PersonOf(written[range.Start]), 0..0);
            Overlaps(given, [.. written[range].Where(asWritten)], rows.AsSpan(ofRows));
        }
    }

    /// <summary>The stretches of one person each.</summary>
    private static IEnumerable<Range> People(ShiftList list, int[] order)
    {
        for (var (from, to) = (0, 1); from < order.Length; to++)
        {
            if (to < order.Length && list.PersonOf(order[to]) == list.PersonOf(order[from]))
                continue;
            yield return from..to;
            from = to;
        }
    }

    private void Overlaps(ShiftList given, ReadOnlySpan<int> written, ReadOnlySpan<int> rows)
    {
        (ShiftList List, int At)? longest = null;
        while (!written.IsEmpty || !rows.IsEmpty)
        {
            (ShiftList List, int At) next;
            if (rows.IsEmpty || (!written.IsEmpty && (given.StartOf(written[0]), given.LineOf(written[0])).CompareTo((staying.StartOf(rows[0]), staying.LineOf(rows[0]))) < 0))
            {
                next = (given, written[0]);
                written = written[1..];
            }
            else
            {
                next = (staying, rows[0]);
                rows = rows[1..];
            }
            if (next.List == given)
                places.Add((given.PersonOf(next.At), given.TeamOf(next.At), given.PostOf(next.At)));
            if (longest is { } before && next.List != before.List && next.List.StartOf(next.At) < before.List.EndOf(before.At))
            {
                var (line, other) = next.List == given ? (next, before) : (before, next);
                Add(RosterLists.Shifts, given.LineOf(line.At), "start", ListFault.OverlapsStaying, given[line.At].Id, staying[other.At].Id);
            }
            if (longest is not { } latest || next.List.EndOf(next.At) > latest.List.EndOf(latest.At))
                longest = next;
        }
    }
}
