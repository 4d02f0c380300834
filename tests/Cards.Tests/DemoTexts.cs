using System.Text.Json;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>The guides as the demonstration ships them.</summary>
internal static class DemoTexts
{
    public static GuideText Of(Guide guide, Language language)
    {
        var name = guide == Guide.Deescalation ? "deescalation" : "breathing";
        var file = Path.Combine(Root(), "org", "demo", "texts", $"{name}.{(language == Language.Chinese ? "zh-CN" : "en")}.json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return new(json.RootElement.GetProperty("title").GetString()!, [.. json.RootElement.GetProperty("lines").EnumerateArray().Select(l => l.GetString()!)]);
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CheckInBot.sln")))
                return at.FullName;
        }
        throw new DirectoryNotFoundException("CheckInBot.sln");
    }
}
