using System.Collections.Frozen;
using CheckInBot.Dialogs.Rosters;
using CsvHelper;

namespace CheckInBot.Bot.Roster;

/// <summary>A line of a CSV file.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Columns">Where each column stands; shared by all lines of the file.</param>
/// <param name="Cells">Trimmed.</param>
internal sealed record CsvLine(int Number, IReadOnlyDictionary<string, int> Columns, string[] Cells)
{
    /// <summary>The cell, empty where the file has no such column.</summary>
    public string this[string column] => Columns.TryGetValue(column, out var at) ? Cells[at] : "";

    /// <summary>The words of a cell that are joined by <c>;</c>.</summary>
    public IReadOnlyList<string> Words(string column) =>
        this[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines below the heading, each read when it is asked for, or null when nothing can be said about them: the file or a column is missing.</summary>
    /// <param name="columns">Columns that must stand in the heading, in any order and case; others are ignored.</param>
    public static IEnumerable<CsvLine>? Read(RosterLists lists, FileFaults faults, string[] columns, bool mayBeMissing = false)
    {
        if (lists.Open(faults, columns, mayBeMissing) is not { } text)
            return null;
        var reader = CsvReader.Create(text, new()
        {
            HasHeader = false,
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            // So that one bad quotation mark cannot swallow the lines after it.
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = m => faults.AddUnread((int)m.LineNumber, ListFault.Quotes),
        });
        if (reader.Read() && Heading(reader.Current.ToArray(), columns, faults) is { } heading)
            return Lines(reader, heading, faults);
        reader.Dispose();
        if (!faults.Any)
            faults.Add(1, "", ListFault.Empty, string.Join(',', columns));
        return null;
    }

    private static IEnumerable<CsvLine> Lines(CsvReader reader, List<string> heading, FileFaults faults)
    {
        using var open = reader;
        var columns = heading.Index().ToFrozenDictionary(h => h.Item, h => h.Index, StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            if (faults.Full)
            {
                faults.AddUnread((int)reader.LineNumber, ListFault.TooMany);
                yield break;
            }
            var cells = reader.Current.ToArray();
            // Spreadsheets leave such lines where somebody once typed.
            if (cells.All(c => c.Length == 0))
                continue;
            if (cells.Length >= heading.Count && cells.Skip(heading.Count).All(c => c.Length == 0))
            {
                yield return new((int)reader.LineNumber, columns, cells);
                continue;
            }
            faults.AddUnread((int)reader.LineNumber, ListFault.Cells, $"{cells.Length}", $"{heading.Count}");
        }
    }

    private static List<string>? Heading(string[] cells, string[] columns, FileFaults faults)
    {
        if (cells is [{ } only] && only.Contains(';', StringComparison.Ordinal))
        {
            faults.Add(1, "", ListFault.Semicolons);
            return null;
        }
        foreach (var column in columns.Except(cells, StringComparer.OrdinalIgnoreCase))
            faults.Add(1, column, ListFault.ColumnMissing, string.Join(',', columns));
        if (faults.Any)
            return null;
        foreach (var twice in cells.Where(c => c.Length > 0).GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            faults.Add(1, twice.Key, ListFault.ColumnTwice);
        if (faults.Any)
            return null;
        // Cells under an empty heading are nobody's; a name keeps them apart.
        return [.. cells.Select((c, i) => c.Length > 0 ? c : $"({i + 1})")];
    }
}
