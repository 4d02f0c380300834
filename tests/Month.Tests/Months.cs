using CheckInBot.Bot.Storage.Sqlite;
using Xunit.Abstractions;

namespace CheckInBot.Month.Tests;

/// <summary>Days lived on a store, and what they must show.</summary>
internal static class Months
{
    public static Task<MonthRun> InMemory(MonthForm form) => new MonthRun(form).Live(_ => new StoreInMemory(), ownQueue: false);

    public static async Task<MonthRun> OnSqlite(MonthForm form)
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

    public static void Holds(MonthForm form, MonthRun run, ITestOutputHelper output)
    {
        output.WriteLine($"{form}\n{run.Figures}\n{string.Join('\n', run.Figures.Violations)}");
        Assert.True(run.Figures.Violations.Count == 0, $"Seed {form.Seed}:\n{string.Join('\n', run.Figures.Violations)}");
        Assert.True(run.Figures.Of("answers") > 0 && run.Figures.Of("cards compared with their record") > 0, "nothing happened");
    }
}
