using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The command <c>keys rotate</c> as an operator runs it.</summary>
public sealed class RotateTests
{
    [Fact]
    public async Task The_keys_are_rotated_once_and_again_and_everybodys_words_stay_readable()
    {
        using var organisation = new DemoOrganisation();
        await using var bot = new BotProcess(organisation.Folder);
        var words = await Ask(bot, vault => vault.Seal("lisi", "qzx"));

        Assert.Equal(1, await bot.RunToItsEnd("keys", "turn"));
        Assert.Contains("Write: keys rotate", bot.StandardError, StringComparison.Ordinal);
        for (var times = 1; times <= 2; times++)
        {
            Assert.Equal(0, await bot.RunToItsEnd("keys", "rotate"));
            Assert.Equal(times, bot.Log.Split("the key of 1 person is wrapped anew").Length - 1);
            Assert.Equal("qzx", await Ask(bot, vault => vault.Open("lisi", words)));
            Assert.Equal(times + 1, Directory.GetFiles(Path.Combine(bot.Data, "keys"), "key-*.xml").Length);
        }
        Assert.DoesNotContain("lisi", bot.Log, StringComparison.Ordinal);
    }

    private static async Task<string> Ask(BotProcess bot, Func<WordsVault, ValueTask<string>> what)
    {
        await using var store = new SqliteStore(bot.DatabaseFile, TimeProvider.System);
        await store.Open(Startup.Tables);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStore(store, Path.Combine(bot.Data, "keys"));
        await using var program = services.BuildServiceProvider();
        return await what(program.GetRequiredService<WordsVault>());
    }
}
