namespace CheckInBot.Bot.Roster;

/// <summary>Gathers the faults of one file, and quotes from it only what cannot be a person's name or words.</summary>
internal sealed class FileFaults(string file)
{
    private readonly List<Fault> found = [];

    public string File => file;

    public bool Any => found.Count > 0;

    /// <summary>Whether some lines could not be read, so that what stands on them is not known.</summary>
    public bool Unread { get; private set; }

    /// <summary>In the order of lines; faults of one line in the order in which they were found.</summary>
    public IEnumerable<Fault> All => found.OrderBy(f => f.Line);

    public void Add(int line, string column, string problem, string remedy) => found.Add(new(file, line, column, problem, remedy));

    /// <summary>A line that cannot be read at all.</summary>
    public void AddUnread(int line, string problem, string remedy)
    {
        Unread = true;
        Add(line, "", problem, remedy);
    }

    /// <summary>The value where it looks like an id, a date or a word of the file's own language; nothing otherwise.</summary>
    public static string Quoted(string value) =>
        value.Length is > 0 and <= 40 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '+' or '/' or '{' or '}')
            ? " " + value
            : "";

    /// <summary>An id is 1-64 ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, so that keys and cards carry it as it is.</summary>
    public static bool IsId(string value) =>
        value.Length is > 0 and <= 64 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    public const string IdRemedy = "Write 1 to 64 ASCII letters, digits, -, _ or a full stop, and never change it later.";
}
