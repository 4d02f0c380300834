using System.Text;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>A move looks at its target before it writes anything, and what it saw holds when it begins.</summary>
[Collection(Azurite.Collection)]
public sealed class MoveTargetTests(Azurite azurite) : IDisposable
{
    private readonly MovingOffice office = new(azurite);

    public void Dispose() => office.Dispose();

    [Theory]
    [InlineData("rows")]
    [InlineData("messages")]
    [InlineData("files")]
    [InlineData("another office")]
    public async Task A_place_that_holds_other_data_is_refused_and_left_as_it_is(string data)
    {
        await office.Change(MovedRows.AFew);
        await using var target = office.Target();
        // Each stranger has what it uses and nothing else of the bot's.
        switch (data)
        {
            case "rows":
                await target.Open([Other]);
                await target.Table(Other).Put("p", Change.Insert("theirs", Number(1)));
                break;
            case "messages":
                var queue = azurite.Queue(office.Prefix + "wakeups");
                await queue.CreateAsync();
                await queue.SendMessageAsync("theirs", TimeSpan.FromHours(1));
                break;
            case "files":
                await target.Files.Put(Encoding.UTF8.GetBytes(new string('x', 100)));
                break;
            default:
                Assert.Null(await MovingOffice.Start(office.Target()));
                break;
        }

        var (outcome, writes) = await office.MoveAndCountWrites();

        var refusal = outcome.Refusal!;
        Assert.Contains(data, refusal, StringComparison.Ordinal);
        Assert.Contains("nothing was written", refusal, StringComparison.Ordinal);
        Assert.Contains("Storage:Prefix", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("theirs", refusal, StringComparison.Ordinal);
        Assert.Equal(0, writes);
        Assert.Null(await MovingOffice.Start(office.Source()));
        Assert.Null(await MovingOffice.Start(office.Target()));
    }

    [Fact]
    public async Task A_bot_that_starts_on_the_copy_while_the_move_is_run_again_is_never_written_over()
    {
        await office.Change(MovedRows.AFew);
        await office.Move();
        await using var target = office.Target();
        await target.Open([Table, OfficeMark.TableName]);
        var started = 0;
        for (var n = 1; ; n++)
        {
            string? why = "never";
            var (outcome, _) = await office.Move(async request =>
            {
                if (request != n || (why = await MovingOffice.Start(office.Target())) is not null)
                    return;
                await target.Table(Table).Put("p", Change.Upsert("since", Number(n)));
            });
            // From the mark of the copy on no bot starts there.
            if (why is not null)
                break;
            started++;
            var mark = (await OfficeMark.Of(target, CancellationToken.None))!;
            Assert.True(outcome!.Refusal is not null, $"The bot started before request {n}.");
            Assert.Equal(OfficeState.Living, mark.State);
            Assert.Equal(n, (await target.Table(Table).Get("p", "since"))?.N());
            Assert.True(await mark.Become(target, OfficeState.Copied, DateTimeOffset.UtcNow, CancellationToken.None));
        }
        Assert.InRange(started, 2, 40);
    }
}
