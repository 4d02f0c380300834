using System.Globalization;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Roster;

/// <summary>A shift as a row: one partition a team, rows in the order in which shifts end.</summary>
internal static class ShiftRow
{
    private const string Minute = "yyyyMMddHHmm";

    /// <summary>Above every key of a partition: keys begin with a digit.</summary>
    public const string Last = ":";

    /// <summary>Above every shift of a partition: which shifts its rows were brought to.</summary>
    public const string LoadedKey = "loaded";

    private const string PlannedColumn = "planned";

    /// <summary>Columns that hold the id of a person, of shifts and of changes.</summary>
    public static readonly IReadOnlyList<string> People = ["person", PlannedColumn, "by", "from", "to"];

    public static string Partition(string team) => Keys.Join("team", team);

    public static string Key(Shift shift) => Keys.Join(Stamp(shift.End), shift.Id);

    /// <summary>Id of the shift of a key; ids hold only characters that <see cref="Keys"/> leaves as they are.</summary>
    public static string IdOf(string key) => key[(key.IndexOf('!', StringComparison.Ordinal) + 1)..];

    public static IReadOnlyDictionary<string, object> Columns(Shift shift) => new Dictionary<string, object>
    {
        ["person"] = shift.Person,
        ["post"] = shift.Post,
        ["start"] = shift.Start.ToUniversalTime(),
        ["end"] = shift.End.ToUniversalTime(),
    };

    public static Shift Read(string team, Row row) => new(
        IdOf(row.Key),
        (string)row.Columns["person"],
        team,
        row.Columns.TryGetValue("post", out var post) ? (string)post : "",
        (DateTimeOffset)row.Columns["start"],
        (DateTimeOffset)row.Columns["end"]);

    /// <summary>The row that remembers a change by its name; above every shift of the partition.</summary>
    public static string ChangeKey(string name) => Keys.Join("made", name);

    /// <summary>What was changed, by whom and when: the history of a team's shifts.</summary>
    public static IReadOnlyDictionary<string, object> Columns(DutyChange change, string by, DateTimeOffset at)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["by"] = by, ["at"] = at.ToUniversalTime(), ["given"] = change.Given.Id, ["from"] = change.Given.Person, ["to"] = change.To };
        if (change.InReturn is { } theirs)
            columns["inReturn"] = theirs.Id;
        return columns;
    }

    /// <summary>The columns of a shift that another person works now; whose it is by the files stays there.</summary>
    public static IReadOnlyDictionary<string, object> Swapped(Row row, string to)
    {
        var columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal);
        var planned = Planned(row) ?? (string)columns["person"];
        columns["person"] = to;
        if (planned == to)
            columns.Remove(PlannedColumn);
        else
            columns[PlannedColumn] = planned;
        return columns;
    }

    /// <summary>Whose shift it is by the files, where somebody else works it; null where the files are followed.</summary>
    public static string? Planned(Row row) => row.Columns.GetValueOrDefault(PlannedColumn) as string;

    /// <summary>The columns of a shift, and of whom the files let work it, where that is somebody else.</summary>
    public static IReadOnlyDictionary<string, object> Columns(Shift shift, string? planned)
    {
        var columns = new Dictionary<string, object>(Columns(shift), StringComparer.Ordinal);
        if (planned is not null)
            columns[PlannedColumn] = planned;
        return columns;
    }

    /// <summary>First possible key of shifts that end at that moment or later. Shifts end on whole minutes.</summary>
    public static string From(DateTimeOffset at)
    {
        var rest = at.UtcTicks % TimeSpan.TicksPerMinute;
        return Stamp(rest == 0 ? at : at.AddTicks(TimeSpan.TicksPerMinute - rest));
    }

    /// <summary>First possible key of shifts that end after that moment.</summary>
    public static string After(DateTimeOffset at) => Stamp(at) + Keys.AfterSeparator;

    /// <summary>First possible key behind another: no character of a key sorts before the separator.</summary>
    public static string Behind(string key) => key + "!";

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString(Minute, CultureInfo.InvariantCulture);
}
