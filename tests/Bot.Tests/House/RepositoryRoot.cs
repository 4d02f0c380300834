namespace CheckInBot.Bot.Tests.House;

/// <summary>The sources, found by walking up from the test assembly to the solution; what .gitignore leaves out is left out here.</summary>
internal static class RepositoryRoot
{
    public static readonly string[] Rooms = ["Dialogs", "Cards", "Bot"];

    private static readonly string Root = Find();

    private static readonly HashSet<string> Ignored =
    [
        .. File.ReadLines(Path.Combine(Root, ".gitignore"))
            .Where(line => line.EndsWith('/') && !line.StartsWith('/'))
            .Select(line => line.TrimEnd('/')),
    ];

    /// <summary>Every file of the rooms and their tests.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Rooms.Append("tests").SelectMany(room => Walk(Path.Combine(Root, room)))];

    /// <summary>The C# sources of the rooms, without their tests.</summary>
    public static IEnumerable<SourceFile> Sources => Files.Where(f => f.Extension == ".cs" && !f.IsTest);

    /// <summary>The sources of tests in C# and JavaScript, but not the rules themselves, which name what they forbid.</summary>
    public static IEnumerable<SourceFile> Tests => Files.Where(f => f.IsTest && f.Extension is ".cs" or ".mjs" or ".js" && !f.IsHouse);

    /// <summary>Every file that can be read as text, wherever it lies; lists of packages and goldens too.</summary>
    public static IEnumerable<SourceFile> Everything => Directory.EnumerateDirectories(Root).Where(d => !Ignored.Contains(Path.GetFileName(d)) && Path.GetFileName(d) != ".git").SelectMany(Walk)
        .Concat(Directory.EnumerateFiles(Root).Select(f => new SourceFile(Path.GetFileName(f), File.ReadAllText(f)))).Where(f => !f.Text.Contains('\0', StringComparison.Ordinal));

    public static void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CheckInBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("CheckInBot.sln is in no folder above the tests.");
    }

    private static IEnumerable<SourceFile> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Select(f => new SourceFile(Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)))
            .Concat(Directory.EnumerateDirectories(folder).Where(d => !Ignored.Contains(Path.GetFileName(d))).SelectMany(Walk));
}

/// <summary>A file of the repository.</summary>
/// <param name="Path">Relative to the root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Extension => System.IO.Path.GetExtension(Path);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public bool IsHouse => Path.StartsWith("tests/Bot.Tests/House/", StringComparison.Ordinal);

    public IEnumerable<string> Lines => Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The lines that match, each as <c>path:line: text</c>.</summary>
    public IEnumerable<string> Matches(System.Text.RegularExpressions.Regex pattern) =>
        Lines.Select((text, i) => (text, line: i + 1)).Where(l => pattern.IsMatch(l.text)).Select(l => $"{Path}:{l.line}: {l.text.Trim()}");
}
