using System.Globalization;

namespace CheckInBot.EndToEnd.Tests;

/// <summary><c>check</c> tells before the first use what is wrong, all of it, and what to do.</summary>
public sealed class CheckTests
{
    private const string Secret = "hush-hush-hush";

    [Fact]
    public async Task A_right_installation_passes_and_is_left_as_it_was()
    {
        using var organisation = new DemoOrganisation(change: UpToDate);
        await using var bot = new BotProcess(organisation.Folder);
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(0, await bot.RunToItsEnd("check"));
            Assert.Contains("ok    store.office: no bot has worked here yet.", bot.Log, StringComparison.Ordinal);
        }
        Assert.Contains(" 0 at fault, 0 not looked at", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("fault ", bot.Log, StringComparison.Ordinal);
        foreach (var thing in new[] { "settings", "store", "store.tables", "store.queue", "store.files", "channel.addresses", "keys", "keys.people", "roster", "policy", "calendars", "texts", "hotlines" })
            Assert.Contains($"ok    {thing}: ", bot.Log, StringComparison.Ordinal);
        Assert.Contains("note  environment: Development", bot.Log, StringComparison.Ordinal);
        Assert.Equal("", bot.StandardError);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(bot.Data, "keys")));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(bot.Data, "files")));
    }

    [Fact]
    public async Task A_login_out_of_reach_old_numbers_and_missing_lists_are_told_with_the_remedy_and_without_the_secret()
    {
        using var organisation = new DemoOrganisation();
        var policy = Path.Combine(organisation.Folder, "policy.json");
        File.WriteAllText(policy, File.ReadAllText(policy).Replace("2025-12-26", "2020-01-01", StringComparison.Ordinal));
        await using var bot = new BotProcess(organisation.Folder, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Bot__AppId"] = "11111111-2222-4333-8444-555555555555",
            ["Bot__TenantId"] = "11111111-2222-4333-8444-666666666666",
            ["Bot__ClientSecret"] = Secret,
            ["HTTPS_PROXY"] = "http://127.0.0.1:1",
        });
        Assert.Equal(1, await bot.RunToItsEnd("check"));
        Faulty(bot, "credential", "login.microsoftonline.com", "HTTPS_PROXY");
        Faulty(bot, "channel.keys", "login.botframework.com", "Allow this host");
        Faulty(bot, "hotlines", "2020-01-01", "Call each of them");
        Faulty(bot, "calendars", "calendars/cn-", "Add ");
        Assert.Contains("ok    store: ", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_and_wrong_files_are_told_together()
    {
        using var organisation = new DemoOrganisation(change: UpToDate);
        File.AppendAllText(organisation.PeopleFile, "odd,Odd,,,klingon,nowhere,,boss,,,\n");
        File.WriteAllText(Path.Combine(organisation.Folder, "policy.json"), "{");
        await using var bot = new BotProcess(organisation.Folder, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Bot__Cloud"] = "Nine",
            ["Storage__Provider"] = "Azure",
            ["Storage__ConnectionString"] = $"AccountName=hall;AccountKey={Secret}",
        });
        Assert.Equal(1, await bot.RunToItsEnd("check"));
        Faulty(bot, "settings", "Bot:AppId");
        Faulty(bot, "settings", "Bot:Cloud");
        Faulty(bot, "settings", "Storage:Keys");
        Faulty(bot, "settings", "AccountKey");
        Faulty(bot, "roster", "people.csv line");
        Faulty(bot, "policy", "policy.json");
        Assert.Contains("later credential: ", bot.Log, StringComparison.Ordinal);
        Assert.Contains("later store: ", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_in_use_and_a_key_ring_that_cannot_be_written_are_told()
    {
        using var organisation = new DemoOrganisation(change: UpToDate);
        await using var running = new BotProcess(organisation.Folder);
        await running.Start();
        var inTheWay = Path.Combine(running.Data, "in-the-way");
        File.WriteAllText(inTheWay, "");
        await using var bot = new BotProcess(organisation.Folder, new Dictionary<string, string> { ["Storage__Keys"] = Path.Combine(inTheWay, "keys") }, running.Data);
        Assert.Equal(1, await bot.RunToItsEnd("check"));
        Faulty(bot, "store", "open in another process", "stop that process");
        Faulty(bot, "keys", "Storage:Keys");
        Assert.Contains("later store.tables: ", bot.Log, StringComparison.Ordinal);
        Assert.False(running.HasEnded);
    }

    private static void Faulty(BotProcess bot, string thing, params string[] says) =>
        Assert.Contains(bot.Log.Split('\n'), l => l.StartsWith($"fault {thing}: ", StringComparison.Ordinal) && says.All(s => l.Contains(s, StringComparison.Ordinal)));

    /// <summary>Lists of working days for this year and the next, and numbers that were checked today.</summary>
    private static void UpToDate(string folder)
    {
        var today = DateTime.UtcNow;
        var calendars = Directory.CreateDirectory(Path.Combine(folder, "calendars")).FullName;
        foreach (var year in new[] { today.Year, today.Year + 1 }.Select(y => y.ToString(CultureInfo.InvariantCulture)))
            File.WriteAllText(Path.Combine(calendars, $"cn-{year}.json"), $$"""{ "profile": "CN", "year": {{year}}, "source": "a test", "notice": ["none"], "work": [], "off": [] }""");
        var policy = Path.Combine(folder, "policy.json");
        File.WriteAllText(policy, File.ReadAllText(policy).Replace("2025-12-26", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
