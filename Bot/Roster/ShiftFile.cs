using System.Globalization;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads <c>shifts.csv</c>: local times of the team's zone become instants, repeated lines are written out.</summary>
internal sealed class ShiftFile
{
    private const string DatePlace = "{date}";

    /// <summary>So that a hundred rows of shifts fit into one batch of every store.</summary>
    private const int MostPostCharacters = 80;

    private static readonly string[] Columns = ["id", "person", "team", "post", "start", "end"];

    private readonly TeamFile teams;
    private readonly PeopleFile people;
    private readonly DateTimeOffset now;
    private readonly bool exact;
    private readonly HashSet<string> posts = new(StringComparer.Ordinal);

    public ShiftFile(RosterLists source, TeamFile teams, PeopleFile people, DateTimeOffset now)
    {
        (this.teams, this.people, this.now, exact) = (teams, people, now, source.Exact);
        var lines = source.HasShifts ? CsvLine.Read(source, Faults, Columns) : null;
        foreach (var line in lines ?? [])
            Take(line);
        Complete = lines is not null && !Faults.Unread;
        Overlaps();
    }

    public FileFaults Faults { get; } = new(RosterLists.Shifts);

    /// <summary>Each with the number of its line.</summary>
    public ShiftList Shifts { get; } = new();

    // Where lines could not be read, a post that seems unknown may stand on one of them: it is not told as a second fault.
    private bool Complete { get; }

    public bool KnowsPost(string post) => !Complete || posts.Contains(post);

    private void Take(CsvLine line)
    {
        bool Wrong(string column, ListFault fault, params string[] values)
        {
            Faults.Add(line.Number, column, fault, values);
            return false;
        }

        var fine = true;
        posts.Add(line["post"]);
        if (!FileFaults.IsId(line["id"].Replace(DatePlace, "20260101", StringComparison.Ordinal)))
            fine = Wrong("id", ListFault.NoId);
        if (!people.Knows(line["person"]))
            fine = Wrong("person", ListFault.UnknownPerson, FileFaults.Tame(line["person"]));
        if (!teams.Knows(line["team"]))
            fine = Wrong("team", ListFault.UnknownTeam, FileFaults.Tame(line["team"]));
        if (line["post"].Length > MostPostCharacters)
            fine = Wrong("post", ListFault.LongPost, $"{MostPostCharacters}");
        var (start, end) = (WrittenTime.WithTime(line["start"]), WrittenTime.WithTime(line["end"]));
        if (start is null)
            fine = Wrong("start", ListFault.NoTime, FileFaults.Tame(line["start"]));
        if (end is null)
            fine = Wrong("end", ListFault.NoTime, FileFaults.Tame(line["end"]));
        var days = RepeatedDays.Read(line["days"]);
        if (line["days"].Length > 0 && days is null)
            fine = Wrong("days", ListFault.NoDays);
        if (days is not null && !line["id"].Contains(DatePlace, StringComparison.Ordinal))
            fine = Wrong("id", ListFault.SharedId);
        if (days is not null && (start is { IsRelative: false } || end is { IsRelative: false }))
            fine = Wrong("days", ListFault.FixedDate);
        if (fine && teams.ZoneOf(line["team"]) is { } zone)
            WriteOut(line, start!.Value, end!.Value, days, zone);
    }

    private void WriteOut(CsvLine line, WrittenTime start, WrittenTime end, RepeatedDays? days, TimeZoneInfo zone)
    {
        var today = LocalTime.DayOf(now, zone);
        foreach (var day in days?.Around(today) ?? [today])
        {
            var local = start.On(day);
            var id = line["id"].Replace(DatePlace, local.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            var (from, to) = (WrittenInstant(line.Number, "start", start, day, zone), WrittenInstant(line.Number, "end", end, day, zone));
            if (from is null || to is null)
                return;
            var shift = new Shift(id, line["person"], line["team"], line["post"], from.Value, to.Value);
            if (Refused(line, shift))
                return;
            Shifts.Add(shift, line.Number);
        }
    }

    private DateTimeOffset? WrittenInstant(int line, string column, WrittenTime written, DateOnly day, TimeZoneInfo zone)
    {
        if (ClockTime.FaultOf(written.On(day), written.Offset, zone, exact) is not var (fault, values))
            return written.Offset is { } offset ? new DateTimeOffset(written.On(day), offset).ToUniversalTime() : LocalTime.ToInstant(written.On(day), zone);
        Faults.Add(line, column, fault, values);
        return null;
    }

    /// <summary>The first fault of a line is told; the same one on its other days would say nothing new.</summary>
    private bool Refused(CsvLine line, Shift shift)
    {
        if (shift.End <= shift.Start)
            Faults.Add(line.Number, "end", ListFault.EndsBeforeStart);
        else if (shift.End - shift.Start > Roster.LongestShift)
            Faults.Add(line.Number, "end", ListFault.LongShift);
        else if (Shifts.Find(shift.Id) is >= 0 and var first)
            Faults.Add(line.Number, "id", ListFault.ShiftTwice, shift.Id, $"{Shifts.LineOf(first)}");
        else
            return false;
        return true;
    }

    private void Overlaps()
    {
        var told = new HashSet<(int, int)>();
        var longest = -1;
        foreach (var next in Shifts.ByPerson())
        {
            if (longest >= 0 && Shifts.PersonOf(longest) != Shifts.PersonOf(next))
                longest = -1;
            if (longest >= 0 && Shifts.StartOf(next) < Shifts.EndOf(longest))
                Overlap(longest, next);
            if (longest < 0 || Shifts.EndOf(next) > Shifts.EndOf(longest))
                longest = next;
        }

        void Overlap(int one, int other)
        {
            var (first, second) = Shifts.LineOf(one) <= Shifts.LineOf(other) ? (one, other) : (other, one);
            if (!Faults.Full && told.Add((Shifts.LineOf(first), Shifts.LineOf(second))))
                Faults.Add(Shifts.LineOf(second), "start", ListFault.Overlap, Shifts[second].Id, Shifts[first].Id, $"{Shifts.LineOf(first)}");
        }
    }
}
