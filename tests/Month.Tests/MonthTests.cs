using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Tests.Storage;
using Xunit.Abstractions;

namespace CheckInBot.Month.Tests;

/// <summary>A simulated month, and short pieces of one on every day.</summary>
[Collection(Azurite.Collection)]
public sealed class MonthTests(Azurite azurite, ITestOutputHelper output)
{
    /// <summary>The end of summer time in Europe.</summary>
    private static readonly MonthForm ClocksChange = new(3, 12, new(2026, 10, 24), 2);

    /// <summary>The last days of National Day, and the Saturday that makes up for them.</summary>
    private static readonly MonthForm Holiday = new(4, 9, new(2026, 10, 7), 4);

    [Fact]
    public async Task While_the_channel_fails_nothing_is_lost_and_nothing_comes_twice()
    {
        Holds(ClocksChange, await OnSqlite(ClocksChange));
        Holds(Holiday, await OnSqlite(Holiday));
    }

    [Fact]
    public async Task The_same_days_are_the_same_story_on_both_stores_and_in_memory()
    {
        var calm = ClocksChange with { From = new(2026, 10, 25), Days = 1, Calm = true };
        var one = await InMemory(calm);
        Holds(calm, one);
        foreach (var other in new[] { await OnSqlite(calm), await OnAzure(calm) })
        {
            Holds(calm, other);
            Assert.Equal(one.Story.Keys.Order(), other.Story.Keys.Order());
            Assert.All(one.Story, person => Assert.Equal(person.Value, other.Story[person.Key]));
        }
    }

    /// <summary>By hand; see <see cref="MonthForm.Long"/>. Otherwise the two days on which summer time ends in America, in a small town.</summary>
    [Fact]
    public async Task A_month_of_the_town_keeps_every_promise()
    {
        var form = MonthForm.Long ?? new(5, 9, new(2026, 10, 31), 2);
        Holds(form, await InMemory(form));
    }

    private void Holds(MonthForm form, MonthRun run)
    {
        output.WriteLine($"{form}\n{run.Figures}\n{string.Join('\n', run.Figures.Violations)}");
        Assert.True(run.Figures.Violations.Count == 0, $"Seed {form.Seed}:\n{string.Join('\n', run.Figures.Violations)}");
        Assert.True(run.Figures.Of("answers") > 0 && run.Figures.Of("cards compared with their record") > 0, "nothing happened");
    }

    private static async Task<MonthRun> OnSqlite(MonthForm form)
    {
        // Where there is a file system in memory nobody waits for a disk.
        var folder = Directory.Exists("/dev/shm") ? Directory.CreateDirectory($"/dev/shm/month-store-{Guid.NewGuid():N}") : Directory.CreateTempSubdirectory("month-store-");
        try
        {
            return await new MonthRun(form).Live(clock => new SqliteStore(Path.Combine(folder.FullName, "bot.db"), clock), ownQueue: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<MonthRun> InMemory(MonthForm form) => new MonthRun(form).Live(_ => new StoreInMemory(), ownQueue: false);

    private Task<MonthRun> OnAzure(MonthForm form) =>
        new MonthRun(form).Live(_ => new AzureStore(new AzureSettings(azurite.ConnectionString, Prefix: "month")), ownQueue: false);
}
