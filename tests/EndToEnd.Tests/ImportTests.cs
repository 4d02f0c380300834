using System.Globalization;
using CheckInBot.Bot.Tests.Storage;
using Xunit.Abstractions;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The command <c>import</c> as an administrator runs it.</summary>
[Collection(Azurite.Collection)]
public sealed class ImportTests(Azurite azurite, ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private readonly DemoOrganisation organisation = new();
    private readonly string folder = Directory.CreateTempSubdirectory("checkinbot-import-").FullName;
    private BotProcess bot = null!;

    public Task InitializeAsync()
    {
        bot = new(organisation.Folder);
        return Task.CompletedTask;
    }

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

    [Theory]
    [InlineData(false, 20000)]
    [InlineData(true, 1500)]
    public async Task Wherever_an_import_is_killed_the_roster_is_the_old_one_or_the_new_one(bool azure, int shifts)
    {
        var settings = azure
            ? new Dictionary<string, string> { ["Storage__Provider"] = "Azure", ["Storage__ConnectionString"] = azurite.ConnectionString, ["Storage__Prefix"] = "importkill" }
            : [];
        await using var killed = new BotProcess(organisation.Folder, settings);
        Write(shifts, 16);
        Assert.Equal(0, await killed.RunToItsEnd("import", folder));
        var (random, imports, kept) = (new Random(LongForm.Seed), 1, 0);
        for (var n = 0; n < Math.Max(2, LongForm.Kills / 5); n++)
        {
            // It says how far it is ten times: to a half it stages, then it writes.
            Write(shifts, n % 2 == 0 ? 17 : 16);
            await killed.RunUntil($"{10 * random.Next(1, 10)} %", "import", folder);
            await killed.Kill();
            var before = killed.Log.Length;
            Assert.Equal(0, await killed.RunToItsEnd("import", folder, "--dry-run"));
            var told = killed.Log[before..];
            var isNew = told.Contains($"shifts.csv: 0 new, 0 changed, 0 gone, {shifts} same", StringComparison.Ordinal);
            Assert.True(isNew || told.Contains($"shifts.csv: 0 new, {shifts} changed, 0 gone, 0 same", StringComparison.Ordinal), told);
            (imports, kept) = isNew ? (imports + 1, kept) : (imports, kept + 1);
            // The next round begins from what this one wanted.
            if (!isNew)
                Assert.Equal(0, await killed.RunToItsEnd("import", folder));
        }
        output.WriteLine($"{imports - 1} were finished by the next command, {kept} had not begun");
        Assert.Equal(0, await killed.RunToItsEnd("import", "--undo"));
        Assert.Equal(0, await killed.RunToItsEnd("import", "--history"));
        Assert.Contains("takes back import ", killed.Log, StringComparison.Ordinal);
    }

    private void Write(int shifts, int end)
    {
        var day = new DateOnly(2030, 1, 1);
        File.WriteAllLines(Path.Combine(folder, "shifts.csv"), Enumerable.Range(0, shifts)
            .Select(i => (Number: i, Day: day.AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .Select(d => $"x{d.Number},zhangsan,hall,,{d.Day}T08:00,{d.Day}T{end}:00")
            .Prepend("id,person,team,post,start,end"));
    }
}
