using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>What is over is kept as long as the policy says, and no longer.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task Words_answers_cases_and_reports_go_each_at_their_age_and_nothing_twice()
    {
        await using var hall = TwoLives.Begin();
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

    private static async Task Later(Hall hall, int days)
    {
        hall.Time.Advance(TimeSpan.FromDays(days));
        await hall.Turns.Settled();
    }

    private static RetentionPass Of(Hall hall) =>
        new(hall.Store, hall.Turns.Rows, new RecordRewrite(hall.Store, hall.Turns.Rows, hall.Clock), hall.Roster, hall.Clock, NullLogger<RetentionPass>.Instance);
}
