using System.Globalization;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Imports;

/// <summary>An import that was made: a line of the history. It names no words and no names; shifts and people by id.</summary>
/// <param name="Number">From 1, in order.</param>
/// <param name="Id">Under which its lists and changes stand.</param>
/// <param name="By">The account of the operating system, or the id of a person.</param>
/// <param name="Files">The lists that it brought, joined by spaces.</param>
/// <param name="Counts">For each list how many lines were new, changed, gone and same.</param>
/// <param name="Swapped">What became of the shifts in <paramref name="Conflicts"/>.</param>
/// <param name="Conflicts">Ids of swapped shifts about which the file said something else, joined by spaces; the first 200.</param>
/// <param name="Undoes">The number of the import that it took back; null for none.</param>
/// <param name="OwnLists">False where it gave the lists back to the organisation's folder.</param>
/// <param name="Overtaken">Ids of shifts that were changed otherwise while it was written, and stayed so, joined by spaces.</param>
/// <param name="Done">Whether all of it is written.</param>
public sealed record ImportRecord(
    int Number, string Id, string By, DateTimeOffset At, string Files, string Digest, string Counts, SwappedShifts Swapped, string Conflicts, int? Undoes, bool OwnLists, string Overtaken, bool Done)
{
    internal static string Key(int number) => Keys.Join("past", number.ToString("D6", CultureInfo.InvariantCulture));

    internal static ImportRecord Read(Row row) => new(
        (int)row.Columns["number"],
        (string)row.Columns["import"],
        (string)row.Columns["by"],
        (DateTimeOffset)row.Columns["at"],
        (string)row.Columns["files"],
        (string)row.Columns["digest"],
        (string)row.Columns["counts"],
        Enum.Parse<SwappedShifts>((string)row.Columns["swapped"]),
        row.Columns.GetValueOrDefault("conflicts") as string ?? "",
        row.Columns.GetValueOrDefault("undoes") as int?,
        (bool)row.Columns["ownLists"],
        row.Columns.GetValueOrDefault("overtaken") as string ?? "",
        (bool)row.Columns["done"]);

    internal IReadOnlyDictionary<string, object> Columns()
    {
        var columns = new Dictionary<string, object>
        {
            ["number"] = Number,
            ["import"] = Id,
            ["by"] = By,
            ["at"] = At.ToUniversalTime(),
            ["files"] = Files,
            ["digest"] = Digest,
            ["counts"] = Counts,
            ["swapped"] = Swapped.ToString(),
            ["conflicts"] = Conflicts,
            ["ownLists"] = OwnLists,
            ["overtaken"] = Overtaken,
            ["done"] = Done,
        };
        if (Undoes is { } undone)
            columns["undoes"] = undone;
        return columns;
    }
}
