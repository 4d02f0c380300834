using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>What is over is kept as long as the policy says, and no longer, on either store.</summary>
public abstract class RetentionContract
{
    internal abstract Task<Hall> Begin(Func<IStore, IStore>? around = null);

    [Fact]
    public async Task Words_answers_cases_and_reports_go_each_at_their_age_and_nothing_twice()
    {
        await using var hall = await Begin();
        await TwoLives.Live(hall);
        var (checkIn, @case) = (TwoLives.CheckInOf(TwoLives.Qiu.Id), TwoLives.CaseOf(TwoLives.Qiu.Id));
        await hall.Happens(@case, new ReturnVisit(TwoLives.Qiu.Id, Helped: true));
        Assert.Equal(0, (await Of(hall).Once()).Count);
        await Later(hall, 32);
        Assert.True((await Of(hall).Once()).Count > 0);
        Assert.Null((await hall.State<CheckIn>(checkIn))!.Answer!.Note);
        Assert.Equal(5, (await hall.State<CheckIn>(checkIn))!.Answer!.Stress);
        Assert.Null((await hall.State<Escalation>(@case))!.Note);
        Assert.Null(await hall.State<Incident>(TwoLives.ReportOf(TwoLives.Qiu.Id) with { Id = "20261123010001" }));
        Assert.Equal(0, (await Of(hall).Once()).Count);
        await Later(hall, 60);
        await Of(hall).Once();
        Assert.Null(await hall.State<CheckIn>(checkIn));
        Assert.Empty((await hall.State<Trend>(Trend.KeyOf(TwoLives.Qiu.Id)))!.Entries);
        Assert.NotNull(await hall.State<Escalation>(@case));
        await Later(hall, 300);
        await Of(hall).Once();
        Assert.Null(await hall.State<Escalation>(@case));
        Assert.Empty(await hall.Turns.Rows.States(Swap.Kind).ToListAsync());
        Assert.NotNull(await hall.State<Incident>(TwoLives.ReportOf(TwoLives.Qiu.Id)));
        Assert.NotEmpty(await hall.Looks.Of(TwoLives.Qiu.Id, default));
        await Later(hall, 750);
        Assert.Contains("looks", (await Of(hall).Once()).Kinds, StringComparison.Ordinal);
        Assert.Empty(await hall.Looks.Of(TwoLives.Qiu.Id, default));
        await Later(hall, 800);
        await Of(hall).Once();
        Assert.Null(await hall.State<Incident>(TwoLives.ReportOf(TwoLives.Qiu.Id)));
        Assert.Empty(await hall.Store.Files.PutBefore(DateTimeOffset.MaxValue).ToListAsync());
        var last = (await Of(hall).Last(default))!;
        Assert.Equal(hall.Clock.GetUtcNow(), last.At);
    }

    [Fact]
    public async Task A_pass_that_breaks_off_at_any_write_is_finished_by_the_next_ones_and_says_so()
    {
        FaultyStore? store = null;
        await using var hall = await Begin(inner => store = new FaultyStore(inner));
        await TwoLives.Live(hall);
        await hall.Pass(TimeSpan.FromDays(3));
        // Old enough for words, answers, cases and swaps; reports and readings stay.
        await Later(hall, 400);
        var broken = 0;
        for (var write = 1; ; write += (write / 2) + 1)
        {
            var left = write;
            store!.Fails = request => IsWrite(request) && --left == 0 ? write % 2 == 0 : null;
            var fault = await Record.ExceptionAsync(() => Of(hall).Once());
            store.Fails = null;
            if (fault is null)
                break;
            Assert.IsType<StoreUnavailableException>(fault);
            broken++;
        }
        Assert.InRange(broken, 4, 40);
        await hall.Turns.Settled();
        Assert.Equal(0, (await Of(hall).Once()).Count);
        Assert.Equal(0, (await Of(hall).Last(default))!.Count);
        var left2 = await hall.Turns.Rows.Scan().Select(r => r.State()).ToListAsync();
        Assert.All(left2, s => Assert.Same(s, Ages.Kept(s!, RetentionPolicy.Shipped, hall.Clock.GetUtcNow())));
        Assert.Contains(left2, s => s is Incident { Phase: IncidentPhase.Reported });
        Assert.DoesNotContain(left2, s => s is Swap or CheckIn { Answer: not null } or Escalation { IsOver: true });
        Assert.NotEmpty(await hall.Looks.Of(TwoLives.Qiu.Id, default));
        // Of a record that went nothing is left beside it, and of its report's files nothing without it.
        var rows = await hall.Store.Table(FlowRows.TableName).Scan().ToListAsync();
        Assert.All(rows.GroupBy(r => (r.Partition, r.Key.Split('!')[0])), record => Assert.Contains(record, r => r.Columns.ContainsKey("flowKind")));
        var named = left2.OfType<Incident>().SelectMany(i => i.Files).Select(f => f.Name).Order();
        Assert.Equal(named, await hall.Store.Files.PutBefore(DateTimeOffset.MaxValue).Order().ToListAsync());
    }

    private static bool IsWrite(string request) => request == "Commit" || request.EndsWith(".Commit", StringComparison.Ordinal) || request == "Files.Delete";

    private static async Task Later(Hall hall, int days)
    {
        hall.Time.Advance(TimeSpan.FromDays(days));
        await hall.Turns.Settled();
    }

    private static RetentionPass Of(Hall hall) =>
        new(hall.Store, hall.Turns.Rows, new RecordRewrite(hall.Store, hall.Turns.Rows, hall.Clock), hall.Roster, hall.Clock, NullLogger<RetentionPass>.Instance);
}

public sealed class SqliteRetentionTests : RetentionContract
{
    internal override Task<Hall> Begin(Func<IStore, IStore>? around = null) => Task.FromResult(TwoLives.Begin(around));
}

[Collection(Azurite.Collection)]
public sealed class AzureRetentionTests(Azurite azurite) : RetentionContract
{
    internal override async Task<Hall> Begin(Func<IStore, IStore>? around = null) => await TwoLives.BeginOn(azurite, around);
}

/// <summary>What age does to one record.</summary>
public sealed class AgesTests
{
    [Fact]
    public void What_is_open_is_never_too_old()
    {
        var open = new Escalation
        {
            Id = "0123456789",
            Origin = Origin.PersonNow,
            Source = "",
            Subject = "ann",
            Route = Route.CrisisContact,
            Chain = [],
            Phase = CasePhase.Asking,
            OpenedAt = Hall.Opening,
            Since = Hall.Opening,
            Context = new("", null, null, null, 0, 0),
            Note = new Words("ann", "sealed"),
        };
        var late = Hall.Opening.AddDays(4000);
        Assert.Same(open, Ages.Kept(open, RetentionPolicy.Shipped, late));
        Assert.Null(Ages.Kept(open with { Phase = CasePhase.Closed }, RetentionPolicy.Shipped, late));
        Assert.Null(((Escalation)Ages.Kept(open with { Phase = CasePhase.Closed }, RetentionPolicy.Shipped, Hall.Opening.AddDays(31))!).Note);
    }
}
