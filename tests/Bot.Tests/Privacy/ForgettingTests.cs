using System.Text;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Somebody has everything about them deleted.</summary>
public sealed class ForgettingTests
{
    private static readonly string[] Tables = [FlowRows.TableName, References.TableName, OutOfReach.TableName, ParkedRecords.TableName, WordsVault.Table, "System", AccessLog.TableName, Forgetting.TableName];

    [Fact]
    public async Task A_scan_of_the_whole_store_finds_nothing_of_the_person_but_the_roster_and_others_keep_theirs()
    {
        await using var hall = await Lived(open: false);
        var kept = (await hall.State<Incident>(TwoLives.ReportOf(TwoLives.Qiu.Id)))!.Number!;
        var number = (await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Qiu.Id)))!.Number;
        Assert.Equal(1, await Forget(hall));
        await NothingIsLeft(hall);
        var told = hall.Channel.Posts.Last(p => p.Person == TwoLives.Qiu.Id).Card;
        Assert.Contains("Everything about you is deleted", told, StringComparison.Ordinal);
        Assert.Contains(kept, told, StringComparison.Ordinal);
        Assert.Contains(number, told, StringComparison.Ordinal);
        Assert.Contains("roster", told, StringComparison.Ordinal);
        // The other's copy is what it was.
        var others = Encoding.UTF8.GetString(await ExportTests.Of(hall).Make(TwoLives.Dong, CopyKind.Text, default));
        foreach (var words in Enumerable.Range(2, 6).Where(i => i != 6).Select(i => $"{TwoLives.DongsMark}{i}"))
            Assert.Contains(words, others, StringComparison.Ordinal);
        // The report goes on under one random name wherever it stands, and its words are redacted.
        var review = (await hall.State<Review>(ReviewKeys.Of(kept)))!;
        Assert.True(Pseudonym.Is(review.Incident.Reporter));
        Assert.Equal([review.Incident.Reporter], review.Incident.Affected.ToArray());
        var report = (await hall.State<Incident>(TwoLives.ReportOf(review.Incident.Reporter)))!;
        var words2 = await hall.Vault.Open(report.Report!.Description!.Owner, report.Report.Description.Seal);
        Assert.Contains($"{TwoLives.QiusMark}2", words2, StringComparison.Ordinal);
        Assert.DoesNotContain(TwoLives.Qiu.Name, words2, StringComparison.Ordinal);
        Assert.Equal(review.Incident.Reporter, (await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Qiu.Id)))!.Subject);
        Assert.NotEmpty(await hall.Looks.Of(review.Incident.Reporter, default));
        Assert.True((await hall.Auditor.Once()).IsWell);
    }

    [Fact]
    public async Task What_is_open_ends_and_whoever_waits_reads_so()
    {
        await using var hall = await Lived(open: true);
        var forgetting = Of(hall);
        var call = new FlowKey(Alert.Kind, TwoLives.Qiu.Id, "999990");
        await hall.Happens(call, new AlertRaised(TwoLives.Qiu.Id, null));
        await forgetting.Begin(TwoLives.Qiu.Id, default);
        // A call for people is waited for.
        Assert.Equal(0, await forgetting.Once());
        await hall.Pass(TimeSpan.FromHours(5));
        await hall.Turns.Settled();
        for (var tries = 0; await forgetting.Once() == 0 && tries < 10; tries++)
            await hall.Pass(TimeSpan.FromMinutes(10));
        await hall.Turns.Settled();
        await NothingIsLeft(hall);
        var state = (await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Qiu.Id)))!;
        Assert.Equal(CasePhase.Withdrawn, state.Phase);
        Assert.Equal(CasePhase.Taken, (await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Dong.Id)))!.Phase);
        // No card that stands with somebody else names the person any more, but the week and the channel's own past.
        var record = await hall.Turns.Rows.Read(state.Key, default);
        foreach (var places in record.Standing.Values)
            Assert.DoesNotContain(TwoLives.Qiu.Name, hall.Channel.Drawn[places.Live!], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_who_is_forgotten_leaves_no_case_without_anybody()
    {
        await using var hall = await Lived(open: true);
        var forgetting = Of(hall);
        await forgetting.Begin("lee", default);
        await forgetting.Once();
        await hall.Pass(TimeSpan.FromHours(6));
        await hall.Turns.Settled();
        for (var tries = 0; await forgetting.Once() == 0 && tries < 10; tries++)
            await hall.Pass(TimeSpan.FromMinutes(10));
        var state = (await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Qiu.Id)))!;
        Assert.NotEqual("lee", state.Owner);
        // Who still leads by the roster may be asked anew; what was theirs before leads to nobody.
        Assert.True(Pseudonym.Is(state.Readers[0]));
        Assert.True(state.Phase is CasePhase.Asking or CasePhase.Taken or CasePhase.Unanswered);
    }

    [Fact]
    public async Task A_deletion_that_breaks_off_anywhere_is_finished_by_the_next_one()
    {
        for (var commits = 1; ; commits += 9)
        {
            var left = commits;
            var faults = new FaultyWrites(() => Interlocked.Decrement(ref left) < 0);
            await using var hall = await Lived(open: false);
            await Of(hall).Begin(TwoLives.Qiu.Id, default);
            var broke = await Record.ExceptionAsync(() => Of(hall, faults).Once());
            await Of(hall).Once();
            await Of(hall).Once();
            await hall.Turns.Settled();
            await NothingIsLeft(hall);
            if (broke is null)
                break;
            Assert.IsType<StoreUnavailableException>(broke);
            if (Environment.GetEnvironmentVariable("CHECKINBOT_KILLS") is null && commits > 40)
                break;
        }
    }

    internal static Forgetting Of(Hall hall, FaultyWrites? faults = null)
    {
        var store = faults?.Around(hall.Store) ?? hall.Store;
        var holdings = new Holdings(hall.Turns.Rows);
        return new(
            store.Table(Forgetting.TableName), holdings, new Endings(holdings, hall.Turns),
            new Forgotten(store, hall.Turns.Rows, new RecordRewrite(store, hall.Turns.Rows, hall.Clock), holdings, new KeptWords(hall.Vault, hall.Roster), hall.Readers, hall.Channel),
            hall.Vault, new References(store.Table(References.TableName)), hall.OutOfReach, hall.Looks, hall.Readers, hall.Roster, hall.Channel, hall.Clock, NullLogger<Forgetting>.Instance);
    }

    private static async Task<Hall> Lived(bool open)
    {
        var hall = TwoLives.Begin();
        await TwoLives.Live(hall, open);
        return hall;
    }

    private static async Task<int> Forget(Hall hall)
    {
        var forgetting = Of(hall);
        await forgetting.Begin(TwoLives.Qiu.Id, default);
        var finished = 0;
        for (var tries = 0; finished == 0 && tries < 10; tries++)
        {
            finished = await forgetting.Once();
            if (finished == 0)
                await hall.Pass(TimeSpan.FromMinutes(1));
        }
        await hall.Turns.Settled();
        return finished;
    }

    private static async Task NothingIsLeft(Hall hall)
    {
        string[] tells = [TwoLives.Qiu.Id, TwoLives.Qiu.Name, TwoLives.Qiu.Email, TwoLives.Qiu.EntraId];
        foreach (var table in Tables)
        {
            await foreach (var row in hall.Store.Table(table).Scan())
            {
                foreach (var text in row.Columns.Values.Select(v => v as string ?? (v is byte[] bytes ? Encoding.UTF8.GetString(bytes) : "")).Append(row.Partition).Append(row.Key))
                    Assert.DoesNotContain(tells, tell => text.Contains(tell, StringComparison.Ordinal) ? throw new Xunit.Sdk.XunitException($"{table} {row.Partition} {row.Key}: {text}") : false);
            }
        }
        await foreach (var file in hall.Store.Files.PutBefore(DateTimeOffset.MaxValue))
            await Assert.ThrowsAsync<WordsUnreadableException>(async () => await hall.Vault.Open(TwoLives.Qiu.Id, (ReadOnlyMemory<byte>)(await hall.Store.Files.Get(file))!));
    }
}
