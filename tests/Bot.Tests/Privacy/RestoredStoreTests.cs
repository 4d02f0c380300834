using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>A store from before a deletion is put beside today's key ring, and the program is started.</summary>
public sealed class RestoredStoreTests : IDisposable
{
    private readonly DirectoryInfo homes = Directory.CreateTempSubdirectory("checkinbot-restored-");

    private static string Qiu => TwoLives.Qiu.Id;

    private static string Dong => TwoLives.Dong.Id;

    public void Dispose() => homes.Delete(recursive: true);

    [Fact]
    public async Task Who_only_pressed_buttons_is_deleted_again()
    {
        await using (var bot = await Started("office"))
        {
            await Comes(bot, Qiu);
            await Comes(bot, Dong);
            BackUp("office", "backup");
            await Forget(bot, Qiu);
        }
        await using var restored = await Started(Restore("backup"));
        await GoesOn(restored);
        Assert.Empty(await WhereStands(restored, Qiu));
        Assert.NotEmpty(await WhereStands(restored, Dong));
    }

    [Fact]
    public async Task Whose_first_words_came_after_the_backup_is_deleted_again()
    {
        await using (var bot = await Started("office"))
        {
            await Comes(bot, Qiu);
            BackUp("office", "backup");
            await bot.Get<WordsVault>().Seal(Qiu, "words");
            await Forget(bot, Qiu);
        }
        await using var restored = await Started(Restore("backup"));
        await GoesOn(restored);
        Assert.Empty(await WhereStands(restored, Qiu));
    }

    [Fact]
    public async Task Who_has_left_the_roster_since_is_deleted_again()
    {
        await using (var bot = await Started("office"))
        {
            await Comes(bot, Qiu);
            BackUp("office", "backup");
            await Forget(bot, Qiu);
        }
        await using var restored = await Started(Restore("backup"), Hall.Organisation(null, null, [TwoLives.Dong]));
        await GoesOn(restored);
        Assert.Empty(await WhereStands(restored, Qiu));
    }

    [Fact]
    public async Task Who_came_back_after_the_deletion_keeps_what_is_new_over_every_start_and_backup()
    {
        await using (var bot = await Started("office"))
        {
            await Comes(bot, Qiu);
            BackUp("office", "before");
            await Forget(bot, Qiu);
            await Comes(bot, Qiu);
            BackUp("office", "after");
        }
        await using (var again = await Started("office"))
        {
            await GoesOn(again);
            Assert.True((await again.State<Contact>(Contact.KeyOf(Qiu)))!.Agrees(Purpose.CheckIn));
        }
        // The deletion that is done again is the same one: it says nothing about the newer backup.
        await using (var before = await Started(Restore("before")))
        {
            await GoesOn(before);
            Assert.Empty(await WhereStands(before, Qiu));
            BringRing("before", "office");
        }
        await using var after = await Started(Restore("after"));
        await GoesOn(after);
        Assert.True((await after.State<Contact>(Contact.KeyOf(Qiu)))!.Agrees(Purpose.CheckIn));
    }

    [Fact]
    public async Task Who_was_deleted_twice_is_deleted_once_after_a_restore_and_may_come_back()
    {
        await using (var bot = await Started("office"))
        {
            await Comes(bot, Qiu);
            BackUp("office", "backup");
            await Forget(bot, Qiu);
            await Comes(bot, Qiu);
            await Forget(bot, Qiu);
        }
        await using (var restored = await Started(Restore("backup")))
        {
            await GoesOn(restored);
            Assert.Empty(await WhereStands(restored, Qiu));
            await Comes(restored, Qiu);
        }
        await using var again = await Started("backup");
        await GoesOn(again);
        Assert.True((await again.State<Contact>(Contact.KeyOf(Qiu)))!.Agrees(Purpose.CheckIn));
    }

    [Fact]
    public async Task A_start_that_breaks_off_anywhere_leaves_the_deletion_to_the_next()
    {
        await using (var bot = await Started("office"))
        {
            foreach (var person in new[] { Qiu, Dong })
            {
                await Comes(bot, person);
                await bot.Get<WordsVault>().Seal(person, "words");
            }
            BackUp("office", "backup");
            await Forget(bot, Qiu);
            await Forget(bot, Dong);
        }
        for (var commits = 0; commits < 6; commits++)
        {
            var home = $"after-{commits}";
            BackUp("backup", home);
            var left = commits;
            await using (var broken = new WholeBot(
                Organisation, Hall.Opening, home: PathOf(Restore(home)), around: store => new FaultyStore(store) { Fails = request => ForgettingTests.IsWrite(request) && Interlocked.Decrement(ref left) < 0 ? false : null }))
            {
                await broken.Open();
                Assert.IsType<StoreUnavailableException>(await Record.ExceptionAsync(() => broken.Get<Startup>().Run(default)));
            }
            await using var next = await Started(home);
            await GoesOn(next);
            Assert.Empty(await WhereStands(next, Qiu));
            Assert.Empty(await WhereStands(next, Dong));
        }
    }

    [Fact]
    public async Task The_ring_says_of_nobody_who_was_deleted_and_without_its_secret_the_start_says_so()
    {
        await using (var bot = await Started("office"))
        {
            await Comes(bot, Qiu);
            await Forget(bot, Qiu);
        }
        var folder = Path.Combine(PathOf("office"), "keys", "destroyed");
        foreach (var file in Directory.GetFiles(folder))
        {
            Assert.DoesNotContain(Qiu, Path.GetFileName(file), StringComparison.Ordinal);
            Assert.DoesNotContain(Qiu, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
        File.Delete(Path.Combine(folder, "secret"));
        await using var half = new WholeBot(Organisation, Hall.Opening, home: PathOf("office"));
        await half.Open();
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => half.Get<Startup>().Run(default));
        Assert.Contains("destroyed", fault.Message, StringComparison.Ordinal);
    }

    private static Organisation Organisation => Hall.Organisation(null, null, [TwoLives.Qiu, TwoLives.Dong]);

    private async Task<WholeBot> Started(string home, Organisation? organisation = null)
    {
        var bot = new WholeBot(organisation ?? Organisation, Hall.Opening, home: Directory.CreateDirectory(PathOf(home)).FullName);
        await bot.Open();
        await bot.Get<Startup>().Run(default);
        return bot;
    }

    /// <summary>Somebody opens the bot and agrees: no word of theirs is kept.</summary>
    private static async Task Comes(WholeBot bot, string person)
    {
        await bot.Get<References>().Keep(person, new(WholeBot.Service, $"a:{person}", "28:bot", null, $"29:{person}"));
        await bot.Turns.Take(new(Contact.KeyOf(person), new Consent(person, [Purpose.CheckIn])));
        await bot.Turns.Settled();
    }

    private static async Task Forget(WholeBot bot, string person)
    {
        await bot.Get<Forgetting>().Begin(person, default);
        await GoesOn(bot);
        Assert.Empty(await WhereStands(bot, person));
    }

    private static async Task GoesOn(WholeBot bot)
    {
        await bot.Turns.Settled();
        for (var pass = 0; pass < 5; pass++)
        {
            await bot.Get<Forgetting>().Once();
            await bot.Turns.Settled();
        }
    }

    private static async Task<IReadOnlyList<string>> WhereStands(WholeBot bot, string person)
    {
        List<string> found = [];
        foreach (var table in Startup.Tables.Where(t => t != Startup.RosterTable))
        {
            await foreach (var row in bot.Get<IStore>().Table(table).Scan())
            {
                if (row.Columns.Values.OfType<string>().Append(row.Partition).Append(row.Key).Any(text => text.Contains(person, StringComparison.Ordinal)))
                    found.Add($"{table} {row.Partition} {row.Key}");
            }
        }
        return found;
    }

    private string PathOf(string home) => Path.Combine(homes.FullName, home);

    /// <summary>The store of a home in a new one, without its key ring.</summary>
    private void BackUp(string from, string to)
    {
        Directory.CreateDirectory(PathOf(to));
        foreach (var file in new[] { "bot.db", "bot.db-wal" }.Where(f => File.Exists(Path.Combine(PathOf(from), f))))
            File.Copy(Path.Combine(PathOf(from), file), Path.Combine(PathOf(to), file));
    }

    /// <summary>Today's key ring comes to a store.</summary>
    private string Restore(string home)
    {
        BringRing("office", home);
        return home;
    }

    private void BringRing(string from, string to)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(PathOf(from), "keys"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(PathOf(to), Path.GetRelativePath(PathOf(from), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
