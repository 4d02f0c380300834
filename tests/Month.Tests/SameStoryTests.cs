using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Tests.Storage;
using Xunit.Abstractions;

namespace CheckInBot.Month.Tests;

/// <summary>What people see does not depend on where the rows are.</summary>
[Collection(Azurite.Collection)]
public sealed class SameStoryTests(Azurite azurite, ITestOutputHelper output)
{
    [Fact]
    public async Task The_same_days_are_the_same_story_on_both_stores_and_in_memory()
    {
        var calm = new MonthForm(3, 12, new(2026, 10, 25), 1, Calm: true);
        var one = await Months.InMemory(calm);
        Months.Holds(calm, one, output);
        foreach (var other in new[] { await Months.OnSqlite(calm), await OnAzure(calm) })
        {
            Months.Holds(calm, other, output);
            Assert.Equal(one.Story.Keys.Order(), other.Story.Keys.Order());
            Assert.All(one.Story, person => Assert.Equal(person.Value, other.Story[person.Key]));
        }
    }

    private Task<MonthRun> OnAzure(MonthForm form) =>
        new MonthRun(form).Live(_ => new AzureStore(new AzureSettings(azurite.ConnectionString, Prefix: "month")), ownQueue: false);
}
