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
    [Fact]
    public async Task A_scan_of_the_whole_store_finds_nothing_of_the_person_but_the_roster_and_others_keep_theirs()
    {
        await using var hall = await Lived(open: false);
        var kept = (await hall.State<Incident>(TwoLives.ReportOf(TwoLives.Qiu.Id)))!.Number!;
        var number = (await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Qiu.Id)))!.Number;
        await Forget(hall, TwoLives.Qiu.Id);
        await NothingIsLeft(hall);
        var told = hall.Channel.Posts.Last(p => p.Person == TwoLives.Qiu.Id).Card;
        Assert.Contains("Everything about you is deleted", told, StringComparison.Ordinal);
        Assert.Contains(kept, told, StringComparison.Ordinal);
        Assert.Contains(number, told, StringComparison.Ordinal);
        Assert.Contains("roster", told, StringComparison.Ordinal);
        // The other's copy is what it was.
        var others = Encoding.UTF8.GetString((await ExportContract.Of(hall).Make(TwoLives.Dong, default)).Text);
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
    public async Task Whom_another_process_has_just_listed_as_out_of_reach_stands_on_no_list_either()
    {
        await using var hall = await Lived(open: false);
        Assert.DoesNotContain(TwoLives.Dong.Id, await hall.OutOfReach.ToPassOver());
        await new OutOfReach(hall.Store.Table(OutOfReach.TableName), hall.Clock).Refused(TwoLives.Dong.Id, Refusal.Blocked);
        await Forget(hall, TwoLives.Dong.Id);
        Assert.Empty(await StoreScan.Find(hall, TwoLives.Dong));
    }

    /// <summary>Each write, in turn before and after it was done; a few of them in the short form.</summary>
    [Fact]
    public async Task A_deletion_that_breaks_off_at_any_write_ends_as_one_that_does_not()
    {
        await using var lived = await Lived(open: false);
        await Of(lived).Begin(TwoLives.Qiu.Id, default);
        await lived.Turns.Settled();
        var (_, whole) = await Broken(lived, int.MaxValue, unheard: false);
        var stride = Environment.GetEnvironmentVariable("CHECKINBOT_KILLS") is null ? 23 : 1;
        var ended = 0;
        for (var write = 1; ; write += stride)
        {
            var (broke, told) = await Broken(lived, write, unheard: write % 2 == 0);
            Assert.Equal(whole, told);
            if (!broke)
                break;
            ended++;
        }
        Assert.True(ended * stride > 60, $"It was ended {ended} times.");
    }

    [Fact]
    public async Task Messages_that_still_name_a_record_of_the_person_lead_to_nothing_and_are_gone_after_a_week()
    {
        await using var hall = await Lived(open: true);
        var forgetting = Of(hall);
        await forgetting.Begin(TwoLives.Qiu.Id, default);
        for (var tries = 0; await forgetting.Once() == 0 && tries < 60; tries++)
            await hall.Pass(TimeSpan.FromMinutes(10));
        await hall.Turns.Settled();
        async Task<List<QueueMessage>> Naming()
        {
            var found = new List<QueueMessage>();
            hall.Time.Advance(StoreLimits.LongestDelay);
            while (await hall.Store.Queue.Receive(32, QueuePump.Lease) is { Count: > 0 } some)
                found.AddRange(some.Where(m => m.Body.Contains(TwoLives.Qiu.Id, StringComparison.Ordinal)));
            return found;
        }
        foreach (var message in await Naming())
        {
            var wake = WakeMessage.Parse(message.Body)!.Value;
            Assert.Null((await hall.Turns.Rows.Read(wake.Key, default)).State);
            await hall.Turns.Wake(wake, new HeldMessage(hall.Store.Queue, message));
        }
        Assert.Empty(await Naming());
        Assert.Empty(await StoreScan.Find(hall, TwoLives.Qiu));
    }

    internal static Forgetting Of(Hall hall, IStore? around = null)
    {
        var store = around ?? hall.Store;
        var holdings = new Holdings(hall.Turns.Rows);
        return new(
            store.Table(Forgetting.TableName), holdings, new Endings(holdings, hall.Turns),
            new Forgotten(store, hall.Turns.Rows, new RecordRewrite(store, hall.Turns.Rows, hall.Clock), holdings, new KeptWords(hall.Vault, hall.Roster), hall.Readers, hall.Channel),
            hall.Vault, new References(store.Table(References.TableName)), hall.OutOfReach, hall.Looks, hall.Readers, hall.Roster, hall.Channel, hall.Clock, NullLogger<Forgetting>.Instance);
    }

    internal static bool IsWrite(string request) => request == "Commit" || request.EndsWith(".Commit", StringComparison.Ordinal) || request is "Files.Delete" or "Files.Put";

    /// <summary>The whole of it, with as many passes as it takes while nothing new happens.</summary>
    internal static async Task Forget(Hall hall, string person)
    {
        var forgetting = Of(hall);
        await forgetting.Begin(person, default);
        for (var tries = 0; await forgetting.Once() == 0; tries++)
        {
            Assert.InRange(tries, 0, 10);
            await hall.Turns.Settled();
        }
        await hall.Turns.Settled();
    }

    /// <summary>Goes on with a copy of a hall in which a deletion has begun; the program ends at that write, and another one finishes it.</summary>
    /// <param name="unheard">The write was done.</param>
    private static async Task<(bool Broke, IReadOnlyList<string> Told)> Broken(Hall lived, int write, bool unheard)
    {
        FaultyStore? store = null;
        await using var hall = TwoLives.Begin(inner => store = new FaultyStore(inner));
        await hall.GoOnWith(lived);
        var left = write;
        store!.Fails = request => IsWrite(request) && --left <= 0 ? left == 0 && unheard : null;
        var broke = await Record.ExceptionAsync(() => Of(hall).Once());
        store.Fails = null;
        await hall.Turns.Settled();
        if (broke is not null)
        {
            Assert.IsType<StoreUnavailableException>(broke);
            await Forget(hall, TwoLives.Qiu.Id);
        }
        await hall.Turns.Settled();
        await NothingIsLeft(hall);
        // Whether cards were drawn anew in time is no part of it, nor that this was noted.
        return (broke is not null, [.. (await StoreScan.Told(hall)).Where(row => !row.Contains(" first!", StringComparison.Ordinal))]);
    }

    private static async Task<Hall> Lived(bool open)
    {
        var hall = TwoLives.Begin();
        await TwoLives.Live(hall, open);
        return hall;
    }

    private static async Task NothingIsLeft(Hall hall)
    {
        Assert.Empty(await StoreScan.Find(hall, TwoLives.Qiu));
        await foreach (var file in hall.Store.Files.PutBefore(DateTimeOffset.MaxValue))
            await Assert.ThrowsAsync<WordsUnreadableException>(async () => await hall.Vault.Open(TwoLives.Qiu.Id, (ReadOnlyMemory<byte>)(await hall.Store.Files.Get(file))!));
    }
}
