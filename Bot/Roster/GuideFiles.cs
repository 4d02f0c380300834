using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Roster;

/// <summary>
/// Reads the folder <c>texts</c>: the cards that an organisation writes itself, one file for each card and language, such as
/// <c>deescalation.zh-CN.json</c> with a <c>title</c> and <c>lines</c>. Short enough to be read at a counter.
/// </summary>
internal sealed class GuideFiles
{
    private const string Folder = "texts";
    private const int LongestTitle = 40;
    private const int MostLines = 6;

    /// <summary>Longest line, in characters: Chinese ones take about twice the room.</summary>
    private static readonly Dictionary<Language, int> LongestLine = new() { [Language.Chinese] = 40, [Language.English] = 90 };

    private static readonly (Guide Guide, string Name)[] Guides = [(Guide.Deescalation, "deescalation"), (Guide.Breathing, "breathing")];

    private static readonly (Language Language, string Name)[] Languages = [(Language.Chinese, "zh-CN"), (Language.English, "en")];

    private readonly List<FileFaults> faults = [];
    private readonly Dictionary<(Guide, Language), GuideText> texts = [];

    public GuideFiles(string folder)
    {
        foreach (var (guide, name) in Guides)
        {
            foreach (var (language, tag) in Languages)
            {
                var file = new FileFaults($"{Folder}/{name}.{tag}.json");
                faults.Add(file);
                if (Utf8File.Read(folder, file) is { } text && JsonText.Read(text, file) is { } json)
                    texts[(guide, language)] = Read(new JsonSection(json, file), LongestLine[language]);
            }
        }
    }

    public IEnumerable<Fault> Faults => faults.SelectMany(f => f.All);

    /// <summary>Of use only where there is no fault: then all are there.</summary>
    public IReadOnlyDictionary<(Guide Guide, Language Language), GuideText> Texts => texts;

    private static GuideText Read(JsonSection root, int longestLine)
    {
        root.Allow("title", "lines");
        var (title, lines) = (root.Text("title"), root.Texts("lines"));
        if (title.Length > LongestTitle)
            root.Add("title", $"the title has {title.Length} characters", $"Keep at most {LongestTitle}.");
        if (lines.Count > MostLines)
            root.Add("lines", $"there are {lines.Count} lines", $"Keep at most {MostLines}: the card is read in ten seconds.");
        foreach (var (i, line) in lines.Index().Where(l => l.Item.Length > longestLine))
            root.Add($"lines[{i}]", $"the line has {line.Length} characters", $"Keep at most {longestLine}: the card is read in ten seconds.");
        return new(title, lines);
    }
}
