using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The story of a shift's end, on the embedded store.</summary>
public sealed class StoryTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_hard_day_is_asked_about_answered_looked_into_and_asked_back(string language)
    {
        await using var hall = await Hall.Open(language);
        await new Story(hall, language).Tell();
        var left = await StoredRecords.OnSqlite(hall.Bot);
        Story.EndsWell(left);
    }
}

/// <summary>The same story on Azure storage, by changing settings only; in one language, since no text depends on the store.</summary>
[Collection(Azurite.Collection)]
public sealed class StoryOnAzureTests(Azurite azurite)
{
    private const string Language = "zh-CN";

    [Fact]
    public async Task The_same_story_holds_on_azure_storage()
    {
        await using var hall = await Hall.Open(Language, new Dictionary<string, string>
        {
            ["Storage__Provider"] = "Azure",
            ["Storage__ConnectionString"] = azurite.ConnectionString,
            ["Storage__Prefix"] = "story",
        });
        await new Story(hall, Language).Tell();
        Story.EndsWell(await StoredRecords.OnAzure(azurite.ConnectionString, "story"));
    }
}
