using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Storage.Backup;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>A backup of an account from before a deletion is restored into another one, and the program is started there with today's key ring.</summary>
[Collection(Azurite.Collection)]
public sealed class RestoredAccountTests(Azurite azurite) : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("checkinbot-restored-");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Who_had_everything_deleted_since_is_deleted_again()
    {
        var (office, restored, file) = (MovingOffice.Letters(), MovingOffice.Letters(), Path.Combine(home.FullName, "office.backup"));
        await using (var bot = await Started(office))
        {
            foreach (var person in new[] { TwoLives.Qiu.Id, TwoLives.Dong.Id })
            {
                await bot.Turns.Take(new(Contact.KeyOf(person), new Consent(person, [Purpose.CheckIn])));
                await bot.Get<WordsVault>().Seal(person, "words");
            }
            await bot.Turns.Settled();
            await using var account = Account(office);
            Assert.Null((await new OfficeBackup(Startup.Tables, LiveInstances.IsOne, StoreShape.Current, "test", TimeProvider.System).OfAzure(account, file, (_, _) => { }, default)).Refusal);
            await bot.Get<Forgetting>().Begin(TwoLives.Qiu.Id, default);
            await GoesOn(bot);
            Assert.False(await Knows(bot, TwoLives.Qiu.Id));
        }
        await using (var into = Account(restored))
            Assert.Null((await new OfficeRestore(into, "the account", Startup.Tables, StoreShape.Current, s => Wakes.SendAll(s, TimeProvider.System, default), TimeProvider.System).From(file, (_, _) => { }, default)).Refusal);
        await using var after = await Started(restored);
        await GoesOn(after);
        Assert.False(await Knows(after, TwoLives.Qiu.Id));
        Assert.True(await Knows(after, TwoLives.Dong.Id));
    }

    private AzureStore Account(string prefix) => new(new AzureSettings(azurite.ConnectionString, Prefix: prefix));

    /// <summary>On an account, with the key ring of the home.</summary>
    private async Task<WholeBot> Started(string prefix)
    {
        var account = Account(prefix);
        await account.Open(Startup.Tables);
        Assert.Null(await OfficeMark.WhyNot(account, DateTimeOffset.UtcNow, default));
        var bot = new WholeBot(Hall.Organisation(null, null, [TwoLives.Qiu, TwoLives.Dong]), Hall.Opening, home: home.FullName, around: _ => account);
        await bot.Open();
        await bot.Get<Startup>().Run(default);
        return bot;
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

    private static async Task<bool> Knows(WholeBot bot, string person)
    {
        foreach (var table in Startup.Tables.Where(t => t != Startup.RosterTable))
        {
            if (await bot.Get<IStore>().Table(table).Scan().AnyAsync(row => row.Columns.Values.OfType<string>().Append(row.Partition).Append(row.Key).Any(text => text.Contains(person, StringComparison.Ordinal))))
                return true;
        }
        return false;
    }
}
