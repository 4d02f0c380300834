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
