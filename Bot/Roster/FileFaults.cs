using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Gathers the faults of one file, and quotes from it only what cannot be a person's name or words.</summary>
internal sealed class FileFaults(string file)
{
    /// <summary>So many are told; a list in which every line is wrong says the same thousands of times.</summary>
    public const int Most = 500;

    private readonly List<Fault> found = [];

    public string File => file;

    public bool Any => found.Count > 0;

    /// <summary>Whether further ones would not be told.</summary>
    public bool Full => found.Count >= Most;

    /// <summary>Whether some lines could not be read, so that what stands on them is not known.</summary>
    public bool Unread { get; private set; }

    /// <summary>In the order of lines; faults of one line in the order in which they were found.</summary>
    public IEnumerable<Fault> All => found.OrderBy(f => f.Line);

    /// <summary>A fault of a file that only whoever runs the program writes.</summary>
    public void Add(int line, string column, string problem, string remedy) => found.Add(new(file, line, column, new OperatorSaying(problem, remedy)));

    public void Add(int line, string column, ListFault fault, params string[] values) => found.Add(new(file, line, column, new ListSaying(fault, [.. values])));

    /// <summary>A line that cannot be read at all.</summary>
    public void AddUnread(int line, ListFault fault, params string[] values)
    {
        Unread = true;
        Add(line, "", fault, values);
    }

    /// <summary>The value where it looks like an id, a date or a word of the file's own language, behind a blank; nothing otherwise.</summary>
    public static string Quoted(string value) => Tame(value) is { Length: > 0 } tame ? " " + tame : "";

    /// <summary>The value where it looks like an id, a date or a word of the file's own language; empty otherwise.</summary>
    public static string Tame(string value) =>
        value.Length is > 0 and <= 40 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '+' or '/' or '{' or '}')
            ? value
            : "";

    /// <summary>An id is 1-64 ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, so that keys and cards carry it as it is.</summary>
    public static bool IsId(string value) =>
        value.Length is > 0 and <= 64 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
