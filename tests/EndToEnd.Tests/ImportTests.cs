using System.Globalization;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The command <c>import</c> as an administrator runs it.</summary>
public sealed class ImportTests : IAsyncLifetime, IDisposable
{
    private const int Shifts = 30000;
    private readonly DemoOrganisation organisation = new();
    private readonly string folder = Directory.CreateTempSubdirectory("checkinbot-import-").FullName;
    private readonly BotProcess bot;

    public ImportTests() => bot = new(organisation.Folder);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    public void Dispose()
    {
        organisation.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_imported_is_there_at_the_next_start_without_the_lists_it_came_from()
    {
        File.AppendAllText(organisation.PeopleFile, "newcomer,New Demo,,00000000-0000-4000-8000-0000000000aa,en,hall,,staff,,,\n");
        File.Move(organisation.PeopleFile, Path.Combine(folder, "people.csv"));
        Assert.Equal(1, await bot.RunToItsEnd("import", Path.Combine(folder, "nowhere")));
        Assert.Equal(0, await bot.RunToItsEnd("import", folder));
        Assert.Contains("Import 1 is done.", bot.Log, StringComparison.Ordinal);
        foreach (var list in new[] { "teams.csv", "shifts.csv", "leave.csv" })
            File.Delete(Path.Combine(organisation.Folder, list));
        await bot.Start();
        using var http = new HttpClient();
        Assert.Contains("New Demo", await http.GetStringAsync(new Uri(bot.Address, "/chat/api/people")), StringComparison.Ordinal);
        await using var second = new BotProcess(organisation.Folder, data: bot.Data);
        Assert.Equal(1, await second.RunToItsEnd("import", folder));
        Assert.Contains(bot.DatabaseFile, second.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_is_killed_while_it_writes_is_finished_by_the_same_command()
    {
        var day = new DateOnly(2030, 1, 1);
        await File.WriteAllLinesAsync(Path.Combine(folder, "shifts.csv"), Enumerable.Range(0, Shifts)
            .Select(i => $"x{i},zhangsan,hall,,{day.AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T08:00,{day.AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T16:00")
            .Prepend("id,person,team,post,start,end"));
        await bot.RunUntil("10 %", "import", folder);
        await bot.Kill();
        Assert.Equal(0, await bot.RunToItsEnd("import", folder));
        Assert.Contains("Import 1 was stopped while it was written, and is finished now.", bot.Log, StringComparison.Ordinal);
        Assert.Contains($"shifts.csv: 0 new, 0 changed, 0 gone, {Shifts} same", bot.Log, StringComparison.Ordinal);
        Assert.Equal(0, await bot.RunToItsEnd("import", "--undo"));
        Assert.Equal(0, await bot.RunToItsEnd("import", "--history"));
        Assert.Contains("takes back import 1; ", bot.Log, StringComparison.Ordinal);
    }
}
