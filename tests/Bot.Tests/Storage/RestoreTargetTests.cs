using System.Text;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>A restore looks at an account before it makes anything there, as a move does.</summary>
[Collection(Azurite.Collection)]
public sealed class RestoreTargetTests(Azurite azurite) : IDisposable
{
    private readonly BackedUpOffice office = new(azurite);

    public void Dispose() => office.Dispose();

    [Theory]
    [InlineData("rows", "rows in the table")]
    [InlineData("messages", "messages in the queue")]
    [InlineData("files", "(files)")]
    [InlineData("office", "holds an office since")]
    public async Task An_account_that_holds_something_is_refused_and_nothing_is_made_in_it(string data, string told)
    {
        await using (var bot = await BackedUpOffice.Live(office.Sqlite()))
        {
            await bot.Table(Table).Put("a", Change.Insert("k", Number(1)));
            Assert.Null((await office.Take(bot)).Refusal);
        }
        // Each stranger has what it uses and nothing else of the bot's.
        await using var theirs = office.Azure();
        switch (data)
        {
            case "rows":
                await theirs.Open([Other]);
                await theirs.Table(Other).Put("p", Change.Insert("theirs", Number(1)));
                break;
            case "messages":
                var queue = azurite.Queue(office.Prefix + "wakeups");
                await queue.CreateAsync();
                await queue.SendMessageAsync("theirs", TimeSpan.FromHours(1));
                break;
            case "files":
                await theirs.Files.Put(Encoding.UTF8.GetBytes(new string('x', 100)));
                break;
            default:
                await theirs.Open([OfficeMark.TableName]);
                Assert.Null(await OfficeMark.WhyNot(theirs, DateTimeOffset.UtcNow, default));
                break;
        }

        using var wire = office.Wire(_ => Task.CompletedTask);
        await using var into = wire.Store();
        var refusal = (await office.Restore(into)).Refusal!;

        Assert.Contains(told, refusal, StringComparison.Ordinal);
        Assert.Contains("nothing was written", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("theirs", refusal, StringComparison.Ordinal);
        Assert.Equal(0, wire.Writes);
    }
}
