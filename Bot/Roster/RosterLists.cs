namespace CheckInBot.Bot.Roster;

/// <summary>The four lists of an organisation that an import replaces, and where each comes from: a folder, or text that was imported before.</summary>
internal sealed class RosterLists
{
    public const string Teams = "teams.csv";
    public const string People = "people.csv";
    public const string Shifts = "shifts.csv";
    public const string Leave = "leave.csv";

    /// <summary>In the order in which they refer to each other.</summary>
    public static readonly IReadOnlyList<string> All = [Teams, People, Shifts, Leave];

    private readonly Dictionary<string, (string Folder, string? Text, Func<Stream>? File)> sources = new(StringComparer.Ordinal);

    /// <summary>Whether shifts are read at all: those of an import stand in rows, not in a list.</summary>
    public bool HasShifts { get; init; } = true;

    /// <summary>Whether local times that the clock skips or repeats are refused, instead of taken as the first valid minute.</summary>
    public bool Exact { get; init; }

    /// <summary>All four of one folder.</summary>
    public static RosterLists Of(string folder)
    {
        var lists = new RosterLists();
        foreach (var file in All)
            lists.sources[file] = (folder, null, null);
        return lists;
    }

    /// <summary>Takes one list from another folder.</summary>
    public void Take(string file, string folder) => sources[file] = (folder, null, null);

    /// <summary>Takes one list from a file, which is opened anew each time it is read.</summary>
    public void Take(string file, Func<Stream> open) => sources[file] = ("", null, open);

    /// <summary>Takes one list from a text with its heading.</summary>
    public void TakeText(string file, string text) => sources[file] = ("", text, null);

    /// <summary>Whether the list is text of the store, of which a fault should say so.</summary>
    public bool IsStored(string file) => sources[file].Text is not null;

    /// <summary>The text of <c>faults.File</c>; null when there is none, which is a fault unless it may be missing.</summary>
    public TextReader? Open(FileFaults faults, string[] columns, bool mayBeMissing)
    {
        var (folder, text, file) = sources[faults.File];
        if (text is not null)
            return new StringReader(text);
        if (file is not null)
            return CsvText.Open(file, faults, columns);
        using var found = OrgBytes.Open(folder, faults, mayBeMissing);
        return found is null ? null : CsvText.Open(() => System.IO.File.OpenRead(Path.Combine(folder, faults.File)), faults, columns);
    }

    /// <summary>Which list a file is, by the columns of its heading, whatever its name and encoding; null for none.</summary>
    public static string? Recognise(ReadOnlySpan<byte> bytes)
    {
        // A heading is ASCII in every encoding that is read; those of 16 bits put a zero beside each letter.
        var heading = new string([.. bytes[..Math.Min(bytes.Length, 1000)].ToArray().Where(b => b is > 0 and < 0x80).Select(b => (char)b).TakeWhile(c => c is not ('\r' or '\n'))])
            .Split(',', StringSplitOptions.TrimEntries).Select(c => c.Trim('"')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return heading switch
        {
            _ when heading.IsSupersetOf(["id", "timeZone", "profile"]) => Teams,
            _ when heading.IsSupersetOf(["id", "entraId", "roles"]) => People,
            _ when heading.IsSupersetOf(["person", "start", "end"]) => Shifts,
            _ when heading.IsSupersetOf(["person", "from", "to"]) => Leave,
            _ => null,
        };
    }
}
