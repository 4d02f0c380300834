using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Tests.House;

/// <summary>Files are small and names say what a thing is.</summary>
public sealed partial class ShapeTests
{
    private const int LongestFile = 300;

    /// <summary>Names that look empty and are not.</summary>
    private static readonly Dictionary<string, string> Meant = new()
    {
        ["Helper"] = "the answer to 'who would help now': a buddy, the leader, a counsellor",
        ["ServiceAddress"] = "the channel's serviceUrl",
    };

    [Fact]
    public void A_file_has_at_most_300_lines() =>
        Rule.Holds(RepositoryRoot.Files
            .Where(f => f.Extension is ".cs" or ".js" or ".mjs" or ".css" && !f.Path.EndsWith(".min.js", StringComparison.Ordinal) && !f.Path.EndsWith(".g.cs", StringComparison.Ordinal))
            .Select(f => (f.Path, Lines: f.Lines.Count()))
            .Where(f => f.Lines > LongestFile)
            .Select(f => $"{f.Path}: {f.Lines} lines"));

    [Fact]
    public void No_type_has_an_empty_name() =>
        Rule.Holds(RepositoryRoot.Files
            .Where(f => f.Extension == ".cs")
            .SelectMany(f => f.Lines.Where(line => !Comment().IsMatch(line)).SelectMany(line => Declaration().Matches(line)).Select(m => (f.Path, Name: m.Groups["name"].Value)))
            .Where(t => Empty().IsMatch(t.Name) && !Meant.ContainsKey(t.Name))
            .Select(t => $"{t.Path}: {t.Name}"));

    [Fact]
    public void No_file_or_folder_has_an_empty_name() =>
        Rule.Holds(RepositoryRoot.Files
            .SelectMany(f => f.Path.Split('/'), (f, part) => (f.Path, Name: part.Split('.')[0]))
            .Where(p => Empty().IsMatch(p.Name) && !Meant.ContainsKey(p.Name))
            .Select(p => p.Path));

    [GeneratedRegex(@"(helper|manager|util|common|service)", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();

    [GeneratedRegex(@"\b(class|struct|interface|enum|record|delegate\s+[\w<>?]+)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*(//|\*)")]
    private static partial Regex Comment();
}
