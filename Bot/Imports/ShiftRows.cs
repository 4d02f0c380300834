using System.Runtime.CompilerServices;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Imports;

/// <summary>Reads a team's shifts as rows, a page at a time, so that a large roster takes little memory.</summary>
internal static class ShiftRows
{
    private const int Page = 1000;

    public static async IAsyncEnumerable<Row> Of(ITable shifts, string team, [EnumeratorCancellation] CancellationToken cancel)
    {
        var from = "";
        while (true)
        {
            var rows = await shifts.Range(ShiftRow.Partition(team), from, ShiftRow.Last, Page, cancel);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < Page)
                yield break;
            from = ShiftRow.Behind(rows[^1].Key);
        }
    }

    /// <summary>The version of the mark that every change of the team's shifts writes; empty before the first.</summary>
    public static async Task<string> Mark(ITable shifts, string team, CancellationToken cancel) =>
        (await shifts.Get(ShiftRow.Partition(team), ShiftRow.LoadedKey, cancel))?.ETag ?? "";
}
