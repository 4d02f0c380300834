using System.Globalization;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads <c>shifts.csv</c>: local times of the team's zone become instants, repeated lines are written out.</summary>
internal sealed class ShiftFile
{
    private const string DatePlace = "{date}";
    private const string TimeRemedy = "Write a local date-time such as 2026-11-23T08:30 (or D+0T08:30, counted from the day of loading).";
    private static readonly string[] Columns = ["id", "person", "team", "post", "start", "end"];

    private readonly TeamFile teams;
    private readonly PeopleFile people;
    private readonly DateTimeOffset now;
    private readonly bool exact;
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> posts = new(StringComparer.Ordinal);
    private readonly List<(Shift Shift, int Line)> read = [];

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
    public IReadOnlyList<(Shift Shift, int Line)> Shifts => read;

    // Where lines could not be read, a post that seems unknown may stand on one of them: it is not told as a second fault.
    private bool Complete { get; }

    public bool KnowsPost(string post) => !Complete || posts.Contains(post);

    private void Take(CsvLine line)
    {
        bool Wrong(string column, string problem, string remedy)
        {
            Faults.Add(line.Number, column, problem, remedy);
            return false;
        }

        var fine = true;
        posts.Add(line["post"]);
        if (!FileFaults.IsId(line["id"].Replace(DatePlace, "20260101", StringComparison.Ordinal)))
            fine = Wrong("id", "the id is empty or has characters that an id may not have", FileFaults.IdRemedy);
        if (!people.Knows(line["person"]))
            fine = Wrong("person", $"unknown person{FileFaults.Quoted(line["person"])}", "Write an id of people.csv, or add the person there.");
        if (!teams.Knows(line["team"]))
            fine = Wrong("team", $"unknown team{FileFaults.Quoted(line["team"])}", "Write an id of teams.csv, or add the team there.");
        var (start, end) = (WrittenTime.WithTime(line["start"]), WrittenTime.WithTime(line["end"]));
        if (start is null)
            fine = Wrong("start", $"{FileFaults.Quoted(line["start"])} is no date-time".TrimStart(), TimeRemedy);
        if (end is null)
            fine = Wrong("end", $"{FileFaults.Quoted(line["end"])} is no date-time".TrimStart(), TimeRemedy);
        var days = RepeatedDays.Read(line["days"]);
        if (line["days"].Length > 0 && days is null)
            fine = Wrong("days", "these are no days", "Write D-7..D+14, with weekdays where only some count: D-7..D+14 mon tue fri.");
        if (days is not null && !line["id"].Contains(DatePlace, StringComparison.Ordinal))
            fine = Wrong("id", "the line repeats, so its shifts would share one id", "Write {date} into the id: it becomes the day of each shift.");
        if (days is not null && (start is { IsRelative: false } || end is { IsRelative: false }))
            fine = Wrong("days", "the line repeats, but its times name a fixed date", "Write start and end as D+0T08:30, or leave days empty.");
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
            var shift = new Shift(id, One(line["person"]), One(line["team"]), One(line["post"]), from.Value, to.Value);
            if (Refused(line, shift))
                return;
            read.Add((shift, line.Number));
        }
    }

    private DateTimeOffset? WrittenInstant(int line, string column, WrittenTime written, DateOnly day, TimeZoneInfo zone)
    {
        if (ClockTime.FaultOf(written.On(day), written.Offset, zone, exact) is not var (problem, remedy))
            return written.Offset is { } offset ? new DateTimeOffset(written.On(day), offset).ToUniversalTime() : LocalTime.ToInstant(written.On(day), zone);
        Faults.Add(line, column, problem, remedy);
        return null;
    }

    /// <summary>The same words stand on thousands of lines: each is kept once.</summary>
    private string One(string word) => words.TryGetValue(word, out var first) ? first : words[word] = word;

    /// <summary>The first fault of a line is told; the same one on its other days would say nothing new.</summary>
    private bool Refused(CsvLine line, Shift shift)
    {
        if (shift.End <= shift.Start)
            Faults.Add(line.Number, "end", "the end is not after the start", "Correct the times; a shift over midnight ends on the next date.");
        else if (shift.End - shift.Start > Roster.LongestShift)
            Faults.Add(line.Number, "end", "the shift lasts longer than 24 hours", "Write it as several shifts.");
        else if (!ids.TryAdd(shift.Id, line.Number))
            Faults.Add(line.Number, "id", $"the id {shift.Id} stands on line {ids[shift.Id]} too", "Give each shift an id of its own.");
        else
            return false;
        return true;
    }

    private void Overlaps()
    {
        var told = new HashSet<(int, int)>();
        foreach (var theirs in read.GroupBy(r => r.Shift.Person))
        {
            (Shift Shift, int Line)? longest = null;
            foreach (var next in theirs.OrderBy(r => r.Shift.Start).ThenBy(r => r.Line))
            {
                if (longest is { } before && next.Shift.Start < before.Shift.End)
                {
                    var (first, second) = before.Line <= next.Line ? (before, next) : (next, before);
                    if (told.Add((first.Line, second.Line)))
                    {
                        Faults.Add(
                            second.Line,
                            "start",
                            $"shift {second.Shift.Id} overlaps shift {first.Shift.Id} of the same person on line {first.Line}",
                            "Move, shorten or remove one of them.");
                    }
                }
                if (longest is null || next.Shift.End > longest.Value.Shift.End)
                    longest = next;
            }
        }
    }
}
