using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>An office moves from a file to Azure storage: nothing is lost or doubled wherever the program is killed, and it never lives in two places.</summary>
[Collection(Azurite.Collection)]
public sealed class MoveTests(Azurite azurite) : IDisposable
{
    private readonly MovingOffice office = new(azurite);

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Rows_of_every_size_key_and_type_messages_and_files_arrive_as_they_were()
    {
        await office.Change(MovedRows.Everything);
        var told = new List<long>();

        var outcome = await office.Move(progress: (done, all) =>
        {
            lock (told)
                told.Add(100 * done / all);
        });

        Assert.Null(outcome.Refusal);
        await office.IsThere();
        Assert.Equal((3, 2), (outcome.Messages, outcome.Files));
        Assert.Contains((Table, MovedRows.People), outcome.Rows);
        Assert.Contains((MovingOffice.Empty, 0L), outcome.Rows);
        Assert.Equal(100, told.Max());
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_written_once_more()
    {
        await office.Change(MovedRows.Everything);

        // Rows are being written by then.
        var (outcome, requests) = await office.Move(n => n == 30 ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : Task.CompletedTask);

        Assert.Null(outcome!.Refusal);
        Assert.True(requests > 30);
        await office.IsThere();
    }

    [Fact]
    public async Task A_message_is_seen_when_it_would_have_been_seen()
    {
        await office.Change(async store =>
        {
            await store.Queue.Send("now", TimeSpan.Zero);
            await store.Queue.Send("tomorrow", TimeSpan.FromDays(1));
            await store.Queue.Send("held", TimeSpan.Zero);
            foreach (var held in (await store.Queue.Receive(32, TimeSpan.FromHours(1))).Where(m => m.Body == "now"))
                await store.Queue.Renew(held, TimeSpan.Zero);
        });

        await office.Move();

        await using var target = office.Target();
        Assert.Equal(["now"], (await target.Queue.Receive(32, TimeSpan.FromMinutes(1))).Select(m => m.Body));
        Assert.Equal(3, await target.CountMessages(CancellationToken.None));
    }

    [Fact]
    public async Task Killed_at_any_request_it_never_lives_in_two_places_and_goes_on_when_told_again()
    {
        await office.Change(MovedRows.AFew);
        var all = (await new MovingOffice(azurite).Use(async other =>
        {
            await other.Change(MovedRows.AFew);
            return await other.Move(WatchedAccount.CutAfter(int.MaxValue));
        })).Requests;

        // Each of the last requests, in which the marks change, and every third of the others.
        for (var requests = 0; requests < all; requests += all - requests > 12 ? 3 : 1)
        {
            using var killed = new MovingOffice(azurite);
            await killed.Change(MovedRows.AFew);
            Assert.Null((await killed.Move(WatchedAccount.CutAfter(requests))).Outcome);

            var (here, there) = (await MovingOffice.StateOf(killed.Source()), await MovingOffice.StateOf(killed.Target()));
            Assert.NotEqual(OfficeState.Copied, there);
            Assert.True(here != OfficeState.Gone || there == OfficeState.Copying, $"After {requests} requests: {here}, {there}.");

            var refusal = (await killed.Move()).Refusal;
            Assert.True(refusal is null, $"After {requests} requests: {refusal}");
            await killed.IsThere();
            Assert.Equal((OfficeState.Gone, OfficeState.Copied), (await MovingOffice.StateOf(killed.Source()), await MovingOffice.StateOf(killed.Target())));
        }
        Assert.InRange(all, 20, 200);
    }

    [Fact]
    public async Task What_the_bot_did_between_a_broken_off_move_and_the_next_is_brought_along()
    {
        await office.Change(MovedRows.Everything);
        var (_, all) = await office.Move(WatchedAccount.CutAfter(60));
        Assert.InRange(all, 60, 200);
        Assert.NotNull(await MovingOffice.Start(office.Target()));
        Assert.Null(await MovingOffice.Start(office.Source()));
        await office.Change(async store =>
        {
            await store.Table(Table).Put("many", Change.Delete("00003", "*"), Change.Upsert("00004", Columns(("N", 4L))), Change.Insert("00004!new", Number(1)));
            await store.Queue.Delete((await store.Queue.Receive(1, TimeSpan.FromMinutes(1)))[0]);
            await store.Files.Delete(FileNames.Of("one"u8.ToArray()));
        });

        Assert.Null((await office.Move()).Refusal);

        await office.IsThere();
    }

    [Fact]
    public async Task After_a_move_the_bot_starts_there_and_only_there_and_nothing_is_written_over()
    {
        await office.Change(MovedRows.AFew);
        await office.Move();

        var gone = (await MovingOffice.Start(office.Source()))!;
        Assert.Contains(office.Target().Place, gone, StringComparison.Ordinal);
        Assert.Contains("Storage:Provider", gone, StringComparison.Ordinal);
        // Again changes nothing, as long as nobody worked there.
        Assert.Null((await office.Move()).Refusal);
        Assert.Null(await MovingOffice.Start(office.Target()));
        await using (var target = office.Target())
        {
            await target.Open([Table]);
            await target.Table(Table).Put("p", Change.Upsert("since", Number(1)));
        }

        Assert.Contains("lives on", (await office.Move()).Refusal, StringComparison.Ordinal);
        Assert.Contains("has worked", await office.Back(), StringComparison.Ordinal);
        await using var left = office.Target();
        await left.Open([Table]);
        Assert.NotNull(await left.Table(Table).Get("p", "since"));
        Assert.NotNull(await MovingOffice.Start(office.Source()));

        Assert.Null(await office.Abandon());
        Assert.Null(await MovingOffice.Start(office.Source()));
        Assert.Contains("lives on", (await office.Move()).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_before_anybody_worked_there_the_file_is_the_truth_again_and_may_move_again()
    {
        await office.Change(MovedRows.AFew);
        Assert.Contains("nothing to take back", await office.Back(), StringComparison.Ordinal);
        Assert.Contains("nothing to take back", await office.Abandon(), StringComparison.Ordinal);
        await office.Move();

        Assert.Null(await office.Back());

        Assert.Null(await MovingOffice.Start(office.Source()));
        Assert.Contains("not finished", await MovingOffice.Start(office.Target()), StringComparison.Ordinal);
        await office.Change(store => store.Table(Table).Put("p", Change.Upsert("later", Number(7))));
        Assert.Null((await office.Move()).Refusal);
        await office.IsThere();
    }

    [Fact]
    public async Task A_way_back_that_was_killed_between_the_two_marks_is_gone_again()
    {
        await office.Change(MovedRows.AFew);
        await office.Move();
        await using (var target = office.Target())
        {
            await target.Open([OfficeMark.TableName]);
            Assert.True(await (await OfficeMark.Of(target, CancellationToken.None))!.Become(target, OfficeState.Copying, DateTimeOffset.UtcNow, CancellationToken.None));
        }

        Assert.Null(await office.Back());

        Assert.Null(await MovingOffice.Start(office.Source()));
    }

    [Fact]
    public async Task An_older_copy_of_the_file_does_not_write_over_a_finished_move()
    {
        await office.Change(MovedRows.AFew);
        await MovingOffice.Start(office.Source());
        using var backup = new MovingOffice(azurite);
        File.Copy(office.File, backup.File);
        await office.Move();

        await using var source = backup.Source();
        await using var target = office.Target();
        var outcome = await new OfficeMove(source, target, [Table], TimeProvider.System).Run((_, _) => { }, CancellationToken.None);

        Assert.Contains("older copy", outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_that_went_to_one_place_does_not_go_to_another_too()
    {
        await office.Change(MovedRows.AFew);
        await office.Move();

        var refusal = (await office.Move(MovingOffice.Letters())).Refusal!;

        Assert.Contains(office.Target().Place, refusal, StringComparison.Ordinal);
        Assert.Contains("move --undo", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_moved_while_a_bot_works_on_the_file()
    {
        await office.Change(MovedRows.AFew);
        await using var running = office.Source();
        await running.Open([Table]);

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => office.Move());

        Assert.Contains("already open in another process", refusal.Message, StringComparison.Ordinal);
        Assert.Null(await MovingOffice.StateOf(office.Target()));
    }

    [Fact]
    public async Task A_program_that_writes_into_the_copy_meanwhile_is_noticed_and_the_file_stays_the_truth()
    {
        await office.Change(MovedRows.AFew);
        var (_, all) = await new MovingOffice(azurite).Use(async other =>
        {
            await other.Change(MovedRows.AFew);
            return await other.Move(WatchedAccount.CutAfter(int.MaxValue));
        });
        await using var stranger = office.Target();

        // When the marks of the end are all that is left but the reading back, everything was copied.
        var (outcome, _) = await office.Move(async n =>
        {
            if (n == all - 10)
                await stranger.Table(Other).Put("p", Change.Insert("strange", Number(1)));
        });

        Assert.Contains("1 rows of Shifts", outcome!.Refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("strange", outcome.Refusal, StringComparison.Ordinal);
        Assert.Null(await MovingOffice.Start(office.Source()));
        Assert.NotNull(await MovingOffice.Start(office.Target()));
    }

    [Fact]
    public async Task A_file_that_is_damaged_is_named_and_stops_the_move()
    {
        await office.Change(MovedRows.Everything);
        var name = FileNames.Of("one"u8.ToArray());
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(office.File)!, "files", name), "other");

        Assert.Contains(name, (await office.Move()).Refusal, StringComparison.Ordinal);

        Assert.Null(await MovingOffice.Start(office.Source()));
    }
}
