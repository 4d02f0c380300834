using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>While somebody has everything deleted others go on: equal processes, colleagues, and the person.</summary>
public sealed class SeveralProcessesTests
{
    [Fact]
    public async Task A_process_that_looked_before_another_one_finished_deletes_nothing_of_somebody_who_is_back()
    {
        await using var hall = new Hall();
        await hall.Open();
        await ForgettingTests.Of(hall).Begin("ann", default);
        await To(hall, "ann", "Erasing");
        string? again = null;
        // The other one does all of it between this one's look at the row and its first write, and Ann is back.
        var late = ForgettingTests.Of(hall, new FaultyStore(hall.Store) { Before = request => again is null && ForgettingTests.IsWrite(request) ? AnotherOne() : Task.CompletedTask });
        Assert.Equal(0, await late.Once());
        Assert.Equal("I am back", await hall.Vault.Open("ann", again!));
        Assert.True((await hall.State<Contact>(Contact.KeyOf("ann")))!.Agrees(Purpose.CheckIn));

        async Task AnotherOne()
        {
            again = "";
            Assert.Equal(1, await ForgettingTests.Of(hall).Once());
            await hall.Happens(Contact.KeyOf("ann"), new Consent("ann", [Purpose.CheckIn]));
            again = await hall.Vault.Seal("ann", "I am back");
        }
    }

    [Fact]
    public async Task Words_are_sealed_with_the_key_that_stands_and_not_with_one_that_another_process_destroyed()
    {
        await using var hall = new Hall();
        await hall.Open();
        var protection = new EphemeralDataProtectionProvider(NullLoggerFactory.Instance);
        WordsVault Process() => new(hall.Store.Table(WordsVault.Table), protection, hall.Time);
        var (here, there) = (Process(), Process());
        await here.Seal("ann", "before");
        await there.Destroy("ann");
        var words = await here.Seal("ann", "after");
        Assert.Equal("after", await Process().Open("ann", words));
    }

    [Fact]
    public async Task Whom_another_process_has_just_listed_as_out_of_reach_is_taken_off_the_list_too()
    {
        await using var hall = new Hall();
        await hall.Open();
        Assert.Empty(await hall.OutOfReach.ToPassOver());
        await new OutOfReach(hall.Store.Table(OutOfReach.TableName), hall.Clock, hall.Time).Refused("ann", Refusal.Blocked);
        await ForgettingTests.Of(hall).Begin("ann", default);
        Assert.Equal(1, await ForgettingTests.Of(hall).Once());
        Assert.Empty(await hall.Store.Table(OutOfReach.TableName).Scan().ToListAsync());
    }

    [Fact]
    public async Task A_record_that_goes_on_while_it_is_to_be_deleted_stays_with_its_files()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        var key = TwoLives.ReportOf(TwoLives.Qiu.Id);
        var version = (await hall.Turns.Rows.Read(key, default)).Version;
        await hall.Happens(key, new OpenReport(TwoLives.Qiu.Id));
        var rewrite = new RecordRewrite(hall.Store, hall.Turns.Rows, hall.Clock);
        Assert.False(await rewrite.Delete(key, version, default));
        var report = (await hall.State<Incident>(key))!;
        Assert.NotNull(await hall.Store.Files.Get(report.Files[0].Name));
        Assert.True(await rewrite.Delete(key, (await hall.Turns.Rows.Read(key, default)).Version, default));
        Assert.Null(await hall.Store.Files.Get(report.Files[0].Name));
        Assert.Empty(await hall.Store.Table(FlowRows.TableName).Range(FlowRows.PartitionOf(key), Keys.Join(key.Id), Keys.Join(key.Id) + Keys.AfterSeparator));
    }

    [Fact]
    public async Task What_somebody_else_is_still_to_be_told_is_told_before_the_person_leaves_the_record()
    {
        await using var hall = new Hall(more: new Dialogs.Duty.Shift("b1", "ben", "hall", "W1", Hall.Opening.AddHours(48), Hall.Opening.AddHours(57)));
        await hall.Open();
        var key = Swap.KeyOf((await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(4))).Single(s => s.Id == "b1"));
        await hall.Happens(key, new AskSwap("lee", "ben", "ann", null));
        var told = new Signal("told.late", Contact.KeyOf("mia"), new SwapShiftsMoved());
        var row = new OutboxRow(FlowRows.OutboxKey(key, told), "", told, 1, 0, hall.Clock.GetUtcNow(), null, null, hall.Clock.GetUtcNow().AddHours(1), 1);
        await hall.Store.Table(FlowRows.TableName).Commit(FlowRows.PartitionOf(key), [Change.Insert(row.Key, FlowRows.OutboxColumns(row))]);
        await ForgettingTests.Of(hall).Begin("lee", default);
        Assert.Equal(0, await ForgettingTests.Of(hall).Once());
        // Also where it came up only after everything had ended.
        await To(hall, "lee", "Erasing");
        Assert.Equal(0, await ForgettingTests.Of(hall).Once());
        Assert.Equal("lee", (await hall.State<Swap>(key))!.By);
        await hall.Store.Table(FlowRows.TableName).Commit(FlowRows.PartitionOf(key), [Change.Delete(row.Key, "*")]);
        Assert.Equal(1, await ForgettingTests.Of(hall).Once());
        Assert.True(Pseudonym.Is((await hall.State<Swap>(key))!.By));
    }

    [Fact]
    public async Task A_deletion_that_has_not_ended_after_a_day_is_told_to_the_administrators_without_a_name()
    {
        await using var hall = new Hall();
        await hall.Open();
        await ForgettingTests.Of(hall).Begin("ann", default);
        hall.Time.Advance(TimeSpan.FromHours(24));
        Assert.DoesNotContain((await hall.Auditor.Once()).Stuck, s => s.Kind == Stuck.Deletion);
        hall.Time.Advance(TimeSpan.FromHours(7));
        Assert.Contains(new StuckCount(Stuck.Deletion, 1), (await hall.Auditor.Once()).Stuck);
        await ForgettingTests.Of(hall).Once();
        Assert.DoesNotContain((await hall.Auditor.Once()).Stuck, s => s.Kind == Stuck.Deletion);
    }

    /// <summary>The step at which the person's deletion stands.</summary>
    private static async Task To(Hall hall, string person, string step)
    {
        var table = hall.Store.Table(Forgetting.TableName);
        var row = (await table.Get("people", Keys.Join(person)))!;
        await table.Commit("people", [Change.Replace(row.Key, new Dictionary<string, object>(row.Columns) { ["step"] = step }, row.ETag)]);
    }
}
