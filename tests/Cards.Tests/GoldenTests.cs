using System.Text.Encodings.Web;
using System.Text.Json;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>
/// Every card in every state and both languages stands in <c>Golden/</c>, ready for the Adaptive Cards Designer. After a wanted change
/// run the tests once with <c>CHECKINBOT_WRITE_GOLDENS=1</c>, and read the difference before it is committed.
/// </summary>
public class GoldenTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool Writes => Environment.GetEnvironmentVariable("CHECKINBOT_WRITE_GOLDENS") == "1";

    public static TheoryData<string, Language> Cards => Samples.Both();

    [Theory, MemberData(nameof(Cards))]
    public void Every_card_is_as_its_golden_file_shows(string name, Language language) =>
        Compare($"{name}.{Tag(language)}.json", Samples.All[name](language).ToJson().ToJsonString(Readable) + "\n");

    [Theory, InlineData(Language.Chinese), InlineData(Language.English)]
    public void Every_notification_is_as_its_golden_file_shows(Language language) =>
        Compare($"summaries.{Tag(language)}.txt", string.Concat(Samples.All.Select(s => $"{s.Key}: {s.Value(language).Summary}\n")));

    [Fact]
    public void No_golden_file_is_left_over()
    {
        var cards = Samples.All.Keys.SelectMany(n => new[] { $"{n}.zh-CN.json", $"{n}.en.json" });
        Assert.Equal(cards.Order(StringComparer.Ordinal), Directory.GetFiles(Folder(), "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    private static void Compare(string file, string now)
    {
        var path = Path.Combine(Folder(), file);
        if (Writes)
            File.WriteAllText(path, now);
        Assert.True(File.Exists(path), $"{path} is missing; write it with CHECKINBOT_WRITE_GOLDENS=1.");
        Assert.True(File.ReadAllText(path) == now, $"{path} differs from what is drawn now:\n{now}");
    }

    private static string Tag(Language language) => language == Language.Chinese ? "zh-CN" : "en";

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var here = Path.Combine(at.FullName, "tests", "Cards.Tests", "Golden");
            if (Directory.Exists(here))
                return here;
        }
        throw new DirectoryNotFoundException("tests/Cards.Tests/Golden");
    }
}
